/** Whom an advisor calls in campaigns, as her desktop sees to it. */
import { randomUUID } from 'node:crypto';
import { CampaignDesk } from '@renderer/engine/shift/campaign-desk.ts';
import type { DialRequest } from '@renderer/engine/shift/dial-request.ts';
import type { HubRequest } from '@renderer/platform/hub-client.ts';
import { campaignSettingsSchema } from '@shared/domain/campaign/campaign.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { beforeEach, expect, it } from 'vitest';
import type { z } from 'zod';
import { DeskUnderFaults } from '../../support/desk/desk-under-faults.ts';
import { sampleBundle } from '../../support/desk/samples.ts';

const now = Date.parse('2026-11-05T15:00:00.000Z');
const minute = 60_000;
const camille = { id: randomUUID(), teamId: randomUUID() };
const instant = (ms: number) => new Date(ms).toISOString();
const campaignOf = (teamIds: readonly string[]) => ({
  id: randomUUID(),
  status: 'running',
  revision: 1,
  createdBy: null,
  createdAt: instant(now),
  settings: campaignSettingsSchema.parse({
    name: 'Bilan isolation',
    brandId: 'kerdoual',
    goal: 'appointments',
    scriptId: 'bilan',
    callKind: 'service',
    teamIds,
    presentedNumbers: ['+33639980001', '+33199004120'],
    startsOn: '2026-11-01',
    endsOn: '2026-11-27',
  }),
});
const hers = campaignOf([camille.teamId]);
const others = campaignOf([randomUUID()]);
const bundle = sampleBundle();
const contactOf = (change: object = {}) => ({
  id: randomUUID(),
  campaignId: hers.id,
  customerId: bundle.customer.id,
  customerName: 'Gilles Armand',
  numbers: ['+33639984117', '+33261912345'],
  numberRank: 1,
  promisedAt: null,
  leasedTo: camille.id,
  leasedUntil: instant(now + 60 * minute),
  ...change,
});

let unsent: 'some' | 'none' = 'none';
let isAway = false;
let contacts: ReturnType<typeof contactOf>[] = [];
let running = [hers, others];
let asked: Pick<HubRequest<z.ZodType>, 'method' | 'path' | 'body' | 'query'>[] = [];
const time = { now, elapsed: 0 };
let dialled: DialRequest[] = [];
const dial = async (request: DialRequest) => {
  dialled.push(request);
  return succeed({ callId: randomUUID() });
};
const hub = {
  ask: async ({ method, path, body, query }: HubRequest<z.ZodType>) => {
    if (isAway) return fail('hub-unreachable');
    asked.push({ method, path, body, ...(query === undefined ? {} : { query }) });
    if (path.endsWith('/release')) return succeed({ released: true });
    if (path.endsWith('/reserve'))
      return succeed({ contacts: contacts.map((one) => ({ ...one, why: 'promised' })) });
    return succeed(path === '/v1/campaigns' ? { campaigns: running } : { contacts });
  },
};
const make = () =>
  new CampaignDesk({
    hub: hub as never,
    clock: { now: () => time.now },
    elapsed: () => time.elapsed,
    newId: randomUUID,
    user: () => camille,
    unsent: () => unsent,
  });
let desk: CampaignDesk;
const of = (contact: { readonly id: string }) => ({ campaignId: hers.id, contactId: contact.id });

beforeEach(() => {
  isAway = false;
  contacts = [contactOf()];
  running = [hers, others];
  asked = [];
  dialled = [];
  time.now = now;
  time.elapsed = 0;
  desk = make();
});

it('[CAMP-31] [CAMP-41] she sees the campaigns of her team and who is kept for her, promised calls first', async () => {
  expect((await desk.mine()).campaigns.map(({ id }) => id)).toEqual([hers.id]);
  const [first] = contacts;
  const second = contactOf();
  if (first === undefined) throw new Error('nobody is kept');
  contacts = [second, first];
  await desk.reserve(hers.id, { count: 6 });
  contacts = [first, contactOf(), second];
  const { known, contacts: kept } = await desk.mine();
  expect(known).toBe(true);
  // In the order in which they were given, not the one in which they are kept.
  expect(kept.map(({ id, why }) => [id, why]).slice(0, 2)).toEqual([
    [second.id, 'promised'],
    [first.id, 'promised'],
  ]);
  expect(kept[2]?.why).toBeNull();
  contacts = [first, contactOf({ promisedAt: instant(now) }), second];
  expect((await desk.mine()).contacts.map(({ id }) => id)).toEqual([
    contacts[1]?.id,
    second.id,
    first.id,
  ]);
});

it('[CAMP-31] is asked of the hub before each call: who is not hers any more is not called', async () => {
  const [first] = contacts;
  if (first === undefined) throw new Error('nobody is kept');
  await desk.mine();
  contacts = [];
  expect(await desk.call(of(first), dial)).toEqual(fail('contact-not-held'));
  expect(dialled).toEqual([]);
});

it('[CAMP-31] [DIAL-16] one reservation is one call, on the number whose turn it is; a new one may be called again', async () => {
  const [first] = contacts;
  if (first === undefined) throw new Error('nobody is kept');
  expect((await desk.call(of(first), dial)).ok).toBe(true);
  expect(dialled[0]?.number).toBe('+33261912345');
  expect(dialled[0]?.campaign?.presented).toBe('+33199004120');
  expect((await desk.mine()).contacts).toEqual([]);
  expect(await desk.call(of(first), dial)).toEqual(fail('contact-not-held'));
  contacts = [{ ...first, leasedUntil: instant(now + 90 * minute) }];
  expect((await desk.call(of(first), dial)).ok).toBe(true);
});

it('[CAMP-31] without the hub what it said last holds, until the reservation ends', async () => {
  const [first] = contacts;
  if (first === undefined) throw new Error('nobody is kept');
  await desk.mine();
  isAway = true;
  time.now = now + 59 * minute;
  expect(await desk.mine()).toMatchObject({ known: false, contacts: [{ id: first.id }] });
  time.now = now + 60 * minute;
  expect(await desk.call(of(first), dial)).toEqual(fail('contact-not-held'));
  time.now = now + 59 * minute;
  expect((await desk.call(of(first), dial)).ok).toBe(true);
});

it('[CAMP-47] a clock that is set back keeps nobody for longer', async () => {
  const [first] = contacts;
  if (first === undefined) throw new Error('nobody is kept');
  await desk.mine();
  isAway = true;
  time.now = now - 40 * 60 * minute;
  time.elapsed = 59 * minute;
  expect((await desk.mine()).contacts).toHaveLength(1);
  time.elapsed = 60 * minute;
  expect((await desk.mine()).contacts).toEqual([]);
  expect(await desk.call(of(first), dial)).toEqual(fail('contact-not-held'));
});

it('[CAMP-47] whom the pull says to have opposed calls is not called, also while the hub is away', async () => {
  const under = new DeskUnderFaults();
  const opposed = {
    id: randomUUID(),
    customerId: bundle.customer.id,
    brandId: 'kerdoual',
    channel: 'phone' as const,
    status: 'opposed' as const,
    purpose: 'commercial' as const,
    givenAt: instant(now - minute),
    until: null,
    proof: 'formulaire',
  };
  under.people = [{ ...bundle, consents: [...bundle.consents, opposed] }];
  running = [{ ...hers, settings: { ...hers.settings, callKind: 'commercial' } }];
  const [first] = contacts;
  if (first === undefined) throw new Error('nobody is kept');
  await desk.mine();
  isAway = true;
  const refused = await desk.call(of(first), (request) => under.lineDesk.dial(request));
  expect(refused).toEqual(fail('call-refused-by-law', 'opposition'));
  expect(under.decisions).toMatchObject([{ allowed: false, rule: 'opposition' }]);
});

it('[DIAL-16] a number of the campaign that may not be presented by hand is refused by the law', async () => {
  const under = new DeskUnderFaults();
  const consent = {
    id: randomUUID(),
    customerId: bundle.customer.id,
    brandId: 'kerdoual',
    channel: 'phone' as const,
    status: 'given' as const,
    purpose: 'offres de la marque',
    givenAt: instant(now - 24 * 60 * minute),
    until: null,
    proof: 'formulaire',
  };
  under.people = [{ ...bundle, consents: [consent] }];
  const [first] = contacts;
  if (first === undefined) throw new Error('nobody is kept');
  const refusedWith = async (presentedNumbers: string[]) => {
    const callKind = 'commercial' as const;
    running = [{ ...hers, settings: { ...hers.settings, callKind, presentedNumbers } }];
    const asked = await desk.call(of(first), (request) => under.lineDesk.dial(request));
    return asked.ok ? null : asked.error.detail;
  };
  expect(await refusedWith(['+33639980001'])).toBe('presented-number');
  expect(await refusedWith(['+33639980001', '+33199004120'])).not.toBe('presented-number');
});

it('[CAMP-42] it says whether it may still tell of calls, and holds whom it took until it has', async () => {
  unsent = 'some';
  await desk.mine();
  await desk.reserve(hers.id, { count: 2 });
  unsent = 'none';
  await desk.mine();
  const mine = asked.filter(({ path }) => path === '/v1/campaign-contacts/mine');
  expect(mine.map(({ query }) => query?.['unsent'])).toEqual(['some', 'some', 'none']);
  expect(asked.find(({ path }) => path.endsWith('/reserve'))?.body).toMatchObject({
    held: 'until-heard',
  });
});

it('[CAMP-31] a call that was refused uses nothing up', async () => {
  const [first] = contacts;
  if (first === undefined) throw new Error('nobody is kept');
  const refusing = async () => fail('call-refused-by-law', 'hours');
  expect((await desk.call(of(first), refusing)).ok).toBe(false);
  expect((await desk.mine()).contacts).toHaveLength(1);
});

it('[CAMP-32] is judged by the campaign’s kind, and keeps the campaign and its speech with the work', async () => {
  const under = new DeskUnderFaults();
  under.people = [bundle];
  const [first] = contacts;
  if (first === undefined) throw new Error('nobody is kept');
  const placed = await desk.call(of(first), (request) => under.lineDesk.dial(request));
  if (!placed.ok) throw new Error(placed.error.code);
  expect(under.decisions).toMatchObject([{ purpose: 'service', saidBy: 'advisor' }]);
  expect(under.work.get(placed.value.callId)?.facts).toMatchObject({
    campaign: 'Bilan isolation',
    campaignId: hers.id,
    campaignScript: 'bilan',
    purpose: 'service',
  });
});

it('[CAMP-33] the opposition is kept before she is given back, also while the hub is away', async () => {
  const [first] = contacts;
  if (first === undefined) throw new Error('nobody is kept');
  await desk.mine();
  isAway = true;
  const kept: unknown[] = [];
  const answer = await desk.oppose(of(first), async (body, orderKey) => {
    kept.push([body, orderKey]);
    return succeed(null);
  });
  expect(answer).toMatchObject({ ok: true, value: { contacts: [] } });
  const payload = {
    customerId: bundle.customer.id,
    brandId: 'kerdoual',
    channel: 'phone',
    status: 'opposed',
    givenAt: instant(now),
    until: null,
  };
  const key = `customer:${bundle.customer.id}`;
  expect(kept).toMatchObject([[{ kind: 'consent.record', payload }, key]]);
});

it('[CAMP-46] who did not decide in time gives her back without a word', async () => {
  const [first] = contacts;
  if (first === undefined) throw new Error('nobody is kept');
  await desk.mine();
  expect((await desk.giveBack(of(first), null)).ok).toBe(true);
  await desk.giveBack(of(first), 'later');
  const released = asked.filter(({ path }) => path.endsWith('/release'));
  expect(released.map(({ body }) => body)).toEqual([undefined, { reason: 'later' }]);
});

it('[CAMP-33] what cannot be kept is said, and she stays where she is', async () => {
  const [first] = contacts;
  if (first === undefined) throw new Error('nobody is kept');
  await desk.mine();
  asked = [];
  const answer = await desk.oppose(of(first), async () => fail('journal-unwritable'));
  expect(answer).toEqual(fail('journal-unwritable'));
  expect(asked).toEqual([]);
});
