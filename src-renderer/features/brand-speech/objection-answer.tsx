/** What to answer, a further answer, where it leads, and whether it convinced. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { Spoken } from '@renderer/ui/parts/spoken.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { jumpTo } from '@shared/domain/script/run.ts';
import type { Objection } from '@shared/domain/script/script.ts';
import { settleObjection } from '@shared/domain/script/trace.ts';
import { useState } from 'react';
import styles from './step-parts.module.css';

const css = styleNames(styles);

const Settled = ({
  speech,
  objection,
}: {
  readonly speech: Speech;
  readonly objection: Objection;
}) => {
  const { t } = useText();
  const settled = speech.record.met?.findLast((one) => one.id === objection.id)?.overcome;
  return (
    <fieldset className={css('settle')}>
      <legend>{t('speech.settled.ask')}</legend>
      {([true, false] as const).map((overcome) => (
        <button
          key={String(overcome)}
          type="button"
          aria-pressed={settled === overcome}
          onClick={() => speech.note((record) => settleObjection(record, objection.id, overcome))}
        >
          {t(overcome ? 'speech.settled.yes' : 'speech.settled.no')}
        </button>
      ))}
    </fieldset>
  );
};

export const ObjectionAnswer = ({
  speech,
  objection,
  onLeave,
}: {
  readonly speech: Speech;
  readonly objection: Objection;
  readonly onLeave: () => void;
}) => {
  const { t } = useText();
  const [at, setAt] = useState(0);
  const answers = [objection.answer, ...(objection.more ?? [])];
  const { next } = objection;
  const target = speech.script.steps.find((step) => step.id === next);
  const go = () => {
    if (next === undefined) return;
    speech.walk((record) => jumpTo(speech.script, record, next), 'aside');
    onLeave();
  };
  return (
    <div className={css('answer')} aria-live="polite">
      <Spoken
        words={speech.say(answers[at % answers.length] ?? objection.answer)}
        size="small"
        lang={speech.language}
      />
      <div className={css('answerFoot')}>
        <Settled speech={speech} objection={objection} />
        {answers.length > 1 ? (
          <button type="button" onClick={() => setAt(at + 1)}>
            {t('speech.another', { at: (at % answers.length) + 1, count: answers.length })}
          </button>
        ) : null}
        {target === undefined ? null : (
          <button type="button" onClick={go}>
            {t('speech.goTo', { title: speech.plain(target.title, target.titles) })}
          </button>
        )}
      </div>
    </div>
  );
};
