/** Two desktops of a campaign that come and go without the hub: the real desks, the hub's API, random days. */
import { randomBytes } from 'node:crypto';
import type { Session } from '@shared/contracts/http/auth.ts';
import { seeded } from '@shared/kernel/seeded.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApartDesktop, freshSession } from './apart-desktop.ts';
import {
  type Ask,
  addPerson,
  addRefusal,
  asker,
  running,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent } from './mutations.ts';

const PEOPLE = 12;
const STEPS = 40;
const minute = 60_000;

let hub: HubUnderTest;
let sessions: { readonly [who in 'camille' | 'yanis' | 'nadia']: Session };
const secret = new Uint8Array(randomBytes(32));

beforeAll(async () => {
  hub = await startHubUnderTest({ tokenSecret: secret });
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  await addRefusal(hub);
  sessions = {
    camille: await hub.signIn('camille.roussel'),
    yanis: await hub.signIn('yanis.morel'),
    nadia: await hub.signIn('nadia.ferrand'),
  };
});
afterAll(() => hub.close());

const fresh = (who: keyof typeof sessions): Promise<Session> =>
  freshSession(hub, secret, sessions[who]);
const asked = async (who: keyof typeof sessions): Promise<Ask> => {
  const session = await fresh(who);
  return asker(hub, () => session);
};

const desktopOf = (who: 'camille' | 'yanis', campaignId: string): ApartDesktop => {
  const { id: userId, teamId } = sessions[who].user;
  return new ApartDesktop({ hub, session: () => fresh(who), userId, teamId, campaignId });
};

it.each([11, 23, 47])(
  '[CAMP-42] two desktops that come and go never call the same person (day %i)',
  async (seed) => {
    const chance = seeded(seed);
    const commune = `73${String(seed).padStart(3, '0')}`;
    for (let n = 0; n < PEOPLE; n += 1) await addPerson(hub, await fresh('camille'), commune);
    const outcomes = [
      { dispositionCode: 'renseigne', consequence: 'close' },
      { dispositionCode: 'mauvais-numero', consequence: 'opposition' },
    ];
    const { camille, yanis } = sessions;
    const teamIds = [...new Set([camille.user.teamId, yanis.user.teamId])];
    const wanted = settings(hub, teamIds[0] as string, { teamIds, callKind: 'service', outcomes });
    const id = await running(await asked('nadia'), wanted, commune);
    const desktops = [desktopOf('camille', id), desktopOf('yanis', id)] as const;
    for (let step = 0; step < STEPS; step += 1) {
      const desktop = desktops[chance.next() < 0.5 ? 0 : 1];
      const what = chance.next();
      if (what < 0.2) await desktop.reserves(1 + Math.floor(chance.next() * 4));
      else if (what < 0.6) await desktop.calls();
      else if (what < 0.7) desktop.isAway = true;
      else if (what < 0.8) await desktop.comesBack();
      else hub.clock.advance(Math.floor(chance.next() * 40) * minute);
    }
    // In the end both are there, and everybody is called who was not.
    for (const desktop of desktops) await desktop.comesBack();
    hub.clock.advance(61 * minute);
    for (const desktop of desktops) await desktop.comesBack();
    for (let n = 0; n < PEOPLE; n += 1) {
      await desktops[0].reserves(1);
      await desktops[0].calls();
    }
    const called = desktops.flatMap((desktop) => desktop.called);
    expect(new Set(called).size).toBe(called.length);
    expect(called).toHaveLength(PEOPLE);
  },
);

it('[CAMP-42] whom a desktop held that is not heard of is nobody’s for a day, then anybody’s', async () => {
  await addPerson(hub, await fresh('camille'), '73900');
  const wanted = settings(hub, sessions.camille.user.teamId as string, {
    callKind: 'service',
    outcomes: [{ dispositionCode: 'renseigne', consequence: 'close' }],
  });
  const id = await running(await asked('nadia'), wanted, '73900');
  const reserve = async (held?: string) =>
    (
      await (
        await asked('camille')
      )('POST', `/v1/campaigns/${id}/reserve`, { minutes: 5, ...(held && { held }) })
    ).json.contacts.length;
  expect(await reserve('until-heard')).toBe(1);
  hub.clock.advance(6 * minute);
  expect(await reserve()).toBe(0);
  await (await asked('camille'))('GET', '/v1/campaign-contacts/mine?unsent=some');
  expect(await reserve()).toBe(0);
  await (await asked('camille'))('GET', '/v1/campaign-contacts/mine');
  expect(await reserve('until-heard')).toBe(1);
  hub.clock.advance(untilCallingHour(hub.clock.now() + 86_400_000) + 86_400_000);
  expect(await reserve()).toBe(1);
});

it.each([3, 17, 29, 61, 83, 97])(
  '[CAMP-47] [CAMP-42] clocks that jump, desktops that die, records given back twice, somebody who says no elsewhere (day %i)',
  async (seed) => {
    const chance = seeded(seed);
    const commune = `74${String(seed).padStart(3, '0')}`;
    const people: string[] = [];
    for (let n = 0; n < PEOPLE; n += 1)
      people.push(await addPerson(hub, await fresh('camille'), commune));
    const { camille, yanis } = sessions;
    const teamIds = [...new Set([camille.user.teamId, yanis.user.teamId])];
    const id = await running(
      await asked('nadia'),
      settings(hub, teamIds[0] as string, { teamIds }),
      commune,
    );
    const opposed = new Set<string>();
    /** As far as each desktop has pulled it. */
    const pulled = { camille: new Set<string>(), yanis: new Set<string>() };
    const desktops = { camille: desktopOf('camille', id), yanis: desktopOf('yanis', id) };
    const against: string[] = [];
    const says = async (customerId: string): Promise<void> => {
      const givenAt = new Date(hub.clock.now()).toISOString();
      const no = { ...someConsent(hub.newId(), customerId), givenAt, status: 'opposed' as const };
      const payload = { ...no, until: null };
      await push(hub, await fresh('nadia'), [mutation(hub, { kind: 'consent.record', payload })]);
      opposed.add(customerId);
    };
    const calls = async (who: 'camille' | 'yanis'): Promise<void> => {
      const desktop = desktops[who];
      const before = desktop.called.length;
      await desktop.calls((customerId) => !pulled[who].has(customerId));
      const called = desktop.called[before];
      const knew = desktop.isAway ? pulled[who] : opposed;
      if (called !== undefined && knew.has(called)) against.push(called);
    };
    const comesBack = async (who: 'camille' | 'yanis'): Promise<void> => {
      await desktops[who].comesBack();
      for (const customerId of opposed) pulled[who].add(customerId);
    };
    const somebodyKept = async (share: number): Promise<string> => {
      const kept = await hub.database.db
        .selectFrom('campaign_contacts')
        .select('customer_id')
        .where('campaign_id', '=', id)
        .where('leased_to', 'is not', null)
        .orderBy('id')
        .execute();
      const among = kept.length > 0 ? kept.map((one) => one.customer_id) : people;
      return among[Math.floor(share * among.length)] as string;
    };
    for (let step = 0; step < 2 * STEPS; step += 1) {
      const who = chance.next() < 0.5 ? 'camille' : 'yanis';
      const desktop = desktops[who];
      const what = chance.next();
      if (what < 0.12) await desktop.reserves(1 + Math.floor(chance.next() * 4));
      else if (what < 0.4) await calls(who);
      else if (what < 0.5) desktop.isAway = true;
      else if (what < 0.57) await comesBack(who);
      else if (what < 0.61) desktop.dies();
      else if (what < 0.66) desktop.aheadMs = Math.floor((chance.next() - 0.7) * 60 * 60) * minute;
      else if (what < 0.71) await desktop.givesBack(chance.next() < 0.5 ? 1 : 2);
      else if (what < 0.78) await says(await somebodyKept(chance.next()));
      else hub.clock.advance(Math.floor(chance.next() * 40) * minute);
    }
    const called = Object.values(desktops).flatMap((desktop) => desktop.called);
    expect(new Set(called).size).toBe(called.length);
    expect(against).toEqual([]);
    // Nobody is lost: whoever has said no is over, everybody else was called or is called in the end.
    for (const who of ['camille', 'yanis'] as const) {
      desktops[who].aheadMs = 0;
      await comesBack(who);
    }
    hub.clock.advance(untilCallingHour(hub.clock.now() + 86_400_000) + 86_400_000);
    for (let n = 0; n < 2 * PEOPLE; n += 1) {
      await desktops.camille.reserves(1);
      await calls('camille');
    }
    const all = Object.values(desktops).flatMap((desktop) => desktop.called);
    expect(new Set(all).size).toBe(all.length);
    expect(against).toEqual([]);
    expect(people.filter((one) => !all.includes(one) && !opposed.has(one))).toEqual([]);
  },
);

it('[CAMP-47] who says no elsewhere while she is kept is taken back before the call, and is over', async () => {
  const who = await addPerson(hub, await fresh('camille'), '74901');
  const other = await addPerson(hub, await fresh('camille'), '74901');
  const wanted = settings(hub, sessions.camille.user.teamId as string);
  const id = await running(await asked('nadia'), wanted, '74901');
  const desktop = desktopOf('camille', id);
  await desktop.reserves(2);
  const givenAt = new Date(hub.clock.now()).toISOString();
  const no = { ...someConsent(hub.newId(), who), givenAt, status: 'opposed' as const, until: null };
  await push(hub, await fresh('yanis'), [mutation(hub, { kind: 'consent.record', payload: no })]);
  // Her desktop has pulled nothing of it: whomever it is given it would call.
  for (let n = 0; n < 3; n += 1) await desktop.calls();
  expect(desktop.called).toEqual([other]);
  const { contacts } = (await (await asked('nadia'))('GET', `/v1/campaigns/${id}/contacts`)).json;
  expect(contacts.find((one: { customerId: string }) => one.customerId === who)).toMatchObject({
    state: 'over',
    overBecause: 'opposition',
    leasedTo: null,
    attempts: [],
  });
  // Given back twice she is nobody's, and the second time changes nothing.
  const [mine] = (await desktop.desk.mine()).contacts;
  expect(mine).toBeUndefined();
});
