/** A file's bytes to its shape, its headers and its lines, some at a time. */
import type { FileShape } from '@shared/domain/import/progress.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { sniff } from './sniff.ts';
import { linesOf, type RawLine, Unreadable } from './table.ts';

export type ReadFile = {
  readonly shape: FileShape;
  readonly headers: readonly string[];
  readonly parts: AsyncIterable<readonly RawLine[]>;
};

const linesAtOnce = 1_000;

async function* inParts(lines: AsyncIterable<RawLine>): AsyncGenerator<readonly RawLine[]> {
  let part: RawLine[] = [];
  for await (const line of lines) {
    part.push(line);
    if (part.length < linesAtOnce) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** @throws Unreadable, also while its parts are read. */
export const readFile = async (bytes: Buffer, sheet: string | null): Promise<ReadFile> => {
  const found = sniff(bytes);
  if (found.is === 'unreadable') throw new Unreadable(found.code);
  const { shape, rows } =
    found.is === 'xlsx' ? await readXlsx(bytes, sheet) : readCsv(bytes, found.encoding);
  const { headers, lines } = await linesOf(rows);
  return { shape, headers, parts: inParts(lines) };
};
