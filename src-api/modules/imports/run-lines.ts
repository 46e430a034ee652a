/**
 * Writes an import, some lines at a time. What the lines write, what is left of them and how far it got
 * are one transaction: a hub that dies in the middle loses nothing and doubles nothing.
 */
import { guarded, isPoison } from '@api/db/savepoint.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { WrittenCounts } from '@shared/contracts/http/imports.ts';
import { nextState } from '@shared/domain/import/import-state.ts';
import type { LineProblem } from '@shared/domain/import/problem.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { type Change, copyChanges, putMet } from './changes-repository.ts';
import { type JudgedLine, judgeCustomers } from './judge-customers.ts';
import { judgeOthers } from './judge-others.ts';
import * as lines from './lines-repository.ts';
import * as people from './people-repository.ts';
import { type Prepared, prepareAll } from './prepared.ts';
import { claimImport, type Db, type ImportRow, updateImport } from './repository.ts';
import type { Importing } from './try-lines.ts';
import { type Writing, writeCards } from './write-customers.ts';
import { consentsOfCards, writeConsents, writeInteractions } from './write-facts.ts';

type Outcome = lines.LineOutcome;
type Done = {
  readonly written: WrittenCounts;
  readonly changes: readonly Change[];
  /** Customers of before whom the lines name, changed or not. */
  readonly met: readonly string[];
  /** Lines that are settled and go. */
  readonly settled: readonly number[];
  /** Lines that stay, with what became of them. */
  readonly staying: readonly Outcome[];
};

const none: WrittenCounts = { created: 0, updated: 0, same: 0, consents: 0, interactions: 0 };
const nothing: Done = { written: none, changes: [], met: [], settled: [], staying: [] };

export const sumOf = (one: Partial<WrittenCounts>, other: WrittenCounts): WrittenCounts => ({
  created: (one.created ?? 0) + other.created,
  updated: (one.updated ?? 0) + other.updated,
  same: (one.same ?? 0) + other.same,
  consents: (one.consents ?? 0) + other.consents,
  interactions: (one.interactions ?? 0) + other.interactions,
});

const joined = (one: Done, other: Done): Done => ({
  written: sumOf(one.written, other.written),
  changes: [...one.changes, ...other.changes],
  met: [...one.met, ...other.met],
  settled: [...one.settled, ...other.settled],
  staying: [...one.staying, ...other.staying],
});

const staying = (line: number, status: 'refused' | 'doubt' | 'skipped'): Outcome => ({
  line,
  status,
  problems: [],
  matchId: null,
  matchLine: null,
  reasons: null,
  unproved: false,
});
const refusal = (line: number, problems: readonly LineProblem[]): Outcome => ({
  ...staying(line, 'refused'),
  problems,
});

const left = ({ judged, prepared }: JudgedLine): Outcome | null => {
  const { line } = prepared.row;
  if (judged.is === 'skip') return staying(line, 'skipped');
  if (judged.is === 'restricted') return refusal(line, [judged.problem]);
  if (judged.is !== 'doubt') return null;
  const { known, comparison } = judged;
  const reasons = { for: [...comparison.for], against: [...comparison.against] };
  return { ...staying(line, 'doubt'), matchId: known.customerId, matchLine: known.line, reasons };
};

/** Those that a person said are two although they looked like one. */
const apart = (judged: readonly JudgedLine[]) =>
  judged.flatMap(({ judged: { is }, known, prepared: { row } }) =>
    is === 'new' && known !== null && row.match_id !== null && row.decision !== null
      ? [{ one: known.card.id, other: row.match_id, ...(row.reasons ?? { for: [], against: [] }) }]
      : [],
  );

/** Judged, the cards that it would change locked; judged again when one has changed in between. */
const judgeLocked = async (
  hub: Importing,
  { tx, row, at }: Writing,
  prepared: readonly Prepared[],
): Promise<readonly JudgedLine[]> => {
  const judging = { row, at, newId: hub.newId, rule: row.doubts, earlier: [] };
  const judged = await judgeCustomers(tx, judging, prepared);
  const seen = new Map(
    judged.flatMap(({ known, before }) =>
      known?.customerId == null || before === null ? [] : [[known.customerId, before.version]],
    ),
  );
  const now = await people.lockCustomers(tx, [...seen.keys()]);
  const changed = [...seen].some(([id, version]) => now.get(id) !== version);
  return changed ? judgeCustomers(tx, judging, prepared) : judged;
};

const writeCustomers = async (
  hub: Importing,
  writing: Writing,
  prepared: readonly Prepared[],
): Promise<Done> => {
  const { tx, row, at } = writing;
  const judged = await judgeLocked(hub, writing, prepared);
  const { changes, created, updated } = await writeCards(writing, judged);
  const { consents, against } = await consentsOfCards(writing, judged);
  const consented = await writeConsents(writing, consents);
  const named = judged.flatMap(({ line: { card }, known }) =>
    card.reference === null || known === null
      ? []
      : [{ reference: card.reference, customerId: known.card.id }],
  );
  await people.putReferences(tx, row.brand_id, named);
  await people.putApart(tx, apart(judged), { userId: row.by_id, at });
  const waiting = judged.flatMap((one) => left(one) ?? []);
  const refused = [...against].map(([line, problem]) => refusal(line, [problem]));
  const stay = new Set([...waiting, ...refused].map(({ line }) => line));
  const settled = judged.map(({ prepared }) => prepared.row.line).filter((line) => !stay.has(line));
  const same = settled.length - created - updated;
  return {
    written: { ...none, created, updated, same: Math.max(0, same), consents: consented.length },
    changes: [...changes, ...consented],
    met: judged.flatMap(
      ({
        known,
        before,
        prepared: {
          row: { line },
        },
      }) => (known === null || before === null || stay.has(line) ? [] : [known.card.id]),
    ),
    settled,
    staying: [...waiting, ...refused],
  };
};

const writeOthers = async (writing: Writing, prepared: readonly Prepared[]): Promise<Done> => {
  const { tx, row, at } = writing;
  const first = await judgeOthers(tx, row, at, prepared);
  await people.lockCustomers(
    tx,
    first.flatMap((one) => (one.is === 'consent' ? [one.customerId] : [])),
  );
  // Again behind the locks: what others said of these customers meanwhile is seen.
  const judged = row.kind === 'consents' ? await judgeOthers(tx, row, at, prepared) : first;
  const on = <T extends (typeof judged)[number]['is']>(is: T) =>
    judged.flatMap((one) =>
      one.is === is
        ? [{ ...(one as Extract<typeof one, { is: T }>), line: one.prepared.row.line }]
        : [],
    );
  const consents = await writeConsents(writing, on('consent'));
  const interactions = await writeInteractions(writing, on('interaction'));
  return {
    written: {
      ...none,
      same: on('same').length,
      consents: consents.length,
      interactions: interactions.length,
    },
    changes: [...consents, ...interactions],
    met: judged.flatMap((one) => (one.is === 'refused' ? [] : [one.customerId])),
    settled: judged.filter(({ is }) => is !== 'refused').map((one) => one.prepared.row.line),
    staying: on('refused').map(({ line, problem }) => refusal(line, [problem])),
  };
};

/** What spoils a batch (a value that cannot be stored) is found by halves; the rest goes in. */
const writeAll = async (
  hub: Importing,
  writing: Writing,
  prepared: readonly Prepared[],
): Promise<Done> => {
  const [first] = prepared;
  if (first === undefined) return nothing;
  const write = () =>
    writing.row.kind === 'customers'
      ? writeCustomers(hub, writing, prepared)
      : writeOthers(writing, prepared);
  try {
    return await guarded(writing.tx, write);
  } catch (error) {
    if (!isPoison(error)) throw error;
  }
  if (prepared.length === 1) {
    const { line } = first.row;
    const problem = { column: null, field: null, read: '', code: 'not-storable' } as const;
    return { ...nothing, staying: [refusal(line, [{ ...problem, remedy: { kind: 'skip' } }])] };
  }
  const half = Math.ceil(prepared.length / 2);
  const former = await writeAll(hub, writing, prepared.slice(0, half));
  return joined(former, await writeAll(hub, writing, prepared.slice(half)));
};

const finish = async (tx: Db, row: ImportRow, at: string): Promise<void> => {
  await lines.dropSettled(tx, row.id);
  const counts = JSON.stringify(await lines.countLines(tx, row.id));
  const state = nextState('running', 'finished') ?? 'done';
  await updateImport(tx, row.id, { state, counts, ended_at: at });
  await recordAudit(tx, {
    userId: row.by_id,
    action: 'import-finished',
    entity: 'import',
    entityId: row.id,
    detail: { ...row.written },
    correlationId: row.id,
  });
};

const toWrite = ['pending', 'new', 'update', 'same', 'doubt'] as const;

/** One batch of any import that runs. @returns whether there was one. */
export const runBatch = (hub: Importing, linesAtOnce: number): Promise<boolean> =>
  hub.database.transactionWithCopy(async (tx, copy) => {
    const row = await claimImport(tx, 'running');
    if (row === null) return false;
    const at = toInstant(hub.clock.now());
    const page = { statuses: toWrite, limit: linesAtOnce };
    const chosen = await lines.nextLines(tx, row.id, row.cursor, page);
    const last = chosen.at(-1);
    if (last === undefined) {
      await finish(tx, row, at);
      return true;
    }
    const prepared = await prepareAll(row, chosen, hub.clock.now());
    const refused = prepared
      .filter(({ line }) => line === null)
      .map(({ row: { line }, problems }) => refusal(line, problems));
    const readable = prepared.filter(({ line }) => line !== null);
    const done = await writeAll(hub, { tx, copy, row, at }, readable);
    await copyChanges(copy, row.id, done.changes);
    await putMet(tx, row.id, done.met);
    await lines.dropLines(tx, row.id, done.settled);
    await lines.putOutcomes(tx, row.id, [...done.staying, ...refused]);
    const written = JSON.stringify(sumOf(row.written, done.written));
    await updateImport(tx, row.id, { cursor: last.line, written });
    return true;
  });
