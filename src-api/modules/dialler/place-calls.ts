/**
 * Chooses whom to call now, asks the law of each just before, and keeps its answer before anything rings.
 */

import { createHash } from 'node:crypto';
import type { HubDependencies } from '@api/hub-app.ts';
import { leaseContact } from '@api/modules/campaigns/contact-lease-repository.ts';
import {
  findCandidates,
  findHourly,
  type KeptContact,
  putOff,
} from '@api/modules/campaigns/contact-repository.ts';
import { type JudgedPerson, judgeFor } from '@api/modules/campaigns/judge-people.ts';
import { waitsForHours } from '@api/modules/campaigns/own-hours.ts';
import { insertDecision } from '@api/modules/law/repository.ts';
import { type PbxPort, RefusedBySwitch } from '@api/pbx/pbx-port.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { callOrder, type Reach } from '@shared/domain/campaign/next-contact.ts';
import { reachBy } from '@shared/domain/campaign/reach.ts';
import { speechFor } from '@shared/domain/experiment/design.ts';
import { canonicalJson } from '@shared/domain/law/facts-of-call.ts';
import { diallingOf, presentedFor } from '@shared/domain/law/presented-for.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { type DialledCall, insertCall } from './calls-repository.ts';

export type DiallerHub = Pick<HubDependencies, 'database' | 'clock' | 'newId' | 'log'>;
type Db = HubDependencies['database']['db'];

/** Nobody else has her meanwhile; what became of the call is told long before. */
const leaseMs = 3 * 3_600_000;
/** Judged at once: some of them may not be called now. */
const CHUNK = 8;
const LOOKED_AT = 60;

type Chosen = { readonly call: DialledCall; readonly contact: KeptContact };
type Choosing = {
  readonly campaign: Campaign;
  readonly presented: string;
  readonly nowMs: number;
};

/** What was learned of the hours in which people are reached: asked once a minute. */
const reachMs = 60_000;
const reaches = new Map<string, { readonly atMs: number; readonly reach: Reach }>();
const reachOf = async (db: Db, campaignId: string, nowMs: number): Promise<Reach> => {
  const known = reaches.get(campaignId);
  if (known !== undefined && Math.abs(nowMs - known.atMs) < reachMs) return known.reach;
  const reach = reachBy(await findHourly(db, campaignId));
  reaches.set(campaignId, { atMs: nowMs, reach });
  return reach;
};

const keepDecision = (
  db: Db,
  hub: DiallerHub,
  { campaign, nowMs }: Choosing,
  { customer, decision, facts, waived }: JudgedPerson,
): Promise<void> => {
  const at = toInstant(nowMs);
  const said = decision.allowed
    ? { rule: null, reason: null, allowedFrom: null }
    : {
        rule: decision.rule,
        reason: decision.reason,
        allowedFrom: decision.allowedFromMs === null ? null : toInstant(decision.allowedFromMs),
      };
  return insertDecision(db, {
    id: hub.newId(),
    at,
    receivedAt: at,
    userId: null,
    campaignId: campaign.id,
    brandId: campaign.settings.brandId,
    customerId: customer.id,
    callbackId: null,
    way: 'dialler',
    purpose: campaign.settings.callKind,
    saidBy: 'campaign',
    allowed: decision.allowed,
    ...said,
    factsDigest: createHash('sha256').update(canonicalJson(facts)).digest('hex'),
    training: false,
    waived: [...waived],
    hubRule: said.rule,
    hubReason: said.reason,
  });
};

/** Hers for the dialler alone, with the call and the decision; null: somebody else has her. */
const take = (
  hub: DiallerHub,
  choosing: Choosing,
  contact: KeptContact,
  judged: JudgedPerson,
): Promise<Chosen | null> =>
  hub.database.db.transaction().execute(async (tx) => {
    const { campaign, presented, nowMs } = choosing;
    const { decision } = judged;
    if (!decision.allowed) {
      const { rule: because, allowedFromMs } = decision;
      await putOff(tx, contact.id, {
        until: allowedFromMs === null ? null : toInstant(allowedFromMs),
        because,
      });
      await keepDecision(tx, hub, choosing, judged);
      return null;
    }
    const waits = waitsForHours(campaign, contact, nowMs);
    if (waits !== null) {
      await putOff(tx, contact.id, { until: waits, because: 'experiment' });
      return null;
    }
    const at = toInstant(nowMs);
    const number = contact.numbers[contact.numberRank] ?? contact.numbers[0];
    if (number === undefined) {
      await putOff(tx, contact.id, { until: null, because: 'no-number' });
      return null;
    }
    const lease = { at, until: toInstant(nowMs + leaseMs) };
    if (!(await leaseContact(tx, contact, null, lease))) return null;
    await keepDecision(tx, hub, choosing, judged);
    const placed = {
      id: hub.newId(),
      campaignId: campaign.id,
      contactId: contact.id,
      customerId: contact.customerId,
      number,
      numberRank: contact.numberRank,
      presented,
      placedAt: at,
    };
    await insertCall(tx, placed);
    const open = { answeredAt: null, givenTo: null, takenAt: null, endedAt: null, result: null };
    return { call: { ...placed, ...open }, contact };
  });

const order = (campaign: Campaign, { call, contact }: Chosen) => ({
  id: call.id,
  number: call.number,
  presented: call.presented,
  about: {
    brandId: campaign.settings.brandId,
    campaignId: campaign.id,
    campaignName: campaign.settings.name,
    scriptId: speechFor(campaign, contact.customerId),
    purpose: campaign.settings.callKind,
    contactId: contact.id,
    customerId: contact.customerId,
  },
});

export type Placed = {
  readonly calls: readonly DialledCall[];
  /** Those that the switch did not take. */
  readonly refused: readonly DialledCall[];
  /** Those of which nobody knows: they may ring, and the switch is asked for them. */
  readonly unsure: readonly DialledCall[];
  /** Nobody was left who may be called now. */
  readonly isExhausted: boolean;
};

/** Places up to `count` calls, one person after another. */
export const placeCalls = async (
  hub: DiallerHub,
  pbx: PbxPort,
  campaign: Campaign,
  count: number,
): Promise<Placed> => {
  const { db } = hub.database;
  const nowMs = hub.clock.now();
  const { settings } = campaign;
  const dialling = diallingOf(settings.dialling.mode);
  const presented = presentedFor(settings.presentedNumbers, dialling, nowMs);
  if (presented === null) return { calls: [], refused: [], unsure: [], isExhausted: true };
  const looked = { at: toInstant(nowMs), dueBefore: toInstant(nowMs), limit: count + LOOKED_AT };
  const found = await findCandidates(db, campaign.id, null, { ...looked, whom: 'by-dialler' });
  const ordered = callOrder<KeptContact>(found, nowMs, await reachOf(db, campaign.id, nowMs));
  const judge = await judgeFor(db, settings, nowMs, { dialling });
  const calls: DialledCall[] = [];
  const refused: DialledCall[] = [];
  const unsure: DialledCall[] = [];
  for (let from = 0; from < ordered.length && calls.length < count; from += CHUNK) {
    const chunk = ordered.slice(from, from + CHUNK).map(({ contact }) => contact);
    const judged = await judge(chunk.map(({ customerId }) => customerId));
    for (const contact of chunk) {
      if (calls.length >= count) break;
      const person = judged.get(contact.customerId);
      if (person === undefined) continue;
      const chosen = await take(hub, { campaign, presented, nowMs }, contact, person);
      if (chosen === null) continue;
      calls.push(chosen.call);
      await pbx
        .place(order(campaign, chosen))
        .catch((error: unknown) =>
          (error instanceof RefusedBySwitch ? refused : unsure).push(chosen.call),
        );
    }
  }
  return { calls, refused, unsure, isExhausted: calls.length < count };
};
