/** The message beside a talk: the speech's words of this moment are at hand for it. */
import { MessagePane } from '@renderer/features/written/message-pane.tsx';
import { useSpeech } from '@renderer/platform/store/use-speech.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { WrittenChannel } from '@shared/domain/message/message.ts';
import { plainSpeech } from '@shared/domain/script/render.ts';
import { currentStep } from '@shared/domain/script/run.ts';
import { chooseWords } from '@shared/domain/script/text.ts';

export const MessageInCall = ({
  work,
  bundle,
}: {
  readonly work: WorkItem;
  readonly bundle: CustomerBundle;
}) => {
  const speech = useSpeech(work);
  const stepWords = (channel: WrittenChannel): string => {
    if (speech === null) return '';
    const { script, record, facts, language, mode: tone } = speech;
    const telling = { language, written: script.locale, tone, channel };
    return plainSpeech(chooseWords(currentStep(script, record).text, telling), facts, language);
  };
  return <MessagePane bundle={bundle} stepWords={stepWords} reasonCode={work.draft.reasonCode} />;
};
