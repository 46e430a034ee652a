/** The dry run, some lines at a time: what each would come to. Nothing but the import itself is written. */
import type { HubDependencies } from '@api/hub-app.ts';
import { fillCard } from '@shared/domain/import/fill-card.ts';
import { nextState } from '@shared/domain/import/import-state.ts';
import type { LineProblem } from '@shared/domain/import/problem.ts';
import type { ColumnReading, LineStatus, Readings } from '@shared/domain/import/progress.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { againstConsent } from './judge-consent.ts';
import { earlierCards, type JudgedLine, judgeCustomers } from './judge-customers.ts';
import { judgeOthers } from './judge-others.ts';
import { linesMeeting, putKeys, searchKeysOf } from './keys-repository.ts';
import * as lines from './lines-repository.ts';
import { standingConsents } from './people-repository.ts';
import { type Prepared, prepareAll } from './prepared.ts';
import { claimImport, type Db, type ImportRow, updateImport, type WithCopy } from './repository.ts';

export type Importing = Pick<HubDependencies, 'database' | 'clock' | 'newId'>;

type Outcome = lines.LineOutcome;
const blank = {
  problems: [],
  matchId: null,
  matchLine: null,
  reasons: null,
  unproved: false,
} as const;

const refusal = (line: number, problems: readonly LineProblem[]): Outcome => ({
  ...blank,
  line,
  status: 'refused',
  problems,
});

const statusOf = ({ judged, line, before, relationChanged }: JudgedLine): LineStatus => {
  if (judged.is !== 'same' || before === null) return judged.is === 'doubt' ? 'doubt' : 'new';
  const { changes } = fillCard(before, line.card);
  return changes.length > 0 || relationChanged || line.consent !== null ? 'update' : 'same';
};

const customerOutcome = (judged: JudgedLine): Outcome => {
  const { prepared, line } = judged;
  const known =
    judged.judged.is === 'same' || judged.judged.is === 'doubt' ? judged.judged.known : null;
  const comparison = judged.judged.is === 'doubt' ? judged.judged.comparison : null;
  // Whom it was said not to be is kept, so that nobody is asked again.
  const { decision, match_id, match_line, reasons } = prepared.row;
  const former = decision === null || known !== null ? null : { match_id, match_line, reasons };
  return {
    ...blank,
    line: prepared.row.line,
    status: statusOf(judged),
    matchId: known?.customerId ?? former?.match_id ?? null,
    matchLine: known?.line ?? former?.match_line ?? null,
    reasons:
      comparison === null
        ? (former?.reasons ?? null)
        : { for: [...comparison.for], against: [...comparison.against] },
    unproved: line.unproved,
  };
};

/** Consents for those who oppose the channel: their lines are refused before anything is written. */
const opposedAmong = async (
  db: Db,
  row: ImportRow,
  judged: readonly JudgedLine[],
): Promise<ReadonlyMap<number, LineProblem>> => {
  const ids = judged.flatMap(({ known }) => known?.customerId ?? []);
  const standing = await standingConsents(db, row.brand_id, ids);
  const column =
    Object.entries(row.mapping).find(([, field]) => field === 'consentDate')?.[0] ?? null;
  return new Map(
    judged.flatMap(({ prepared, line, known }) => {
      const { consent } = line;
      if (consent === null || known?.customerId == null) return [];
      const now = standing.get(`${known.customerId} ${consent.channel}`);
      const against = againstConsent(consent, now, column);
      return against === null ? [] : [[prepared.row.line, against] as const];
    }),
  );
};

const judge = async (
  db: Db,
  row: ImportRow,
  prepared: readonly Prepared[],
  { at, newId }: { readonly at: string; readonly newId: () => string },
): Promise<Outcome[]> => {
  if (row.kind !== 'customers') {
    const judged = await judgeOthers(db, row, at, prepared);
    return judged.map((one) => {
      const { line } = one.prepared.row;
      if (one.is === 'refused') return refusal(line, [one.problem]);
      return {
        ...blank,
        line,
        status: one.is === 'same' ? 'same' : 'new',
        matchId: one.customerId,
      };
    });
  }
  const first = prepared[0]?.row.line ?? 0;
  const met = await linesMeeting(db, row.id, searchKeysOf(prepared), first);
  const earlier = earlierCards(row, at, await prepareAll(row, met, Date.parse(at)));
  const judging = { row, at, newId, rule: 'wait', earlier } as const;
  const judged = await judgeCustomers(db, judging, prepared);
  const opposed = await opposedAmong(db, row, judged);
  return judged.map((one) => {
    const { line } = one.prepared.row;
    const against = one.judged.is === 'restricted' ? one.judged.problem : opposed.get(line);
    return against === undefined ? customerOutcome(one) : refusal(line, [against]);
  });
};

/** Tries these lines and keeps what became of them. @returns how they were read. */
export const tryLines = async (
  hub: Importing,
  { tx, copy }: WithCopy,
  row: ImportRow,
  chosen: readonly lines.LineRow[],
): Promise<readonly Prepared[]> => {
  const at = toInstant(hub.clock.now());
  const prepared = await prepareAll(row, chosen, hub.clock.now());
  const refused = prepared
    .filter(({ line }) => line === null)
    .map(({ row: { line }, problems }) => refusal(line, problems));
  const judged = await judge(
    tx,
    row,
    prepared.filter(({ line }) => line !== null),
    { at, newId: hub.newId },
  );
  await lines.putOutcomes(tx, row.id, [...refused, ...judged]);
  const keys = prepared.flatMap((one) =>
    [...new Set([...one.keys, ...one.contacts])].map((key) => ({ line: one.row.line, key })),
  );
  await putKeys(tx, copy, row.id, { lines: chosen.map(({ line }) => line), keys });
  return prepared;
};

/** What each column gave, added up. */
export const addReadings = (
  former: Readings,
  row: ImportRow,
  added: readonly Prepared[],
): Readings => {
  const readings: Record<string, { filled: number; mended: ColumnReading['mended'] }> = {};
  for (const [at, header] of row.headers.entries()) {
    const known = former[header];
    const filled = added.filter(({ row: { cells } }) => (cells[at] ?? '') !== '').length;
    readings[header] = { filled: (known?.filled ?? 0) + filled, mended: { ...known?.mended } };
  }
  for (const { column, mending } of added.flatMap(({ mended }) => mended)) {
    const reading = readings[column];
    if (reading !== undefined) reading.mended[mending] = (reading.mended[mending] ?? 0) + 1;
  }
  return readings;
};

const tried = ['pending', 'new', 'update', 'same', 'doubt', 'refused'] as const;

/** One batch of any import that is being tried. @returns whether there was one. */
export const tryBatch = (hub: Importing, linesAtOnce: number): Promise<boolean> =>
  hub.database.transactionWithCopy(async (tx, copy) => {
    const row = await claimImport(tx, 'trying');
    if (row === null) return false;
    const page = { statuses: tried, limit: linesAtOnce };
    const chosen = await lines.nextLines(tx, row.id, row.cursor, page);
    const last = chosen.at(-1);
    if (last === undefined) {
      const counts = JSON.stringify(await lines.countLines(tx, row.id));
      await updateImport(tx, row.id, { state: nextState('trying', 'tried') ?? 'tried', counts });
      return true;
    }
    const prepared = await tryLines(hub, { tx, copy }, row, chosen);
    const readings = JSON.stringify(addReadings(row.readings, row, prepared));
    await updateImport(tx, row.id, { cursor: last.line, readings });
    return true;
  });
