/** Tables that go out, read again by the libraries that others read them with. */
import { buffer } from 'node:stream/consumers';
import { neutralised, plain, type SheetRow } from '@api/sheets/cell.ts';
import { csvMediaType, csvOf } from '@api/sheets/write-csv.ts';
import { xlsxMediaType, xlsxOf } from '@api/sheets/write-xlsx.ts';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';

const rows: readonly SheetRow[] = [
  ['NOM', 'TEL;1', 'note'],
  ['Brière & Fils', '=HYPERLINK("http://x")', 'deux\nlignes, "citées"'],
  ['', null, '-12,5'],
];
const dangerous = fc
  .tuple(
    fc.constantFrom('', "'", "''"),
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'a'),
    fc.string(),
  )
  .map((parts) => parts.join(''));

describe('tables that go out', () => {
  it('[IMPORT-1] a text that a spreadsheet would run goes out as a text, and comes back as it was', async () => {
    fc.assert(
      fc.property(fc.oneof(dangerous, fc.string()), (text) => {
        expect(plain(neutralised(text))).toBe(text);
        expect(neutralised(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
    const bytes = await buffer(csvOf(rows));
    expect(csvMediaType).toContain('charset=utf-8');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const read = parse(bytes, { bom: true, delimiter: ';' }) as string[][];
    expect(read[1]?.[1]).toBe(`'=HYPERLINK("http://x")`);
    expect(read.map((row) => row.map(plain))).toEqual(
      rows.map((row) => row.map((cell) => cell ?? '')),
    );
  });

  it('[IMPORT-1] in a workbook it is a text by its type, however many rows there are', async () => {
    const many = Array.from({ length: 1_000 }, (_, at): SheetRow => [at, `=${at}`, at % 2 === 0]);
    const bytes = await buffer(xlsxOf('Fiches: a/b', [...rows, ...many]));
    expect(xlsxMediaType).toContain('spreadsheetml.sheet');
    const [sheet] = await readWorkbook(bytes);
    expect(sheet?.sheet).toBe('Fiches  a b');
    expect(sheet?.data[1]).toEqual([...(rows[1] ?? [])]);
    expect(sheet?.data.slice(3)).toEqual(many.map((row) => [...row]));
  });
});
