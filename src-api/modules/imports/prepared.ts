/** Lines made ready: their cells read by the mapping, their keys known. Others get a turn in between. */
import { setImmediate } from 'node:timers/promises';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { blockingKeys } from '@shared/domain/identity/blocking-keys.ts';
import type { Identity } from '@shared/domain/identity/identity.ts';
import { readEmails } from '@shared/domain/import/cells/read-email.ts';
import { readPhones } from '@shared/domain/import/cells/read-phone.ts';
import type { ImportField } from '@shared/domain/import/field.ts';
import { labelOf } from '@shared/domain/import/fill-card.ts';
import { identityOfLine } from '@shared/domain/import/judge-match.ts';
import type { CardLine, Reading, ReadLine } from '@shared/domain/import/line.ts';
import type { LineProblem } from '@shared/domain/import/problem.ts';
import { columnsOf, readLine } from '@shared/domain/import/read-line.ts';
import type { LineRow } from './lines-repository.ts';
import type { ImportRow } from './repository.ts';

export type Prepared = ReadLine & {
  readonly row: LineRow;
  /** Of a customer's line alone. */
  readonly identity: Identity | null;
  /** By which later lines of the file meet it. */
  readonly keys: readonly string[];
  /** Numbers and addresses that it holds, refused or not: an erasure finds it by them. */
  readonly contacts: readonly string[];
};

const phoneFields = new Set<ImportField>(['phone1', 'phone2', 'phone3']);
const emailFields = new Set<ImportField>(['email1', 'email2']);

const contactsOf = ({ columns }: Reading, cells: Readonly<Record<string, string>>): string[] =>
  [...columns].flatMap(([field, header]) => {
    const text = cells[header] ?? '';
    const phones = phoneFields.has(field) ? readPhones(text) : null;
    const emails = emailFields.has(field) ? readEmails(text) : null;
    return [
      ...(phones?.ok ? phones.value.map((e164) => `p:${e164}`) : []),
      ...(emails?.ok ? emails.value.map((email) => `e:${email.toLowerCase()}`) : []),
    ];
  });

export const readingOf = (row: ImportRow, nowMs: number): Reading => ({
  kind: row.kind,
  columns: columnsOf(row.mapping),
  constants: row.constants,
  nowMs,
});

export const cellsByHeader = (
  headers: readonly string[],
  cells: readonly string[],
): Record<string, string> =>
  Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? '']));

const surplus = (row: LineRow, headers: readonly string[]): LineProblem[] =>
  row.cells.length <= headers.length
    ? []
    : [
        {
          column: null,
          field: null,
          read: row.cells.slice(headers.length).join(' | ').slice(0, 300),
          code: 'cells-surplus',
          remedy: { kind: 'clear' },
        },
      ];

const prepareOne = (reading: Reading, headers: readonly string[], row: LineRow): Prepared => {
  const cells = cellsByHeader(headers, row.cells);
  const read = readLine(reading, cells);
  const problems = [...surplus(row, headers), ...read.problems];
  const line = problems.length > 0 ? null : read.line;
  const identity = line?.kind === 'customers' ? identityOfLine(line.card) : null;
  const keys = identity === null ? [] : blockingKeys(identity);
  return { ...read, line, problems, row, identity, keys, contacts: contactsOf(reading, cells) };
};

/** So many lines are a few milliseconds: whoever asks the hub waits no longer than that. */
const linesInOneGo = 20;

export const prepareAll = async (
  row: ImportRow,
  lines: readonly LineRow[],
  nowMs: number,
): Promise<readonly Prepared[]> => {
  const reading = readingOf(row, nowMs);
  const prepared: Prepared[] = [];
  for (const [at, line] of lines.entries()) {
    prepared.push(prepareOne(reading, row.headers, line));
    if (at % linesInOneGo === linesInOneGo - 1) await setImmediate();
  }
  return prepared;
};

/** The card that a line makes. */
export const cardOf = (
  line: CardLine,
  { id, brandId, at }: { readonly id: string; readonly brandId: string; readonly at: string },
): Customer => ({
  id,
  kind: line.kind,
  civility: line.civility ?? 'none',
  firstName: line.firstName,
  lastName: line.lastName,
  companyName: line.companyName || null,
  birthDate: line.birthDate,
  registration: line.registration,
  language: line.language ?? 'fr',
  phones: line.phones.slice(0, 10).map((e164) => ({ e164, label: labelOf(e164) })),
  emails: line.emails.slice(0, 10),
  address: line.address,
  relations: [
    {
      brandId,
      since: line.relation.since ?? at.slice(0, 10),
      value12MonthsCents: line.relation.value12MonthsCents ?? 0,
      segment: line.relation.segment ?? 'new',
      vip: line.relation.vip ?? false,
      ...(line.relation.score == null ? {} : { score: line.relation.score }),
      relationMode: 'neutral',
    },
  ],
  version: 1,
  updatedAt: at,
});
