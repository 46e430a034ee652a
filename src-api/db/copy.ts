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

const chunkRows = 500;

/** Streams the rows in. @throws PostgreSQL's refusal; nothing of this call is kept then. */
export const copyRows = async (
  client: Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> => {
  const stream = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
  const finished = once(stream, 'finish');
  let lines: string[] = [];
  const flush = async () => {
    const text = lines.join('');
    lines = [];
    if (text !== '' && !stream.write(text)) await Promise.race([once(stream, 'drain'), finished]);
  };
  for (const row of rows) {
    lines.push(`${row.map(encode).join('\t')}\n`);
    if (lines.length >= chunkRows) await flush();
  }
  await flush();
  stream.end();
  await finished;
};
