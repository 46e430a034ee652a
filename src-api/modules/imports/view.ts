/** An import as it is shown: its columns with what they gave, how far it is, what can still be undone. */
import type { ImportLineView, ImportView } from '@shared/contracts/http/imports.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { nameOf } from '@shared/domain/customer/name-of.ts';
import { neededFields } from '@shared/domain/import/field.ts';
import { nextState, undoDays } from '@shared/domain/import/import-state.ts';
import { readLine } from '@shared/domain/import/read-line.ts';
import { unreadableInWords } from '@shared/domain/import/unreadable-words.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { countChanges } from './changes-repository.ts';
import * as lines from './lines-repository.ts';
import { cardsMeeting } from './people-repository.ts';
import { cardOf, cellsByHeader, readingOf } from './prepared.ts';
import { type Db, type ImportRow, namesOfUsers } from './repository.ts';

const dayMs = 86_400_000;
const noCounts = {
  pending: 0,
  new: 0,
  update: 0,
  same: 0,
  doubt: 0,
  refused: 0,
  skipped: 0,
  unproved: 0,
};
const nothingWritten = { created: 0, updated: 0, same: 0, consents: 0, interactions: 0 };

/** Groups of fields of which the mapping has none, nor a constant. */
export const missingOf = ({ kind, mapping, constants }: ImportRow): ImportView['missing'] => {
  const mapped = new Set([...Object.values(mapping), ...Object.keys(constants)]);
  return neededFields[kind]
    .filter((group) => !group.some((field) => mapped.has(field)))
    .map((group) => [...group]);
};

export const undoUntilOf = (
  { state, ended_at, written }: ImportRow,
  nowMs: number,
): string | null => {
  if (ended_at === null || nextState(state, 'undo') === null) return null;
  const { created = 0, updated = 0, consents = 0, interactions = 0 } = written;
  if (created + updated + consents + interactions === 0) return null;
  const untilMs = Date.parse(ended_at) + undoDays * dayMs;
  return untilMs < nowMs ? null : toInstant(untilMs);
};

const progressOf = async (db: Db, row: ImportRow): Promise<ImportView['progress']> => {
  if (row.state === 'undoing') {
    const { total, undone } = await countChanges(db, row.id);
    return { done: undone, total };
  }
  if (row.state === 'trying' || row.state === 'running') {
    // Lines are numbered as the file counts them: near enough for a bar.
    return { done: Math.min(row.lines, Math.max(0, row.cursor - 1)), total: row.lines };
  }
  return { done: row.lines, total: row.lines };
};

const examplesOf = async (db: Db, row: ImportRow): Promise<readonly string[]> => {
  const some = await lines.findLines(db, row.id, { after: 0, limit: 20 });
  return row.headers.map((_, at) => some.map(({ cells }) => cells[at] ?? '').find(Boolean) ?? '');
};

/** Whole, for one that is looked at; without examples and reasons for a list. */
export const viewOf = async (
  db: Db,
  row: ImportRow,
  {
    nowMs,
    byName,
    detail,
  }: { readonly nowMs: number; readonly byName: string; readonly detail: 'whole' | 'short' },
): Promise<ImportView> => {
  const whole = detail === 'whole';
  const examples = whole ? await examplesOf(db, row) : [];
  const reasons = whole && row.state !== 'running' ? await lines.reasonsOf(db, row.id) : [];
  const undone =
    row.state === 'undoing' || row.state === 'undone' ? await countChanges(db, row.id) : null;
  const columns = row.headers.map((header, at) => ({
    header,
    field: row.mapping[header] ?? null,
    example: examples[at] ?? '',
    filled: row.readings[header]?.filled ?? 0,
    mended: row.readings[header]?.mended ?? {},
    refused: reasons
      .filter(({ column }) => column === header)
      .reduce((sum, reason) => sum + reason.lines, 0),
  }));
  const { unreadable } = row;
  return {
    id: row.id,
    brandId: row.brand_id,
    kind: row.kind,
    fileName: row.file_name,
    byId: row.by_id,
    byName,
    createdAt: row.created_at,
    state: row.state,
    unreadable:
      unreadable === null
        ? null
        : {
            code: unreadable,
            fr: unreadableInWords(unreadable, 'fr'),
            en: unreadableInWords(unreadable, 'en'),
          },
    shape: row.headers.length === 0 ? null : row.shape,
    columns,
    constants: row.constants,
    remembered: row.remembered,
    missing: row.headers.length === 0 ? [] : missingOf(row),
    lines: row.lines,
    progress: await progressOf(db, row),
    counts: { ...noCounts, ...row.counts },
    written: { ...nothingWritten, ...row.written },
    doubts: row.doubts,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    undoUntil: undoUntilOf(row, nowMs),
    undone:
      undone === null
        ? null
        : { at: row.undone_at, takenBack: undone.takenBack, kept: undone.kept },
  };
};

export const viewsOf = async (
  db: Db,
  rows: readonly ImportRow[],
  nowMs: number,
  detail: 'whole' | 'short',
): Promise<ImportView[]> => {
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ by_id }) => by_id ?? []),
  );
  return Promise.all(
    rows.map((row) =>
      viewOf(db, row, {
        nowMs,
        detail,
        byName: row.by_id === null ? '' : (names.get(row.by_id) ?? ''),
      }),
    ),
  );
};

type Side = NonNullable<ImportLineView['doubt']>['own'];
const sideOf = (card: Customer, who: Pick<Side, 'customerId' | 'line'>): Side => ({
  ...who,
  name: nameOf(card),
  place: card.address?.commune ?? '',
  number: card.phones[0]?.e164 ?? null,
});

/** The card that a line of customers describes, whatever else is wrong with it. */
const describedBy = (row: ImportRow, line: lines.LineRow, at: string): Customer | null => {
  const read = readLine(readingOf(row, Date.parse(at)), cellsByHeader(row.headers, line.cells));
  if (read.line?.kind !== 'customers') return null;
  return cardOf(read.line.card, { id: row.id, brandId: row.brand_id, at });
};

export const lineViews = async (
  db: Db,
  row: ImportRow,
  found: readonly lines.LineRow[],
  at: string,
): Promise<ImportLineView[]> => {
  const doubts = found.filter(({ status }) => status === 'doubt');
  const ids = doubts.flatMap(({ match_id }) => match_id ?? []);
  const by = { alone: [], homes: [], names: [], emails: [], ids };
  const cards = await cardsMeeting(db, row.brand_id, by);
  const others = await lines.linesAt(
    db,
    row.id,
    doubts.flatMap(({ match_line }) => match_line ?? []),
  );
  const doubtOf = (line: lines.LineRow): ImportLineView['doubt'] => {
    const own = describedBy(row, line, at);
    if (line.status !== 'doubt' || own === null) return null;
    const card = cards.get(line.match_id ?? '');
    const former = others.find((other) => other.line === line.match_line);
    const earlier = former === undefined ? null : describedBy(row, former, at);
    const other =
      card !== undefined
        ? sideOf(card, { customerId: card.id, line: null })
        : earlier === null
          ? null
          : sideOf(earlier, { customerId: null, line: line.match_line });
    return {
      own: sideOf(own, { customerId: null, line: line.line }),
      other,
      reasons: line.reasons ?? { for: [], against: [] },
    };
  };
  return found.map((line) => ({
    line: line.line,
    cells: cellsByHeader(row.headers, line.cells),
    status: line.status,
    problems: line.problems,
    doubt: doubtOf(line),
    decision: line.decision,
  }));
};
