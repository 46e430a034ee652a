/**
 * Who is called next, for one advisor alone. The law is asked again for each before she is handed out:
 * what was lawful when the list was made may not be now.
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import type { CampaignContact, GiveBackReason } from '@shared/contracts/http/campaigns.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { callOrder, PROMISE_LEAD_MS, type Why } from '@shared/domain/campaign/next-contact.ts';
import { reachBy } from '@shared/domain/campaign/reach.ts';
import { byHand, diallingOf } from '@shared/domain/law/presented-for.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { freeHeard, leaseContact, releaseContact } from './contact-lease-repository.ts';
import {
  findCandidates,
  findHourly,
  findLeased,
  type KeptContact,
  putOff,
} from './contact-repository.ts';
import { judgeFor } from './judge-people.ts';
import { waitsForHours } from './own-hours.ts';
import { findCampaign } from './repository.ts';

type Db = HubDependencies['database']['db'];

export type Handed = CampaignContact & { readonly why: Why };

/** More are looked at than are wanted: some may not be called now. */
const LOOKED_AT = 60;

type Wanted = {
  readonly count: number;
  readonly minutes: number;
  readonly only?: Why | undefined;
  readonly held: 'for-the-time' | 'until-heard';
};

/** Those whom the dialler calls are not called by hand besides. */
const isAutomated = ({ settings: { dialling } }: Campaign): boolean =>
  diallingOf(dialling.mode) !== byHand;

const handOut = async (
  tx: Db,
  campaign: Campaign,
  user: User,
  { count, minutes, only, held }: Wanted,
  nowMs: number,
): Promise<Handed[]> => {
  const at = toInstant(nowMs);
  const until = toInstant(nowMs + minutes * 60_000);
  const candidates = await findCandidates(tx, campaign.id, user.id, {
    at,
    dueBefore: toInstant(nowMs + PROMISE_LEAD_MS),
    whom: isAutomated(campaign) ? 'by-hand' : 'all',
    limit: count + LOOKED_AT,
  });
  const reach = reachBy(await findHourly(tx, campaign.id));
  const judge = await judgeFor(tx, campaign.settings, nowMs, { dialling: byHand });
  const judged = await judge(candidates.map(({ customerId }) => customerId));
  const handed: Handed[] = [];
  for (const { contact, why } of callOrder<KeptContact>(candidates, nowMs, reach)) {
    if (handed.length === count) break;
    if (only !== undefined && why !== only) continue;
    const person = judged.get(contact.customerId);
    if (person === undefined) continue;
    const { decision } = person;
    if (!decision.allowed) {
      const { rule: because, allowedFromMs } = decision;
      const notBefore = allowedFromMs === null ? null : toInstant(allowedFromMs);
      await putOff(tx, contact.id, { until: notBefore, because });
      continue;
    }
    const waits = waitsForHours(campaign, contact, nowMs);
    if (waits !== null) {
      await putOff(tx, contact.id, { until: waits, because: 'experiment' });
      continue;
    }
    if (await leaseContact(tx, contact, user.id, { at, until, held }))
      handed.push({ ...contact, leasedTo: user.id, leasedUntil: until, why });
  }
  return handed;
};

/** `campaign-not-in-state` while it does not run; an empty list when nobody may be called now. */
export const reserve = (
  hub: HubDependencies,
  user: User,
  campaignId: string,
  wanted: Wanted,
): Promise<Result<Handed[]>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const campaign = await findCampaign(tx, campaignId, user.brandIds);
    if (campaign === null) return fail('not-found');
    const { status, settings } = campaign;
    if (status !== 'running') return fail('campaign-not-in-state', `it is ${status}`);
    if (user.teamId === null || !settings.teamIds.includes(user.teamId))
      return fail('campaign-of-others');
    return succeed(await handOut(tx, campaign, user, wanted, hub.clock.now()));
  });

/**
 * Of whom she holds, those who may still be called while she does: what another channel has heard since
 * is known here before her desktop has pulled it.
 */
const stillLawful = async (
  tx: Db,
  user: User,
  campaignId: string,
  contacts: readonly KeptContact[],
  nowMs: number,
): Promise<KeptContact[]> => {
  const campaign = await findCampaign(tx, campaignId, user.brandIds);
  if (campaign === null) return [];
  const judge = await judgeFor(tx, campaign.settings, nowMs, { dialling: byHand });
  const judged = await judge(contacts.map(({ customerId }) => customerId));
  const kept: KeptContact[] = [];
  for (const contact of contacts) {
    const decision = judged.get(contact.customerId)?.decision;
    if (decision === undefined) continue;
    const endsMs = Date.parse(contact.leasedUntil ?? '');
    if (decision.allowed || (decision.allowedFromMs !== null && decision.allowedFromMs < endsMs)) {
      kept.push(contact);
      continue;
    }
    const { rule: because, allowedFromMs } = decision;
    const until = allowedFromMs === null ? null : toInstant(allowedFromMs);
    await releaseContact(tx, contact.id, user.id, null);
    await putOff(tx, contact.id, { until, because });
  }
  return kept;
};

/** @param unsent her desktop may still tell of calls: whom it held stays its own. */
export const leasedTo = async (
  hub: HubDependencies,
  user: User,
  unsent: 'some' | 'none',
): Promise<CampaignContact[]> => {
  const { db } = hub.database;
  const nowMs = hub.clock.now();
  const at = toInstant(nowMs);
  if (unsent === 'none') await freeHeard(db, user.id, at);
  const held = await findLeased(db, user.id, at);
  if (held.length === 0) return held;
  return db.transaction().execute(async (tx) => {
    const kept: CampaignContact[] = [];
    for (const campaignId of new Set(held.map((one) => one.campaignId))) {
      const contacts = held.filter((one) => one.campaignId === campaignId);
      kept.push(...(await stillLawful(tx, user, campaignId, contacts, nowMs)));
    }
    const ids = new Set(kept.map(({ id }) => id));
    return held.filter(({ id }) => ids.has(id));
  });
};

const hourMs = 3_600_000;
/** Within the hour, or the next day at the same time: somebody else then decides anew. */
const backAfterMs = (reason: GiveBackReason): number => (reason === 'later' ? 1 : 24) * hourMs;

/** Gives her back; `contact-not-held` when she is not this advisor's. Why is in the journal. */
export const giveBack = (
  hub: HubDependencies,
  { user, actor }: { readonly user: User; readonly actor: Actor },
  contactId: string,
  reason: GiveBackReason | null,
): Promise<Result<null>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const until = reason === null ? null : toInstant(hub.clock.now() + backAfterMs(reason));
    if (!(await releaseContact(tx, contactId, user.id, until))) return fail('contact-not-held');
    if (reason !== null)
      await recordAudit(tx, {
        ...actor,
        action: 'passed-over',
        entity: 'campaign-contact',
        entityId: contactId,
        detail: { reason },
      });
    return succeed(null);
  });
