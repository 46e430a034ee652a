/** A file as a table of texts, whatever it was: its headers, and its lines as the file counts them. */
import { plain } from '@api/sheets/cell.ts';
import { readEmails } from '@shared/domain/import/cells/read-email.ts';
import { readPhones } from '@shared/domain/import/cells/read-phone.ts';
import { importKinds } from '@shared/domain/import/field.ts';
import {
  type FileShape,
  importLimits,
  type UnreadableCode,
} from '@shared/domain/import/progress.ts';
import { proposeMapping } from '@shared/domain/import/propose-mapping.ts';

export class Unreadable extends Error {
  readonly code: UnreadableCode;
  constructor(code: UnreadableCode) {
    super(code);
    this.code = code;
  }
}

export type RawLine = { readonly line: number; readonly cells: readonly string[] };
export type RawTable = { readonly shape: FileShape; readonly rows: AsyncIterable<RawLine> };

const tidied = (cell: string): string =>
  // PostgreSQL cannot keep a NUL.
  plain(cell.replaceAll('\u0000', '').slice(0, importLimits.cellCharacters).trim());

const isBlank = ({ cells }: RawLine): boolean => cells.every((cell) => cell.trim() === '');

/** How many cells there are, without the empty ones at the end. */
const widthOf = (cells: readonly string[]): number => {
  let width = cells.length;
  while (width > 0 && (cells[width - 1] ?? '').trim() === '') width -= 1;
  return width;
};

/** Each once, none empty; the columns that nothing names at the end are dropped. */
export const headersOf = (cells: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  return cells.slice(0, widthOf(cells)).map((cell, at) => {
    const name = tidied(cell).replaceAll(/\s+/g, ' ').slice(0, 180) || `Colonne ${at + 1}`;
    const times = (seen.get(name.toLowerCase()) ?? 0) + 1;
    seen.set(name.toLowerCase(), times);
    return times === 1 ? name : `${name} (${times})`;
  });
};

/** A number or an address among the headers: the table begins without them. */
const isData = (cells: readonly string[]): boolean =>
  cells.some((cell) => {
    const [phones, emails] = [readPhones(cell), readEmails(cell)];
    return (phones.ok && phones.value.length > 0) || (emails.ok && emails.value.length > 0);
  });

/** As many cells as headers, or more where the line has more that say something. */
const fitted = (cells: readonly string[], width: number): string[] => {
  const own = cells.map(tidied);
  const length = Math.max(width, widthOf(own));
  return Array.from({ length }, (_, at) => own[at] ?? '');
};

const filledCells = ({ cells }: RawLine): number =>
  cells.filter((cell) => cell.trim() !== '').length;

/** `NOM` alone is the header of one column, and no title. */
const isKnownHeader = ({ cells }: RawLine): boolean => {
  const header = tidied(cells[0] ?? '');
  return importKinds.some((kind) => proposeMapping(kind, [header])[header] != null);
};

const mostTitles = 5;
/**
 * The first lines that say something, the headers first. Titles over the table, often merged cells,
 * stand alone on their lines; a table of one column has no line with more.
 */
const beginningOf = async (iterator: AsyncIterator<RawLine>): Promise<readonly RawLine[]> => {
  const alone: RawLine[] = [];
  while (alone.length <= mostTitles) {
    const next = await iterator.next();
    if (next.done === true) break;
    if (isBlank(next.value)) continue;
    if (filledCells(next.value) > 1) return [next.value];
    alone.push(next.value);
    if (isKnownHeader(next.value)) break;
  }
  return alone;
};

export type Lines = { readonly headers: readonly string[]; readonly lines: AsyncIterable<RawLine> };

/** @throws Unreadable for what is no table of people. */
export const linesOf = async (rows: AsyncIterable<RawLine>): Promise<Lines> => {
  const iterator = rows[Symbol.asyncIterator]();
  const [first, ...begun] = await beginningOf(iterator);
  if (first === undefined) throw new Unreadable('file-empty');
  const { cells } = first;
  if (isData(cells)) throw new Unreadable('header-missing');
  const headers = headersOf(cells);
  if (headers.length > importLimits.columns) throw new Unreadable('too-many-columns');
  async function* rest(): AsyncGenerator<RawLine> {
    let count = 0;
    const asRow = (one: RawLine): RawLine => ({
      line: one.line,
      cells: fitted(one.cells, headers.length),
    });
    for (const one of begun) {
      count += 1;
      yield asRow(one);
    }
    for (;;) {
      const next = await iterator.next();
      if (next.done === true) break;
      if (isBlank(next.value)) continue;
      count += 1;
      if (count > importLimits.lines) throw new Unreadable('too-many-lines');
      yield asRow(next.value);
    }
    if (count === 0) throw new Unreadable('header-only');
  }
  return { headers, lines: rest() };
};
