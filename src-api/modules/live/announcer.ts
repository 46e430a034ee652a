/**
 * Learns of changes by LISTEN and tells the live channel which brands they concern. A notification
 * carries nothing; what changed is read from the log, and only once it is settled, so that a desktop
 * that pulls at once finds it.
 */

import type { DatabaseHandle } from '@api/db/database.ts';
import {
  hasUnsettled,
  readChanges,
  settledBelow,
} from '@api/modules/sync/change-log-repository.ts';
import type { Position } from '@api/modules/sync/cursor.ts';
import type { FastifyBaseLogger } from 'fastify';

/** null concerns everyone. */
export type OnChanged = (brandIds: ReadonlySet<string> | null) => void;
export type Announcer = { readonly stop: () => Promise<void> };

const settlePollMs = 100;
const reconnectMs = 1_000;
const pageSize = 5_000;

/** Tells once for each batch of settled changes; after a lost connection it tells everyone. */
export const startAnnouncer = async (
  database: DatabaseHandle,
  log: FastifyBaseLogger,
  onChanged: OnChanged,
): Promise<Announcer> => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> | undefined;
  let again = false;
  let position: Position = { xid: await settledBelow(database.db), seq: 0n };

  const readOnce = async (): Promise<void> => {
    const settled = await settledBelow(database.db);
    const changes = await readChanges(database.db, position, settled, null, pageSize);
    const last = changes.at(-1);
    position = changes.length === pageSize && last ? last.position : { xid: settled, seq: 0n };
    if (changes.length > 0) {
      const everyone = changes.some((change) => change.brandIds === null);
      onChanged(everyone ? null : new Set(changes.flatMap((change) => change.brandIds ?? [])));
    }
    if (changes.length === pageSize) again = true;
    else if (await hasUnsettled(database.db, settled)) later();
  };
  const later = (): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(read, settlePollMs);
  };
  const read = (): void => {
    again = true;
    reading ??= (async () => {
      while (again && !stopped) {
        again = false;
        await readOnce();
      }
    })()
      .catch((error: unknown) => {
        log.warn({ cause: error instanceof Error ? error.message : 'unknown' }, 'log unread');
        later();
      })
      .finally(() => {
        reading = undefined;
      });
  };

  let client = await listen();
  async function listen() {
    const connection = await database.connectAlone();
    connection.on('notification', read);
    connection.once('end', () => {
      if (!stopped) setTimeout(reconnect, reconnectMs);
    });
    await connection.query('listen hub_changed');
    return connection;
  }
  async function reconnect(): Promise<void> {
    if (stopped) return;
    try {
      client = await listen();
      onChanged(null);
      read();
    } catch {
      setTimeout(reconnect, reconnectMs);
    }
  }

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await reading;
      await client.end().catch(() => undefined);
    },
  };
};
