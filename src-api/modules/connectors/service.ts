/** Which systems are asked, declared by administrators; every act is audited, without the secret. */
import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import { addressIn, isOpenAddress } from '@api/modules/webhooks/addresses.ts';
import type {
  Connector,
  ConnectorChange,
  NewConnector,
} from '@shared/contracts/http/connectors.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { dropAnswers } from './answers-repository.ts';
import type { Askers } from './askers.ts';
import * as connectors from './repository.ts';

type Hub = HubDependencies & { readonly askers: Askers };
type Who = { readonly user: User; readonly actor: Actor };

export const listConnectors = (hub: Hub, user: User, brandId?: string): Promise<Connector[]> =>
  connectors.findConnectors(
    hub.database.db,
    user.brandIds.filter((one) => brandId === undefined || one === brandId),
  );

/** What can be seen ahead; names are resolved and checked at each question. */
const addressFault = (hub: Hub, address: string): string | null => {
  if (hub.connectorNetwork === 'any') return null;
  const url = new URL(address.replaceAll(/\{[a-z]+\}/g, 'x'));
  if (url.protocol !== 'https:') return 'address: https only';
  const literal = addressIn(url);
  const own = literal === null ? url.hostname === 'localhost' : !isOpenAddress(literal);
  return own ? 'address: not an address of the open internet' : null;
};

const checked = async (hub: Hub, given: ConnectorChange): Promise<Result<null>> => {
  const fault = given.address === undefined ? null : addressFault(hub, given.address);
  if (fault !== null) return fail('input-malformed', fault);
  const { sourceId } = given;
  if (typeof sourceId === 'string' && !(await connectors.isSource(hub.database.db, sourceId))) {
    return fail('input-malformed', 'sourceId: no such source');
  }
  return succeed(null);
};

const sealed = async (hub: Hub, secret: string | null): Promise<Buffer | null> =>
  secret === null ? null : (await sealOf(hub.database.db, hub.random)).seal(secret);

export const createConnector = async (
  hub: Hub,
  { user, actor }: Who,
  given: NewConnector,
): Promise<Result<Connector>> => {
  if (!user.brandIds.includes(given.brandId)) {
    return fail('input-malformed', 'brandId: no such brand of yours');
  }
  if (given.secret !== null && given.secretHeader === null) {
    return fail('input-malformed', 'secretHeader: needed to send a secret');
  }
  const allowed = await checked(hub, given);
  if (!allowed.ok) return allowed;
  const id = hub.newId();
  const secret = await sealed(hub, given.secret);
  const createdAt = toInstant(hub.clock.now());
  const detail = { brandId: given.brandId, card: given.card };
  const deed = { action: 'created', entity: 'connector', entityId: id, detail };
  return audited(hub, actor, deed, async (tx) => {
    const own = { id, secret, createdAt, createdBy: actor.userId };
    await connectors.insertConnector(tx, { ...given, ...own });
    const made = await connectors.findConnector(tx, id, user.brandIds);
    return made === null ? fail('internal') : succeed(made);
  });
};

/** Its old secret goes to no other host: with a new address it has to be given anew. */
export const changeConnector = async (
  hub: Hub,
  { user, actor }: Who,
  id: string,
  { secret, ...change }: ConnectorChange,
): Promise<Result<Connector>> => {
  const before = await connectors.findConnector(hub.database.db, id, user.brandIds);
  if (before === null) return fail('not-found');
  const allowed = await checked(hub, change);
  if (!allowed.ok) return allowed;
  const elsewhere =
    change.address !== undefined && hostOf(change.address) !== hostOf(before.address);
  if (elsewhere && before.hasSecret && secret === undefined) {
    return fail('input-malformed', 'secret: give it again, the address is of another host');
  }
  const kept = secret === undefined ? undefined : await sealed(hub, secret);
  const fields = [...Object.keys(change), ...(secret === undefined ? [] : ['secret'])];
  const detail = { fields, active: change.active };
  const deed = { action: 'changed', entity: 'connector', entityId: id, detail };
  const done = await audited(hub, actor, deed, async (tx) => {
    await connectors.updateConnector(tx, id, change, kept);
    // What another address or contract answered is none of this one's.
    if (change.address !== undefined || change.card !== undefined) await dropAnswers(tx, id);
    const now = await connectors.findConnector(tx, id, user.brandIds);
    return now === null ? fail('not-found') : succeed(now);
  });
  hub.askers.forget(id);
  return done;
};

const hostOf = (address: string): string => new URL(address.replaceAll(/\{[a-z]+\}/g, 'x')).origin;

export const removeConnector = (
  hub: Hub,
  { user, actor }: Who,
  id: string,
): Promise<Result<null>> => {
  const deed = { action: 'deleted', entity: 'connector', entityId: id };
  return audited(hub, actor, deed, async (tx) => {
    const there = await connectors.findConnector(tx, id, user.brandIds);
    if (there === null) return fail('not-found');
    await connectors.deleteConnector(tx, id);
    return succeed(null);
  });
};
