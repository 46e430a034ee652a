/** Writes consents and exchanges of a file. */
import { copyLine } from '@api/db/copy.ts';
import { copyInteractions } from '@api/modules/interactions/repository.ts';
import type { Consent } from '@shared/domain/customer/customer.ts';
import type { LineProblem } from '@shared/domain/import/problem.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import type { Change } from './changes-repository.ts';
import { againstConsent, consentRow } from './judge-consent.ts';
import type { JudgedLine } from './judge-customers.ts';
import * as people from './people-repository.ts';
import type { Writing } from './write-customers.ts';

type OnLine<T> = T & { readonly line: number };

const consentColumns = [
  'id',
  'customer_id',
  'brand_id',
  'channel',
  'status',
  'purpose',
  'given_at',
  'until',
  'proof',
  'recorded_by',
];
const consentLine = (one: Consent, by: string | null): string =>
  copyLine([
    one.id,
    one.customerId,
    one.brandId,
    one.channel,
    one.status,
    one.purpose,
    one.givenAt,
    one.until,
    one.proof,
    by,
  ]);

const historyColumns = [
  'customer_id',
  'version',
  'field',
  'old_value',
  'new_value',
  'changed_by',
  'changed_at',
  'happened_at',
  'import_id',
];
const historyLine = (consent: Consent, { row, at }: Writing): string => {
  const { customerId, brandId, channel, status, until, purpose, givenAt } = consent;
  const said = JSON.stringify({ status, until, purpose });
  const field = `consent:${brandId}:${channel}`;
  return copyLine([customerId, 1, field, 'null', said, row.by_id, at, givenAt, row.id]);
};

/** Each with its place in the history. @returns what was written. */
export const writeConsents = async (
  writing: Writing,
  consents: readonly OnLine<{ readonly consent: Consent }>[],
): Promise<Change[]> => {
  if (consents.length === 0) return [];
  const { copy, row } = writing;
  await copy(
    'consents',
    consentColumns,
    consents.map(({ consent }) => consentLine(consent, row.by_id)),
  );
  await copy(
    'customer_history',
    historyColumns,
    consents.map(({ consent }) => historyLine(consent, writing)),
  );
  return consents.map(({ line, consent }) => ({
    line,
    entity: 'consent',
    entity_id: consent.id,
    customer_id: consent.customerId,
    deed: 'created',
    changes: [],
  }));
};

export type CardConsents = {
  readonly consents: readonly OnLine<{ readonly consent: Consent }>[];
  /** Lines whose consent an opposition stands against: the card came in, the consent did not. */
  readonly against: ReadonlyMap<number, LineProblem>;
};

/** The consents that lines of customers bring with them. */
export const consentsOfCards = async (
  { tx, row, at }: Writing,
  judged: readonly JudgedLine[],
): Promise<CardConsents> => {
  const with_ = judged.flatMap(({ line: { consent }, known, prepared }) =>
    consent === null || known === null
      ? []
      : [{ consent, customerId: known.card.id, line: prepared.row.line }],
  );
  const ids = with_.map(({ customerId }) => customerId);
  const standing = new Map(await people.standingConsents(tx, row.brand_id, ids));
  const column =
    Object.entries(row.mapping).find(([, field]) => field === 'consentDate')?.[0] ?? null;
  const against = new Map<number, LineProblem>();
  const rows = with_.flatMap(({ consent, customerId, line }) => {
    const key = `${customerId} ${consent.channel}`;
    const problem = againstConsent(consent, standing.get(key), column);
    if (problem !== null) {
      against.set(line, problem);
      return [];
    }
    const made = consentRow(consent, { customerId, brandId: row.brand_id, at }, standing.get(key));
    const now = standing.get(key);
    if (now === undefined || now.givenAt <= made.givenAt) standing.set(key, made);
    return [{ line, consent: made }];
  });
  const known = new Set(
    await people.knownConsentIds(
      tx,
      rows.map(({ consent }) => consent.id),
    ),
  );
  const fresh = rows.filter(({ consent: { id } }) => !known.has(id) && known.add(id));
  return { consents: fresh, against };
};

export const writeInteractions = async (
  { copy, at }: Writing,
  interactions: readonly OnLine<{ readonly interaction: Interaction }>[],
): Promise<Change[]> => {
  if (interactions.length === 0) return [];
  await copyInteractions(
    copy,
    interactions.map(({ interaction }) => interaction),
    at,
  );
  return interactions.map(({ line, interaction }) => ({
    line,
    entity: 'interaction',
    entity_id: interaction.id,
    customer_id: interaction.customerId,
    deed: 'created',
    changes: [],
  }));
};
