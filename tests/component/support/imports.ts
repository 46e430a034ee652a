/** An import as the hub shows it: the one of the mock-up. */
import type { ImportLines, ImportLineView, ImportView } from '@shared/contracts/http/imports.ts';
import type { ImportField } from '@shared/domain/import/field.ts';
import type { LineProblem, Remedy } from '@shared/domain/import/problem.ts';
import { id } from './organisation.ts';

type Column = ImportView['columns'][number];
const column = (
  header: string,
  example: string,
  field: ImportField | null,
  change: Partial<Column> = {},
): Column => ({ header, example, field, filled: 12_480, mended: {}, refused: 0, ...change });

export const columns: ImportView['columns'] = [
  column('NOM', 'ARMAND', 'lastName', { mended: { 'proper-case': 12_480 } }),
  column('PRENOM', 'Gilles', 'firstName'),
  column('TEL_1', '0639982760', 'phone1', { mended: { e164: 12_311 } }),
  column('TEL_2', '', 'phone2', { filled: 4_020, mended: { e164: 4_020 } }),
  column('MAIL', 'g.armand@exemple.fr', 'email1', { filled: 11_870 }),
  column('CP', '35200', 'postcode', { mended: { 'leading-zero': 1_104 } }),
  column('DATE_CONSENT', '30/10/2026', 'consentDate', { refused: 68 }),
  column('SUPPORT', 'stand', 'consentProof'),
  column('SCORE_X', '0,71', null),
];

export const tried: ImportView = {
  id: id(900),
  brandId: 'solvenne',
  kind: 'customers',
  fileName: 'foires-automne.csv',
  byId: id(7),
  byName: 'Agathe Perrot',
  createdAt: '2026-11-05T14:02:00.000Z',
  state: 'tried',
  unreadable: null,
  shape: { format: 'csv', encoding: 'utf-8', delimiter: ';', sheet: null, otherSheets: [] },
  columns,
  constants: {},
  remembered: false,
  missing: [],
  lines: 12_480,
  progress: { done: 12_480, total: 12_480 },
  counts: {
    pending: 0,
    new: 10_214,
    update: 1_688,
    same: 0,
    doubt: 341,
    refused: 237,
    skipped: 0,
    unproved: 0,
  },
  written: { created: 0, updated: 0, same: 0, consents: 0, interactions: 0 },
  doubts: 'wait',
  startedAt: null,
  endedAt: null,
  undoUntil: null,
  undone: null,
};

export const written = {
  created: 10_214,
  updated: 1_688,
  same: 0,
  consents: 9_870,
  interactions: 0,
};
export const done: ImportView = {
  ...tried,
  state: 'done',
  counts: { ...tried.counts, new: 0, update: 0, doubt: 0 },
  written,
  startedAt: '2026-11-05T14:06:00.000Z',
  endedAt: '2026-11-05T14:09:00.000Z',
  undoUntil: '2026-11-12T14:09:00.000Z',
};

const refused = (
  line: number,
  header: string | null,
  read: string,
  code: LineProblem['code'],
  remedy: Remedy,
  number?: number,
): ImportLineView => ({
  line,
  cells: {},
  status: 'refused',
  problems: [
    {
      column: header,
      field: columns.find((one) => one.header === header)?.field ?? null,
      read,
      code,
      remedy,
      ...(number === undefined ? {} : { number }),
    },
  ],
  doubt: null,
  decision: null,
});

export const refusedLines: ImportLines = {
  lines: [
    refused(214, 'DATE_CONSENT', '31/09/2026', 'date-impossible', {
      kind: 'replace',
      value: '30/09/2026',
    }),
    refused(215, 'DATE_CONSENT', '', 'consent-without-date', { kind: 'without-consent' }),
    refused(688, 'TEL_1', '06399', 'phone-digits', { kind: 'correct' }, 5),
    refused(1_032, 'TEL_1', '+33 1 62 00 00 10', 'phone-automated', { kind: 'skip' }),
    refused(1_507, 'DATE_CONSENT', '12/08/2025', 'consent-expired', { kind: 'without-consent' }),
    refused(2_240, 'CP', '2A0O4', 'postcode-letter-o', { kind: 'replace', value: '20004' }),
    refused(3_318, 'MAIL', 'riou@', 'email-no-domain', { kind: 'clear' }),
    refused(4_471, null, '', 'customer-opposed', { kind: 'without-consent' }, 2024),
  ],
  next: 4_471,
  reasons: [
    { code: 'consent-without-date', column: 'DATE_CONSENT', lines: 83 },
    { code: 'date-impossible', column: 'DATE_CONSENT', lines: 68 },
    { code: 'phone-digits', column: 'TEL_1', lines: 49 },
    { code: 'email-no-domain', column: 'MAIL', lines: 37 },
  ],
};

export const doubtfulLines: ImportLines = {
  lines: [
    {
      line: 406,
      cells: {},
      status: 'doubt',
      problems: [],
      doubt: {
        own: {
          customerId: null,
          line: 406,
          name: 'Famille Ottmann',
          place: 'Colmar',
          number: '+33639987130',
        },
        other: {
          customerId: id(901),
          line: null,
          name: 'Lise Ottmann',
          place: 'Colmar',
          number: '+33639987130',
        },
        reasons: { for: ['same-mobile'], against: ['other-first-name'] },
      },
      decision: null,
    },
  ],
  next: null,
  reasons: [],
};
