/** What the step asks to be noted as data; kept at each keystroke with the call. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { currentStep, fieldKey, keepField } from '@shared/domain/script/run.ts';
import type { SpeechField } from '@shared/domain/script/script.ts';
import { useId } from 'react';
import styles from './speech.module.css';

const css = styleNames(styles);

const inputTypes = {
  text: 'text',
  number: 'text',
  amount: 'text',
  date: 'date',
  email: 'email',
  phone: 'tel',
} as const;

type FieldProps = {
  readonly field: SpeechField;
  readonly value: string | number | boolean | undefined;
  readonly onKeep: (value: string | boolean) => void;
};

const YesNo = ({ field, value, onKeep }: FieldProps) => {
  const { t } = useText();
  return (
    <fieldset className={css('field', 'yesNo')}>
      <legend>{field.label}</legend>
      {[true, false].map((answer) => (
        <label key={String(answer)}>
          <input
            type="radio"
            name={field.id}
            checked={value === answer}
            onChange={() => onKeep(answer)}
          />
          {answer ? t('common.yes') : t('common.no')}
        </label>
      ))}
    </fieldset>
  );
};

const Field = ({ field, value, onKeep }: FieldProps) => {
  const id = useId();
  if (field.type === 'yes-no') return <YesNo field={field} value={value} onKeep={onKeep} />;
  return (
    <div className={css('field')}>
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        type={inputTypes[field.type]}
        inputMode={field.type === 'number' || field.type === 'amount' ? 'decimal' : undefined}
        value={value === undefined ? '' : String(value)}
        onChange={(event) => onKeep(event.currentTarget.value)}
      />
    </div>
  );
};

export const SpeechFields = ({ speech }: { readonly speech: Speech }) => {
  const { t } = useText();
  const { script, record, walk } = speech;
  const step = currentStep(script, record);
  if (step.fields.length === 0) return null;
  return (
    <section className={css('fields')} aria-label={t('speech.fields')}>
      {step.fields.map((field) => (
        <Field
          key={field.id}
          field={field}
          value={record.fields[fieldKey(step.id, field.id)]}
          onKeep={(value) => walk((current) => keepField(script, current, field.id, value))}
        />
      ))}
    </section>
  );
};
