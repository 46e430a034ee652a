/** A consent: the exact words to ask it with, a clear yes or no, and the words kept as its proof. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { Spoken } from '@renderer/ui/parts/spoken.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { fieldKey } from '@shared/domain/script/answers.ts';
import { currentStep, keepField } from '@shared/domain/script/run.ts';
import type { ConsentAsk, SpeechField } from '@shared/domain/script/step.ts';
import { keepAsked } from '@shared/domain/script/trace.ts';
import { OptionField } from './option-field.tsx';
import styles from './step-parts.module.css';

const css = styleNames(styles);

export const ConsentField = ({
  speech,
  field,
  ask,
  value,
}: {
  readonly speech: Speech;
  readonly field: SpeechField;
  readonly ask: ConsentAsk;
  readonly value: string | number | boolean | undefined;
}) => {
  const { t } = useText();
  const { script, record, language, note, say } = speech;
  const step = currentStep(script, record);
  const words = say(ask.wording).map((part) => ({ ...part, exact: true }));
  const answer = (id: string) =>
    note((current, { at }) =>
      keepAsked(keepField(script, current, field.id, id), fieldKey(step.id, field.id), {
        words: words.map((part) => part.text).join(''),
        at,
        language,
      }),
    );
  return (
    <div className={css('consent')}>
      <Spoken words={words} size="small" lang={language} />
      <OptionField
        legend={t('speech.consent.legend', {
          purpose: ask.purpose,
          channel: t(`channel.${ask.channel}`),
        })}
        value={typeof value === 'string' ? value : null}
        options={[
          { id: 'yes', label: t('speech.consent.yes') },
          { id: 'no', label: t('speech.consent.no') },
        ]}
        onChoose={answer}
      />
    </div>
  );
};
