/** « Plateau »: who does what now, which queue waits, and who needs the lead. */

import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { queueThresholds } from '@renderer/platform/lead-board/queue-figures.ts';
import { type ShownBoard, useLeadBoard } from '@renderer/platform/lead-board/use-lead-board.ts';
import { useScreen, useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { QueueForecast } from '@shared/contracts/http/queue-forecasts.ts';
import { attentionOf, byNeed } from '@shared/domain/lead-board/attention.ts';
import {
  strictest,
  type Thresholds,
  usualThresholds,
} from '@shared/domain/lead-board/thresholds.ts';
import { useCallback, useEffect, useState } from 'react';
import styles from './board.module.css';
import { BoardBar } from './board-bar.tsx';
import { BoardFigures, BoardTruth, SwitchNote } from './board-head.tsx';
import { BoardWaiting } from './board-waiting.tsx';
import { type BoardFilter, everybody, shownSeats } from './filters.ts';
import { QueueTable } from './queue-table.tsx';
import { SeatGrid } from './seat-grid.tsx';
import { SeatPanel } from './seat-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { TeamMessage } from './team-message.tsx';

const css = styleNames(styles);

const Title = ({ board }: { readonly board: ShownBoard }) => {
  const { t, language } = useText();
  const [team, ...more] = board.teams;
  const people = t('board.people', { count: formatNumber(board.seats.size, language) });
  const queues = t('board.queues', { count: board.queues.length });
  return (
    <div className={css('title')}>
      <h1>
        {team !== undefined && more.length === 0
          ? t('board.titleOf', { team: team.name })
          : t('rail.board')}
      </h1>
      <small>{`${people}, ${queues}`}</small>
    </div>
  );
};

/** Asked for from elsewhere: an alert led here. */
const useSought = (board: ShownBoard, choose: (userId: string) => void): void => {
  const { screen } = useServices();
  const soughtId = useScreen((state) => state.soughtId);
  const isSeat = soughtId !== null && board.seats.has(soughtId);
  useEffect(() => {
    if (!isSeat) return;
    choose(soughtId);
    screen.setState({ soughtId: null });
  }, [isSeat, soughtId, choose, screen]);
};

/** Whom she looks at, in which order, and who of them needs her. */
const useBoardView = (board: ShownBoard, at: number) => {
  const [filter, setFilter] = useState<BoardFilter>(everybody);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { teams, thresholds: all } = board;
  const thresholdsOf = useCallback(
    (teamId: string): Thresholds => all[teamId] ?? usualThresholds,
    [all],
  );
  const shown = shownSeats(board.seats, filter, { teams, thresholdsOf, nowMs: at });
  const wanting = shown
    .filter((seat) => attentionOf(seat, thresholdsOf(seat.teamId), at) !== null)
    .sort(byNeed(thresholdsOf, at));
  const next = () => {
    const place = wanting.findIndex(({ userId }) => userId === chosenId);
    setChosenId(wanting[(place + 1) % wanting.length]?.userId ?? null);
  };
  const change = (part: Partial<BoardFilter>) => setFilter((was) => ({ ...was, ...part }));
  useSought(board, setChosenId);
  const chosen = chosenId === null ? undefined : board.seats.get(chosenId);
  return {
    filter,
    change,
    chosenId,
    chosen,
    setChosenId,
    thresholdsOf,
    shown,
    wanting,
    next,
  };
};

type Opened = 'thresholds' | 'team-message' | null;

/** What stands beside the floor: one thing at a time. */
const Beside = ({
  board,
  at,
  view: { filter, chosen, thresholdsOf, setChosenId },
  open,
  onClose,
}: {
  readonly board: ShownBoard;
  readonly at: number;
  readonly view: ReturnType<typeof useBoardView>;
  readonly open: Opened;
  readonly onClose: () => void;
}) => {
  const teamId = filter.team ?? board.teams[0]?.id;
  if (open === 'team-message') return <TeamMessage teams={board.teams} onClose={onClose} />;
  if (open === 'thresholds' && teamId !== undefined)
    return <SettingsPanel key={teamId} teams={board.teams} firstId={teamId} onDone={onClose} />;
  if (open !== null || chosen === undefined) return null;
  return (
    <SeatPanel
      key={chosen.userId}
      seat={chosen}
      queues={board.queues}
      sources={board.sources}
      thresholds={thresholdsOf(chosen.teamId)}
      now={at}
      onClose={() => setChosenId(null)}
    />
  );
};

const BoardBody = ({
  board,
  forecasts,
  at,
}: {
  readonly board: ShownBoard;
  readonly forecasts: readonly QueueForecast[];
  readonly at: number;
}) => {
  const { t } = useText();
  const view = useBoardView(board, at);
  const { filter, change, chosen, setChosenId, shown, next } = view;
  const [open, setOpen] = useState<Opened>(null);
  const turn = (what: Opened) => setOpen((was) => (was === what ? null : what));
  const leave = () => {
    setOpen(null);
    setChosenId(null);
  };
  const order = filter.order === 'name' ? 'need' : 'name';
  useKeys([
    { key: 'u', whileTyping: 'rests', act: () => turn('thresholds') },
    { key: 'm', whileTyping: 'rests', act: () => turn('team-message') },
    { key: 'n', whileTyping: 'rests', act: next },
    { key: 't', whileTyping: 'rests', act: () => change({ order }) },
    { key: 'Escape', whileTyping: 'works', act: leave },
  ]);
  return (
    <div className={css('body', (open !== null || chosen !== undefined) && 'with')}>
      <section className={css('main', board.isStale && 'old')} aria-label={t('rail.board')}>
        <QueueTable
          queues={board.queues}
          campaigns={board.campaigns}
          forecasts={forecasts}
          thresholdsOf={queueThresholds(board, filter.team)}
          known={board.sources?.switch === 'ready' ? 'known' : 'unknown'}
          now={at}
        />
        <SwitchNote board={board} />
        <BoardBar
          board={board}
          shown={shown}
          wanting={view.wanting.length}
          filter={filter}
          onFilter={change}
          onNext={next}
          onThresholds={() => setOpen('thresholds')}
          onWrite={() => setOpen('team-message')}
        />
        <Seats board={board} at={at} view={view} />
      </section>
      <Beside board={board} at={at} view={view} open={open} onClose={() => setOpen(null)} />
    </div>
  );
};

const Seats = ({
  board,
  at,
  view,
}: {
  readonly board: ShownBoard;
  readonly at: number;
  readonly view: ReturnType<typeof useBoardView>;
}) => {
  const { t } = useText();
  const why = board.seats.size === 0 ? 'nobody' : 'nobodyFits';
  if (view.shown.length === 0)
    return (
      <EmptyState icon="customers" title={t(`board.${why}`)} detail={t(`board.${why}Detail`)} />
    );
  return (
    <SeatGrid
      seats={view.shown}
      thresholdsOf={view.thresholdsOf}
      now={at}
      chosenId={view.chosenId}
      onChoose={view.setChosenId}
      label={t('board.advisors')}
    />
  );
};

/** Told anew every five minutes at most; nothing of the floor waits for it. */
const useForecasts = (): readonly QueueForecast[] =>
  useAsked('lead.queue-forecasts', {}, 60_000).known?.value?.forecasts ?? [];

export const BoardScreen = () => {
  const { t } = useText();
  const { desktop } = useServices();
  useKeys([{ key: 'F11', whileTyping: 'works', act: desktop.openWall }]);
  const board = useLeadBoard();
  const now = useSecond();
  // Old, nothing goes on: what is shown is how it was.
  const at = board.isStale ? (board.trueAt ?? now) : now;
  const thresholds = strictest(Object.values(board.thresholds));
  const forecasts = useForecasts();
  const isThere = board.trueAt !== null;
  return (
    <main className={css('page')}>
      <header className={css('head')}>
        <Title board={board} />
        {isThere ? <BoardFigures {...{ board, thresholds, forecasts }} now={at} /> : null}
        <i />
        <BoardTruth board={board} />
        <Button keys={['F11']} onClick={desktop.openWall}>
          {t('board.wall')}
        </Button>
      </header>
      {isThere ? (
        <BoardBody board={board} forecasts={forecasts} at={at} />
      ) : (
        <BoardWaiting status={board.status} />
      )}
    </main>
  );
};
