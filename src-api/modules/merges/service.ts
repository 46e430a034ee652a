/**
 * Merges two cards into one and takes them apart again, without loss: the card that goes away stays
 * as it was, hidden; rows move and remember where they came from; what is shown is computed.
 */

import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { addCustomerHistory, fieldTimes } from '@api/modules/customers/history-repository.ts';
import { findCards } from '@api/modules/customers/repository.ts';
import { shownBy } from '@api/modules/customers/shown-repository.ts';
import { reopenProposals, settleProposals } from '@api/modules/duplicates/proposals-repository.ts';
import type { MergeRequest } from '@shared/contracts/http/duplicates.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import type { Choices } from '@shared/domain/identity/combine-cards.ts';
import { proposeChoices } from '@shared/domain/identity/propose-choices.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { type Deed, keepOwn, lineUp, settleCard, showAnew } from './card-fields.ts';
import { lockCards, showCard } from './card-repository.ts';
import * as lineage from './lineage-repository.ts';
import { deleteConsents, moveLaterRows, moveRows, moveRowsBack } from './rows-repository.ts';
import { keepStrictest } from './strictest.ts';

type Merged = { readonly mergeId: string; readonly customerId: string };

/** Merging changes what every brand of the card sees: whoever does it sees them all. */
const seesAll = (user: User, cards: readonly Customer[]): boolean =>
  cards.every((card) => card.relations.every(({ brandId }) => user.brandIds.includes(brandId)));

const seesAny = (user: User, card: Customer): boolean =>
  card.relations.some(({ brandId }) => user.brandIds.includes(brandId));

/** Hides a card; it keeps all that it holds, and says in its history where it went. */
const hide = async (
  { tx, at, userId }: Deed,
  card: Customer,
  survivorId: string,
): Promise<void> => {
  const hidden = await showCard(tx, card, { isShown: 'hidden', at, partedFrom: null });
  const change = { field: 'merged-into', from: null, to: survivorId };
  await addCustomerHistory(tx, hidden, [change], { userId, mutationId: null });
};

const mergeCards = async (
  deed: Deed,
  hub: HubDependencies,
  { id, choices }: MergeRequest,
  [survivor, absorbed]: readonly [Customer, Customer],
): Promise<void> => {
  const { tx, userId, at } = deed;
  const proposed = proposeChoices(
    { card: survivor, confirmed: await fieldTimes(tx, survivor.id) },
    { card: absorbed, confirmed: await fieldTimes(tx, absorbed.id) },
  );
  await settleCard(deed, survivor.id);
  await keepOwn(deed, survivor);
  const said = Object.entries(choices ?? {}).filter(([, side]) => side !== undefined);
  const chosen: Choices = { ...proposed, ...Object.fromEntries(said) };
  const merge = { id, survivorId: survivor.id, absorbedId: absorbed.id, choices: chosen };
  await lineage.insertMerge(tx, merge, deed);
  const writing = { newId: hub.newId, userId, at };
  const addedConsents = await keepStrictest(tx, survivor.id, absorbed.id, writing);
  await lineage.updateMerge(tx, id, { addedConsents });
  // The card first: a desktop that lets go of it takes no row for it afterwards.
  await hide(deed, absorbed, survivor.id);
  await lineage.showBy(tx, await lineage.withMerged(tx, absorbed.id), survivor.id);
  await showAnew(deed, survivor.id, { field: 'merged', to: absorbed.id });
  await moveRows(tx, absorbed.id, survivor.id);
  await settleProposals(tx, [survivor.id, absorbed.id], { userId, at });
};

/** `customers-already-one` for cards that are one already; sent again under its id it takes effect once. */
export const merge = (
  hub: HubDependencies,
  user: User,
  request: MergeRequest,
  correlationId: string,
): Promise<Result<Merged>> =>
  hub.database.db.transaction().execute(async (tx) => {
    await lineage.waitForMerging(tx);
    const known = await lineage.findMerge(tx, request.id);
    if (known !== null) {
      const isSame = known.undoneAt === null && known.absorbedId === request.absorbedId;
      if (!isSame) return fail('input-malformed', 'this id was used for another merging');
      return succeed({ mergeId: known.id, customerId: await shownBy(tx, known.survivorId) });
    }
    const survivorId = await shownBy(tx, request.survivorId);
    const absorbedId = await shownBy(tx, request.absorbedId);
    if (survivorId === absorbedId) return fail('customers-already-one');
    const cards = await lockCards(tx, [survivorId, absorbedId]);
    const [survivor, absorbed] = [cards.get(survivorId), cards.get(absorbedId)];
    if (survivor === undefined || absorbed === undefined) return fail('not-found');
    if (!seesAny(user, survivor) || !seesAny(user, absorbed)) return fail('not-found');
    if (!seesAll(user, [survivor, absorbed])) return fail('role-not-allowed');
    const deed = { tx, userId: user.id, at: toInstant(hub.clock.now()) };
    await mergeCards(deed, hub, request, [survivor, absorbed]);
    const entry = { userId: user.id, action: 'merged', entity: 'customer', correlationId };
    await recordAudit(tx, {
      ...entry,
      entityId: survivorId,
      detail: { absorbedId, mergeId: request.id },
    });
    return succeed({ mergeId: request.id, customerId: survivorId });
  });

const numbersOf = (card: Customer | undefined): string[] =>
  card === undefined ? [] : card.phones.map(({ e164 }) => e164);

const partCards = async (deed: Deed, merge: lineage.MergeRow): Promise<void> => {
  const { tx, userId, at } = deed;
  const line = await lineUp(deed, merge.survivorId);
  const rootId = line.at(-1) ?? merge.survivorId;
  for (const id of line) await settleCard(deed, id);
  await lineage.updateMerge(tx, merge.id, { undone: { userId, at } });
  const parting = await lineage.withMerged(tx, merge.absorbedId);
  await lineage.showBy(tx, parting, merge.absorbedId);
  const card = (await lockCards(tx, [merge.absorbedId])).get(merge.absorbedId);
  if (card === undefined) return;
  // The cards first: a desktop takes rows only for a card that it holds.
  const shown = await showCard(tx, card, { isShown: 'shown', at, partedFrom: rootId });
  const change = { field: 'parted-from', from: null, to: rootId };
  await addCustomerHistory(tx, shown, [change], { userId, mutationId: null });
  for (const id of line) await showAnew(deed, id, { field: 'parted', to: merge.absorbedId });
  await moveRowsBack(tx, parting, rootId, merge.absorbedId);
  await deleteConsents(tx, merge.addedConsents);
  const others = numbersOf((await findCards(tx, [rootId])).get(rootId));
  const numbers = numbersOf(card).filter((number) => !others.includes(number));
  const between = { fromId: rootId, toId: merge.absorbedId, mergedAt: merge.mergedAt, line };
  await moveLaterRows(tx, between, numbers);
  await reopenProposals(tx, [merge.survivorId, merge.absorbedId]);
};

/** Undone once; asked again it answers the same. */
export const undoMerge = (
  hub: HubDependencies,
  user: User,
  mergeId: string,
  correlationId: string,
): Promise<Result<Merged>> =>
  hub.database.db.transaction().execute(async (tx) => {
    await lineage.waitForMerging(tx);
    const found = await lineage.findMerge(tx, mergeId);
    if (found === null) return fail('not-found');
    const cards = await lockCards(tx, [found.survivorId, found.absorbedId]);
    const both = [...cards.values()];
    if (!both.some((card) => seesAny(user, card))) return fail('not-found');
    if (!seesAll(user, both)) return fail('role-not-allowed');
    const answer = succeed({ mergeId, customerId: found.absorbedId });
    if (found.undoneAt !== null) return answer;
    await partCards({ tx, userId: user.id, at: toInstant(hub.clock.now()) }, found);
    const entry = { userId: user.id, action: 'parted', entity: 'customer', correlationId };
    await recordAudit(tx, { ...entry, entityId: found.absorbedId, detail: { mergeId } });
    return answer;
  });
