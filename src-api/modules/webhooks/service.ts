/** Who wants to hear of what; only an administrator says so, and every act of his is audited. */

import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import { unknownBrands } from '@api/modules/sources/repository.ts';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import { makeSecret } from '@api/modules/sources/signature.ts';
import type {
  Delivery,
  NewSubscription,
  Subscription,
  SubscriptionChange,
  SubscriptionWithSecret,
} from '@shared/contracts/http/webhooks.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { addressIn, isOpenAddress } from './addresses.ts';
import * as webhooks from './repository.ts';

type Hub = HubDependencies;

export const listSubscriptions = (hub: Hub): Promise<Subscription[]> =>
  webhooks.findSubscriptions(hub.database.db);

/** What can be seen ahead; names are checked at each delivery. */
const checked = async (hub: Hub, given: SubscriptionChange): Promise<Result<null>> => {
  if (given.url !== undefined && hub.webhookNetwork === 'open') {
    const url = new URL(given.url);
    const literal = addressIn(url);
    const own = literal === null ? url.hostname === 'localhost' : !isOpenAddress(literal);
    if (url.protocol !== 'https:') return fail('input-malformed', 'url: https only');
    if (own) return fail('input-malformed', 'url: not an address of the open internet');
  }
  const unknown =
    given.brandIds === undefined ? [] : await unknownBrands(hub.database.db, given.brandIds);
  return unknown.length === 0 ? succeed(null) : fail('input-malformed', 'brandIds: no such brand');
};

export const subscribe = async (
  hub: Hub,
  actor: Actor,
  given: NewSubscription,
): Promise<Result<SubscriptionWithSecret>> => {
  const allowed = await checked(hub, given);
  if (!allowed.ok) return allowed;
  const id = hub.newId();
  const secret = makeSecret(hub.random);
  const seal = await sealOf(hub.database.db, hub.random);
  const createdAt = toInstant(hub.clock.now());
  const deed = { action: 'created', entity: 'webhook', entityId: id };
  return audited(hub, actor, deed, async (tx) => {
    const own = { id, secret: seal.seal(secret), createdAt, createdBy: actor.userId };
    await webhooks.insertSubscription(tx, { ...given, ...own });
    const made = await webhooks.findSubscription(tx, id);
    return made === null ? fail('internal') : succeed({ ...made, secret });
  });
};

/** `not-found` for an id that no subscription has. */
export const changeSubscription = async (
  hub: Hub,
  actor: Actor,
  id: string,
  change: SubscriptionChange,
): Promise<Result<Subscription>> => {
  const allowed = await checked(hub, change);
  if (!allowed.ok) return allowed;
  const detail = { fields: Object.keys(change) };
  const deed = { action: 'changed', entity: 'webhook', entityId: id, detail };
  return audited(hub, actor, deed, async (tx) => {
    await webhooks.updateSubscription(tx, id, change);
    const now = await webhooks.findSubscription(tx, id);
    return now === null ? fail('not-found') : succeed(now);
  });
};

export const unsubscribe = (hub: Hub, actor: Actor, id: string): Promise<Result<null>> => {
  const deed = { action: 'deleted', entity: 'webhook', entityId: id };
  return audited(hub, actor, deed, async (tx) =>
    (await webhooks.deleteSubscription(tx, id)) ? succeed(null) : fail('not-found'),
  );
};

export const listDeliveries = async (
  hub: Hub,
  id: string,
  query: { readonly status: Delivery['status']; readonly limit: number },
): Promise<Result<{ deliveries: Delivery[] }>> => {
  const { db } = hub.database;
  if ((await webhooks.findSubscription(db, id)) === null) return fail('not-found');
  return succeed({ deliveries: await webhooks.findDeliveries(db, id, query) });
};

export const redeliver = (
  hub: Hub,
  actor: Actor,
  id: string,
  ids: readonly string[],
): Promise<{ count: number }> => {
  const deed = { action: 'redelivered', entity: 'webhook', entityId: id };
  return audited(hub, actor, { ...deed, detail: { asked: ids.length } }, async (tx) => ({
    count: await webhooks.redeliver(tx, id, ids, toInstant(hub.clock.now())),
  }));
};
