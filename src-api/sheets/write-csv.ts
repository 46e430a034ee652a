/**
 * A table as CSV the way a French Excel opens it by a double click: UTF-8 with its mark, semicolons,
 * lines ended by CRLF. Rows are written as they come; nothing is held but a few of them.
 */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { neutralised, type SheetCell, type SheetRow, type SheetRows } from './cell.ts';

const mark = '﻿';
const rowsAtOnce = 200;

const written = (cell: SheetCell): string =>
  cell === null ? '' : typeof cell === 'string' ? neutralised(cell) : String(cell);

async function* pieces(rows: SheetRows): AsyncGenerator<string> {
  let waiting: SheetRow[] = [];
  const taken = (): string => {
    const text = stringify(
      waiting.map((row) => row.map(written)),
      { delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
    );
    waiting = [];
    return text;
  };
  yield mark;
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length >= rowsAtOnce) yield taken();
  }
  if (waiting.length > 0) yield taken();
}

export const csvMediaType = 'text/csv; charset=utf-8';

export const csvOf = (rows: SheetRows): Readable =>
  Readable.from(pieces(rows), { objectMode: false });
