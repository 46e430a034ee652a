/** The plain fields of the editor's forms: a label, a field, and nothing to change where one may not. */
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useId } from 'react';
import { useReadOnly } from './editor-store.ts';
import styles from './speech-editor.module.css';

const css = styleNames(styles);

export const Labelled = ({
  label,
  hint,
  narrow = false,
  children,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly narrow?: boolean;
  readonly children: (given: { readonly id: string; readonly disabled: boolean }) => ReactNode;
}) => {
  const id = useId();
  const disabled = useReadOnly();
  return (
    <div className={css('field', narrow && 'narrow')}>
      <label htmlFor={id}>{label}</label>
      {children({ id, disabled })}
      {hint === undefined ? null : <small>{hint}</small>}
    </div>
  );
};

type Texts = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly most?: number;
  readonly hint?: string;
  readonly narrow?: boolean;
  readonly type?: 'text' | 'number';
  readonly name?: string;
};

export const TextInput = ({
  label,
  value,
  onChange,
  most = 120,
  hint,
  narrow = false,
  type = 'text',
  name,
}: Texts) => (
  <Labelled label={label} hint={hint} narrow={narrow}>
    {({ id, disabled }) => (
      <input
        id={id}
        type={type}
        data-place={name}
        value={value}
        maxLength={most}
        readOnly={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )}
  </Labelled>
);

export type Option = { readonly id: string; readonly label: string };

export const SelectInput = ({
  label,
  value,
  options,
  onChange,
  narrow = false,
  name,
  onOpen,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  readonly narrow?: boolean;
  readonly name?: string;
  /** It is about to be opened: the rest of its options is wanted. */
  readonly onOpen?: () => void;
}) => (
  <Labelled label={label} narrow={narrow}>
    {({ id, disabled }) => (
      <select
        id={id}
        value={value}
        disabled={disabled}
        data-place={name}
        onPointerDown={onOpen}
        onFocus={onOpen}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);

export const CheckInput = ({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) => {
  const disabled = useReadOnly();
  return (
    <label className={css('check')}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
};

/** A small button that stands for a whole row: take away, move up. */
export const RowButton = ({
  label,
  onPress,
  children,
}: {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) => {
  const disabled = useReadOnly();
  return (
    <button
      type="button"
      className={css('rowButton')}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
};
