/** Fields of a form: label, what is wanted, and that it is wrong, said together. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useId, useState } from 'react';
import styles from './fields.module.css';

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

export const TextAreaField = ({
  value,
  rows,
  onChange,
  ...field
}: FieldProps & {
  readonly value: string;
  readonly rows: number;
  readonly onChange: (value: string) => void;
}) => (
  <Field {...field}>
    {(given) => (
      <textarea
        {...given}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )}
  </Field>
);

/** Empty means none where none is allowed; what cannot be is kept as typed and says its limits. */
export const NumberField = ({
  label,
  value,
  from,
  to,
  hint = '',
  empty = 'refused',
  onChange,
}: FieldProps & {
  readonly value: number | null;
  readonly from: number;
  readonly to: number;
  readonly empty?: 'allowed' | 'refused';
  readonly onChange: (value: number | null) => void;
}) => {
  const { t } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : String(value));
  const isEmpty = shown.trim() === '';
  const number = Number(shown.replace(',', '.'));
  const wrong = isEmpty
    ? empty === 'refused'
    : Number.isNaN(number) || number < from || number > to;
  return (
    <Field label={label} wrong={wrong} hint={wrong ? t('planning.between', { from, to }) : hint}>
      {(given) => (
        <input
          {...given}
          type="text"
          inputMode="decimal"
          value={shown}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            const next = Number(text.replace(',', '.'));
            if (text.trim() === '') {
              if (empty === 'allowed') onChange(null);
            } else if (!Number.isNaN(next) && next >= from && next <= to) onChange(next);
          }}
          onBlur={() => {
            if (!wrong) setTyped(null);
          }}
        />
      )}
    </Field>
  );
};

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
  hint = '',
  chosen,
  options,
  onChange,
}: FieldProps & {
  readonly chosen: readonly string[];
  readonly options: readonly { readonly id: string; readonly label: ReactNode }[];
  readonly onChange: (chosen: string[]) => void;
}) => (
  <fieldset className={css('checks')}>
    <legend>{label}</legend>
    {options.map((option) => (
      <label key={option.id}>
        <input
          type="checkbox"
          checked={chosen.includes(option.id)}
          onChange={(event) => {
            const others = chosen.filter((one) => one !== option.id);
            onChange(event.currentTarget.checked ? [...others, option.id] : others);
          }}
        />
        <span>{option.label}</span>
      </label>
    ))}
    <small>{hint}</small>
  </fieldset>
);
