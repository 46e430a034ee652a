/** The step she says now: sentence, answers with their consequence, fields kept, objections. */
import { IvrLine } from '@renderer/platform/call/ivr-line.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { type KeyBinding, useKeys } from '@renderer/platform/keys/use-keys.ts';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { ChoiceList } from '@renderer/ui/parts/choice-list.tsx';
import { Spoken } from '@renderer/ui/parts/spoken.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import {
  advanceSpeech,
  canAdvance,
  chooseAnswer,
  currentStep,
  goBack,
} from '@shared/domain/script/run.ts';
import { kindOf } from '@shared/domain/script/step.ts';
import { type ReactNode, useState } from 'react';
import { Ahead } from './ahead.tsx';
import { HandedNote } from './handed-note.tsx';
import { Objections } from './objections.tsx';
import { PassageNote } from './passage-note.tsx';
import { Plan } from './plan.tsx';
import styles from './speech.module.css';
import { SpeechFields } from './speech-fields.tsx';
import { SpeechHead } from './speech-head.tsx';
import { StepAction } from './step-action.tsx';
import partStyles from './step-parts.module.css';

const css = styleNames(styles);
const part = styleNames(partStyles);

const choiceKeys = (count: number, choose: (at: number) => void): KeyBinding[] =>
  Array.from({ length: count }, (_, at) => `Digit${at + 1}`).flatMap((key, at) => [
    { key, whileTyping: 'rests' as const, act: () => choose(at) },
    { key, modifier: 'alt' as const, whileTyping: 'works' as const, act: () => choose(at) },
  ]);

const useStepKeys = (speech: Speech): void => {
  const { script, record, facts, walk } = speech;
  const step = currentStep(script, record);
  useKeys([
    { key: 'ArrowLeft', whileTyping: 'rests', act: () => walk(goBack, 'aside') },
    {
      key: 'ArrowRight',
      whileTyping: 'rests',
      act: () => walk((current) => advanceSpeech(script, current, facts)),
    },
    ...choiceKeys(step.choices.length, (at) => {
      const choice = step.choices[at];
      if (choice !== undefined) walk((current) => chooseAnswer(script, current, choice.id, facts));
    }),
  ]);
};

const Answers = ({ speech }: { readonly speech: Speech }) => {
  const { t } = useText();
  const { script, record, facts, walk, plain } = speech;
  const step = currentStep(script, record);
  if (step.choices.length === 0) return null;
  return (
    <>
      <div className={css('sub')}>
        <h3>{t('speech.answers')}</h3>
        <span>{t('speech.fromNotes')}</span>
      </div>
      <ChoiceList
        label={t('speech.answers')}
        selectedId={record.choices[step.id] ?? null}
        rows={step.choices.map((choice, at) => ({
          id: choice.id,
          key: String(at + 1),
          label: plain(choice.label, choice.labels),
          hint:
            choice.consequence === undefined
              ? undefined
              : plain(choice.consequence, choice.consequences),
        }))}
        onChoose={(id) => walk((current) => chooseAnswer(script, current, id, facts))}
      />
    </>
  );
};

/** Alt+G opens the plan of the speech, and closes it. */
const usePlan = () => {
  const [open, setOpen] = useState(false);
  useKeys([{ key: 'g', modifier: 'alt', whileTyping: 'works', act: () => setOpen(!open) }]);
  return { open, toggle: () => setOpen(!open), close: () => setOpen(false) };
};

const Onward = ({ speech }: { readonly speech: Speech }) => {
  const { t } = useText();
  const { script, record, facts, walk } = speech;
  return (
    <div className={part('onward')}>
      <Button
        look="brand"
        keys={['→']}
        onClick={() => walk((current) => advanceSpeech(script, current, facts))}
      >
        {t('speech.next')}
      </Button>
      {record.path.length === 0 ? null : <span>{t('speech.backHint')}</span>}
    </div>
  );
};

export const SpeechStep = ({
  speech,
  work,
  aside,
}: {
  readonly speech: Speech;
  readonly work: WorkItem;
  /** What is at hand beside the objections: articles for this moment. */
  readonly aside?: ReactNode;
}) => {
  const { t } = useText();
  const { script, record, facts, walk, say, plain, language } = speech;
  const step = currentStep(script, record);
  const words = say(step.text);
  const plan = usePlan();
  useStepKeys(speech);
  const onward = canAdvance(script, record, facts) && step.choices.length === 0;
  return (
    <div className={css('step')}>
      <SpeechHead
        work={work}
        speech={speech}
        training={work.training}
        onBack={() => walk(goBack, 'aside')}
        onPlan={plan.toggle}
      />
      {plan.open ? <Plan speech={speech} onClose={plan.close} /> : null}
      <IvrLine ivr={work.ivr} />
      <HandedNote speech={speech} work={work} />
      <div aria-live="polite">
        <Spoken words={words} lang={language} />
      </div>
      <PassageNote speech={speech} exact={words.some((word) => word.exact) ? 'some' : 'none'} />
      {step.advice === undefined ? null : <p className={part('advice')}>{plain(step.advice)}</p>}
      <SpeechFields
        key={step.id}
        speech={speech}
        callId={work.phase === 'talking' ? work.id : null}
      />
      <StepAction speech={speech} work={work} />
      <Answers speech={speech} />
      {onward ? <Onward speech={speech} /> : null}
      {kindOf(step) === 'end' ? <p className={part('ended')}>{t('speech.ended')}</p> : null}
      <Objections speech={speech} />
      {aside}
      <Ahead speech={speech} />
    </div>
  );
};
