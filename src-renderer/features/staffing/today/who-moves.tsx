/** « Qui déplacer »: what is missing soonest and who could cover it; digits choose, Enter asks. */
import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { formatNumber, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Today } from '@shared/contracts/http/schedule-moves.ts';
import { useState } from 'react';
import { clockOf } from '../clock-words.ts';
import styles from '../schedules.module.css';
import { MoveLine } from './move-line.tsx';

const css = styleNames(styles);
const shownAtMost = 3;

type Advice = NonNullable<Today['advice']>;
type Asking = { readonly today: Today; readonly onAsked: () => Promise<void> };

const Effect = ({ advice }: { readonly advice: Advice }) => {
  const { t, language } = useText();
  const percent = (share: number) => `${formatNumber(Math.round(share * 100), language)} %`;
  const { before, after, enough } = advice;
  const timer = (seconds: number) => formatTimer(seconds * 1000);
  return (
    <dl className={css('effect')}>
      <div>
        <dt>{t('schedules.doingNothing')}</dt>
        <dd>
          <b>{percent(before.share)}</b>
          <small>{t('schedules.waiting', { time: timer(before.waitSeconds) })}</small>
        </dd>
      </div>
      {enough === 0 ? null : (
        <div>
          <dt>{t('schedules.withFirst', { count: enough })}</dt>
          <dd>
            <b>{percent(after.share)}</b>
            <small>
              {t('schedules.between', { low: percent(after.worst), high: percent(after.best) })}
            </small>
          </dd>
        </div>
      )}
    </dl>
  );
};

/** Moves that may be asked for, those that are chosen, and asking for them. */
const useMoves = (advice: Advice, onAsked: () => Promise<void>) => {
  const request = useRequest();
  const [own, choose] = useState<readonly string[] | null>(null);
  const moves = advice.moves.slice(0, Math.max(shownAtMost, advice.enough));
  const first = moves.slice(0, advice.enough).map(({ id }) => id);
  const chosen = (own ?? first).filter((id) => moves.some((move) => move.id === id));
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const ask = async () => {
    if (chosen.length === 0) return;
    await request('schedules.ask-moves', { ids: [...chosen] });
    choose(null);
    await onAsked();
  };
  useKeys([
    ...moves.map(({ id }, at) => ({
      key: `Digit${at + 1}`,
      whileTyping: 'rests' as const,
      act: () => toggle(id),
    })),
    { key: 'Enter', whileTyping: 'rests', act: () => void ask() },
  ]);
  return { moves, chosen, toggle, ask };
};

const Gap = ({ advice }: { readonly advice: Advice }) => {
  const { t } = useText();
  const { from, to, missing: count, brandId } = advice.shortfall;
  const brand = useBrand(brandId)?.name ?? brandId;
  return (
    <Tag tone="danger" icon="alert">
      {t('schedules.gap', { from: clockOf(from), to: clockOf(to), count, brand })}
    </Tag>
  );
};

const Advised = ({
  advice,
  onAsked,
}: {
  readonly advice: Advice;
  readonly onAsked: () => Promise<void>;
}) => {
  const { t } = useText();
  const { moves, chosen, toggle, ask } = useMoves(advice, onAsked);
  const numbers = moves.flatMap(({ id }, at) => (chosen.includes(id) ? [at + 1] : []));
  return (
    <>
      {moves.length === 0 ? <p className={css('note')}>{t('schedules.nobodyCan')}</p> : null}
      <ol className={css('moves')}>
        {moves.map((move, at) => (
          <MoveLine
            key={move.id}
            move={move}
            place={at + 1}
            chosen={chosen.includes(move.id)}
            onToggle={() => toggle(move.id)}
          />
        ))}
      </ol>
      <Effect advice={advice} />
      {moves.length === 0 ? null : (
        <Button
          look="primary"
          keys={['↵']}
          blocked={chosen.length === 0 ? t('schedules.chooseFirst') : undefined}
          onClick={() => void ask()}
        >
          {t('schedules.apply', { moves: numbers.join(', ') || '–' })}
        </Button>
      )}
      <p className={css('note')}>{t('schedules.eachIsAsked')}</p>
    </>
  );
};

export const WhoMoves = ({ today, onAsked }: Asking) => {
  const { t } = useText();
  const { advice } = today;
  return (
    <Sheet
      title={t('schedules.whoMoves')}
      beside={advice === null ? undefined : <Gap advice={advice} />}
    >
      {advice === null ? (
        <EmptyState
          icon="passed"
          title={t(today.known ? 'schedules.nothingMissing' : 'forecast.tooShort')}
          detail=""
        />
      ) : (
        <Advised advice={advice} onAsked={onAsked} />
      )}
    </Sheet>
  );
};
