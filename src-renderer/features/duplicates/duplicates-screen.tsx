/** Cards that may be one customer, the likelier first; beside, the two of them; below, what was merged. */
import { formatDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import type { Duplicate } from '@shared/contracts/http/duplicates.ts';
import { nameOf } from '@shared/domain/customer/name-of.ts';
import { useState } from 'react';
import styles from './duplicates.module.css';
import { PairPanel } from './pair-panel.tsx';
import { useDuplicates } from './use-duplicates.ts';

const css = styleNames(styles);

type Merge = CommandOutput<'duplicates.list'>['merges'][number];

const keyOf = ({ one, other }: Duplicate): string => `${one.id} ${other.id}`;
const tones = { certain: 'ink', probable: 'warn', possible: 'plain' } as const;

const PairRow = ({
  pair,
  selected,
  onSelect,
}: {
  readonly pair: Duplicate;
  readonly selected: boolean;
  readonly onSelect: () => void;
}) => {
  const { t } = useText();
  return (
    <li>
      <button
        type="button"
        className={css('row', selected && 'selected')}
        aria-pressed={selected}
        onClick={onSelect}
      >
        <span className={css('who')}>
          <b>{`${nameOf(pair.one)} · ${nameOf(pair.other)}`}</b>
          <small>{pair.for.map((reason) => t(`duplicates.reason.${reason}`)).join(', ')}</small>
        </span>
        {pair.reportedBy === null ? null : <Tag tone="ok">{t('duplicates.reported')}</Tag>}
        <Tag tone={tones[pair.verdict]}>{t(`duplicates.verdict.${pair.verdict}`)}</Tag>
      </button>
    </li>
  );
};

const MergeRow = ({ merge, onUndo }: { readonly merge: Merge; readonly onUndo: () => void }) => {
  const { t, language } = useText();
  const { survivor, absorbed, mergedAt, undoneAt } = merge;
  return (
    <li className={css('made')}>
      <span className={css('who')}>
        <b>{`${absorbed.name} → ${survivor.name}`}</b>
        <small>{formatDay(mergedAt, language)}</small>
      </span>
      {undoneAt === null ? (
        <Button size="small" onClick={onUndo} aria-label={t('duplicates.undoOf', absorbed)}>
          {t('duplicates.undo')}
        </Button>
      ) : (
        <small>{t('duplicates.undone')}</small>
      )}
    </li>
  );
};

export const DuplicatesScreen = () => {
  const { t } = useText();
  const desk = useDuplicates();
  const [chosen, setChosen] = useState<string | null>(null);
  const { found } = desk;
  if (found === null)
    return (
      <main className={css('whole')}>
        <LoadingLines label={t('duplicates.loading')} />
      </main>
    );
  if (found === 'unreachable')
    return (
      <main className={css('whole')}>
        <EmptyState
          heading
          icon="cloud-off"
          title={t('duplicates.unreachable')}
          detail={t('duplicates.unreachableDetail')}
        />
      </main>
    );
  const { duplicates, total, merges } = found;
  if (duplicates.length + merges.length === 0)
    return (
      <main className={css('whole')}>
        <EmptyState
          heading
          icon="check"
          title={t('duplicates.none')}
          detail={t('duplicates.noneDetail')}
        />
      </main>
    );
  const pair = duplicates.find((one) => keyOf(one) === chosen) ?? duplicates[0];
  return (
    <main className={css('screen')}>
      <section className={css('left')}>
        <header>
          <h1>{t('duplicates.title')}</h1>
          <p>{t('duplicates.count', { count: total })}</p>
        </header>
        <ul className={css('list')} aria-label={t('duplicates.title')}>
          {duplicates.map((one) => (
            <PairRow
              key={keyOf(one)}
              pair={one}
              selected={one === pair}
              onSelect={() => setChosen(keyOf(one))}
            />
          ))}
        </ul>
        {merges.length === 0 ? null : (
          <>
            <h2>{t('duplicates.made')}</h2>
            <ul className={css('list')} aria-label={t('duplicates.made')}>
              {merges.map((merge) => (
                <MergeRow key={merge.id} merge={merge} onUndo={() => void desk.undo(merge.id)} />
              ))}
            </ul>
          </>
        )}
      </section>
      <section className={css('right')}>
        {pair === undefined ? (
          <EmptyState icon="check" title={t('duplicates.none')} />
        ) : (
          <PairPanel key={keyOf(pair)} pair={pair} desk={desk} />
        )}
      </section>
    </main>
  );
};
