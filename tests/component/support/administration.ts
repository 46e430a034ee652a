/** A hub as an administrator finds it: a little of everything, some of it wrong. */

import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import { demoBrands } from '@shared/domain/brand/demo-brands.ts';
import { noRecording } from '@shared/domain/recording/purpose.ts';
import { kerdoualRules } from '../../support/kerdoual-rules.ts';
import { at, helene } from './helene.ts';
import { camille, id, reference } from './organisation.ts';
import { quiet } from './slices.ts';

export const agathe = {
  ...camille,
  id: id(30),
  login: 'agathe.perrot',
  firstName: 'Agathe',
  lastName: 'Perrot',
  role: 'administrator' as const,
  brandIds: ['kerdoual', 'solvenne', 'lorvane'],
};
export const administering = { session: { ...quiet.session, user: agathe } };

const account = (number: number, name: string, more: object) => {
  const [firstName = '', lastName = ''] = name.split(' ');
  return {
    id: id(number),
    login: `${firstName}.${lastName}`.toLowerCase(),
    firstName,
    lastName,
    role: 'advisor' as const,
    teamId: id(9),
    locale: 'fr' as const,
    brandIds: ['kerdoual'],
    active: true,
    extension: String(6000 + number),
    lastSeenAt: at('2026-11-05T11:40:00'),
    ...more,
  };
};
const { brandId: _, ...rules } = kerdoualRules;

export const quarantined: CommandOutput<'admin.quarantine'>['items'][number] = {
  id: id(601),
  sourceId: id(501),
  sourceName: 'Boutique en ligne',
  messageId: 'msg_2048',
  type: 'cart.broken-off',
  brandId: 'kerdoual',
  receivedAt: at('2026-11-05T11:02:00'),
  status: 'quarantined',
  reason: 'malformed',
  issues: [
    { path: 'data.amountCents', message: 'Invalid input: expected number, received string' },
  ],
  body: '{"type":"cart.broken-off","data":{"ref":"P-5120","amountCents":"640 euros"}}',
};

export const connector: CommandOutput<'admin.connectors'>['connectors'][number] = {
  id: id(801),
  brandId: 'kerdoual',
  name: 'Commandes boutique',
  card: 'orders',
  address: 'https://boutique.exemple.fr/clients/{ref}/commandes',
  sourceId: null,
  secretHeader: 'Authorization',
  timeLimitMs: 800,
  freshSeconds: 60,
  keepHours: 720,
  roles: [],
  behind: 'purchases',
  hasSecret: true,
  active: true,
  createdAt: at('2026-10-01T09:00:00'),
  lastAnswerAt: at('2026-11-05T10:42:00'),
  lastFailure: 'timeout',
  lastFailureAt: at('2026-11-05T11:30:00'),
};

const entry = (number: number, time: string, more: object) => ({
  id: number,
  at: at(`2026-11-05T${time}`),
  userId: id(1),
  who: 'Camille Roussel',
  action: 'viewed',
  entity: 'customer',
  entityId: helene,
  about: 'Hélène Vasseur',
  detail: null,
  correlationId: 'c',
  ...more,
});

const purge = (seq: number, kind: 'audit-log' | 'words-and-notes', count: number) => ({
  seq,
  kind,
  at: at('2026-11-05T02:00:04'),
  before: at('2023-11-05T02:00:04'),
  count,
  digest: 'a3f0'.repeat(16),
});

/** What the hub answers, by command. */
export const administration = {
  'admin.users': {
    users: [
      account(1, 'Camille Roussel', { brandIds: ['kerdoual', 'solvenne'] }),
      account(4, 'Nadia Ferrand', { role: 'team-lead' }),
      account(5, 'Hugo Delmas', { role: 'brand-manager', teamId: null, extension: null }),
      account(6, 'Théo Lamy', { brandIds: ['solvenne'], lastSeenAt: null }),
      account(7, 'Kévin Dauphin', { active: false, lastSeenAt: at('2026-09-25T09:00:00') }),
    ],
  },
  'admin.teams': {
    teams: [
      { id: id(9), name: 'SAV niveau 2' },
      { id: id(8), name: 'Débord du soir', outsourcer: 'Voix d’Ailleurs' },
    ],
  },
  'admin.brands': { brands: [...demoBrands] },
  'admin.numbers': { numbers: reference.numbers.filter((one) => one.brandId === 'kerdoual') },
  'admin.recording-rules': {
    brandId: 'kerdoual',
    rules: noRecording,
    changedAt: at('2026-10-20T09:00:00'),
    why: 'Rien avant la consultation du comité',
  },
  'admin.rules': { version: 3, rules, changedBy: id(5), changedAt: at('2026-10-20T09:00:00') },
  'admin.sources': {
    sources: [
      {
        id: id(501),
        name: 'Boutique en ligne',
        kind: 'web-shop' as const,
        brandIds: ['kerdoual'],
        active: true,
        createdAt: at('2026-10-01T09:00:00'),
        formerSecretUntil: null,
        refused: 3,
        refusedAt: at('2026-11-04T17:00:00'),
      },
    ],
  },
  'admin.quarantine': { items: [quarantined], total: 1, next: null },
  'admin.webhooks': {
    subscriptions: [
      {
        id: id(701),
        url: 'https://crm.exemple.fr/parlance',
        events: ['customer.changed' as const, 'interaction.created' as const],
        brandIds: ['kerdoual'],
        active: true,
        createdAt: at('2026-10-01T09:00:00'),
        waiting: 2,
        dead: 1,
      },
    ],
  },
  'admin.deliveries': {
    deliveries: [
      {
        id: id(702),
        event: 'customer.changed' as const,
        entityId: helene,
        at: at('2026-11-01T09:00:00'),
        status: 'dead' as const,
        attempts: 17,
        nextAt: at('2026-11-04T09:00:00'),
        failure: '503',
      },
    ],
  },
  'admin.connectors': { connectors: [connector] },
  'admin.retention': {
    rules: [
      ['inactive-customers', 1095, 1206, null],
      ['words-and-notes', 730, 44, purge(7, 'words-and-notes', 298)],
      ['consent-proofs', 1095, 0, null],
      ['audit-log', 365, 8560, purge(8, 'audit-log', 51)],
      ['practice', 180, 12, null],
    ].map(([kind, days, due, last]) => ({
      kind,
      days,
      due,
      last,
      changedBy: null,
      changedAt: null,
      why: null,
    })) as CommandOutput<'admin.retention'>['rules'],
    chain: { purges: 8, brokenAt: null },
  },
  'admin.journal': {
    entries: [
      entry(9, '11:41:12', {
        userId: agathe.id,
        who: 'Agathe Perrot',
        action: 'changed',
        entity: 'brand',
        entityId: 'solvenne',
        about: null,
        detail: { fields: ['hue'] },
      }),
      entry(8, '11:40:03', {}),
      entry(7, '11:20:55', { userId: id(4), who: 'Nadia Ferrand' }),
      entry(6, '02:00:04', {
        userId: null,
        who: null,
        action: 'erased',
        entity: 'customer',
        entityId: id(99),
        about: null,
      }),
    ],
    next: null,
  },
  'admin.journal-chain': { entries: 2_418_306, unsealed: 4, seals: 900, brokenAt: null },
  'admin.exports': {
    exports: [
      ['making', 8_500, 20_000, null],
      ['done', 2_418, 2_418, at('2026-11-06T09:30:00')],
      ['expired', 120, 120, null],
    ].map(([state, done, total, until], place) => ({
      id: id(950 + place),
      brandId: 'kerdoual',
      kind: 'customers',
      format: 'csv',
      state,
      byId: agathe.id,
      byName: 'Agathe Perrot',
      createdAt: at('2026-11-05T09:30:00'),
      endedAt: null,
      until,
      progress: { done, total },
      fileName: `clients-kerdoual-${place + 1}.csv`,
    })) as CommandOutput<'admin.exports'>['exports'],
  },
  'admin.erasures': {
    erasures: [
      {
        id: id(901),
        customerId: id(902),
        reason: 'Demande écrite du 2 novembre',
        askedBy: agathe.id,
        at: at('2026-11-03T10:00:00'),
        counts: { customers: 1, interactions: 14, consents: 2, cases: 0 },
        desktops: [
          {
            deviceId: id(1001),
            userId: id(1),
            lastSeenAt: at('2026-11-05T11:40:00'),
            confirmedAt: at('2026-11-03T10:00:02'),
          },
          {
            deviceId: id(1002),
            userId: id(2),
            lastSeenAt: at('2026-11-01T18:00:00'),
            confirmedAt: null,
          },
        ],
      },
    ],
  },
  'admin.desktop-rules': {
    customersAtMost: 100_000,
    monthsAtMost: 24,
    lockAfterMinutes: 15,
    expiresAfterHours: 168,
    changedBy: null,
    changedAt: null,
    why: null,
  },
  'admin.dispositions': {
    dispositions: reference.dispositions.filter(({ brandId }) => brandId === 'kerdoual'),
  },
  'admin.devices': {
    devices: [
      {
        deviceId: id(1001),
        userId: id(1),
        userName: 'Camille Roussel',
        state: 'active' as const,
        lastSeenAt: at('2026-11-05T11:40:00'),
        told: {
          machineName: 'PC-RENNES-14',
          program: '0.1.0',
          platform: 'linux',
          protocol: 2,
          customers: 8_560,
          waiting: 0,
          parked: 1,
          locked: false,
          clockAheadMs: 12,
        },
        machines: ['PC-RENNES-14'],
        wipe: null,
      },
      {
        deviceId: id(1002),
        userId: id(2),
        userName: 'Yanis Morel',
        state: 'wipe-ordered' as const,
        lastSeenAt: at('2026-11-01T18:00:00'),
        told: null,
        machines: [],
        wipe: {
          id: id(1003),
          reason: 'Portable volé',
          orderedAt: at('2026-11-04T09:00:00'),
          orderedBy: agathe.id,
          doneAt: null,
          left: null,
        },
      },
    ],
  },
} satisfies { [name in string]: object };

type Answers = { readonly [name: string]: () => { readonly ok: true; readonly value: never } };
export const administrationAnswers = Object.fromEntries(
  Object.entries(administration).map(([name, value]) => [name, () => ({ ok: true, value })]),
) as unknown as Answers;
