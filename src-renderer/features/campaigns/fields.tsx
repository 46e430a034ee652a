/** Fields of a form: label, what is wanted, and that it is wrong, said together. */
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useId } from 'react';
import styles from './campaigns.module.css';

const css = styleNames(styles);

type FieldProps = { readonly label: string; readonly hint?: string; readonly wrong?: boolean };
type Given = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
};

const Field = ({
  label,
  hint = '',
  wrong = false,
  children,
}: FieldProps & { readonly children: (given: Given) => ReactNode }) => {
  const id = useId();
  return (
    <div className={css('field', wrong && 'wrong')}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': wrong, 'aria-describedby': `${id}-hint` })}
      <small id={`${id}-hint`}>{hint}</small>
    </div>
  );
};

export const TextField = ({
  value,
  type = 'text',
  onChange,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly type?: 'text' | 'date' | 'time';
  readonly onChange: (value: string) => void;
}) => (
  <Field {...field}>
    {(given) => (
      <input
        {...given}
        type={type}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )}
  </Field>
);

type Option = { readonly id: string; readonly label: string };

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
