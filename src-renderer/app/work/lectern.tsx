/** The one lit sheet: what to say or to settle now, by the phase of the call and who it is. */

import { FirstWords, RingingView } from '@renderer/features/brand-speech/ringing-view.tsx';
import { SpeechReview } from '@renderer/features/brand-speech/speech-review.tsx';
import { SpeechStep } from '@renderer/features/brand-speech/speech-step.tsx';
import { Chooser } from '@renderer/features/caller/chooser.tsx';
import { AskingSheet } from '@renderer/features/handover/asking-sheet.tsx';
import { TransferNotice } from '@renderer/features/handover/transfer-notice.tsx';
import { TransferPanel } from '@renderer/features/handover/transfer-panel.tsx';
import { SuggestedArticles } from '@renderer/features/knowledge/suggested-articles.tsx';
import { SavedMark } from '@renderer/features/notes/saved-mark.tsx';
import { WrapUpSheet } from '@renderer/features/wrap-up/wrap-up-sheet.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { callOf, consultOf } from '@renderer/platform/store/focused-work.ts';
import { useScreen } from '@renderer/platform/store/services.tsx';
import { useCalls } from '@renderer/platform/store/use-focused-work.ts';
import { useSpeech } from '@renderer/platform/store/use-speech.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { currentStep } from '@shared/domain/script/run.ts';
import styles from './work.module.css';

const css = styleNames(styles);

const Talking = ({ work }: { readonly work: WorkItem }) => {
  const { t } = useText();
  const speech = useSpeech(work);
  if (speech === null)
    return <EmptyState icon="file" title={t('speech.none')} detail={t('speech.noneDetail')} />;
  const { script, record, language } = speech;
  const { id: stepId, articles } = currentStep(script, record);
  const atHand = (
    <SuggestedArticles
      work={work}
      scriptId={script.id}
      stepId={stepId}
      language={language}
      chosen={articles}
      speechReason={script.reasonCodes[0] ?? null}
    />
  );
  return <SpeechStep speech={speech} work={work} aside={atHand} />;
};

/** A colleague is greeted without the brand's words; whom he hands over has them at once. */
const AmongColleagues = () => {
  const { t } = useText();
  return (
    <EmptyState
      icon="user"
      title={t('caller.colleague.title')}
      detail={t('caller.colleague.detail')}
    />
  );
};

type Considering = { readonly onConsider: (customerId: string) => void };

const WhoIsIt = ({ work, onConsider }: { readonly work: WorkItem } & Considering) => {
  const speech = useSpeech(work);
  if (work.match.status !== 'several') return null;
  return (
    <>
      <Chooser
        digits="choose"
        work={work}
        candidates={work.match.candidates}
        onConsider={onConsider}
      />
      {speech === null ? null : <FirstWords speech={speech} known="nobody-sure" />}
    </>
  );
};

const Content = ({ work, onConsider }: { readonly work: WorkItem } & Considering) => {
  const calls = useCalls();
  const overlay = useScreen((state) => state.overlay);
  const call = callOf(calls, work);
  const consult = consultOf(calls, work.id);
  const unsettled = work.match.status === 'several' && work.customerId === null;
  if (work.phase === 'wrap-up')
    return (
      <WrapUpSheet
        work={work}
        saved={<SavedMark work={work} />}
        said={<SpeechReview work={work} />}
      />
    );
  if (unsettled) return <WhoIsIt work={work} onConsider={onConsider} />;
  if (work.match.status === 'colleague') return <AmongColleagues />;
  if (work.phase === 'ringing') return <RingingView work={work} />;
  if (call !== null && consult !== null)
    return (
      <>
        <TransferNotice call={call} asking />
        <AskingSheet work={work} call={call} consult={consult} />
      </>
    );
  if (overlay === 'transfer') return <TransferPanel work={work} />;
  return (
    <>
      {call === null ? null : <TransferNotice call={call} asking={false} />}
      <Talking work={work} />
    </>
  );
};

export const Lectern = ({ work, onConsider }: { readonly work: WorkItem } & Considering) => (
  <div className={css('lectern', work.training && 'training')}>
    <Content work={work} onConsider={onConsider} />
  </div>
);
