/**
 * Since which protocol each part of the wire exists: the one table that hub and desktop go by. What
 * is newer than a desktop's protocol is left out of what it pulls, and it loads anew when it reaches
 * that protocol; a mutation newer than the hub's protocol waits on the desktop.
 */
import type { ErrorCode } from '../../kernel/error-codes.ts';
import type { MutationKind } from './mutation.ts';
import type { Change } from './pull.ts';

type Entity = Change['entity'];

/**
 * A value of an enumeration that came later, at a path of the row (`*`: every entry of a list). In a
 * field that can change later it is told to older desktops as `readAs`, an older value. In one that
 * is fixed from the beginning `readAs` may be null: the whole row is left out.
 */
export type NewerValue = {
  readonly entity: Entity;
  readonly path: readonly string[];
  readonly value: string;
  readonly since: number;
  readonly readAs: string | null;
};
/** A field that came later: older desktops strip it, and have to load it when they know it. */
export type NewerField = {
  readonly entity: Entity;
  readonly field: string;
  readonly since: number;
};

/** A code that came later, in an answer to a push: older desktops are told an older one. */
export type NewerCode = {
  readonly code: ErrorCode;
  readonly since: number;
  readonly readAs: ErrorCode;
};

export type NewerThan = {
  readonly entities: { readonly [entity in Entity]: number };
  readonly mutations: { readonly [kind in MutationKind]: number };
  readonly values: readonly NewerValue[];
  readonly fields: readonly NewerField[];
  readonly codes: readonly NewerCode[];
};

export const newerThan: NewerThan = {
  entities: {
    customer: 1,
    interaction: 1,
    case: 1,
    consent: 1,
    callback: 1,
    grant: 2,
    purchase: 2,
    reference: 1,
  },
  mutations: {
    'interaction.record': 1,
    'interaction.wrap-up': 1,
    'customer.create': 1,
    'customer.change': 1,
    'case.open': 1,
    'case.advance': 1,
    'callback.create': 1,
    'callback.close': 1,
    'consent.record': 1,
    'grant.record': 2,
    'appointment.book': 3,
    'advisor.state': 1,
    'favourite.set': 1,
    'customer.seen': 3,
    'article.told': 3,
    'dial.decided': 3,
  },
  values: [
    { entity: 'callback', path: ['kind'], value: 'cart', since: 2, readAs: null },
    // An older desktop would keep what is typed of a card: it asks whether she paid, and no more.
    ...['scripts', 'upcomingScripts', 'retiredScripts', 'trialScripts'].map(
      (list): NewerValue => ({
        entity: 'reference',
        path: [list, '*', 'steps', '*', 'fields', '*', 'type'],
        value: 'payment',
        since: 3,
        readAs: 'yes-no',
      }),
    ),
  ],
  fields: [
    { entity: 'customer', field: 'birthDate', since: 2 },
    { entity: 'customer', field: 'registration', since: 2 },
    { entity: 'callback', field: 'amountCents', since: 2 },
    { entity: 'callback', field: 'expiresAt', since: 2 },
    { entity: 'interaction', field: 'zone', since: 2 },
    { entity: 'interaction', field: 'correctedAt', since: 2 },
    { entity: 'reference', field: 'rules', since: 2 },
    { entity: 'customer', field: 'partedFrom', since: 2 },
    { entity: 'customer', field: 'links', since: 2 },
    { entity: 'customer', field: 'calling', since: 3 },
  ],
  codes: [{ code: 'customer-erased', since: 2, readAs: 'customer-unknown' }],
};

/** The protocol up to which anything it reads has grown: two with the same level hold the same. */
export const readingLevel = (
  { entities, values, fields }: Pick<NewerThan, 'entities' | 'values' | 'fields'>,
  protocol: number,
): number =>
  [...Object.values(entities), ...[...values, ...fields].map(({ since }) => since)]
    .filter((since) => since <= protocol)
    .reduce((highest, since) => Math.max(highest, since), 1);
