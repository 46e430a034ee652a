/** Plays the call as the advisor will walk it: digits answer, arrows go on and back, Escape ends. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { type KeyBinding, useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandScope } from '@renderer/ui/parts/brand-scope.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { ChoiceList } from '@renderer/ui/parts/choice-list.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Spoken } from '@renderer/ui/parts/spoken.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { plainSpeech, renderSpeech } from '@shared/domain/script/render.ts';
import {
  advanceSpeech,
  canAdvance,
  chooseAnswer,
  currentStep,
  goBack,
  keepField,
  startSpeech,
} from '@shared/domain/script/run.ts';
import { kindOf, type SpeechField, type Step } from '@shared/domain/script/step.ts';
import { chooseWords, labelIn, type SpeechText } from '@shared/domain/script/text.ts';
import { useEffect, useRef, useState } from 'react';
import { selectStep, useEditor, useEditorStore, useScript } from './editor-store.ts';
import styles from './speech-editor.module.css';
import { useHeard } from './use-listener.ts';
import { useWriting } from './use-writing.ts';

const css = styleNames(styles);

const useWalk = () => {
  const script = useScript();
  const { writing } = useWriting();
  const { language, written } = writing;
  const { facts } = useHeard(language);
  const tone = useEditor((state) => state.tone);
  const [record, setRecord] = useState(() => startSpeech(script, facts));
  const say = (text: SpeechText) =>
    renderSpeech(chooseWords(text, { language, written, tone }), facts, language);
  const plain = (words: string) => plainSpeech(words, facts, language);
  return {
    script,
    language,
    facts,
    record,
    setRecord,
    say,
    plain,
    step: currentStep(script, record),
  };
};
type Walk = ReturnType<typeof useWalk>;

const choiceKeys = (count: number, choose: (at: number) => void): KeyBinding[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `Digit${at + 1}`,
    whileTyping: 'rests',
    act: () => choose(at),
  }));

const isKept = ({ type }: SpeechField): boolean => type !== 'payment';

const Fields = ({ walk }: { readonly walk: Walk }) => {
  const { script, record, setRecord, step, language } = walk;
  return step.fields.filter(isKept).map((field) => (
    <label key={field.id} className={css('field')}>
      <span>{labelIn(field.label, field.labels, language)}</span>
      <input
        type="text"
        value={String(record.fields[`${step.id}.${field.id}`] ?? '')}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setRecord(keepField(script, record, field.id, value));
        }}
      />
    </label>
  ));
};

const EndNote = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  return (
    <p className={css('playEnd')} role="status">
      <Icon name="passed" size={17} />
      {t('speechEditor.callEnds', { code: step.dispositionCode ?? '—' })}
    </p>
  );
};

const Standing = ({
  walk,
  onChoose,
  onOnward,
}: {
  readonly walk: Walk;
  readonly onChoose: (at: number) => void;
  readonly onOnward: () => void;
}) => {
  const { t } = useText();
  const { script, record, facts, step, language, say, plain } = walk;
  const kind = kindOf(step);
  return (
    <>
      <p className={css('quiet')}>
        {t('speechEditor.playStep', {
          number: record.path.length + 1,
          title: labelIn(step.title, step.titles, language),
        })}
      </p>
      <div aria-live="polite">
        <Spoken words={say(step.text)} lang={language} />
      </div>
      {kind === 'do' && step.action !== undefined ? (
        <p className={css('playEnd')}>
          <Icon name="wand" size={17} />
          {t(`speechEditor.action.${step.action.type}`)}
        </p>
      ) : null}
      <Fields walk={walk} />
      {step.choices.length === 0 ? null : (
        <ChoiceList
          label={t('speechEditor.answers')}
          selectedId={record.choices[step.id] ?? null}
          rows={step.choices.map((choice, at) => ({
            id: choice.id,
            key: String(at + 1),
            label: plain(labelIn(choice.label, choice.labels, language)),
            hint:
              choice.consequence === undefined
                ? undefined
                : plain(labelIn(choice.consequence, choice.consequences, language)),
          }))}
          onChoose={(id) => onChoose(step.choices.findIndex((one) => one.id === id))}
        />
      )}
      {kind === 'end' ? <EndNote step={step} /> : null}
      {kind !== 'end' && step.choices.length === 0 && canAdvance(script, record, facts) ? (
        <Button look="brand" keys={['→']} onClick={onOnward}>
          {t('speech.next')}
        </Button>
      ) : null}
      {kind !== 'end' && step.choices.length === 0 && !canAdvance(script, record, facts) ? (
        <p className={css('wrongSaid')} role="status">
          {t('speechEditor.leadsNowhere')}
        </p>
      ) : null}
    </>
  );
};

export const Play = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useText();
  const store = useEditorStore();
  const walk = useWalk();
  const { script, record, setRecord, facts, step } = walk;
  const brand = useBrand(script.brandId);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const choose = (at: number) => {
    const choice = step.choices[at];
    if (choice !== undefined) setRecord(chooseAnswer(script, record, choice.id, facts));
  };
  const onward = () => setRecord(advanceSpeech(script, record, facts));
  const stop = () => {
    selectStep(store, step.id);
    onClose();
  };
  useKeys(
    [
      { key: 'Escape', whileTyping: 'works', act: stop },
      { key: 'ArrowLeft', whileTyping: 'rests', act: () => setRecord(goBack(record)) },
      { key: 'ArrowRight', whileTyping: 'rests', act: onward },
      ...choiceKeys(step.choices.length, choose),
    ],
    'overlay',
  );
  return (
    <dialog
      ref={dialog}
      className={css('play')}
      aria-label={t('speechEditor.play')}
      onCancel={(event) => {
        event.preventDefault();
        stop();
      }}
    >
      <BrandScope brand={brand} className={css('playSheet')}>
        <header>
          <Button
            size="small"
            look="ghost"
            icon="undo"
            keys={['←']}
            blocked={record.path.length === 0 ? t('speechEditor.atStart') : undefined}
            onClick={() => setRecord(goBack(record))}
          >
            {t('speechEditor.back')}
          </Button>
          <i />
          <Button size="small" look="ghost" icon="close" keys={['Esc']} onClick={stop}>
            {t('speechEditor.stopPlaying')}
          </Button>
        </header>
        <Standing walk={walk} onChoose={choose} onOnward={onward} />
      </BrandScope>
    </dialog>
  );
};
