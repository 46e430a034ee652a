/** A number that saves itself when she leaves the field; a wrong one stays and says its limits. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useState } from 'react';
import { TextField } from './fields.tsx';

export const NumberField = ({
  label,
  value,
  from,
  to,
  hint = '',
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly hint?: string;
  readonly onChange: (value: number) => void;
}) => {
  const { t } = useText();
  const [text, setText] = useState<string | null>(null);
  const typed = text ?? String(value);
  const number = Number(typed);
  const wrong = typed.trim() === '' || Number.isNaN(number) || number < from || number > to;
  return (
    <TextField
      label={label}
      type="number"
      value={typed}
      wrong={wrong}
      hint={wrong ? t('admin.between', { from, to }) : hint}
      onChange={setText}
      onDone={() => {
        if (wrong || text === null) return;
        setText(null);
        if (number !== value) onChange(number);
      }}
    />
  );
};
