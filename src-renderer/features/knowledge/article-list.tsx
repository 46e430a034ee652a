/** Articles under each other, gone through by the arrow keys; Enter or a click opens one. */
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ArticleLanguage } from '@shared/domain/article/article.ts';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './knowledge.module.css';

const css = styleNames(styles);

export type ListedRow = {
  readonly id: string;
  readonly language: ArticleLanguage;
  readonly title: ReactNode;
  readonly detail: string;
  readonly mark: ReactNode;
};

const moves: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1 };

const onArrow = (event: KeyboardEvent<HTMLUListElement>): void => {
  const by = moves[event.key];
  if (by === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons[at + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
};

export const ArticleList = ({
  label,
  rows,
  chosenId,
  onChoose,
}: {
  readonly label: string;
  readonly rows: readonly ListedRow[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}) => (
  <ul className={css('list')} aria-label={label} onKeyDown={onArrow}>
    {rows.map(({ id, language, title, detail, mark }) => (
      <li key={id}>
        <button
          type="button"
          className={css('row', id === chosenId && 'on')}
          aria-current={id === chosenId ? 'true' : undefined}
          onClick={() => onChoose(id)}
        >
          <Icon name="article" />
          <span>
            <b lang={language}>{title}</b>
            <small>{detail}</small>
          </span>
          {mark}
        </button>
      </li>
    ))}
  </ul>
);
