/** Numbered choices with their consequence at the right; the digit is the first way to take one. */
import type { ReactNode } from 'react';
import { styleNames } from '../style-names.ts';
import styles from './choice-list.module.css';

const css = styleNames(styles);

export type ChoiceRow = {
  readonly id: string;
  /** null: it is chosen by the pointer alone. */
  readonly key: string | null;
  readonly label: ReactNode;
  readonly hint?: string | undefined;
};

export const ChoiceList = ({
  label,
  rows,
  selectedId,
  onChoose,
}: {
  readonly label: string;
  readonly rows: readonly ChoiceRow[];
  readonly selectedId: string | null;
  readonly onChoose: (id: string) => void;
}) => (
  <ul className={css('list')} aria-label={label}>
    {rows.map((row) => (
      <li key={row.id} className={css('item', row.id === selectedId && 'selected')}>
        <button
          type="button"
          className={css('choice')}
          aria-pressed={row.id === selectedId}
          aria-keyshortcuts={row.key ?? undefined}
          onClick={() => onChoose(row.id)}
        >
          {row.key === null ? null : (
            <span className={css('digit')} aria-hidden="true">
              {row.key}
            </span>
          )}
          <span>{row.label}</span>
          {row.hint === undefined ? null : <small>{row.hint}</small>}
        </button>
      </li>
    ))}
  </ul>
);
