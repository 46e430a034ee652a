import { readAudit } from '@api/modules/audit/repository.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { viewersSchema, viewingEveryMs } from '@shared/contracts/http/viewers.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let yanis: Session;
let customerId: string;

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  yanis = await hub.signIn('yanis.morel', hub.newId());
  customerId = hub.newId();
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload: someCustomer(customerId) }),
  ]);
});
afterAll(() => hub.close());

const view = async (session: Session, method: 'PUT' | 'DELETE' = 'PUT', id = customerId) =>
  hub.app.inject({
    method,
    url: `${routes.customers}/${id}/viewing`,
    headers: bearer(session),
  });
const others = async (session: Session) =>
  viewersSchema.parse((await view(session)).json()).others.map(({ name }) => name);
const views = async () => {
  const { entries } = await readAudit(hub.database.db, {
    entity: 'customer',
    entityId: customerId,
    limit: 100,
  });
  return entries.filter(({ action }) => action === 'viewed').map(({ userId }) => userId);
};

it('[C360-20] each learns of the other, until one leaves or falls silent', async () => {
  expect(await others(camille)).toEqual([]);
  expect(await others(yanis)).toEqual(['Camille Roussel']);
  expect(await others(camille)).toEqual(['Yanis Morel']);
  await view(yanis, 'DELETE');
  expect(await others(camille)).toEqual([]);
  await view(yanis);
  hub.clock.advance(2 * viewingEveryMs + 1);
  expect(await others(camille)).toEqual([]);
});

it('[C360-21] a stay is kept once as who saw whom; one of other brands is not there', async () => {
  const before = await views();
  expect(before.filter((id) => id === camille.user.id)).toHaveLength(2);
  await view(camille);
  await view(camille);
  expect(await views()).toEqual(before);
  expect((await view(camille, 'PUT', hub.newId())).statusCode).toBe(404);
});

it('[GDPR-14] what was seen while the hub was away comes later, once, with when it was', async () => {
  const at = '2026-11-04T16:12:00.000Z';
  const seen = mutation(hub, { kind: 'customer.seen', payload: { customerId, at } });
  const unknown = mutation(hub, {
    kind: 'customer.seen',
    payload: { customerId: hub.newId(), at },
  });
  const answers = await push(hub, yanis, [seen, seen, unknown]);
  expect(answers.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
  const { entries } = await readAudit(hub.database.db, {
    entity: 'customer',
    entityId: customerId,
    limit: 100,
  });
  const late = entries.filter(({ detail }) => JSON.stringify(detail ?? null).includes(at));
  expect(late).toMatchObject([{ action: 'viewed', userId: yanis.user.id }]);
});
