/** The lines of an import: read from the file, tried, written or waiting for somebody. */
import { copyLine } from '@api/db/copy.ts';
import type { CopyInto } from '@api/db/database.ts';
import type { ImportLinesTable } from '@api/db/tables/imports.ts';
import type { LineReasons } from '@shared/contracts/http/imports.ts';
import type { LineProblem, ProblemCode } from '@shared/domain/import/problem.ts';
import type { LineCounts, LineStatus } from '@shared/domain/import/progress.ts';
import { type Selectable, sql } from 'kysely';
import type { RawLine } from './reading/table.ts';
import type { Db } from './repository.ts';

export type LineRow = Omit<Selectable<ImportLinesTable>, 'import_id'>;

const columns = [
  'line',
  'cells',
  'status',
  'problems',
  'match_id',
  'match_line',
  'reasons',
  'decision',
  'unproved',
] as const;

export const copyRawLines = (
  copy: CopyInto,
  id: string,
  lines: readonly RawLine[],
): Promise<void> =>
  copy(
    'import_lines',
    ['import_id', 'line', 'cells'],
    lines.map(({ line, cells }) => copyLine([id, line, cells])),
  );

export const forgetLines = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('import_keys').where('import_id', '=', id).execute();
  await db.deleteFrom('import_lines').where('import_id', '=', id).execute();
};

/** The next lines after the cursor, of some states. */
export const nextLines = (
  db: Db,
  id: string,
  after: number,
  { statuses, limit }: { readonly statuses: readonly LineStatus[]; readonly limit: number },
): Promise<LineRow[]> =>
  db
    .selectFrom('import_lines')
    .select(columns)
    .where('import_id', '=', id)
    .where('line', '>', after)
    .where('status', 'in', [...statuses])
    .orderBy('line')
    .limit(limit)
    .execute();

export const linesAt = (db: Db, id: string, lines: readonly number[]): Promise<LineRow[]> =>
  lines.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('import_lines')
        .select(columns)
        .where('import_id', '=', id)
        .where('line', 'in', [...lines])
        .orderBy('line')
        .execute();

export type LineOutcome = {
  readonly line: number;
  readonly status: LineStatus;
  readonly problems: readonly LineProblem[];
  readonly matchId: string | null;
  readonly matchLine: number | null;
  readonly reasons: LineReasons | null;
  readonly unproved: boolean;
};

export const putOutcomes = async (
  db: Db,
  id: string,
  outcomes: readonly LineOutcome[],
): Promise<void> => {
  if (outcomes.length === 0) return;
  await sql`
    update import_lines set status = said.status, problems = said.problems,
      match_id = said."matchId", match_line = said."matchLine", reasons = said.reasons,
      unproved = said.unproved
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as said
      (line integer, status text, problems jsonb, "matchId" uuid, "matchLine" integer,
       reasons jsonb, unproved boolean)
    where import_lines.import_id = ${id} and import_lines.line = said.line`.execute(db);
};

/** Text by text, each line as wide as the headers. */
export const putCells = async (
  db: Db,
  id: string,
  line: number,
  cells: readonly string[],
): Promise<void> => {
  await db
    .updateTable('import_lines')
    .set({ cells: [...cells] })
    .where('import_id', '=', id)
    .where('line', '=', line)
    .execute();
};

export const putDecision = async (
  db: Db,
  id: string,
  line: number,
  decision: LineRow['decision'],
): Promise<void> => {
  await db
    .updateTable('import_lines')
    .set({ decision })
    .where('import_id', '=', id)
    .where('line', '=', line)
    .execute();
};

export const dropLines = async (db: Db, id: string, lines: readonly number[]): Promise<void> => {
  if (lines.length === 0) return;
  await db
    .deleteFrom('import_lines')
    .where('import_id', '=', id)
    .where('line', 'in', [...lines])
    .execute();
  await db
    .deleteFrom('import_keys')
    .where('import_id', '=', id)
    .where('line', 'in', [...lines])
    .execute();
};

/** What nobody will ask about again, once an import ended or was cancelled. */
export const dropSettled = async (db: Db, id: string): Promise<void> => {
  await db
    .deleteFrom('import_lines')
    .where('import_id', '=', id)
    .where('status', 'not in', ['refused', 'doubt'])
    .execute();
  await sql`delete from import_keys key where import_id = ${id} and not exists (
    select from import_lines line where line.import_id = ${id} and line.line = key.line)`.execute(
    db,
  );
};

export const countLines = async (db: Db, id: string): Promise<LineCounts> => {
  const { rows } = await sql<{ status: LineStatus; lines: number; unproved: number }>`
    select status, count(*)::int as lines, (count(*) filter (where unproved))::int as unproved
    from import_lines where import_id = ${id} group by status`.execute(db);
  const counts = { pending: 0, new: 0, update: 0, same: 0, doubt: 0, refused: 0, skipped: 0 };
  let unproved = 0;
  for (const row of rows) {
    counts[row.status] = row.lines;
    unproved += row.unproved;
  }
  return { ...counts, unproved };
};

export type RefusedFor = {
  readonly code: ProblemCode;
  readonly column: string | null;
  readonly lines: number;
};

/** Most first. */
export const reasonsOf = async (db: Db, id: string): Promise<RefusedFor[]> => {
  const { rows } = await sql<RefusedFor>`
    select problem->>'code' as code, problem->>'column' as column,
      count(distinct line)::int as lines
    from import_lines, jsonb_array_elements(problems) problem
    where import_id = ${id} and status = 'refused' group by 1, 2 order by 3 desc, 1, 2`.execute(db);
  return rows;
};

export const findLines = (
  db: Db,
  id: string,
  query: {
    readonly status?: LineStatus | undefined;
    readonly codes?: readonly ProblemCode[] | undefined;
    readonly after: number;
    readonly limit: number;
  },
): Promise<LineRow[]> => {
  let select = db
    .selectFrom('import_lines')
    .select(columns)
    .where('import_id', '=', id)
    .where('line', '>', query.after)
    .orderBy('line')
    .limit(query.limit);
  if (query.status !== undefined) select = select.where('status', '=', query.status);
  if (query.codes !== undefined) {
    select = select.where(
      sql<boolean>`exists (select from jsonb_array_elements(problems) problem
        where problem->>'code' = any(${[...query.codes]}::text[]))`,
    );
  }
  return select.execute();
};

/** Lines that are refused for this reason in this column. */
export const linesRefusedFor = (
  db: Db,
  id: string,
  { code, column }: { readonly code: ProblemCode; readonly column: string | null },
  page: { readonly after: number; readonly limit: number },
): Promise<LineRow[]> =>
  db
    .selectFrom('import_lines')
    .select(columns)
    .where('import_id', '=', id)
    .where('status', '=', 'refused')
    .where('line', '>', page.after)
    .where(
      sql<boolean>`exists (select from jsonb_array_elements(problems) problem
        where problem->>'code' = ${code}
          and problem->>'column' is not distinct from ${column}::text)`,
    )
    .orderBy('line')
    .limit(page.limit)
    .execute();
