/** COPY, PostgreSQL's own way in for many rows, in its text format. */
import { once } from 'node:events';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';

export type Cell = string | number | boolean | null | readonly string[];

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};
const escaped = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? '');

const element = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

const encode = (cell: Cell): string => {
  if (cell === null) return '\\N';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return escaped(cell);
  return escaped(`{${cell.map(element).join(',')}}`);
};

/** One row in COPY's text format. */
export const copyLine = (cells: readonly Cell[]): string => `${cells.map(encode).join('\t')}\n`;

type Connection = Pick<Client, 'query'>;
const statement = (table: string, columns: readonly string[]): string =>
  `copy ${table} (${columns.join(', ')}) from stdin`;

/** Copies lines of `copyLine` at once. @throws PostgreSQL's refusal; none of them is kept then. */
export const copyLines = async (
  connection: Connection,
  table: string,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> => {
  const stream = connection.query(from(statement(table, columns)));
  const finished = once(stream, 'finish');
  stream.end(lines.join(''));
  await finished;
};

const chunkRows = 500;

/** Streams the rows in. @throws PostgreSQL's refusal; nothing of this call is kept then. */
export const copyRows = async (
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> => {
  const stream = connection.query(from(statement(table, columns)));
  const finished = once(stream, 'finish');
  let lines: string[] = [];
  const flush = async () => {
    const text = lines.join('');
    lines = [];
    if (text !== '' && !stream.write(text)) await Promise.race([once(stream, 'drain'), finished]);
  };
  for (const row of rows) {
    lines.push(copyLine(row));
    if (lines.length >= chunkRows) await flush();
  }
  await flush();
  stream.end();
  await finished;
};
