/** Files as people send them, read without a thread around. */
import { buffer } from 'node:stream/consumers';
import { readFile } from '@api/modules/imports/reading/read-file.ts';
import { type RawLine, Unreadable } from '@api/modules/imports/reading/table.ts';
import { xlsxOf } from '@api/sheets/write-xlsx.ts';
import { unreadableCodes } from '@shared/domain/import/progress.ts';
import { unreadableInWords } from '@shared/domain/import/unreadable-words.ts';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const read = async (file: Buffer | string, sheet: string | null = null) => {
  const { shape, headers, parts } = await readFile(Buffer.from(file), sheet);
  const lines: RawLine[] = [];
  for await (const part of parts) lines.push(...part);
  return { shape, headers, lines };
};
const codeOf = async (file: Buffer | string, sheet: string | null = null): Promise<string> => {
  try {
    await read(file, sheet);
    return 'read';
  } catch (error) {
    if (error instanceof Unreadable) return error.code;
    throw error;
  }
};

const old = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(600),
]);
const bomb = (size: number): Buffer =>
  Buffer.from(
    zipSync(
      {
        'xl/workbook.xml': strToU8('<workbook/>'),
        'xl/worksheets/sheet1.xml': new Uint8Array(size),
      },
      { level: 9 },
    ),
  );
const people = (count: number) => Array.from({ length: count }, (_, at) => `P${at};1`).join('\n');

describe('files of an import', () => {
  it.each([
    ['nothing', '', 'file-empty'],
    ['blank lines', '\n \n\r\n', 'file-empty'],
    ['a header alone', 'NOM;TEL\n', 'header-only'],
    ['no headers', 'Le Goff;0639985200\nRiou;0639985201', 'header-missing'],
    [
      'binary junk',
      Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 37) % 256)),
      'not-a-table',
    ],
    ['a PDF', '%PDF-1.7 blah', 'not-a-table'],
    [
      'an archive of something else',
      Buffer.from(zipSync({ 'photo.jpg': new Uint8Array(9) })),
      'not-a-table',
    ],
    [
      'a workbook with a password',
      Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]),
      'file-locked',
    ],
    ['an old workbook', old, 'file-old-excel'],
    ['a torn workbook', bomb(10).subarray(0, 60), 'file-broken'],
    ['a bomb', bomb(600 * 1024 * 1024), 'file-swells'],
    ['a quote that is never closed', 'NOM;TEL\n"Le Goff;0639985200\nRiou;06', 'quote-open'],
    ['too many lines', `NOM;X\n${people(1_000_001)}`, 'too-many-lines'],
    [
      'too many columns',
      `${Array.from({ length: 201 }, (_, at) => `C${at}`).join(';')}\n1;2`,
      'too-many-columns',
    ],
  ] as const)('[IMPORT-33] %s is refused with what to do', async (_, file, code) => {
    expect(await codeOf(file)).toBe(code);
  });

  it('[IMPORT-33] each refusal has its words in both languages', () => {
    for (const code of unreadableCodes) {
      expect(unreadableInWords(code, 'fr')).not.toBe(unreadableInWords(code, 'en'));
    }
  });

  const text =
    'NOM;PRENOM;TEL;TEL\nHélary;Éloïse;0639985301;0298000001\n\n"Le ""Grand""";"deux\nlignes";\'+33639985302\nTrop;Plein;0639985303;;surplus\nCourt';
  it.each([
    ['windows-1252', Buffer.from(text, 'latin1')],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-8', Buffer.from(text)],
  ] as const)(
    '[IMPORT-34] %s is read as it was meant: quotes, doubled headers, ragged lines',
    async (encoding, file) => {
      const { shape, headers, lines } = await read(file);
      expect(shape).toMatchObject({ encoding, delimiter: ';' });
      expect(headers).toEqual(['NOM', 'PRENOM', 'TEL', 'TEL (2)']);
      expect(lines).toEqual([
        { line: 2, cells: ['Hélary', 'Éloïse', '0639985301', '0298000001'] },
        { line: 4, cells: ['Le "Grand"', 'deux\nlignes', '+33639985302', ''] },
        { line: 6, cells: ['Trop', 'Plein', '0639985303', '', 'surplus'] },
        { line: 7, cells: ['Court', '', '', ''] },
      ]);
    },
  );

  it('[IMPORT-34] a file of Excel keeps its œ, its € and its curved apostrophe', async () => {
    const file = Buffer.concat([
      Buffer.from('NOM;RUE;AVOIR\nL', 'latin1'),
      Buffer.from([0x9c]),
      Buffer.from('uf;5 rue de l', 'latin1'),
      Buffer.from([0x92]),
      Buffer.from('\xcele;12 ', 'latin1'),
      Buffer.from([0x80]),
    ]);
    const { shape, lines } = await read(file);
    expect(shape.encoding).toBe('windows-1252');
    expect(lines).toEqual([{ line: 2, cells: ['Lœuf', '5 rue de l’Île', '12 €'] }]);
  });

  it('[IMPORT-34] Excel’s first line that names the separator is no line of the table', async () => {
    const { shape, headers, lines } = await read('sep=,\r\nNOM,TEL\r\n"Le Goff;fils",06');
    expect(shape.delimiter).toBe(',');
    expect(headers).toEqual(['NOM', 'TEL']);
    expect(lines).toEqual([{ line: 3, cells: ['Le Goff;fils', '06'] }]);
  });

  it('[IMPORT-44] titles over the table are no lines of it; a table of one column stays whole', async () => {
    const titled = await read('Salon de Quimper;;\n\nLe 12/11;;\nNOM;TEL;\nRiou;06;\nSeul;;\n');
    expect(titled.headers).toEqual(['NOM', 'TEL']);
    expect(titled.lines).toEqual([
      { line: 5, cells: ['Riou', '06'] },
      { line: 6, cells: ['Seul', ''] },
    ]);
    const narrow = await read(`NOM\n${Array.from({ length: 8 }, (_, at) => `P${at}`).join('\n')}`);
    expect(narrow.headers).toEqual(['NOM']);
    const stray = await read('NOM\nA\nB;C');
    expect(stray.headers).toEqual(['NOM']);
    expect(stray.lines.map(({ cells }) => cells)).toEqual([['A'], ['B', 'C']]);
    expect(narrow.lines.map(({ cells }) => cells[0])).toEqual(
      Array.from({ length: 8 }, (_, at) => `P${at}`),
    );
  });

  it('[IMPORT-34] the separator is the one that the file uses', async () => {
    const delimiters = [
      'NOM\tTEL, fixe\nA, B\t1',
      'NOM|TEL\nA;B|1',
      'NOM,TEL\n"A;B;C",1',
      'NOM\nSeul',
    ];
    const found = await Promise.all(
      delimiters.map(async (file) => (await read(file)).shape.delimiter),
    );
    expect(found).toEqual(['\t', '|', ',', ';']);
  });

  it('[IMPORT-35] of a workbook the first sheet with a table is read, or the one that is asked for', async () => {
    const sheet = async (name: string, rows: (string | number)[][]) =>
      unzipSync(await buffer(xlsxOf(name, rows)));
    const one = await sheet('Couverture', [['Fiches']]);
    const two = await sheet('Données', [
      ['NOM', 'TEL'],
      ['Calvez', 639985401],
    ]);
    const main = 'xl/workbook.xml';
    const links = 'xl/_rels/workbook.xml.rels';
    const words = (part: Uint8Array | undefined) => new TextDecoder().decode(part);
    const workbook = zipSync({
      ...one,
      'xl/worksheets/sheet2.xml': two['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
      [main]: strToU8(
        words(one[main]).replace(
          '</sheets>',
          '<sheet name="Données" sheetId="2" r:id="r2"/></sheets>',
        ),
      ),
      [links]: strToU8(
        words(one[links]).replace(
          '</Rel',
          '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Rel',
        ),
      ),
    });
    const found = await read(Buffer.from(workbook));
    expect(found.shape).toMatchObject({
      format: 'xlsx',
      sheet: 'Données',
      otherSheets: ['Couverture'],
    });
    expect(found.lines).toEqual([{ line: 2, cells: ['Calvez', '639985401'] }]);
    expect((await read(Buffer.from(workbook), 'Données')).shape.sheet).toBe('Données');
    await expect(read(Buffer.from(workbook), 'Couverture')).rejects.toThrow('header-only');
    expect(await codeOf(Buffer.from(workbook), 'Annexe')).toBe('sheet-unknown');
  });

  it('[IMPORT-33] whatever the bytes are, reading ends with a table or a reason', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.string().map((one) => Buffer.from(one)),
        ),
        async (bytes) => {
          expect(typeof (await codeOf(Buffer.from(bytes)))).toBe('string');
        },
      ),
      { numRuns: 300 },
    );
  });
});
