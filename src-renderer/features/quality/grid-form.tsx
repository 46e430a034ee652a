/** The grid: 0 to 3 for each criterion, by the keys for the one that stands out, with its weight. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { GridView } from '@shared/contracts/http/assessments.ts';
import {
  marks as allMarks,
  type Mark,
  type Marks,
  scoreOf,
} from '@shared/domain/assessment/grid.ts';
import { useState } from 'react';
import styles from './quality.module.css';

const css = styleNames(styles);

export const GridForm = ({
  grid,
  marks,
  onMark,
}: {
  readonly grid: GridView;
  readonly marks: Marks;
  /** Null: it is read only. */
  readonly onMark: ((criterionId: string, mark: Mark) => void) | null;
}) => {
  const { t } = useText();
  const [chosen, setChosen] = useState(0);
  const give = (mark: Mark) => {
    const criterion = grid.criteria[chosen];
    if (criterion === undefined || onMark === null) return;
    onMark(criterion.id, mark);
    setChosen(Math.min(grid.criteria.length - 1, chosen + 1));
  };
  const step = (by: 1 | -1) =>
    setChosen(Math.min(grid.criteria.length - 1, Math.max(0, chosen + by)));
  useKeys([
    ...allMarks.map((mark) => ({
      key: `Digit${mark}`,
      whileTyping: 'rests' as const,
      act: () => give(mark),
    })),
    { key: 'ArrowUp', whileTyping: 'rests', act: () => step(-1) },
    { key: 'ArrowDown', whileTyping: 'rests', act: () => step(1) },
  ]);
  const score = scoreOf(grid, marks);
  return (
    <>
      <header className={css('gridHead')}>
        <h2>{t('assess.grid', { name: grid.name, version: grid.version })}</h2>
        <p>
          <b>{score ?? '–'}</b> {t('assess.outOf')}
        </p>
      </header>
      <div className={css('columns')}>
        <span>{t('assess.criterion')}</span>
        <KeyCaps keys={['0', '–', '3']} />
        <span>{t('assess.weight')}</span>
      </div>
      <ul className={css('criteria')}>
        {grid.criteria.map(({ id, label, guidance, weight }, place) => (
          <li key={id} className={css(onMark !== null && place === chosen && 'chosen')}>
            <span>
              <b>{label}</b>
              <small>{guidance}</small>
            </span>
            <fieldset aria-label={label}>
              {allMarks.map((mark) => (
                <button
                  key={mark}
                  type="button"
                  disabled={onMark === null}
                  aria-pressed={marks[id] === mark}
                  onClick={() => {
                    setChosen(place);
                    onMark?.(id, mark);
                  }}
                >
                  {mark}
                </button>
              ))}
            </fieldset>
            <span>× {weight}</span>
          </li>
        ))}
      </ul>
    </>
  );
};
