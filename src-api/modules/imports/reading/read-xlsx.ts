/**
 * XLSX by read-excel-file, behind a guard: the archive is unpacked within a limit and put together
 * again, so that what an archive says of its sizes is what the reader gets.
 */
import { importLimits } from '@shared/domain/import/progress.ts';
import { unzipSync, zipSync } from 'fflate';
import readWorkbook, { type CellValue } from 'read-excel-file/node';
import { type RawLine, type RawTable, Unreadable } from './table.ts';

/** What a workbook of the most lines and columns may come to. */
const mostUnpackedBytes = 512 * 1024 * 1024;
const mostParts = 2_000;

/** @throws Unreadable when it swells, or is no workbook. */
const unpacked = (bytes: Buffer): Buffer => {
  let [total, parts] = [0, 0];
  const wanted =
    /^(?:\[Content_Types\]\.xml|_rels\/|xl\/(?:_rels\/|workbook\.|styles\.|sharedStrings\.|worksheets\/(?!_rels)))/i;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        if (!wanted.test(name)) return false;
        total += originalSize;
        if (total > mostUnpackedBytes || parts > mostParts) throw new Unreadable('file-swells');
        return true;
      },
    });
    if (!Object.keys(files).some((name) => name.startsWith('xl/workbook.'))) {
      throw new Unreadable('not-a-table');
    }
    return Buffer.from(zipSync(files, { level: 0 }));
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('file-broken');
  }
};

/** Days and times as texts that the cells' readers know; numbers without what binary fractions add. */
const textOf = (cell: CellValue | null): string => {
  if (cell === null) return '';
  if (cell instanceof Date) {
    const iso = cell.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
  }
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  return typeof cell === 'boolean' ? (cell ? 'oui' : 'non') : String(cell);
};

type Sheet = { readonly sheet: string; readonly data: readonly (readonly (CellValue | null)[])[] };

async function* rowsOf({ data }: Sheet): AsyncGenerator<RawLine> {
  for (const [at, row] of data.entries()) yield { line: at + 1, cells: row.map(textOf) };
}

const isTable = ({ data }: Sheet): boolean =>
  data.filter((row) => row.some((cell) => cell !== null && cell !== '')).length > 1;

export const readXlsx = async (bytes: Buffer, wanted: string | null): Promise<RawTable> => {
  const archive = unpacked(bytes);
  let sheets: readonly Sheet[];
  try {
    sheets = (await readWorkbook(archive)) as readonly Sheet[];
  } catch {
    throw new Unreadable('file-broken');
  }
  if (sheets.every(({ data }) => data.length === 0)) throw new Unreadable('file-empty');
  const asked = sheets.find(({ sheet }) => sheet === wanted);
  // Another one would be a table that nobody asked for.
  if (wanted !== null && asked === undefined) throw new Unreadable('sheet-unknown');
  const chosen = asked ?? sheets.find(isTable) ?? sheets.find(({ data }) => data.length > 0);
  if (chosen === undefined) throw new Unreadable('file-empty');
  if (chosen.data.length > importLimits.workbookLines + 1_000)
    throw new Unreadable('too-many-lines');
  const otherSheets = sheets.map(({ sheet }) => sheet).filter((name) => name !== chosen.sheet);
  return {
    shape: { format: 'xlsx', encoding: null, delimiter: null, sheet: chosen.sheet, otherSheets },
    rows: rowsOf(chosen),
  };
};
