/** A desktop as far as campaigns go: it asks the hub, or cannot, and tells later what it did. */
import { randomUUID } from 'node:crypto';
import { makeAccessTokens } from '@api/modules/auth/access-tokens.ts';
import { CampaignDesk } from '@renderer/engine/shift/campaign-desk.ts';
import type { HubRequest } from '@renderer/platform/hub-client.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { MutationEnvelope } from '@shared/contracts/sync/mutation.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { bearer, type HubUnderTest } from './hub-under-test.ts';
import { mutation, push, someInteraction } from './mutations.ts';

/** Days pass within a test: the same session with a token that has not run out. */
export const freshSession = async (
  hub: HubUnderTest,
  secret: Uint8Array,
  session: Session,
): Promise<Session> => {
  const [, claims = ''] = session.accessToken.split('.');
  const { sid: sessionId } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const tokens = makeAccessTokens(secret, hub.clock);
  const { token } = await tokens.issue({ userId: session.user.id, sessionId });
  return { ...session, accessToken: token };
};

type Place = {
  readonly hub: HubUnderTest;
  readonly session: () => Promise<Session>;
  readonly userId: string;
  readonly teamId: string | null;
  readonly campaignId: string;
};

export class ApartDesktop {
  isAway = false;
  /** How far its own clock is from the hub's. */
  aheadMs = 0;
  readonly called: string[] = [];
  desk: CampaignDesk;
  readonly #place: Place;
  #unsent: MutationEnvelope[] = [];

  constructor(place: Place) {
    this.#place = place;
    this.desk = this.#start();
  }

  #start(): CampaignDesk {
    const { hub, userId: id, teamId } = this.#place;
    return new CampaignDesk({
      hub: { ask: (request: HubRequest<z.ZodType>) => this.#ask(request) } as never,
      clock: { now: () => hub.clock.now() + this.aheadMs },
      elapsed: hub.clock.now,
      newId: randomUUID,
      user: () => ({ id, teamId }),
      unsent: () => (this.#unsent.length === 0 ? 'none' : 'some'),
    });
  }

  async #ask({ method, path, body, query, answer }: HubRequest<z.ZodType>) {
    if (this.isAway) return fail('hub-unreachable');
    const { hub, session } = this.#place;
    const told = await hub.app.inject({
      method,
      url: path,
      headers: bearer(await session()),
      ...(query === undefined ? {} : { query: query as Record<string, string> }),
      ...(body === undefined ? {} : { payload: body as object }),
    });
    if (told.statusCode !== 200) return fail(told.json().code);
    return succeed(answer.parse(told.json()));
  }

  /** Killed and started again: what it had to tell is on the disk, all else is forgotten. */
  dies(): void {
    this.desk = this.#start();
  }

  /** Back in the network it tells what it did, and only then asks anew. */
  async comesBack(): Promise<void> {
    this.isAway = false;
    const { hub, session } = this.#place;
    const mutations = this.#unsent;
    if (mutations.length > 0) {
      const answers = await push(hub, await session(), mutations);
      const refused = answers.filter(({ status }) => status !== 'accepted');
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
    }
    this.#unsent = [];
    await this.desk.mine();
  }

  async reserves(count: number): Promise<void> {
    await this.desk.reserve(this.#place.campaignId, { count });
  }

  /** Calls somebody of those whom it takes for its own, unless `mayDial` says no. */
  async calls(mayDial: (customerId: string) => boolean = () => true): Promise<void> {
    const { hub, campaignId, userId } = this.#place;
    const [first] = (await this.desk.mine()).contacts;
    if (first === undefined) return;
    const startedAt = new Date(hub.clock.now()).toISOString();
    const placed = await this.desk.call({ campaignId, contactId: first.id }, async () =>
      mayDial(first.customerId)
        ? succeed({ callId: randomUUID() })
        : fail('call-refused-by-law', 'opposition'),
    );
    if (!placed.ok) return;
    this.called.push(first.customerId);
    const payload = someInteraction(hub.newId(), {
      customerId: first.customerId,
      campaignId,
      direction: 'outbound',
      startedAt,
      endedAt: startedAt,
      advisorId: userId,
      dispositionCode: 'renseigne',
    });
    const told = { orderKey: payload.id };
    this.#unsent.push(mutation(hub, { kind: 'interaction.record', payload }, told));
    if (!this.isAway) await this.comesBack();
  }

  /** Gives the first one back, now and then twice. */
  async givesBack(times: 1 | 2): Promise<void> {
    const { campaignId } = this.#place;
    const [first] = (await this.desk.mine()).contacts;
    if (first === undefined) return;
    const of = { campaignId, contactId: first.id };
    for (let time = 0; time < times; time += 1)
      await this.desk.giveBack(of, time === 0 ? 'later' : null);
  }
}
