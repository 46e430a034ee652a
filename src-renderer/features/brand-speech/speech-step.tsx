/** The step she says now: sentence, answers with their consequence, fields kept, objections. */
import { IvrLine } from '@renderer/platform/call/ivr-line.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { type KeyBinding, useKeys } from '@renderer/platform/keys/use-keys.ts';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { ChoiceList } from '@renderer/ui/parts/choice-list.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Spoken } from '@renderer/ui/parts/spoken.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Ivr } from '@shared/domain/ivr/ivr.ts';
import { plainSpeech } from '@shared/domain/script/render.ts';
import {
  advanceSpeech,
  canAdvance,
  chooseAnswer,
  currentStep,
  goBack,
} from '@shared/domain/script/run.ts';
import { Objections } from './objections.tsx';
import styles from './speech.module.css';
import { SpeechFields } from './speech-fields.tsx';
import { SpeechHead } from './speech-head.tsx';

const css = styleNames(styles);

const choiceKeys = (count: number, choose: (at: number) => void): KeyBinding[] =>
  Array.from({ length: count }, (_, at) => `Digit${at + 1}`).flatMap((key, at) => [
    { key, whileTyping: 'rests' as const, act: () => choose(at) },
    { key, modifier: 'alt' as const, whileTyping: 'works' as const, act: () => choose(at) },
  ]);

const useStepKeys = (speech: Speech): void => {
  const { script, record, facts, walk } = speech;
  const step = currentStep(script, record);
  useKeys([
    { key: 'ArrowLeft', whileTyping: 'rests', act: () => walk(goBack) },
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
  const { script, record, facts, walk } = speech;
  const step = currentStep(script, record);
  if (step.choices.length === 0) return null;
  const plain = (text: string) => plainSpeech(text, facts, script.locale);
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
          label: plain(choice.label),
          hint: choice.consequence === undefined ? undefined : plain(choice.consequence),
        }))}
        onChoose={(id) => walk((current) => chooseAnswer(script, current, id, facts))}
      />
    </>
  );
};

export const SpeechStep = ({
  speech,
  training,
  ivr,
}: {
  readonly speech: Speech;
  readonly training: boolean;
  readonly ivr?: Ivr | undefined;
}) => {
  const { t } = useText();
  const { script, record, facts, walk, say } = speech;
  const step = currentStep(script, record);
  const words = say(step.text);
  useStepKeys(speech);
  const onward = canAdvance(script, record, facts) && step.choices.length === 0;
  return (
    <div className={css('step')}>
      <SpeechHead speech={speech} training={training} onBack={() => walk(goBack)} />
      <IvrLine ivr={ivr} />
      <div aria-live="polite">
        <Spoken words={words} lang={script.locale} />
      </div>
      {words.some((word) => word.exact) ? (
        <p className={css('exactNote')}>
          <Icon name="lock" size={15} />
          {t('speech.exact')}
        </p>
      ) : null}
      <SpeechFields key={step.id} speech={speech} />
      <Answers speech={speech} />
      {onward ? (
        <div className={css('onward')}>
          <Button
            look="brand"
            keys={['→']}
            onClick={() => walk((current) => advanceSpeech(script, current, facts))}
          >
            {t('speech.next')}
          </Button>
        </div>
      ) : null}
      <Objections speech={speech} />
    </div>
  );
};
