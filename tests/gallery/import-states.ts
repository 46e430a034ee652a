/** Imports as in their mock-up: the dry run, on its way, done, undone, nothing yet, no hub. */
import type { ImportView } from '@shared/contracts/http/imports.ts';
import { done, doubtfulLines, refusedLines, tried, written } from '../component/support/imports.ts';
import { camille, id } from '../component/support/organisation.ts';
import { quiet } from '../component/support/slices.ts';
import type { GalleryState } from './parts.ts';

const agathe = {
  ...camille,
  role: 'administrator' as const,
  firstName: 'Agathe',
  lastName: 'Perrot',
};
const session = { ...quiet.session, user: agathe };

const state = (views: readonly ImportView[] | null, press?: string): GalleryState => ({
  now: '15:10:00',
  slices: { session },
  screen: 'imports',
  imports: { views, refused: refusedLines, doubtful: doubtfulLines },
  ...(press === undefined ? {} : { press }),
});

const { fileName } = tried;
const long =
  'fiches-des-foires-et-salons-de-l-automne-2026-version-definitive-corrigee-par-le-siege.csv';
const undone: ImportView = {
  ...done,
  state: 'undone',
  undoUntil: null,
  undone: { at: '2026-11-06T09:00:00.000Z', takenBack: 11_899, kept: 3 },
};
const unreadable: ImportView = {
  ...tried,
  state: 'unreadable',
  columns: [],
  unreadable: {
    code: 'file-locked',
    fr: 'Le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe.',
    en: 'The workbook is protected by a password. Save it without one.',
  },
};
const running: ImportView = {
  ...tried,
  state: 'running',
  progress: { done: 5_600, total: 12_480 },
  written: { ...written, created: 4_410, updated: 790, consents: 4_020 },
};
const ready: ImportView = {
  ...tried,
  state: 'ready',
  missing: [['lastName', 'companyName']],
  counts: { ...tried.counts, new: 0, update: 0, doubt: 0, refused: 0 },
};

export const importStates: { readonly [name: string]: GalleryState } = {
  'imports-empty': state([]),
  'imports-offline': state(null),
  'imports-list': state([
    tried,
    { ...done, id: id(902), fileName: 'fidelite-octobre.xlsx' },
    { ...undone, id: id(903), fileName: long },
    { ...unreadable, id: id(904), fileName: 'salon.xls' },
  ]),
  'import-tried': state([tried], fileName),
  'import-ready': state([ready], fileName),
  'import-running': state([running], fileName),
  'import-undone': state([undone], fileName),
  'import-unreadable': state([unreadable], fileName),
};
