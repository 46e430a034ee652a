/** Proposed duplicates within the brands of who asks; every decision leaves a trace. */

import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { fieldTimes } from '@api/modules/customers/history-repository.ts';
import { findCustomers } from '@api/modules/customers/repository.ts';
import { shownBy } from '@api/modules/customers/shown-repository.ts';
import type {
  Duplicate,
  duplicatesQuerySchema,
  duplicatesSchema,
  likenessesSchema,
  pairSchema,
} from '@shared/contracts/http/duplicates.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { nameOf } from '@shared/domain/customer/name-of.ts';
import { compareIdentities } from '@shared/domain/identity/compare-identities.ts';
import { identityOf } from '@shared/domain/identity/identity.ts';
import { proposeChoices } from '@shared/domain/identity/propose-choices.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import * as proposals from './proposals-repository.ts';

type Hub = HubDependencies;
type Listing = z.infer<typeof duplicatesSchema>;

export const listDuplicates = async (
  { database: { db } }: Hub,
  user: User,
  { brandId, status, after, limit }: z.infer<typeof duplicatesQuerySchema>,
): Promise<Listing> => {
  const brandIds = user.brandIds.filter((one) => brandId === undefined || one === brandId);
  const which = { brandIds, status };
  const found = await proposals.findProposals(db, which, { after, limit });
  const ids = found.flatMap(({ oneId, otherId }) => [oneId, otherId]);
  const cards = await findCustomers(db, [...new Set(ids)], user.brandIds);
  const duplicates: Duplicate[] = [];
  for (const { oneId, otherId, ...said } of found) {
    const [one, other] = [cards.get(oneId), cards.get(otherId)];
    if (one === undefined || other === undefined) continue;
    const choices = proposeChoices(
      { card: one, confirmed: await fieldTimes(db, oneId) },
      { card: other, confirmed: await fieldTimes(db, otherId) },
    );
    duplicates.push({ ...said, one, other, choices });
  }
  const total = await proposals.countProposals(db, which);
  return { duplicates, total, next: found.length < limit ? null : after + limit };
};

/** Both cards of a pair as they are shown now; null unless both are seen and two. */
const seenPair = async (
  { database: { db } }: Hub,
  user: User,
  { oneId, otherId }: z.infer<typeof pairSchema>,
): Promise<readonly [Customer, Customer] | null> => {
  const [first, second] = [await shownBy(db, oneId), await shownBy(db, otherId)];
  const cards = await findCustomers(db, [first, second], user.brandIds);
  const [one, other] = [cards.get(first), cards.get(second)];
  return one === undefined || other === undefined || first === second ? null : [one, other];
};

export const dismiss = async (
  hub: Hub,
  user: User,
  pair: z.infer<typeof pairSchema>,
  correlationId: string,
): Promise<Result<null>> => {
  const seen = await seenPair(hub, user, pair);
  if (seen === null) return fail('not-found');
  const [one, other] = seen;
  const said = { userId: user.id, at: toInstant(hub.clock.now()) };
  const { db } = hub.database;
  if (!(await proposals.dismissProposal(db, [one.id, other.id], said))) return fail('not-found');
  const entry = {
    userId: user.id,
    action: 'dismissed-duplicate',
    entity: 'customer',
    correlationId,
  };
  await recordAudit(db, { ...entry, entityId: one.id, detail: { otherId: other.id } });
  return succeed(null);
};

export const report = async (
  hub: Hub,
  user: User,
  pair: z.infer<typeof pairSchema>,
  correlationId: string,
): Promise<Result<null>> => {
  const seen = await seenPair(hub, user, pair);
  if (seen === null) return fail('not-found');
  const [one, other] = seen;
  const comparison = compareIdentities(identityOf(one), identityOf(other));
  const said = { userId: user.id, at: toInstant(hub.clock.now()) };
  await proposals.reportProposal(hub.database.db, [one.id, other.id], comparison, said);
  const entry = {
    userId: user.id,
    action: 'reported-duplicate',
    entity: 'customer',
    correlationId,
  };
  await recordAudit(hub.database.db, { ...entry, entityId: one.id, detail: { otherId: other.id } });
  return succeed(null);
};

/** Whom the customer may be as well; `possible` ones are left to those who look through the list. */
export const likenessesOf = async (
  { database: { db } }: Hub,
  user: User,
  named: string,
): Promise<Result<z.infer<typeof likenessesSchema>>> => {
  const customerId = await shownBy(db, named);
  if (!(await findCustomers(db, [customerId], user.brandIds)).has(customerId)) {
    return fail('not-found');
  }
  const found = await proposals.proposalsOf(db, customerId, user.brandIds);
  const others = found.map(({ oneId, otherId }) => (oneId === customerId ? otherId : oneId));
  const cards = await findCustomers(db, others, user.brandIds);
  const likenesses = found.flatMap((pair, at) => {
    const card = cards.get(others[at] ?? '');
    if (card === undefined || pair.verdict === 'possible') return [];
    const place = card.address?.commune ?? null;
    const reported = pair.reportedBy !== null;
    return [
      {
        customerId: card.id,
        name: nameOf(card),
        place,
        verdict: pair.verdict,
        for: pair.for,
        reported,
      },
    ];
  });
  return succeed({ likenesses });
};
