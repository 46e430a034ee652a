/**
 * A table as an XLSX workbook of one sheet (ECMA-376, part 1, §18), zipped while its rows come: the
 * libraries that write XLSX hold the whole table first. A text is a text there, never a formula, so
 * nothing has to be neutralised.
 */
import { Readable } from 'node:stream';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { SheetCell, SheetRow, SheetRows } from './cell.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** Without what XML 1.0 has no way to say. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '')
    .replaceAll(/[&<>"]/g, (found) => escapes[found] ?? '');

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

const partsOf = (sheetName: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${relations}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
});

/** What one cell of Excel holds at most. */
const mostCharacters = 32_767;

/** A, B … Z, AA … */
const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const cellXml = (cell: SheetCell, place: string): string => {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  const text = escaped(cell.slice(0, mostCharacters));
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
};

const rowXml = (row: SheetRow, number: number): string => {
  const cells = row.map((cell, at) => cellXml(cell, `${columnName(at)}${number}`));
  return `<row r="${number}">${cells.join('')}</row>`;
};

const rowsAtOnce = 200;

async function* pieces(sheetName: string, rows: SheetRows): AsyncGenerator<Uint8Array> {
  let zipped: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    zipped.push(bytes);
  });
  const taken = (): Uint8Array => {
    const bytes = Buffer.concat(zipped);
    zipped = [];
    return bytes;
  };
  const begin = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 3 });
    zip.add(part);
    return part;
  };
  for (const [name, xml] of Object.entries(partsOf(sheetName)))
    begin(name).push(strToU8(xml), true);
  const sheet = begin('xl/worksheets/sheet1.xml');
  let xml = `${head}<worksheet xmlns="${main}"><sheetData>`;
  let [waiting, number] = [0, 0];
  for await (const row of rows) {
    number += 1;
    xml += rowXml(row, number);
    waiting += 1;
    if (waiting < rowsAtOnce) continue;
    sheet.push(strToU8(xml));
    [xml, waiting] = ['', 0];
    yield taken();
  }
  sheet.push(strToU8(`${xml}</sheetData></worksheet>`), true);
  zip.end();
  yield taken();
}

export const xlsxMediaType = `${kinds}.sheet`;

export const xlsxOf = (sheetName: string, rows: SheetRows): Readable =>
  Readable.from(pieces(sheetName, rows), { objectMode: false });
