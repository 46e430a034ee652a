/** The script in the form: its steps in their order. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { PlayStep } from '@shared/domain/role-play/role-play.ts';
import { useState } from 'react';
import type { FormDraft } from './draft.ts';
import styles from './form.module.css';
import type { Wrong } from './form-parts.tsx';
import { StepFields } from './step-fields.tsx';

const css = styleNames(styles);

const mostSteps = 40;

/** Steps have no id of their own: a number given here keeps each field with its step. */
const useKeys = (count: number) => {
  const [keys, setKeys] = useState(() => Array.from({ length: count }, (_, index) => index));
  const next = () => Math.max(-1, ...keys) + 1;
  return { keys, setKeys, next };
};

const moved = <T,>(list: readonly T[], from: number, by: number): T[] => {
  const out = [...list];
  const [one] = out.splice(from, 1);
  if (one !== undefined) out.splice(from + by, 0, one);
  return out;
};

export const ScriptFields = ({
  draft,
  wrong,
  onChange,
}: {
  readonly draft: FormDraft;
  readonly wrong: Wrong;
  readonly onChange: (part: Partial<FormDraft>) => void;
}) => {
  const { t } = useText();
  const { steps } = draft;
  const { keys, setKeys, next } = useKeys(steps.length);
  const put = (index: number, step: PlayStep) =>
    onChange({ steps: steps.map((one, at) => (at === index ? step : one)) });
  const move = (index: number, by: -1 | 1) => {
    onChange({ steps: moved(steps, index, by) });
    setKeys(moved(keys, index, by));
  };
  const remove = (index: number) => {
    onChange({ steps: steps.filter((_, at) => at !== index) });
    setKeys(keys.filter((_, at) => at !== index));
  };
  const add = () => {
    onChange({ steps: [...steps, { kind: 'say', text: '', sound: null }] });
    setKeys([...keys, next()]);
  };
  return (
    <section className={css('sheet')} aria-labelledby="play-script">
      <h2 id="play-script">{t('playForm.script')}</h2>
      <ol className={css('steps')}>
        {steps.map((step, index) => (
          <StepFields
            key={keys[index]}
            step={step}
            number={index + 1}
            last={index === steps.length - 1}
            path={`steps.${index}`}
            wrong={wrong}
            brandId={draft.brandId}
            onChange={(changed) => put(index, changed)}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {wrong['steps'] === undefined ? null : (
        <small className={css('wrong')}>{t('playForm.wrong.missing')}</small>
      )}
      <div className={css('acts')}>
        <Button
          icon="plus"
          blocked={steps.length >= mostSteps ? t('playForm.enough') : undefined}
          onClick={add}
        >
          {t('playForm.addStep')}
        </Button>
      </div>
    </section>
  );
};
