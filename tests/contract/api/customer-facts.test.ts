import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer } from './mutations.ts';

let hub: HubUnderTest;
beforeAll(async () => {
  hub = await startHubUnderTest();
});
afterAll(() => hub.close());

it('[IDENT-15] birth date and register number are kept, merged and checked', async () => {
  const session = await hub.signIn('camille.roussel');
  const id = hub.newId();
  const given = someCustomer(id, { birthDate: '1961-05-17' });
  const change = (base: object, wanted: object) =>
    mutation(hub, {
      kind: 'customer.change',
      payload: { customerId: id, base, change: wanted },
    });
  const answers = await push(hub, session, [
    mutation(hub, { kind: 'customer.create', payload: given }),
    change({ registration: null }, { registration: '73282932000074' }),
    change({ birthDate: '1961-05-17' }, { birthDate: '1961-05-18' }),
    change({ birthDate: '1961-05-17' }, { birthDate: '1990-01-01' }),
    change({ registration: '73282932000074' }, { registration: '73282932000075' }),
  ]);
  expect(answers.map(({ status, code }) => code ?? status)).toEqual([
    'accepted',
    'accepted',
    'accepted',
    'version-superseded',
    'mutation-malformed',
  ]);
  const read = await hub.app.inject({ url: `/v1/customers/${id}`, headers: bearer(session) });
  expect(read.json().customer).toMatchObject({
    birthDate: '1961-05-18',
    registration: '73282932000074',
    version: 3,
  });
});
