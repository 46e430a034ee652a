/** Customers over REST, always within the brands of who asks; reading one leaves a trace. */

import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { findCallbacksOfCustomers } from '@api/modules/callbacks/repository.ts';
import { findCasesOfCustomers } from '@api/modules/cases/repository.ts';
import { findConsentsOfCustomers } from '@api/modules/consents/repository.ts';
import { findInteractionPage } from '@api/modules/interactions/repository.ts';
import { customersByNumber } from '@api/modules/sync/bundle-repository.ts';
import type {
  customerDetailSchema,
  customerHistorySchema,
  customerSearchSchema,
  interactionPageQuerySchema,
  interactionPageSchema,
} from '@shared/contracts/http/customers.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { parseNumber } from '@shared/domain/number/parse-number.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { findHistory } from './history-repository.ts';
import { findCustomers } from './repository.ts';
import { customerIdsByCase, customerIdsByEmail, customerIdsByName } from './search-repository.ts';
import { shownBy } from './shown-repository.ts';

type Hub = HubDependencies;
type Detail = z.infer<typeof customerDetailSchema>;
type Page = z.infer<typeof interactionPageSchema>;

const idsByText = async (
  db: Hub['database']['db'],
  text: string,
  scope: readonly string[],
  limit: number,
): Promise<readonly string[]> => {
  const { e164 } = parseNumber(text);
  if (e164 !== null && /^[+\d\s./()-]+$/.test(text))
    return customersByNumber(db, scope, e164, limit);
  if (text.includes('@')) return customerIdsByEmail(db, text, scope, limit);
  const byCase = await customerIdsByCase(db, text, scope);
  return byCase.length > 0 ? byCase : customerIdsByName(db, text, scope, limit);
};

const idsFound = async (
  hub: Hub,
  user: User,
  { name, number, text, limit }: z.infer<typeof customerSearchSchema>,
): Promise<Result<readonly string[]>> => {
  const { db } = hub.database;
  if (number !== undefined) {
    const { e164 } = parseNumber(number);
    if (e164 === null) return fail('number-malformed');
    return succeed(await customersByNumber(db, user.brandIds, e164, limit));
  }
  if (text !== undefined) return succeed(await idsByText(db, text, user.brandIds, limit));
  if (name === undefined) return fail('input-malformed', 'name, number or text');
  return succeed(await customerIdsByName(db, name, user.brandIds, limit));
};

/** `number-malformed` for what is no telephone number; nobody found is an empty list. */
export const searchCustomers = async (
  hub: Hub,
  user: User,
  query: z.infer<typeof customerSearchSchema>,
): Promise<Result<{ customers: Customer[] }>> => {
  const ids = await idsFound(hub, user, query);
  if (!ids.ok) return ids;
  const found = await findCustomers(hub.database.db, ids.value, user.brandIds);
  return succeed({ customers: ids.value.flatMap((id) => found.get(id) ?? []) });
};

const customerSeen = async (hub: Hub, user: User, id: string): Promise<Customer | null> =>
  (await findCustomers(hub.database.db, [id], user.brandIds)).get(id) ?? null;

/** Who names a card that was merged away means the one that shows it. */
const seenAs = async (hub: Hub, user: User, named: string): Promise<Customer | null> =>
  customerSeen(hub, user, await shownBy(hub.database.db, named));

/** `not-found` for a customer of other brands, too. */
export const readCustomer = async (
  hub: Hub,
  user: User,
  named: string,
  correlationId: string,
): Promise<Result<Detail>> => {
  const { db } = hub.database;
  const customer = await seenAs(hub, user, named);
  if (customer === null) return fail('not-found');
  const { id } = customer;
  const entry = { userId: user.id, action: 'read', entity: 'customer', correlationId };
  await recordAudit(db, { ...entry, entityId: id });
  const [cases, consents, callbacks] = await Promise.all([
    findCasesOfCustomers(db, [id], user.brandIds),
    findConsentsOfCustomers(db, [id], user.brandIds),
    findCallbacksOfCustomers(db, [id], user.brandIds),
  ]);
  return succeed({ customer, cases, consents, callbacks });
};

export const readInteractions = async (
  hub: Hub,
  user: User,
  named: string,
  query: z.infer<typeof interactionPageQuerySchema>,
): Promise<Result<Page>> => {
  const customer = await seenAs(hub, user, named);
  if (customer === null) return fail('not-found');
  const [startedAt = null, before = null] = query.before?.split('_') ?? [];
  const after = startedAt === null || before === null ? null : { startedAt, id: before };
  const { db } = hub.database;
  const interactions = await findInteractionPage(
    db,
    customer.id,
    user.brandIds,
    after,
    query.limit,
  );
  const last = interactions.at(-1);
  const isLast = interactions.length < query.limit || last === undefined;
  return succeed({ interactions, next: isLast ? null : `${last.startedAt}_${last.id}` });
};

export const readHistory = async (
  hub: Hub,
  user: User,
  id: string,
): Promise<Result<z.infer<typeof customerHistorySchema>>> => {
  const customer = await seenAs(hub, user, id);
  if (customer === null) return fail('not-found');
  return succeed({ changes: await findHistory(hub.database.db, customer.id) });
};
