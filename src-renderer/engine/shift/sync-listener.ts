/** What the exchange with the hub shows on the board. */
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import type { Board } from '../board/board.ts';
import type { SyncListener } from '../sync/sync-position.ts';

type Deps = {
  readonly board: Board;
  readonly clock: Clock;
  readonly notice: (name: 'callbacks-changed', id: null) => void;
};
type Told = {
  /** The hub is there again. */
  readonly online: () => void;
  readonly touched: (customerIds: readonly string[]) => void;
  readonly heard: () => void;
};

export const syncListener = ({ board, clock, notice }: Deps, told: Told): SyncListener => {
  const now = () => toInstant(clock.now());
  return {
    online: (online) => {
      const hub = online ? 'online' : 'offline';
      if (board.get('sync').hub === hub) return;
      board.patch('sync', { hub, since: now() });
      if (online) told.online();
    },
    storage: (storageError) => {
      const before = board.get('sync').storageError;
      // What the journal says goes before what the cache says.
      if (before === null || before.startsWith('cache-')) board.patch('sync', { storageError });
    },
    sent: (at) => board.patch('sync', { lastSentAt: at }),
    fresh: () => {
      board.patch('sync', { freshAt: now() });
      told.heard();
    },
    wire: (protocol, skipped) => board.patch('sync', { protocol, skipped }),
    loading: (initialLoad) => board.patch('sync', { initialLoad }),
    reference: (reference) => board.set('reference', reference),
    touched: (ids) => {
      told.touched(ids);
      notice('callbacks-changed', null);
    },
  };
};
