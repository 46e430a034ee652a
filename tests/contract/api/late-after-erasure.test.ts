/** Events of a time before an erasure that arrive after it. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { happened, known, makeSource, placed, tell } from './sources.ts';
import { tablesWith } from './tables-with.ts';

let hub: HubUnderTest;
let agathe: Session;
let shop: Awaited<ReturnType<typeof makeSource>>;

beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  shop = await makeSource(hub, agathe);
});
afterAll(() => hub.close());

const before = '2026-11-04T09:00:00+01:00';
const cardsOf = (lastName: string) =>
  hub.database.db.selectFrom('customers').select('id').where('last_name', '=', lastName).execute();

it('[GDPR-17] what happened before an erasure and arrives after it makes nobody again, and nothing of it is kept', async () => {
  const hers = { firstName: 'Zénaïde', lastName: 'Abgrall-Oz', phones: ['06 39 98 78 01'] };
  await tell(hub, shop, known('z-1', { ...hers, emails: ['Zena@exemple.fr'] }, before));
  const [number, mailbox] = ['06 39 98 78 02', 'foyer@exemple.fr'];
  const shared = { phones: [number], emails: [mailbox] };
  const ulysse = { firstName: 'Ulysse', lastName: 'Abgrall' };
  await tell(hub, shop, known('z-2', { ...ulysse, ...shared }, before));
  await tell(hub, shop, known('z-1', shared, before));
  const [card] = await cardsOf('Abgrall-Oz');
  const erased = await hub.app.inject({
    method: 'POST',
    url: `${routes.customers}/${card?.id}/erase`,
    headers: bearer(agathe),
    payload: { reason: 'demandé' },
  });
  expect(erased.statusCode, erased.body).toBe(200);
  const late = [
    happened('l-1', { title: 'Trace tardive', customer: { ref: 'z-1' } }, before),
    happened('l-2', { title: 'Trace tardive', customer: { phones: ['+33639987801'] } }, before),
    placed(
      'l-3',
      { customer: { emails: ['zena@EXEMPLE.fr'], lastName: 'abgrall oz', firstName: 'ZENAIDE' } },
      before,
    ),
    known('autre-nom', { ...hers, phones: ['0639987802'] }, before),
  ];
  for (const event of late) {
    const answer = await tell(hub, shop, event);
    expect([answer.statusCode, answer.json().status]).toEqual([200, 'applied']);
  }
  expect(await cardsOf('Abgrall-Oz')).toEqual([]);
  expect(await tablesWith(hub, 'Trace tardive')).toEqual([]);
  expect(await tablesWith(hub, 'autre-nom')).toEqual([]);
  expect(await tablesWith(hub, '639987801')).toEqual([]);
});

it('[GDPR-17] whoever shares her number, and what she does afterwards, comes in as ever', async () => {
  const [ulysse] = await cardsOf('Abgrall');
  await tell(hub, shop, happened('u-1', { customer: { phones: ['06 39 98 78 02'] } }, before));
  await tell(hub, shop, happened('u-2', { customer: { emails: ['foyer@exemple.fr'] } }, before));
  const child = { firstName: 'Ondine', lastName: 'Abgrall-Oz', phones: ['06 39 98 78 01'] };
  await tell(hub, shop, known('z-3', child, before));
  expect(await cardsOf('Abgrall-Oz')).toHaveLength(1);
  const told = await hub.database.db
    .selectFrom('interactions')
    .select('id')
    .where('customer_id', '=', ulysse?.id ?? '')
    .execute();
  expect(told).toHaveLength(2);
  const now = new Date(hub.clock.now() + 60_000).toISOString();
  const again = { firstName: 'Zénaïde', lastName: 'Revenue', emails: ['zena@exemple.fr'] };
  await tell(hub, shop, known('z-1', again, now));
  expect(await cardsOf('Revenue')).toHaveLength(1);
});
