/**
 * The refused lines as a file: their own columns as they were, and beside them which line, why and what
 * helps. Corrected, it is sent again as it is: the columns that were added are known and left out.
 */
import type { Readable } from 'node:stream';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import type { SheetRow } from '@api/sheets/cell.ts';
import { csvMediaType, csvOf } from '@api/sheets/write-csv.ts';
import { xlsxMediaType, xlsxOf } from '@api/sheets/write-xlsx.ts';
import type { importErrorsQuerySchema } from '@shared/contracts/http/imports.ts';
import type { ImportLanguage } from '@shared/domain/import/problem-words.ts';
import { remedyInWords, whyInWords } from '@shared/domain/import/problem-words.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { findLines, type LineRow } from './lines-repository.ts';
import { type Db, findImport, type ImportRow } from './repository.ts';
import type { Hub } from './service.ts';

/** Each begins with the name by which a file that comes back is told from a customer's own columns. */
const ownHeaders: { readonly [language in ImportLanguage]: readonly string[] } = {
  fr: ['Parlance : ligne', 'Parlance : colonne', 'Parlance : pourquoi', 'Parlance : remède'],
  en: ['Parlance: line', 'Parlance: column', 'Parlance: why', 'Parlance: remedy'],
};

const own = ({ line, problems }: LineRow, language: ImportLanguage): SheetRow => {
  const each = (say: (problem: LineRow['problems'][number]) => string) =>
    problems.map(say).join(' ; ');
  return [
    line,
    each(({ column }) => column ?? '—'),
    each((problem) => whyInWords(problem, language)),
    each(({ remedy }) => remedyInWords(remedy, language)),
  ];
};

const atOnce = 500;

async function* rowsOf(db: Db, row: ImportRow, language: ImportLanguage): AsyncGenerator<SheetRow> {
  yield [...row.headers, ...ownHeaders[language]];
  let after = 0;
  for (;;) {
    const some = await findLines(db, row.id, { status: 'refused', after, limit: atOnce });
    for (const line of some) {
      yield [...row.headers.map((_, at) => line.cells[at] ?? ''), ...own(line, language)];
    }
    const last = some.at(-1);
    if (last === undefined || some.length < atOnce) return;
    after = last.line;
  }
}

export type ErrorsFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly body: Readable;
};

export const errorsFile = async (
  { database: { db } }: Hub,
  user: User,
  { id, actor }: { readonly id: string; readonly actor: Actor },
  { format, language }: z.infer<typeof importErrorsQuerySchema>,
): Promise<Result<ErrorsFile>> => {
  const row = await findImport(db, id, user.brandIds);
  if (row === null) return fail('not-found');
  const deed = { action: 'import-errors-read', entity: 'import', entityId: id };
  await recordAudit(db, { ...deed, ...actor });
  const rows = rowsOf(db, row, language);
  const base = row.file_name.replace(/\.[a-z]{3,4}$/i, '');
  const name = `${base}-${language === 'fr' ? 'refus' : 'refused'}.${format}`;
  return succeed(
    format === 'csv'
      ? { name, mediaType: csvMediaType, body: csvOf(rows) }
      : { name, mediaType: xlsxMediaType, body: xlsxOf(base, rows) },
  );
};
