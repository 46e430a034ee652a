/** By what the lines of one file meet each other, before any of them is written. */
import { copyLine } from '@api/db/copy.ts';
import type { CopyInto } from '@api/db/database.ts';
import { sql } from 'kysely';
import { type LineRow, linesAt } from './lines-repository.ts';
import type { Db } from './repository.ts';

export type LineKey = { readonly line: number; readonly key: string };

export const putKeys = async (
  db: Db,
  copy: CopyInto,
  id: string,
  { lines, keys }: { readonly lines: readonly number[]; readonly keys: readonly LineKey[] },
): Promise<void> => {
  if (lines.length > 0) {
    await db
      .deleteFrom('import_keys')
      .where('import_id', '=', id)
      .where('line', 'in', [...lines])
      .execute();
  }
  if (keys.length === 0) return;
  await copy(
    'import_keys',
    ['import_id', 'line', 'key'],
    keys.map(({ line, key }) => copyLine([id, line, key])),
  );
};

/** Earlier lines of the same file that would make a card, by a key they share with some others. */
export const linesMeeting = async (
  db: Db,
  id: string,
  keys: readonly string[],
  before: number,
): Promise<LineRow[]> => {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ line: number }>`
    select distinct line from import_keys where import_id = ${id} and line < ${before}
      and key = any(${[...keys]}::text[]) limit 2000`.execute(db);
  const found = await linesAt(
    db,
    id,
    rows.map(({ line }) => line),
  );
  return found.filter(({ status }) => status === 'new');
};
