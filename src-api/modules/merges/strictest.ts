/**
 * Of two cards' consents the strictest holds: what either opposed stays opposed on the combined card,
 * whenever it was said (C. conso. L223-1: an opposition holds until a new consent).
 */

import type { HubTables } from '@api/db/tables.ts';
import { findConsentsOfCards, insertConsent } from '@api/modules/consents/repository.ts';
import type { Consent } from '@shared/domain/customer/customer.ts';
import type { Kysely } from 'kysely';

const strictness: Readonly<Record<Consent['status'], number>> = {
  given: 0,
  limited: 1,
  opposed: 2,
};

/** The last decision on each channel of each brand. */
const standing = (consents: readonly Consent[]): Map<string, Consent> => {
  const latest = new Map<string, Consent>();
  for (const consent of consents) {
    const key = `${consent.brandId} ${consent.channel}`;
    const known = latest.get(key);
    if (known === undefined || known.givenAt <= consent.givenAt) latest.set(key, consent);
  }
  return latest;
};

/** @returns the stricter decisions that a later one of the other card would hide. */
export const hiddenStrictness = (one: readonly Consent[], other: readonly Consent[]): Consent[] => {
  const whole = standing([...one, ...other]);
  return [...standing(one).values(), ...standing(other).values()].filter((consent) => {
    const shown = whole.get(`${consent.brandId} ${consent.channel}`);
    return shown !== undefined && strictness[shown.status] < strictness[consent.status];
  });
};

/** Says the stricter decisions once more, as of now. @returns the ids of what was written. */
export const keepStrictest = async (
  tx: Kysely<HubTables>,
  survivorId: string,
  absorbedId: string,
  writing: { readonly newId: () => string; readonly userId: string; readonly at: string },
): Promise<readonly string[]> => {
  const one = await findConsentsOfCards(tx, [survivorId]);
  const other = await findConsentsOfCards(tx, [absorbedId]);
  const added: string[] = [];
  for (const consent of hiddenStrictness(one, other)) {
    const id = writing.newId();
    const proof = `Fiches réunies : décision du ${consent.givenAt.slice(0, 10)}. ${consent.proof}`;
    const kept = { ...consent, id, customerId: survivorId, givenAt: writing.at };
    await insertConsent(tx, { ...kept, proof: proof.slice(0, 500) }, writing.userId);
    added.push(id);
  }
  return added;
};
