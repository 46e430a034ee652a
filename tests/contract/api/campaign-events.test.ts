/** What happens to people while a campaign runs makes them its contacts. */
import { followEvents } from '@api/modules/campaigns/event-work.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import type { SourceWithSecret } from '@shared/contracts/http/sources.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Ask,
  addPerson,
  addRefusal,
  asker,
  make,
  reserveIn,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someInteraction } from './mutations.ts';
import { bought, brokenOff, makeSource, tell } from './sources.ts';

let hub: HubUnderTest;
let camille: Session;
let asNadia: Ask;
let asCamille: Ask;
let shop: SourceWithSecret;
let teamId: string;
let boxes = 0;

beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  camille = await hub.signIn('camille.roussel');
  const nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  asCamille = asker(hub, () => camille);
  shop = await makeSource(hub, await hub.signIn('agathe.perrot'));
  teamId = camille.user.teamId as string;
  await addRefusal(hub);
});
afterAll(() => hub.close());

const instant = (aheadMs: number): string => new Date(hub.clock.now() + aheadMs).toISOString();
const minute = 60_000;
const day = 86_400_000;

const running = async (events: readonly object[], rest: object = {}): Promise<string> => {
  const wanted = settings(hub, teamId, { callKind: 'service', events, ...rest });
  const { id } = await make(asNadia, wanted);
  const started = await asNadia('POST', `/v1/campaigns/${id}/move`, { move: 'start' });
  if (started.status !== 200) throw new Error(JSON.stringify(started.json));
  return id;
};
const follow = (id: string) => followEvents(hub, id);
const contacts = async (id: string): Promise<CampaignContact[]> =>
  (await asNadia('GET', `/v1/campaigns/${id}/contacts?limit=100`)).json.contacts;
const eventsOf = async (id: string) =>
  (await asNadia('GET', `/v1/campaigns/${id}/events`)).json.events;

const someone = async (rest: object = {}): Promise<{ id: string; email: string }> => {
  boxes += 1;
  const email = `boite.${boxes}@exemple.fr`;
  return { id: await addPerson(hub, camille, '64900', { emails: [email], ...rest }), email };
};
/** @returns when it was left. */
const leaves = async (ref: string, email: string, rest: object = {}): Promise<number> => {
  const at = instant(-minute);
  const told = await tell(
    hub,
    shop,
    brokenOff(ref, { customer: { emails: [email] }, ...rest }, at),
  );
  expect(told.json()).toMatchObject({ status: 'applied' });
  return Date.parse(at);
};
const stop = (id: string) => asNadia('POST', `/v1/campaigns/${id}/move`, { move: 'stop' });

describe('[LIST-7] a cart that was left', () => {
  it('[LIST-7] makes her a contact once, for as long as it lives, worth what it holds', async () => {
    const campaign = await running([{ kind: 'cart', minAmountCents: 5_000 }]);
    const [her, poor, silent] = [await someone(), await someone(), await someone({ phones: [] })];
    const leftMs = await leaves('c1', her.email);
    await leaves('c2', poor.email, { amountCents: 900 });
    await leaves('c3', silent.email);
    await follow(campaign);
    await follow(campaign);
    const [contact, ...more] = await contacts(campaign);
    expect(more).toEqual([]);
    expect(contact).toMatchObject({ customerId: her.id, state: 'waiting' });
    expect(Date.parse(contact?.expiresAt ?? '')).toBe(leftMs + 240 * minute);
    expect(await eventsOf(campaign)).toEqual([
      {
        kind: 'cart',
        found: 2,
        leftOut: [{ because: 'no-number', article: null, count: 1, left: 1 }],
        control: 0,
        added: 1,
        onlyLetter: 0,
      },
    ]);
    const [kept] = await hub.database.db
      .selectFrom('campaign_contacts')
      .select('value_cents')
      .where('campaign_id', '=', campaign)
      .execute();
    expect(kept?.value_cents).toBe(12_990);
    await stop(campaign);
  });

  it('[LIST-8] is called about no more once it was bought, and not once its time is over', async () => {
    const campaign = await running([{ kind: 'cart' }], { liveHours: 1 });
    const [her, other] = [await someone(), await someone()];
    await leaves('c4', her.email);
    const leftMs = await leaves('c5', other.email);
    await follow(campaign);
    const expiryOf = async () =>
      (await contacts(campaign)).find(({ customerId }) => customerId === other.id)?.expiresAt;
    expect(Date.parse((await expiryOf()) ?? '')).toBe(leftMs + 60 * minute);
    await tell(hub, shop, bought('c4', instant(0)));
    await follow(campaign);
    const states = new Map((await contacts(campaign)).map((one) => [one.customerId, one]));
    expect(states.get(her.id)).toMatchObject({ state: 'over', overBecause: 'event-over' });
    expect(states.get(other.id)).toMatchObject({ state: 'waiting' });
    await stop(campaign);
  });

  it('[LIST-10] another cart makes her one again, and a blind zone stays one', async () => {
    const campaign = await running([{ kind: 'cart' }]);
    const apart = await running([{ kind: 'cart' }], { controlPercent: 50, brandId: 'kerdoual' });
    const her = await someone();
    await leaves('c6', her.email);
    await follow(campaign);
    await tell(hub, shop, bought('c6', instant(0)));
    await follow(campaign);
    hub.clock.advance(2 * minute);
    await leaves('c7', her.email);
    await follow(campaign);
    const own = (await contacts(campaign)).filter(({ customerId }) => customerId === her.id);
    expect(own).toMatchObject([{ state: 'waiting', overBecause: null }]);
    await stop(campaign);
    for (let made = 0; made < 8; made += 1) await leaves(`d${made}`, (await someone()).email);
    await follow(apart);
    const control = (await contacts(apart)).filter(({ state }) => state === 'control');
    expect(control.length).toBeGreaterThan(0);
    hub.clock.advance(2 * minute);
    await follow(apart);
    expect((await contacts(apart)).filter(({ state }) => state === 'control')).toHaveLength(
      control.length,
    );
    await stop(apart);
  });
});

const relate = (id: string, change: { since?: string; vip?: boolean }) =>
  hub.database.db
    .updateTable('customer_relations')
    .set(change)
    .where('customer_id', '=', id)
    .execute();

it('[LIST-7] a new customer is asked a week later, for a week, once', async () => {
  const campaign = await running([{ kind: 'new-customer', afterDays: 7 }], { goal: 'survey' });
  const [fresh, due, old] = [await someone(), await someone(), await someone()];
  await relate(fresh.id, { since: instant(-2 * day).slice(0, 10) });
  await relate(due.id, { since: instant(-8 * day).slice(0, 10) });
  await relate(old.id, { since: instant(-30 * day).slice(0, 10) });
  await follow(campaign);
  await follow(campaign);
  const ids = (await contacts(campaign)).map(({ customerId }) => customerId);
  expect(ids.filter((id) => [fresh.id, due.id, old.id].includes(id))).toEqual([due.id]);
  await stop(campaign);
});

it('[LIST-9] a VIP whom nobody reached in time comes before everything, until she is reached', async () => {
  const campaign = await running([{ kind: 'cart' }, { kind: 'vip-waiting', withinMinutes: 60 }]);
  const [her, shopper] = [await someone(), await someone()];
  await relate(her.id, { vip: true });
  const deadline = {
    customer_id: her.id,
    brand_id: 'kerdoual',
    interaction_id: hub.newId(),
    channel: 'phone' as const,
    opened_at: instant(-200 * minute),
    due_at: instant(40 * minute),
    escalate_at: instant(0),
    promised_minutes: 240,
    vip: true,
  };
  const missed = someInteraction(deadline.interaction_id, {
    customerId: her.id,
    outcome: 'missed',
    startedAt: deadline.opened_at,
    endedAt: null,
  });
  await push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload: missed })]);
  await hub.database.db.deleteFrom('deadlines').where('customer_id', '=', her.id).execute();
  await hub.database.db.insertInto('deadlines').values(deadline).execute();
  await leaves('v1', shopper.email, { amountCents: 900_000 });
  await follow(campaign);
  const [first] = await reserveIn(asCamille, campaign);
  expect(first).toMatchObject({ customerId: her.id, why: 'promised' });
  const { id } = first as CampaignContact;
  await asCamille('POST', `/v1/campaigns/${campaign}/contacts/${id}/release`, { reason: 'later' });
  await hub.database.db.deleteFrom('deadlines').where('customer_id', '=', her.id).execute();
  await follow(campaign);
  const own = (await contacts(campaign)).find(({ customerId }) => customerId === her.id);
  expect(own).toMatchObject({ state: 'over', overBecause: 'event-over' });
  await stop(campaign);
});

it('[LIST-7] [LIST-8] a contract that ends within days, until its end', async () => {
  const campaign = await running([{ kind: 'contract-ending', withinDays: 30 }]);
  const [soon, later] = [await someone(), await someone()];
  const contract = (customerId: string, aheadDays: number) => ({
    id: hub.newId(),
    customer_id: customerId,
    brand_id: 'kerdoual',
    reference: `K-${customerId}`,
    object: 'Entretien',
    since: '2025-01-01',
    until: instant(aheadDays * day).slice(0, 10),
    told_at: instant(0),
  });
  await hub.database.db
    .insertInto('customer_contracts')
    .values([contract(soon.id, 12), contract(later.id, 90)])
    .execute();
  await follow(campaign);
  const found = await contacts(campaign);
  expect(found.map(({ customerId }) => customerId)).toEqual([soon.id]);
  expect(found[0]?.expiresAt?.slice(0, 10)).toBe(instant(11 * day).slice(0, 10));
  await stop(campaign);
});

it('[LIST-7] [LIST-8] a call that nobody took, until somebody calls back', async () => {
  const campaign = await running([{ kind: 'abandoned-call', withinHours: 4 }]);
  const [her, earlier] = [await someone(), await someone()];
  const call = (customerId: string, agoHours: number) => ({
    id: hub.newId(),
    kind: 'abandoned' as const,
    customer_id: customerId,
    customer_name: 'Anne Le Gall',
    brand_id: 'kerdoual',
    number: `+3363998012${agoHours}`,
    due_at: instant(-agoHours * 60 * minute),
    advisor_id: null,
    reason: '',
    status: 'open' as const,
    created_by: null,
    created_at: instant(-agoHours * 60 * minute),
    interaction_id: null,
  });
  const made = call(her.id, 1);
  await hub.database.db
    .insertInto('callbacks')
    .values([made, call(earlier.id, 5)])
    .execute();
  await follow(campaign);
  expect(await contacts(campaign)).toMatchObject([
    {
      customerId: her.id,
      expiresAt: new Date(Date.parse(made.created_at) + 240 * minute).toISOString(),
    },
  ]);
  await hub.database.db
    .updateTable('callbacks')
    .set({ status: 'done' })
    .where('id', '=', made.id)
    .execute();
  await follow(campaign);
  expect(await contacts(campaign)).toMatchObject([{ state: 'over', overBecause: 'event-over' }]);
});

it('[LIST-7] of a campaign that is paused nothing is followed, and each kind is named once', async () => {
  const campaign = await running([{ kind: 'cart' }]);
  await asNadia('POST', `/v1/campaigns/${campaign}/move`, { move: 'pause' });
  await leaves('p1', (await someone()).email);
  await follow(campaign);
  expect(await contacts(campaign)).toEqual([]);
  const twice = settings(hub, teamId, { events: [{ kind: 'cart' }, { kind: 'cart' }] });
  expect((await asNadia('POST', '/v1/campaigns', twice)).status).toBe(400);
});
