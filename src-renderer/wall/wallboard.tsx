/** Four figures, the queues that matter most, the campaigns: nobody's name, and grey once it is old. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import {
  formatNumber,
  formatSecond,
  formatTime,
  formatTimer,
} from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import {
  longestSince,
  queueThresholds,
  shareAnswered,
} from '@renderer/platform/lead-board/queue-figures.ts';
import { type ShownBoard, useLeadBoard } from '@renderer/platform/lead-board/use-lead-board.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { BoardQueue } from '@shared/contracts/live/board.ts';
import { queueWorry } from '@shared/domain/lead-board/attention.ts';
import { seatStateOf } from '@shared/domain/lead-board/seat.ts';
import { strictest, type Thresholds } from '@shared/domain/lead-board/thresholds.ts';
import styles from './wallboard.module.css';

const css = styleNames(styles);
/** As many as have room in letters that are read at five metres. */
const queuesAtMost = 5;
/** Seen from afar a moment of silence is no news; ten seconds of it are. */
const oldAfterMs = 10_000;

const Figure = ({
  value,
  words,
  look,
}: {
  readonly value: string | number;
  readonly words: string;
  readonly look: 'plain' | 'over';
}) => (
  <div className={css('figure', look)}>
    <b>
      {look === 'over' ? <Icon name="alert" size={64} /> : null}
      {value}
    </b>
    <span>{words}</span>
  </div>
);

type Shown = {
  readonly board: ShownBoard;
  readonly thresholds: Thresholds;
  readonly now: number;
};

const percent = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 100)} %`;

const Figures = ({ board, thresholds, now }: Shown) => {
  const { t, language } = useText();
  const { queues, seats, sources } = board;
  const since = longestSince(queues);
  const waitMs = since === null ? null : now - Date.parse(since);
  const share = shareAnswered(queues);
  const isKnown = sources?.switch === 'ready';
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  const free = [...seats.values()].filter((seat) => seatStateOf(seat).state === 'ready').length;
  const isLong = isKnown && waitMs !== null && waitMs >= thresholds.waitS * 1000;
  const isLow = share !== null && share * 100 < thresholds.answeredShare;
  return (
    <section className={css('figures')}>
      <Figure
        value={isKnown ? formatNumber(waiting, language) : '–'}
        words={t('board.inQueue')}
        look="plain"
      />
      <Figure
        value={waitMs === null || !isKnown ? '–' : formatTimer(waitMs)}
        words={t('board.longestOf', { threshold: formatTimer(thresholds.waitS * 1000) })}
        look={isLong ? 'over' : 'plain'}
      />
      <Figure
        value={percent(share)}
        words={t('board.levelOf', { goal: thresholds.answeredShare })}
        look={isLow ? 'over' : 'plain'}
      />
      <Figure
        value={formatNumber(free, language)}
        words={t('board.free', { count: free })}
        look="plain"
      />
    </section>
  );
};

const Row = ({
  queue,
  thresholds,
  now,
  known,
}: Omit<Shown, 'board'> & {
  readonly queue: BoardQueue;
  readonly known: 'known' | 'unknown';
}) => {
  const brand = useBrands().find(({ id }) => id === queue.brandId);
  const share = shareAnswered([queue]);
  const isKnown = known === 'known';
  const worry = isKnown ? queueWorry({ ...queue, answeredShare: share }, thresholds, now) : null;
  const { longestSince: since } = queue;
  return (
    <tr className={css(worry !== null && 'over')}>
      <th scope="row">
        <BrandMark brand={brand} />
        {queue.label}
      </th>
      <td>{isKnown ? queue.waiting : '–'}</td>
      <td>
        {worry === 'wait' ? <Icon name="alert" size={32} /> : null}
        {isKnown && since !== null ? formatTimer(now - Date.parse(since)) : '–'}
      </td>
      <td>{percent(share)}</td>
    </tr>
  );
};

type OfQueues = Pick<Shown, 'board' | 'now'> & {
  readonly thresholdsOf: (queue: BoardQueue) => Thresholds;
};

/** Those beyond a threshold first, then those in which most wait. */
const byWorry = ({ board, thresholdsOf, now }: OfQueues): readonly BoardQueue[] => {
  const rank = (queue: BoardQueue): number =>
    queueWorry({ ...queue, answeredShare: shareAnswered([queue]) }, thresholdsOf(queue), now) ===
    null
      ? 1
      : 0;
  return [...board.queues].sort((a, b) => rank(a) - rank(b) || b.waiting - a.waiting);
};

const Queues = (shown: OfQueues) => {
  const { t } = useText();
  const { board, thresholdsOf, now } = shown;
  const queues = byWorry(shown);
  const more = queues.length - queuesAtMost;
  const known = board.sources?.switch === 'ready' ? 'known' : 'unknown';
  return (
    <table className={css('queues')}>
      <thead>
        <tr>
          <th scope="col">{t('board.queue')}</th>
          <th scope="col">{t('board.waiting')}</th>
          <th scope="col">{t('board.longest')}</th>
          <th scope="col">{t('board.serviceLevel')}</th>
        </tr>
      </thead>
      <tbody>
        {queues.slice(0, queuesAtMost).map((queue) => (
          <Row key={queue.name} thresholds={thresholdsOf(queue)} {...{ queue, now, known }} />
        ))}
      </tbody>
      {more > 0 ? (
        <tfoot>
          <tr>
            <td colSpan={4}>{t('wall.more', { count: more })}</td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
};

export const Wallboard = () => {
  const { t, language } = useText();
  const board = useLeadBoard();
  const clock = useSecond();
  const [team] = board.teams;
  if (board.trueAt === null) return <main className={css('wall', 'empty')}>{t('wall.waits')}</main>;
  const isOld = clock - board.trueAt >= oldAfterMs;
  const now = isOld ? board.trueAt : clock;
  const thresholds = strictest(Object.values(board.thresholds));
  const thresholdsOf = queueThresholds(board, null);
  return (
    <main className={css('wall', isOld && 'old')}>
      <header>
        <h1>{team === undefined ? t('rail.board') : t('board.titleOf', { team: team.name })}</h1>
        {isOld ? (
          <span className={css('stale')} role="status">
            <Icon name="cloud-off" size={32} />
            {t('wall.stale', { time: formatSecond(board.trueAt, language) })}
          </span>
        ) : (
          <time>{formatTime(clock, language)}</time>
        )}
      </header>
      <Figures {...{ board, thresholds, now }} />
      <Queues {...{ board, thresholdsOf, now }} />
      <footer>
        {board.campaigns.slice(0, 2).map((campaign) => (
          <span key={campaign.id}>
            <Icon name="flag" size={32} />
            {campaign.name} <b>{campaign.won}</b>
            {campaign.target === null ? null : ` / ${campaign.target}`}
          </span>
        ))}
      </footer>
    </main>
  );
};
