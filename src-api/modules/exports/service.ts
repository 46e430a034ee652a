/** What is asked to go out, and the file: only of one's own brands, and never without a trace. */
import type { Readable } from 'node:stream';
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import type { SheetRow } from '@api/sheets/cell.ts';
import { csvMediaType, csvOf } from '@api/sheets/write-csv.ts';
import { xlsxMediaType, xlsxOf } from '@api/sheets/write-xlsx.ts';
import type { ExportView, NewExport } from '@shared/contracts/http/exports.ts';
import { exportFieldsOf, exportHeaders } from '@shared/domain/export/columns.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as kept from './repository.ts';
import { countRows } from './rows-repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock' | 'newId' | 'random'>;
type Who = { readonly user: User; readonly actor: Actor };

const names: { readonly [kind in NewExport['kind']]: string } = {
  customers: 'clients',
  consents: 'accords',
  interactions: 'echanges',
};

const viewOf = ({ asked, done, total, byName, ...row }: kept.KeptExport): ExportView => ({
  ...row,
  byName: byName ?? '',
  format: asked.format,
  // What is written while it is made may make it longer.
  progress: { done, total: Math.max(done, total) },
  fileName: `${names[row.kind]}-${row.brandId}-${row.createdAt.slice(0, 10)}.${asked.format}`,
});

export const listExports = async (hub: Hub, user: User, limit: number): Promise<ExportView[]> =>
  (await kept.findExports(hub.database.db, user.brandIds, limit)).map(viewOf);

export const exportOf = async (hub: Hub, user: User, id: string): Promise<Result<ExportView>> => {
  const row = await kept.findExport(hub.database.db, id, user.brandIds);
  return row === null ? fail('not-found') : succeed(viewOf(row));
};

/** What an auditor wants to know of it; no row of it. */
const detailOf = (asked: NewExport) => ({ ...asked, columns: asked.columns.join(' ') });

export const askForExport = async (
  hub: Hub & HubDependencies,
  { user, actor }: Who,
  asked: NewExport,
): Promise<Result<ExportView>> => {
  if (!user.brandIds.includes(asked.brandId)) {
    return fail('input-malformed', 'brandId: no such brand of yours');
  }
  const id = hub.newId();
  const total = await countRows(hub.database.db, asked);
  const deed = { action: 'export-asked', entity: 'export', entityId: id, detail: detailOf(asked) };
  await audited(hub, actor, deed, (tx) =>
    kept.insertExport(tx, { id, asked, by: user.id, at: toInstant(hub.clock.now()), total }),
  );
  return exportOf(hub, user, id);
};

export const cancelExport = async (
  hub: Hub & HubDependencies,
  { user, actor }: Who,
  id: string,
): Promise<Result<ExportView>> => {
  const row = await kept.findExport(hub.database.db, id, user.brandIds);
  if (row === null) return fail('not-found');
  const deed = { action: 'export-cancelled', entity: 'export', entityId: id };
  const done = await audited(hub, actor, deed, async (tx) =>
    (await kept.cancel(tx, id, toInstant(hub.clock.now())))
      ? succeed(null)
      : fail('export-not-in-state', `it is ${row.state}`),
  );
  return done.ok ? exportOf(hub, user, id) : done;
};

const linesAtOnce = 500;

async function* rowsOf(hub: Hub, { id, asked }: kept.KeptExport): AsyncGenerator<SheetRow> {
  const { db } = hub.database;
  const columns = asked.columns.length > 0 ? asked.columns : exportFieldsOf[asked.kind];
  yield columns.map((field) => exportHeaders[field][asked.language]);
  const { open } = await sealOf(db, hub.random);
  let after = 0;
  for (;;) {
    const lines = await kept.linesAfter(db, id, after, linesAtOnce);
    for (const { body, mayGoOut } of lines) {
      if (mayGoOut) yield JSON.parse(open(body)) as SheetRow;
    }
    const last = lines.at(-1);
    if (last === undefined) return;
    after = last.place;
  }
}

export type ExportFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Readable;
};

/** Streamed; that it was taken is noted before its first line leaves. */
export const exportFile = async (
  hub: Hub,
  { user, actor }: Who,
  id: string,
): Promise<Result<ExportFile>> => {
  const { db } = hub.database;
  const row = await kept.findExport(db, id, user.brandIds);
  if (row === null) return fail('not-found');
  const { state, until, asked, done } = row;
  const isThere = state === 'done' && until !== null && Date.parse(until) > hub.clock.now();
  if (!isThere) return fail('export-not-in-state', `it is ${state === 'done' ? 'expired' : state}`);
  const detail = { ...detailOf(asked), lines: done };
  await recordAudit(db, { action: 'exported', entity: 'export', entityId: id, detail, ...actor });
  const { fileName } = viewOf(row);
  const rows = rowsOf(hub, row);
  return succeed(
    asked.format === 'csv'
      ? { name: fileName, mediaType: csvMediaType, content: csvOf(rows) }
      : { name: fileName, mediaType: xlsxMediaType, content: xlsxOf(names[row.kind], rows) },
  );
};
