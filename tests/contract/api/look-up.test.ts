import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { lookUpResponseSchema } from '@shared/contracts/sync/pull.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
const number = '+33639980001';

const lookUp = async (session: Session, query: Record<string, string>) => {
  const response = await hub.app.inject({
    method: 'GET',
    url: routes.lookUp,
    query,
    headers: bearer(session),
  });
  return response.statusCode === 200
    ? lookUpResponseSchema.parse(response.json()).bundles
    : response.statusCode;
};
const create = async (brandId: string) => {
  const relation = {
    brandId,
    since: '2020-01-01',
    value12MonthsCents: 0,
    segment: 'new' as const,
    vip: false,
    relationMode: 'neutral' as const,
  };
  const phones = [
    { e164: number, label: 'home' as const },
    { e164: '+33199000042', label: 'work' as const },
  ];
  const customer = make.someCustomer(hub.newId(), { relations: [relation], phones });
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  return customer.id;
};

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel');
});
afterAll(() => hub.close());

describe('looking a caller up in the hub', () => {
  it('[POP-5] finds all customers with this number, and one by its id', async () => {
    const ids = [await create('kerdoual'), await create('solvenne')].sort();
    const found = await lookUp(camille, { number });
    expect(Array.isArray(found) && found.map(({ customer }) => customer.id).sort()).toEqual(ids);
    const [first = ''] = ids;
    expect(await lookUp(camille, { id: first })).toMatchObject([{ customer: { id: first } }]);
    expect(await lookUp(camille, { number: '+33639980002' })).toEqual([]);
  });

  it('[POP-5] never shows a customer of brands that are not hers', async () => {
    const lea = await hub.signIn('lea.fontaine', hub.newId());
    const theirs = lea.user.brandIds;
    const other = ['kerdoual', 'solvenne', 'lorvane'].find((brand) => !theirs.includes(brand));
    if (other === undefined) throw new Error('this advisor has all brands: the test shows nothing');
    const id = await create(other);
    expect(await lookUp(lea, { id })).toEqual([]);
  });

  it('[POP-5] refuses what is no E.164 number', async () => {
    expect(await lookUp(camille, { number: '0639' })).toBe(400);
  });
});
