/** The board in four figures, and whether it is live. */
import {
  formatNumber,
  formatSecond,
  formatTime,
  formatTimer,
} from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { longestSince, shareAnswered } from '@renderer/platform/lead-board/queue-figures.ts';
import type { ShownBoard } from '@renderer/platform/lead-board/use-lead-board.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { QueueForecast } from '@shared/contracts/http/queue-forecasts.ts';
import { seatStateOf } from '@shared/domain/lead-board/seat.ts';
import type { Thresholds } from '@shared/domain/lead-board/thresholds.ts';
import type { ReactNode } from 'react';
import styles from './board.module.css';
import { mostNeeded, sumOfQuarters } from './queue-ahead.tsx';

const css = styleNames(styles);

const Figure = ({
  value,
  words,
  look,
}: {
  readonly value: ReactNode;
  readonly words: string;
  readonly look: 'plain' | 'over';
}) => (
  <div className={css('figure', look)}>
    <b>{value}</b>
    <span>
      {look === 'over' ? <Icon name="alert" size={14} /> : null}
      {words}
    </span>
  </div>
);

/** Live, or since when it is not and what that means. */
export const BoardTruth = ({ board }: { readonly board: ShownBoard }) => {
  const { t, language } = useText();
  if (board.trueAt === null) return null;
  return (
    <span className={css('truth', board.isStale && 'stale')} role="status">
      <Icon name={board.isStale ? 'cloud-off' : 'passed'} size={18} />
      <span>
        <b>{t(board.isStale ? 'board.stale' : 'planning.live')}</b>
        <small>{formatSecond(board.trueAt, language)}</small>
      </span>
    </span>
  );
};

/** Of all queues together: who serves one now, and how many the busiest quarter ahead needs. */
const Needed = ({
  queues,
  forecasts,
}: {
  readonly queues: ShownBoard['queues'];
  readonly forecasts: readonly QueueForecast[];
}) => {
  const { t, language } = useText();
  const most = mostNeeded(sumOfQuarters(forecasts));
  if (most === null) return null;
  const staffed = queues.reduce((sum, queue) => sum + queue.staffed, 0);
  return (
    <Figure
      value={staffed}
      words={t('board.ahead.needs', {
        needed: most.needed,
        time: formatTime(most.from, language),
      })}
      look={staffed < most.needed ? 'over' : 'plain'}
    />
  );
};

export const BoardFigures = ({
  board,
  thresholds,
  forecasts,
  now,
}: {
  readonly board: ShownBoard;
  readonly thresholds: Thresholds;
  readonly forecasts: readonly QueueForecast[];
  readonly now: number;
}) => {
  const { t, language } = useText();
  const { queues, sources, seats } = board;
  const since = longestSince(queues);
  const waitMs = since === null ? null : now - Date.parse(since);
  const share = shareAnswered(queues);
  const isKnown = sources?.switch === 'ready';
  const ready = [...seats.values()].filter((seat) => seatStateOf(seat).state === 'ready').length;
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  return (
    <div className={css('figures', board.isStale && 'old')}>
      <Figure value={isKnown ? waiting : '–'} words={t('board.inQueue')} look="plain" />
      <Figure
        value={waitMs === null || !isKnown ? '–' : formatTimer(waitMs)}
        words={t('board.longestOf', { threshold: formatTimer(thresholds.waitS * 1000) })}
        look={isKnown && waitMs !== null && waitMs >= thresholds.waitS * 1000 ? 'over' : 'plain'}
      />
      <Figure
        value={share === null ? '–' : `${formatNumber(Math.round(share * 100), language)} %`}
        words={t('board.levelOf', { goal: thresholds.answeredShare })}
        look={share !== null && share * 100 < thresholds.answeredShare ? 'over' : 'plain'}
      />
      <Figure value={ready} words={t('board.free', { count: ready })} look="plain" />
      {isKnown ? <Needed queues={queues} forecasts={forecasts} /> : null}
    </div>
  );
};

/** That the switch is away is said where its figures would be. */
export const SwitchNote = ({ board }: { readonly board: ShownBoard }) => {
  const { t, language } = useText();
  const { sources } = board;
  if (sources === null || sources.switch === 'ready') return null;
  const time = formatSecond(Date.parse(sources.switchSince), language);
  return (
    <p className={css('note')} role="status">
      <Icon name={sources.switch === 'away' ? 'cloud-off' : 'info'} size={18} />
      {sources.switch === 'away' ? t('board.switchAway', { time }) : t('board.noSwitch')}
    </p>
  );
};
