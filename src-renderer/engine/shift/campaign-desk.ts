/**
 * Whom she calls in campaigns. The hub says who is hers; what it said last holds without it, as long as
 * the reservation lasts. One reservation is one call: who was called is not offered a second time while
 * the hub has not heard of it yet.
 */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { OwnCampaigns, OwnContact } from '@shared/contracts/engine/campaigns.ts';
import {
  type CampaignView,
  campaignsSchema,
  contactsSchema,
  type GiveBackReason,
  reservedSchema,
} from '@shared/contracts/http/campaigns.ts';
import { campaignSignInSchema } from '@shared/contracts/http/dialling.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import { speechFor } from '@shared/domain/experiment/design.ts';
import { byHand, presentedFor } from '@shared/domain/law/presented-for.ts';
import type { User } from '@shared/domain/user/user.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import type { DialRequest } from './dial-request.ts';
import { KeptContacts } from './kept-contacts.ts';

type Of = { readonly campaignId: string; readonly contactId: string };
type Found = { readonly campaign: CampaignView; readonly contact: OwnContact };
type Dial = (request: DialRequest) => Promise<Result<{ callId: string }>>;
type Record = (body: MutationBody, orderKey: string) => Promise<Result<null>>;

export type CampaignDeskDeps = {
  readonly hub: Pick<HubClient, 'ask'>;
  readonly clock: Clock;
  /** Milliseconds that only grow, whatever is done to the clock. */
  readonly elapsed: () => number;
  readonly newId: () => string;
  readonly user: () => Pick<User, 'id' | 'teamId'> | null;
  /** Something is not at the hub yet, or a call or wrap-up is open. */
  readonly unsent: () => 'some' | 'none';
};

const answerWithinMs = 4_000;
/** Long enough for all that are kept to be called, also without the hub. */
const keptMinutes = 60;

const nothing: OwnCampaigns = { campaigns: [], contacts: [], signedInTo: null, known: false };

export class CampaignDesk {
  readonly #deps: CampaignDeskDeps;
  #userId: string | null = null;
  #campaigns: readonly CampaignView[] = [];
  readonly #kept: KeptContacts;
  #signedInTo: string | null = null;

  constructor(deps: CampaignDeskDeps) {
    this.#deps = deps;
    this.#kept = new KeptContacts({ ...deps, atMostMs: keptMinutes * 60_000 });
  }

  async mine(): Promise<OwnCampaigns> {
    const { hub, user } = this.#deps;
    const asker = user();
    if (asker?.id !== this.#userId) this.#forget(asker?.id ?? null);
    const [running, own, taken] = await Promise.all([
      hub.ask({
        method: 'GET',
        path: routes.campaigns,
        query: { status: 'running' },
        answer: campaignsSchema,
        timeoutMs: answerWithinMs,
      }),
      hub.ask({
        method: 'GET',
        path: routes.ownContacts,
        query: { unsent: this.#deps.unsent() },
        answer: contactsSchema,
        timeoutMs: answerWithinMs,
      }),
      hub.ask({
        method: 'GET',
        path: routes.campaignSignIn,
        answer: campaignSignInSchema,
        timeoutMs: answerWithinMs,
      }),
    ]);
    // Another has signed in while it was asked.
    if (user()?.id !== this.#userId) return nothing;
    if (running.ok)
      this.#campaigns = running.value.campaigns.filter(
        ({ settings }) => asker?.teamId != null && settings.teamIds.includes(asker.teamId),
      );
    if (own.ok) this.#kept.keep(own.value.contacts);
    if (taken.ok) this.#signedInTo = taken.value.signIn?.campaignId ?? null;
    return this.#told(running.ok && own.ok);
  }

  async reserve(
    campaignId: string,
    wanted: { readonly count: number; readonly only?: 'promised' | undefined },
  ): Promise<Result<OwnCampaigns>> {
    const reserved = await this.#deps.hub.ask({
      method: 'POST',
      path: `${routes.campaigns}/${campaignId}/reserve`,
      body: { ...wanted, minutes: keptMinutes, held: 'until-heard' },
      answer: reservedSchema,
      timeoutMs: answerWithinMs,
    });
    if (!reserved.ok) return reserved;
    this.#kept.gave(reserved.value.contacts);
    return succeed(await this.mine());
  }

  async call(of: Of, dial: Dial): Promise<Result<{ callId: string }>> {
    const found = await this.#find(of);
    if (!found.ok) return found;
    const { campaign, contact } = found.value;
    const { settings } = campaign;
    const number = contact.numbers[contact.numberRank] ?? contact.numbers[0];
    if (number === undefined) return fail('number-malformed');
    const placed = await dial({
      number,
      brandId: settings.brandId,
      customerId: contact.customerId,
      callbackId: null,
      purpose: settings.callKind,
      campaign: {
        id: campaign.id,
        name: settings.name,
        scriptId: speechFor(campaign, contact.customerId),
        offerRelated: settings.offerRelated,
        presented: presentedFor(settings.presentedNumbers, byHand, this.#deps.clock.now()),
      },
    });
    if (placed.ok) this.#kept.use(contact);
    return placed;
  }

  /** From now on the hub puts the calls of this campaign through to her, and of no other. */
  async signIn(campaignId: string | null): Promise<Result<OwnCampaigns>> {
    const asked = await this.#deps.hub.ask({
      method: campaignId === null ? 'DELETE' : 'PUT',
      path: routes.campaignSignIn,
      ...(campaignId === null ? {} : { body: { campaignId } }),
      answer: campaignSignInSchema,
      timeoutMs: answerWithinMs,
    });
    return asked.ok ? succeed(await this.mine()) : asked;
  }

  async giveBack(of: Of, reason: GiveBackReason | null): Promise<Result<OwnCampaigns>> {
    const given = await this.#release(of, reason);
    return given.ok ? succeed(await this.mine()) : given;
  }

  /** The opposition waits for nobody: it is on the disk before the hub is asked to take her back. */
  async oppose(of: Of, record: Record): Promise<Result<OwnCampaigns>> {
    const { clock, newId } = this.#deps;
    const found = this.#held(of);
    if (found === null) return fail('contact-not-held');
    const { campaign, contact } = found;
    const { customerId } = contact;
    const kept = await record(
      {
        kind: 'consent.record',
        payload: {
          id: newId(),
          customerId,
          brandId: campaign.settings.brandId,
          channel: 'phone',
          status: 'opposed',
          purpose: campaign.settings.callKind,
          givenAt: toInstant(clock.now()),
          until: null,
          proof: `campaign "${campaign.settings.name}", before a call`.slice(0, 500),
        },
      },
      `customer:${customerId}`,
    );
    if (!kept.ok) return kept;
    this.#kept.use(contact);
    await this.#release(of, 'not-concerned');
    return succeed(await this.mine());
  }

  #release({ campaignId, contactId }: Of, reason: GiveBackReason | null): Promise<Result<unknown>> {
    return this.#deps.hub.ask({
      method: 'POST',
      path: `${routes.campaigns}/${campaignId}/contacts/${contactId}/release`,
      ...(reason === null ? {} : { body: { reason } }),
      answer: z.object({ released: z.literal(true) }),
      timeoutMs: answerWithinMs,
    });
  }

  async #find(of: Of): Promise<Result<Found>> {
    await this.mine();
    const found = this.#held(of);
    return found === null ? fail('contact-not-held') : succeed(found);
  }

  #held({ campaignId, contactId }: Of): Found | null {
    const campaign = this.#campaigns.find(({ id }) => id === campaignId);
    const contact = this.#told(true).contacts.find(({ id }) => id === contactId);
    return campaign === undefined || contact === undefined ? null : { campaign, contact };
  }

  #told(known: boolean): OwnCampaigns {
    const contacts = this.#kept.list;
    return { campaigns: [...this.#campaigns], contacts, signedInTo: this.#signedInTo, known };
  }

  #forget(userId: string | null): void {
    this.#userId = userId;
    this.#campaigns = [];
    this.#signedInTo = null;
    this.#kept.forget();
  }
}
