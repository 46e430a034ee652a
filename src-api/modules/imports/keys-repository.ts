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

/**
 * By which keys to look: a number, a mailbox or a register number alone; an address together with a
 * name; a name alone only for who has nothing else. Whoever is merely alike by name is proposed later,
 * by those who look for duplicates.
 */
export type SearchKeys = {
  readonly alone: readonly string[];
  /** Pairs of one address and one name, side by side. */
  readonly homes: readonly string[];
  readonly names: readonly string[];
};

const isName = (key: string): boolean => key.startsWith('n:') || key.startsWith('c:');
const isHome = (key: string): boolean => key.startsWith('a:');

export const searchKeysOfLine = (keys: readonly string[]): SearchKeys => {
  const names = keys.filter(isName);
  const homes = keys.filter(isHome);
  const alone = keys.filter((key) => !isName(key) && !isHome(key));
  if (alone.length === 0 && homes.length === 0) return { alone: names, homes: [], names: [] };
  const pairs = homes.flatMap((home) => names.map((name) => [home, name] as const));
  return { alone, homes: pairs.map(([home]) => home), names: pairs.map(([, name]) => name) };
};

export const searchKeysOf = (
  lines: readonly { readonly keys: readonly string[] }[],
): SearchKeys => {
  const each = lines.map(({ keys }) => searchKeysOfLine(keys));
  return {
    alone: [...new Set(each.flatMap(({ alone }) => alone))],
    homes: each.flatMap(({ homes }) => homes),
    names: each.flatMap(({ names }) => names),
  };
};

/** A key that more share says nothing; no more of them are read than tell so. */
const mostLines = 40;

/** Earlier lines of the same file that would make a card, and that these lines may mean. */
export const linesMeeting = async (
  db: Db,
  id: string,
  { alone, homes, names }: SearchKeys,
  before: number,
): Promise<LineRow[]> => {
  const { rows } = await sql<{ line: number }>`
    select distinct unnest(met.lines) as line from unnest(${[...alone]}::text[]) wanted (key)
      cross join lateral (select array_agg(line) as lines from (
        select line from import_keys where import_id = ${id} and key = wanted.key
          and line < ${before} limit ${mostLines + 1}) few) met
    where cardinality(met.lines) <= ${mostLines}
    union
    select home.line from unnest(${[...homes]}::text[], ${[...names]}::text[]) pair (home, name)
      join import_keys home on home.import_id = ${id} and home.key = pair.home
      join import_keys named on named.import_id = ${id} and named.line = home.line
        and named.key = pair.name
    where home.line < ${before}`.execute(db);
  const found = await linesAt(
    db,
    id,
    rows.map(({ line }) => line),
  );
  return found.filter(({ status }) => status === 'new');
};
