/** Computes anew what a card shows, up the tree to the one that is shown; writes what differs. */

import type { HubTables } from '@api/db/tables.ts';
import { addCustomerHistory } from '@api/modules/customers/history-repository.ts';
import { findCards } from '@api/modules/customers/repository.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import {
  combineCards,
  listFields,
  type OwnFields,
  ownFieldsOf,
  settleEdits,
  singleFields,
} from '@shared/domain/identity/combine-cards.ts';
import { sameValue } from '@shared/kernel/same-value.ts';
import type { Kysely } from 'kysely';
import { lockCards, writeCard } from './card-repository.ts';
import * as lineage from './lineage-repository.ts';

export type Deed = {
  readonly tx: Kysely<HubTables>;
  readonly userId: string;
  readonly at: string;
};

const nothingOff = { phones: [], emails: [] } as const;

/** Remembers what a card holds of its own before the first other one is merged into it. */
export const keepOwn = async ({ tx }: Deed, card: Customer): Promise<void> => {
  if ((await lineage.findOwn(tx, card.id)) !== null) return;
  const own = ownFieldsOf(card);
  await lineage.putOwn(tx, card.id, { own, shown: own, takenOff: nothingOff });
};

/** What was corrected on a combined card is its survivor's own from now on. */
const settle = async (
  { tx }: Deed,
  card: Customer,
  kept: lineage.KeptOwn,
): Promise<Pick<lineage.KeptOwn, 'own' | 'takenOff'>> => {
  const settled = settleEdits(kept, ownFieldsOf(card));
  if (settled.corrected.length > 0) {
    const chosen = Object.fromEntries(settled.corrected.map((field) => [field, 'survivor']));
    for (const merge of await lineage.mergesInto(tx, card.id)) {
      await lineage.updateMerge(tx, merge.id, { choices: { ...merge.choices, ...chosen } });
    }
  }
  return settled;
};

const changesOf = (before: OwnFields, after: OwnFields) =>
  [...singleFields, ...listFields, 'relations' as const]
    .filter((field) => !sameValue(before[field], after[field]))
    .map((field) => ({ field, from: before[field], to: after[field] }));

/** Takes edits into a card's own before the list of those merged into it changes. */
export const settleCard = async (deed: Deed, cardId: string): Promise<void> => {
  const kept = await lineage.findOwn(deed.tx, cardId);
  const card = (await lockCards(deed.tx, [cardId])).get(cardId);
  if (kept === null || card === undefined) return;
  const settled = await settle(deed, card, kept);
  await lineage.putOwn(deed.tx, cardId, { ...settled, shown: ownFieldsOf(card) });
};

/** Shows what a card's own fields and those merged into it come to. The card was settled before. */
export const showAnew = async (
  deed: Deed,
  cardId: string,
  reason: { readonly field: string; readonly to: unknown } | null,
): Promise<void> => {
  const { tx, at, userId } = deed;
  const card = (await lockCards(tx, [cardId])).get(cardId);
  const kept = await lineage.findOwn(tx, cardId);
  if (card === undefined || kept === null) return;
  const merges = await lineage.mergesInto(tx, cardId);
  const cards = await findCards(
    tx,
    merges.map(({ absorbedId }) => absorbedId),
  );
  const absorbed = merges.flatMap(({ absorbedId, choices }) => {
    const one = cards.get(absorbedId);
    return one === undefined ? [] : [{ fields: ownFieldsOf(one), choices }];
  });
  const shown = merges.length === 0 ? kept.own : combineCards(kept.own, absorbed, kept.takenOff);
  const parent = await lineage.parentOf(tx, cardId);
  const isShown = parent === null ? 'shown' : 'hidden';
  const next = await writeCard(tx, card, shown, { isShown, at });
  if (merges.length === 0) await lineage.dropOwn(tx, cardId);
  else await lineage.putOwn(tx, cardId, { ...kept, shown: ownFieldsOf(next) });
  const changes = changesOf(ownFieldsOf(card), shown);
  const why = reason === null ? [] : [{ field: reason.field, from: null, to: reason.to }];
  await addCustomerHistory(tx, next, [...why, ...changes], { userId, mutationId: null });
};

/** The card and every one that it is merged into, from the inner to the one that is shown. */
export const lineUp = async ({ tx }: Deed, cardId: string): Promise<readonly string[]> => {
  const line = [cardId];
  for (let at = await lineage.parentOf(tx, cardId); at !== null; ) {
    line.push(at);
    at = await lineage.parentOf(tx, at);
  }
  return line;
};
