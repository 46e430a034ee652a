/** A step in full: what it is, what is said, what is asked, where it leads, what it does. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { changeStep, removeStep } from '@shared/domain/script/editing/edits.ts';
import {
  kindOf,
  passages,
  type Step,
  type StepKind,
  stepKinds,
} from '@shared/domain/script/step.ts';
import { ActionForm } from './action-form.tsx';
import { ArticlesForm } from './articles-form.tsx';
import { ChoicesForm } from './choices-form.tsx';
import { DispositionSelect } from './disposition-select.tsx';
import { useEdit, useEditor, useReadOnly, useScript } from './editor-store.ts';
import { FieldsForm } from './fields-form.tsx';
import { CheckInput, SelectInput, TextInput } from './form-parts.tsx';
import { RoutesForm } from './routes-form.tsx';
import styles from './speech-editor.module.css';
import { SubScriptForm } from './sub-script-form.tsx';
import { TargetSelect } from './target-select.tsx';
import { readLabel, writeLabels } from './translated.ts';
import { useStepEdit } from './use-step-edit.ts';
import { useWriting } from './use-writing.ts';
import { WordsForm } from './words-form.tsx';

const css = styleNames(styles);

const Passages = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const change = useStepEdit(step);
  const chosen = step.passages ?? [];
  return (
    <fieldset className={css('passages')}>
      <legend>{t('speechEditor.passages')}</legend>
      {passages.map((passage) => (
        <CheckInput
          key={passage}
          label={t(`speechEditor.passage.${passage}`)}
          checked={chosen.includes(passage)}
          onChange={(checked) =>
            change('passages', {
              passages: passages.filter((one) =>
                one === passage ? checked : chosen.includes(one),
              ),
            })
          }
        />
      ))}
    </fieldset>
  );
};

const EndForm = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const change = useStepEdit(step);
  return (
    <div className={css('pair')}>
      <DispositionSelect
        value={step.dispositionCode}
        onChange={(dispositionCode) => change('dispositionCode', { dispositionCode })}
      />
      <SelectInput
        label={t('speechEditor.result')}
        value={step.result ?? 'neutral'}
        options={(['reached', 'not-reached', 'neutral'] as const).map((id) => ({
          id,
          label: t(`speechEditor.resultOf.${id}`),
        }))}
        onChange={(result) => change('result', { result: result as Step['result'] })}
      />
    </div>
  );
};

const Head = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const change = useStepEdit(step);
  const { writing } = useWriting();
  const own = writing.language === writing.written;
  return (
    <div className={css('pair')}>
      <TextInput
        label={t('speechEditor.stepTitle')}
        value={readLabel(step.title, step.titles, writing)}
        most={80}
        name="title"
        onChange={(title) =>
          change(
            `title ${writing.language}`,
            own ? { title } : { titles: writeLabels(step.titles, writing, title) },
          )
        }
      />
      <SelectInput
        label={t('speechEditor.kind')}
        value={kindOf(step)}
        options={stepKinds.map((id) => ({ id, label: t(`speechEditor.kindOf.${id}`) }))}
        onChange={(kind) => change('kind', { kind: kind as StepKind })}
      />
    </div>
  );
};

/** For her alone: read, never said. */
const Advice = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const change = useStepEdit(step);
  return (
    <TextInput
      label={t('speechEditor.advice')}
      hint={t('speechEditor.adviceHint')}
      value={step.advice ?? ''}
      most={300}
      name="advice"
      onChange={(advice) => change('advice', { advice: advice === '' ? undefined : advice })}
    />
  );
};

const Onward = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const kind = kindOf(step);
  const some = kind === 'branch' || step.routes.length > 0 || step.choices.length > 0;
  return (
    <TargetSelect
      label={t(some ? 'speechEditor.nextElse' : 'speechEditor.next')}
      step={step}
      field="next"
      value={step.next}
    />
  );
};

const Remove = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const edit = useEdit();
  const readOnly = useReadOnly();
  const single = useEditor((state) => state.history.now.steps.length === 1);
  if (readOnly || single) return null;
  return (
    <div className={css('removeRow')}>
      <Button
        size="small"
        look="ghost"
        icon="close"
        onClick={() => edit('steps', (script) => removeStep(script, step.id))}
      >
        {t('speechEditor.removeStep')}
      </Button>
    </div>
  );
};

export const StepForm = ({ stepId }: { readonly stepId: string }) => {
  const { t } = useText();
  const script = useScript();
  const step = script.steps.find(({ id }) => id === stepId);
  const edit = useEdit();
  if (step === undefined) return null;
  const kind = kindOf(step);
  return (
    <form
      className={css('form')}
      aria-label={t('speechEditor.formOf', { step: step.title })}
      onSubmit={(event) => event.preventDefault()}
    >
      <Head step={step} />
      {kind === 'branch' || kind === 'sub-script' ? null : (
        <WordsForm
          text={step.text}
          place="text"
          onChange={(place, text) =>
            edit(`${step.id} ${place}`, (now) => changeStep(now, step.id, { text }))
          }
        />
      )}
      {kind === 'branch' || kind === 'sub-script' ? null : <Advice step={step} />}
      {kind === 'ask' ? <ChoicesForm step={step} /> : null}
      {kind === 'ask' ? <FieldsForm step={step} /> : null}
      {kind === 'do' ? <ActionForm step={step} /> : null}
      {kind === 'sub-script' ? <SubScriptForm step={step} /> : null}
      {kind === 'end' ? <EndForm step={step} /> : <RoutesForm step={step} />}
      {kind === 'end' ? null : <Onward step={step} />}
      {kind === 'branch' || kind === 'sub-script' ? null : <ArticlesForm step={step} />}
      {kind === 'branch' || kind === 'sub-script' ? null : <Passages step={step} />}
      <Remove step={step} />
    </form>
  );
};
