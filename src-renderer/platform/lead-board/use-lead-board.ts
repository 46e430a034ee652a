/** The board for a window: watched while something shows it, and old when the engine falls silent too. */
import { useConnected, useServices } from '@renderer/platform/store/services.tsx';
import { boardStaleAfterMs } from '@shared/contracts/live/board.ts';
import {
  applyNews,
  type BoardNews,
  type BoardState,
  emptyBoard,
} from '@shared/contracts/live/board-state.ts';
import { useEffect, useState } from 'react';
import { useSecond } from '../clock/use-now.ts';

/** A burst of news is drawn a few times, not at each of its messages. */
const gatherMs = 50;

export type ShownBoard = BoardState & {
  /** What is shown may be no more so. */
  readonly isStale: boolean;
};

/** Old by the status, or because nothing was heard for as long as a hub is ever silent. */
export const isStale = (board: BoardState, connected: boolean, nowMs: number): boolean =>
  board.trueAt !== null &&
  (!connected || board.status !== 'live' || nowMs - board.trueAt > boardStaleAfterMs + 1_000);

export const useLeadBoard = (): ShownBoard => {
  const { client } = useServices();
  const connected = useConnected();
  const now = useSecond();
  const [board, setBoard] = useState<BoardState>(emptyBoard);
  useEffect(() => {
    if (!connected) return;
    let isOver = false;
    let gathered: BoardNews[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const apply = () => {
      timer = undefined;
      const news = gathered;
      gathered = [];
      setBoard((was) => news.reduce(applyNews, was));
    };
    // What is told before the answer is within it, or comes again with the next whole.
    const stop = client.listen({
      slice: () => undefined,
      customer: () => undefined,
      notice: () => undefined,
      connected: () => undefined,
      leadBoard: (news) => {
        gathered.push(news);
        timer ??= setTimeout(apply, gatherMs);
      },
    });
    void client.request('lead.watch', null).then((answer) => {
      if (!isOver && answer.ok && answer.value.trueAt !== null) setBoard(answer.value);
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [client, connected]);
  return { ...board, isStale: isStale(board, connected, now) };
};
