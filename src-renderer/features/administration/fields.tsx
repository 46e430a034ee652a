/** Fields of a form: label, what is wanted, and that it is wrong, said together. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useId } from 'react';
import styles from './administration.module.css';

const css = styleNames(styles);

type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: boolean;
};

const Field = ({
  label,
  hint,
  wrong = false,
  children,
}: FieldProps & {
  readonly children: (given: {
    readonly id: string;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string;
  }) => ReactNode;
}) => {
  const { t } = useText();
  const id = useId();
  const said = [wrong ? t('admin.toCorrect') : '', hint ?? ''].filter((part) => part !== '');
  return (
    <div className={css('field', wrong && 'wrong')}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': wrong, 'aria-describedby': `${id}-hint` })}
      <small id={`${id}-hint`}>{said.join(' ')}</small>
    </div>
  );
};

export const TextField = ({
  value,
  onChange,
  onDone,
  type = 'text',
  rows,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** She left the field, or pressed Enter. */
  readonly onDone?: () => void;
  readonly type?: 'text' | 'password' | 'number' | 'email' | 'date';
  readonly rows?: number;
}) => (
  <Field {...field}>
    {(given) =>
      rows === undefined ? (
        <input
          {...given}
          type={type}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onDone}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onDone?.();
          }}
        />
      ) : (
        <textarea
          {...given}
          rows={rows}
          value={value}
          spellCheck={false}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    }
  </Field>
);

export type Option = { readonly id: string; readonly label: string };

export const SelectField = ({
  value,
  options,
  onChange,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}) => (
  <Field {...field}>
    {(given) => (
      <select {...given} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

export const ChecksField = ({
  label,
  hint,
  wrong = false,
  chosen,
  options,
  onChange,
}: FieldProps & {
  readonly chosen: readonly string[];
  readonly options: readonly Option[];
  readonly onChange: (chosen: string[]) => void;
}) => {
  const { t } = useText();
  return (
    <fieldset className={css('checks', wrong && 'wrong')}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.id}>
          <input
            type="checkbox"
            checked={chosen.includes(option.id)}
            onChange={(event) =>
              onChange(
                options
                  .map(({ id }) => id)
                  .filter((id) =>
                    id === option.id ? event.currentTarget.checked : chosen.includes(id),
                  ),
              )
            }
          />
          {option.label}
        </label>
      ))}
      <small>{[wrong ? t('admin.toCorrect') : '', hint ?? ''].filter(Boolean).join(' ')}</small>
    </fieldset>
  );
};
