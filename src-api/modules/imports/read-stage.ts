/** The file that was sent becomes lines; the file itself is forgotten then. */

import { setTimeout as rest } from 'node:timers/promises';
import { nextState } from '@shared/domain/import/import-state.ts';
import {
  headerSignature,
  isOwnColumn,
  proposeMapping,
} from '@shared/domain/import/propose-mapping.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import * as lines from './lines-repository.ts';
import { knownMapping } from './mappings-repository.ts';
import { Unreadable } from './reading/table.ts';
import { readInThread } from './reading/thread.ts';
import {
  bytesOf,
  claimReading,
  forgetChunks,
  type ImportRow,
  keepReading,
  updateImport,
} from './repository.ts';
import type { Importing } from './try-lines.ts';

/** Whoever reads says so again with every part; after so long without it, another begins anew. */
const leaseMs = 20_000;
const restMs = 10;

class Taken extends Error {}

const readInto = async (hub: Importing, row: ImportRow, reader: string): Promise<void> => {
  const { db } = hub.database;
  await lines.forgetLines(db, row.id);
  const bytes = await bytesOf(db, row.id);
  const until = () => toInstant(hub.clock.now() + leaseMs);
  let count = 0;
  await readInThread(bytes, row.shape?.sheet ?? null, {
    onShape: async (shape, headers) => {
      const signature = headerSignature(headers);
      const known = await knownMapping(db, { brandId: row.brand_id, kind: row.kind, signature });
      const proposed = proposeMapping(row.kind, headers);
      const mapping =
        known === null ? proposed : { ...proposed, ...onlyOf(known.mapping, headers) };
      await updateImport(db, row.id, {
        shape: JSON.stringify(shape),
        headers: [...headers],
        mapping: JSON.stringify(mapping),
        constants: JSON.stringify(known?.constants ?? {}),
        remembered: known !== null,
      });
    },
    onPart: async (part) => {
      await hub.database.transactionWithCopy(async (tx, copy) => {
        if (!(await keepReading(tx, { id: row.id, reader, until: until() }))) throw new Taken();
        await lines.copyRawLines(copy, row.id, part);
        count += part.length;
        await updateImport(tx, row.id, { lines: count });
      });
      await rest(restMs);
    },
  });
};

const onlyOf = <T>(mapping: Readonly<Record<string, T>>, headers: readonly string[]) =>
  Object.fromEntries(
    headers.flatMap((header) =>
      header in mapping && !isOwnColumn(header) ? [[header, mapping[header] as T]] : [],
    ),
  );

/** One file, if there is any to read. @returns whether there was one. */
export const readOne = async (hub: Importing): Promise<boolean> => {
  const { db } = hub.database;
  const reader = hub.newId();
  const nowMs = hub.clock.now();
  const lease = { at: toInstant(nowMs), until: toInstant(nowMs + leaseMs) };
  const row = await claimReading(db, reader, lease);
  if (row === null) return false;
  const settle = (change: Parameters<typeof updateImport>[2]) =>
    db.transaction().execute(async (tx) => {
      const until = toInstant(hub.clock.now() + leaseMs);
      if (!(await keepReading(tx, { id: row.id, reader, until }))) return;
      await updateImport(tx, row.id, change);
      await forgetChunks(tx, row.id);
    });
  try {
    await readInto(hub, row, reader);
    const counts = JSON.stringify(await lines.countLines(db, row.id));
    await settle({ state: nextState('reading', 'read') ?? 'ready', counts });
  } catch (error) {
    if (error instanceof Taken) return true;
    if (!(error instanceof Unreadable)) throw error;
    await lines.forgetLines(db, row.id);
    const state = nextState('reading', 'found-unreadable') ?? 'unreadable';
    await settle({ state, unreadable: error.code });
  }
  return true;
};
