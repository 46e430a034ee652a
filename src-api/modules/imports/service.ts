/** What people do with imports: each step is checked against where the import stands, and audited. */
import { setTimeout as rest } from 'node:timers/promises';
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import type {
  ImportView,
  importRunSchema,
  mappingBodySchema,
} from '@shared/contracts/http/imports.ts';
import { fieldsOf, type ImportField } from '@shared/domain/import/field.ts';
import { type ImportEvent, nextState } from '@shared/domain/import/import-state.ts';
import { headerSignature } from '@shared/domain/import/propose-mapping.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { keptChanges } from './changes-repository.ts';
import { countLines, dropSettled } from './lines-repository.ts';
import { rememberMapping } from './mappings-repository.ts';
import {
  type Db,
  findImport,
  findImports,
  forgetChunks,
  type ImportRow,
  lockImport,
  updateImport,
} from './repository.ts';
import { missingOf, undoUntilOf, viewsOf } from './view.ts';

export type Hub = Pick<HubDependencies, 'database' | 'clock' | 'newId'>;

export const viewAgain = async (hub: Hub, user: User, id: string): Promise<Result<ImportView>> => {
  const { db } = hub.database;
  const row = await findImport(db, id, user.brandIds);
  if (row === null) return fail('not-found');
  const [view] = await viewsOf(db, [row], hub.clock.now(), 'whole');
  return view === undefined ? fail('not-found') : succeed(view);
};

const atWork: readonly ImportView['state'][] = ['reading', 'trying', 'running', 'undoing'];
const lookEveryMs = 200;

/** Once what is under way has ended, or so many seconds later; for whoever would ask again and again. */
export const viewWhenDone = async (
  hub: Hub,
  user: User,
  id: string,
  waitSeconds: number,
): Promise<Result<ImportView>> => {
  const untilMs = performance.now() + waitSeconds * 1000;
  for (;;) {
    const row = await findImport(hub.database.db, id, user.brandIds);
    const isOver = row === null || !atWork.includes(row.state) || performance.now() >= untilMs;
    if (isOver) return viewAgain(hub, user, id);
    await rest(lookEveryMs);
  }
};

export const listImports = async (hub: Hub, user: User, limit: number): Promise<ImportView[]> => {
  const { db } = hub.database;
  return viewsOf(db, await findImports(db, user.brandIds, limit), hub.clock.now(), 'short');
};

type Step = {
  readonly event: ImportEvent;
  /** Anything else that forbids it. */
  readonly check?: (row: ImportRow) => Result<null>;
  readonly work: (tx: Db, row: ImportRow, state: ImportRow['state']) => Promise<void>;
  readonly action?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** One step of one import, alone: a batch that is under way ends first. */
const takeStep = async (
  hub: Hub,
  user: User,
  { id, actor }: { readonly id: string; readonly actor: Actor },
  step: Step,
): Promise<Result<ImportView>> => {
  const done = await hub.database.db.transaction().execute(async (tx): Promise<Result<null>> => {
    const row = await lockImport(tx, id, user.brandIds);
    if (row === null) return fail('not-found');
    const state = nextState(row.state, step.event);
    if (state === null) return fail('import-not-in-state', `it is ${row.state}`);
    const allowed = step.check?.(row) ?? succeed(null);
    if (!allowed.ok) return allowed;
    await step.work(tx, row, state);
    if (step.action !== undefined) {
      const deed = { action: step.action, entity: 'import', entityId: id };
      await recordAudit(tx, { ...deed, ...actor, ...(step.detail ? { detail: step.detail } : {}) });
    }
    return succeed(null);
  });
  return done.ok ? viewAgain(hub, user, id) : done;
};

type Which = { readonly id: string; readonly actor: Actor };

const isField = (fields: readonly ImportField[], field: ImportField | null): boolean =>
  field === null || fields.includes(field);

/** Why a mapping cannot be: a header that the file lacks, a field of another kind or used twice. */
const wrongMapping = (
  row: ImportRow,
  { columns, constants }: z.infer<typeof mappingBodySchema>,
): string | null => {
  const fields = fieldsOf[row.kind];
  const unknown = Object.keys(columns).find((header) => !row.headers.includes(header));
  if (unknown !== undefined) return `columns: the file has no column "${unknown}"`;
  const used = Object.values(columns).flatMap((field) => field ?? []);
  const twice = used.find((field, at) => used.indexOf(field) !== at);
  if (twice !== undefined) return `columns: ${twice} is given to two columns`;
  const named = [...used, ...(Object.keys(constants) as ImportField[])];
  const foreign = named.find((field) => !isField(fields, field));
  return foreign === undefined ? null : `${foreign} is no field of ${row.kind}`;
};

/** What each column becomes; remembered for the next file of the same sort. */
export const setMapping = (
  hub: Hub,
  user: User,
  which: Which,
  body: z.infer<typeof mappingBodySchema>,
): Promise<Result<ImportView>> =>
  takeStep(hub, user, which, {
    event: 'mapped',
    check: (row) => {
      const wrong = wrongMapping(row, body);
      return wrong === null ? succeed(null) : fail('input-malformed', wrong);
    },
    work: async (tx, row, state) => {
      const mapping = { ...row.mapping, ...body.columns };
      const { constants } = body;
      await updateImport(tx, row.id, {
        state,
        mapping: JSON.stringify(mapping),
        constants: JSON.stringify(constants),
        readings: '{}',
      });
      await rememberMapping(
        tx,
        { brandId: row.brand_id, kind: row.kind, signature: headerSignature(row.headers) },
        { mapping, constants, byId: user.id, at: toInstant(hub.clock.now()) },
      );
    },
  });

/** The dry run, in the background. */
export const tryImport = (hub: Hub, user: User, which: Which): Promise<Result<ImportView>> =>
  takeStep(hub, user, which, {
    event: 'try',
    check: (row) => {
      const missing = missingOf(row).map((group) => group.join(' or '));
      return missing.length === 0
        ? succeed(null)
        : fail('import-columns-missing', `no column for ${missing.join('; ')}`);
    },
    work: (tx, row, state) => updateImport(tx, row.id, { state, cursor: 0, readings: '{}' }),
  });

export const runImport = (
  hub: Hub,
  user: User,
  which: Which,
  asked: z.infer<typeof importRunSchema>,
): Promise<Result<ImportView>> => {
  const doubts = asked?.doubts ?? 'wait';
  return takeStep(hub, user, which, {
    event: 'run',
    work: (tx, row, state) =>
      updateImport(tx, row.id, {
        state,
        doubts,
        cursor: 0,
        ended_at: null,
        started_at: row.started_at ?? toInstant(hub.clock.now()),
      }),
    action: 'import-started',
    detail: { doubts },
  });
};

/** What was written stays, and can be undone; what was not is forgotten. */
export const cancelImport = (hub: Hub, user: User, which: Which): Promise<Result<ImportView>> =>
  takeStep(hub, user, which, {
    event: 'cancel',
    work: async (tx, row, state) => {
      await forgetChunks(tx, row.id);
      await dropSettled(tx, row.id);
      const counts = JSON.stringify(await countLines(tx, row.id));
      await updateImport(tx, row.id, { state, counts, ended_at: toInstant(hub.clock.now()) });
    },
    action: 'import-cancelled',
  });

/** Asked twice it is undone once. */
export const undoImport = async (
  hub: Hub,
  user: User,
  which: Which,
): Promise<Result<ImportView>> => {
  const now = await viewAgain(hub, user, which.id);
  if (now.ok && (now.value.state === 'undoing' || now.value.state === 'undone')) return now;
  return takeStep(hub, user, which, {
    event: 'undo',
    check: (row) =>
      undoUntilOf(row, hub.clock.now()) === null ? fail('import-undo-over') : succeed(null),
    work: (tx, row, state) => updateImport(tx, row.id, { state, undone_by: user.id }),
    action: 'import-undo-asked',
  });
};

export const keptOf = async (hub: Hub, user: User, id: string) => {
  const { db } = hub.database;
  const row = await findImport(db, id, user.brandIds);
  if (row === null) return fail('not-found');
  return succeed({ kept: await keptChanges(db, id) });
};
