/** Cards made by a push, the hub's look at them, and decisions over REST. */
import { findDuplicates } from '@api/modules/duplicates/find-duplicates.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { duplicatesSchema, mergedSchema } from '@shared/contracts/http/duplicates.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { bearer, type HubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer } from './mutations.ts';

/** Looks at everybody who waits to be looked at. */
export const lookAtAll = async (hub: HubUnderTest): Promise<void> => {
  while ((await findDuplicates(hub.database, hub.clock)) > 0);
};

export const addCard = async (
  hub: HubUnderTest,
  session: Session,
  change: Partial<Customer> = {},
): Promise<Customer> => {
  const card = someCustomer(hub.newId(), { phones: [], emails: [], address: null, ...change });
  await push(hub, session, [mutation(hub, { kind: 'customer.create', payload: card })]);
  return card;
};

export const post = (hub: HubUnderTest, session: Session, url: string, payload: object = {}) =>
  hub.app.inject({ method: 'POST', url, headers: bearer(session), payload });

export const get = (hub: HubUnderTest, session: Session, url: string) =>
  hub.app.inject({ url, headers: bearer(session) });

export const listed = async (hub: HubUnderTest, session: Session, query = '') => {
  const answer = await get(hub, session, `${routes.duplicates}?limit=100${query}`);
  return duplicatesSchema.parse(answer.json()).duplicates;
};

export const mergeCards = async (
  hub: HubUnderTest,
  session: Session,
  survivorId: string,
  absorbedId: string,
  choices: object = {},
): Promise<string> => {
  const payload = { id: hub.newId(), survivorId, absorbedId, choices };
  const answer = await post(hub, session, routes.merges, payload);
  if (answer.statusCode !== 200) throw new Error(answer.json().code);
  return mergedSchema.parse(answer.json()).mergeId;
};

export const partCards = async (hub: HubUnderTest, session: Session, mergeId: string) => {
  const answer = await post(hub, session, `${routes.merges}/${mergeId}/undo`);
  return mergedSchema.parse(answer.json());
};

export const readCard = async (
  hub: HubUnderTest,
  session: Session,
  id: string,
): Promise<Customer> => (await get(hub, session, `${routes.customers}/${id}`)).json().customer;
