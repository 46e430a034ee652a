/** Two desktops of a campaign that come and go without the hub: the real desks, the hub's API, random days. */
import { randomBytes, randomUUID } from 'node:crypto';
import { makeAccessTokens } from '@api/modules/auth/access-tokens.ts';
import { CampaignDesk } from '@renderer/engine/shift/campaign-desk.ts';
import type { HubRequest } from '@renderer/platform/hub-client.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { MutationEnvelope } from '@shared/contracts/sync/mutation.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { seeded } from '@shared/kernel/seeded.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Ask, addPerson, asker, running, settings, untilCallingHour } from './campaigns.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someInteraction } from './mutations.ts';

const PEOPLE = 12;
const STEPS = 40;
const minute = 60_000;

let hub: HubUnderTest;
let sessions: { readonly [who in 'camille' | 'yanis' | 'nadia']: Session };
const secret = new Uint8Array(randomBytes(32));

beforeAll(async () => {
  hub = await startHubUnderTest({ tokenSecret: secret });
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  sessions = {
    camille: await hub.signIn('camille.roussel'),
    yanis: await hub.signIn('yanis.morel'),
    nadia: await hub.signIn('nadia.ferrand'),
  };
});
afterAll(() => hub.close());

/** Days pass within a test: the same session with a token that has not run out. */
const fresh = async (who: keyof typeof sessions): Promise<Session> => {
  const session = sessions[who];
  const [, claims = ''] = session.accessToken.split('.');
  const { sid: sessionId } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const tokens = makeAccessTokens(secret, hub.clock);
  const { token } = await tokens.issue({ userId: session.user.id, sessionId });
  return { ...session, accessToken: token };
};
const asked = async (who: keyof typeof sessions): Promise<Ask> => {
  const session = await fresh(who);
  return asker(hub, () => session);
};

/** A desktop as far as campaigns go: it asks the hub, or cannot, and tells later what it did. */
class Desktop {
  isAway = false;
  readonly called: string[] = [];
  readonly desk: CampaignDesk;
  readonly #who: 'camille' | 'yanis';
  readonly #campaignId: string;
  #unsent: MutationEnvelope[] = [];

  constructor(who: 'camille' | 'yanis', campaignId: string) {
    this.#who = who;
    this.#campaignId = campaignId;
    this.desk = new CampaignDesk({
      hub: { ask: (request: HubRequest<z.ZodType>) => this.#ask(request) } as never,
      clock: hub.clock,
      elapsed: hub.clock.now,
      newId: randomUUID,
      user: () => sessions[who].user,
      unsent: () => (this.#unsent.length === 0 ? 'none' : 'some'),
    });
  }

  async #ask({ method, path, body, query, answer }: HubRequest<z.ZodType>) {
    if (this.isAway) return fail('hub-unreachable');
    const session = await fresh(this.#who);
    const told = await hub.app.inject({
      method,
      url: path,
      headers: bearer(session),
      ...(query === undefined ? {} : { query: query as Record<string, string> }),
      ...(body === undefined ? {} : { payload: body as object }),
    });
    if (told.statusCode !== 200) return fail(told.json().code);
    return succeed(answer.parse(told.json()));
  }

  /** Back in the network it tells what it did, and only then asks anew. */
  async comesBack(): Promise<void> {
    this.isAway = false;
    const mutations = this.#unsent;
    if (mutations.length > 0) {
      const answers = await push(hub, await fresh(this.#who), mutations);
      expect(answers.map(({ status }) => status)).toEqual(mutations.map(() => 'accepted'));
    }
    this.#unsent = [];
    await this.desk.mine();
  }

  async reserves(count: number): Promise<void> {
    await this.desk.reserve(this.#campaignId, { count });
  }

  /** Calls somebody of those whom it takes for its own. */
  async calls(): Promise<void> {
    const [first] = (await this.desk.mine()).contacts;
    if (first === undefined) return;
    const startedAt = new Date(hub.clock.now()).toISOString();
    const placed = await this.desk.call(
      { campaignId: this.#campaignId, contactId: first.id },
      async () => succeed({ callId: randomUUID() }),
    );
    if (!placed.ok) return;
    this.called.push(first.customerId);
    const payload = someInteraction(hub.newId(), {
      customerId: first.customerId,
      campaignId: this.#campaignId,
      direction: 'outbound',
      startedAt,
      endedAt: startedAt,
      advisorId: sessions[this.#who].user.id,
      dispositionCode: 'renseigne',
    });
    const told = { orderKey: payload.id };
    this.#unsent.push(mutation(hub, { kind: 'interaction.record', payload }, told));
    if (!this.isAway) await this.comesBack();
  }
}

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
    const desktops = [new Desktop('camille', id), new Desktop('yanis', id)] as const;
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
