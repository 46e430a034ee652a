/** Administration, tab by tab. */
import {
  administering,
  administration,
  administrationAnswers,
} from '../component/support/administration.ts';
import { lawRules } from '../component/support/law-rules.ts';
import { reference } from '../component/support/organisation.ts';
import { quiet } from '../component/support/slices.ts';
import type { GalleryState } from './parts.ts';

const one = {
  slices: administering,
  now: '11:44:06',
  screen: 'administration' as const,
  answers: administrationAnswers,
};
const tab = (name: string): GalleryState => ({ ...one, tab: name });
const lawful = {
  ...administrationAnswers,
  'admin.law-rules': () => ({ ok: true as const, value: lawRules as never }),
  'admin.dispositions': () => ({
    ok: true as const,
    value: {
      dispositions: reference.dispositions.filter(({ brandId }) => brandId === 'kerdoual'),
    } as never,
  }),
};
const nothing = { ok: true as const };
const long = 'Société coopérative d’intérêt collectif des Faïenceries et Arts de la Table Réunis';

export const administrationStates: { readonly [name: string]: GalleryState } = {
  admin: one,
  'admin-users': tab('users'),
  'admin-brands': tab('brands'),
  'admin-rules': tab('rules'),
  'admin-law': { ...tab('law'), answers: lawful },
  'admin-law-switch': {
    ...tab('law'),
    answers: lawful,
    presses: [/^(Suspendre : Pression|Suspend: Pressure)$/],
  },
  'admin-dispositions': {
    ...tab('rules'),
    answers: lawful,
    shows: 'h2:has-text("Qualifications")',
  },
  'admin-knowledge': { ...tab('rules'), shows: 'h2:has-text("savoirs"), h2:has-text("nowledge")' },
  'admin-words': { ...tab('rules'), shows: 'h2:has-text("Mots"), h2:has-text("Words")' },
  'admin-teams': { ...tab('users'), shows: 'h2:has-text("quipes"), h2:has-text("Teams")' },
  'admin-sources': tab('sources'),
  'admin-quarantine': tab('quarantine'),
  'admin-exports': tab('exports'),
  'admin-retention': tab('retention'),
  'admin-journal': tab('journal'),
  'admin-privacy': tab('privacy'),
  'admin-devices': tab('devices'),
  'admin-offline': {
    ...one,
    slices: { ...administering, sync: { ...quiet.sync, hub: 'offline' as const } },
    answers: Object.fromEntries(
      Object.keys(administration).map((name) => [
        name,
        () => ({ ok: false, error: { code: 'hub-unreachable' } }),
      ]),
    ),
  },
  'admin-loading': {
    ...tab('sources'),
    answers: Object.fromEntries(
      Object.keys(administration).map((name) => [name, () => new Promise(() => undefined)]),
    ),
  },
  'admin-empty': {
    ...tab('sources'),
    answers: {
      ...administrationAnswers,
      'admin.sources': () => ({ ...nothing, value: { sources: [] } }),
      'admin.connectors': () => ({ ...nothing, value: { connectors: [] } }),
      'admin.webhooks': () => ({ ...nothing, value: { subscriptions: [] } }),
    },
  },
  'admin-long': {
    ...tab('sources'),
    answers: {
      ...administrationAnswers,
      'admin.sources': () => ({
        ...nothing,
        value: {
          sources: administration['admin.sources'].sources.map((source) => ({
            ...source,
            name: long.slice(0, 80),
          })),
        },
      }),
    },
  },
};
