/**
 * Makes the list of a campaign: everybody whom the query finds goes through the same steps, and the
 * report says at which step how many were left out, so that the list explains itself.
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import type { AddToList, ListReport } from '@shared/contracts/http/campaigns.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { diallingOf } from '@shared/domain/law/presented-for.ts';
import type { RuleId } from '@shared/domain/law/rule.ts';
import { whereSheLives } from '@shared/domain/law/where-she-lives.ts';
import { murmurHash } from '@shared/domain/script/choice/murmur-hash.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { type Judge, judgeFor } from './judge-people.ts';
import {
  type FoundPerson,
  findListed,
  findPeople,
  insertContacts,
  type NewContact,
} from './list-repository.ts';
import { lockCampaign } from './repository.ts';
import type { CampaignHub } from './service.ts';

type Db = HubDependencies['database']['db'];

const BATCH = 500;
/** The steps in the order in which they are told; a rule of the law tells of itself. */
const STEPS: readonly string[] = ['already-listed', 'other-campaign', 'no-number', 'unreadable'];
/** A list is called at another hour than it is made at. */
const OF_THE_HOUR: readonly RuleId[] = ['hours', 'holiday'];

type LeftOut = { readonly because: string; readonly article: string | null };
type Weighed = LeftOut | NewContact;

const isContact = (one: Weighed): one is NewContact => 'customerId' in one;

/** The same people are kept apart on every machine and after every restart. */
export const isControl = (campaignId: string, customerId: string, percent: number): boolean =>
  (murmurHash(`${campaignId}:control:${customerId}`) / 2 ** 32) * 100 < percent;

type Weighing = {
  readonly campaign: Campaign;
  readonly score: number;
  readonly newId: () => string;
  readonly judge: Judge;
};

const weigh = async (
  db: Db,
  { campaign, score, newId, judge }: Weighing,
  people: readonly FoundPerson[],
): Promise<Weighed[]> => {
  const ids = people.map(({ id }) => id);
  const { brandId, controlPercent, valueCents } = campaign.settings;
  const listed = await findListed(db, campaign.id, brandId, ids);
  const judged = await judge(ids);
  return people.map((person): Weighed => {
    const already = listed.get(person.id);
    if (already !== undefined) return { because: already, article: null };
    const found = judged.get(person.id);
    if (found === undefined) return { because: 'unreadable', article: null };
    const { customer, decision } = found;
    if (customer.phones.length === 0) return { because: 'no-number', article: null };
    if (!decision.allowed && decision.allowedFromMs === null)
      return { because: decision.rule, article: decision.article };
    return {
      id: newId(),
      customerId: person.id,
      state: isControl(campaign.id, person.id, controlPercent) ? 'control' : 'waiting',
      zone: whereSheLives(customer).timeZone ?? 'Europe/Paris',
      score,
      valueCents: Math.max(0, valueCents || person.valueCents),
    };
  });
};

const reportOf = (weighed: readonly Weighed[]): ListReport => {
  const out = new Map<string, { article: string | null; count: number }>();
  for (const one of weighed) {
    if (isContact(one)) continue;
    const known = out.get(one.because);
    out.set(one.because, { article: one.article, count: (known?.count ?? 0) + 1 });
  }
  const place = (because: string): number => {
    const step = STEPS.indexOf(because);
    return step === -1 ? STEPS.length : step;
  };
  let left = weighed.length;
  const leftOut = [...out]
    .sort(([a, one], [b, other]) => place(a) - place(b) || other.count - one.count)
    .map(([because, { article, count }]) => {
      left -= count;
      return { because, article, count, left };
    });
  const contacts = weighed.filter(isContact);
  const control = contacts.filter(({ state }) => state === 'control').length;
  return { found: weighed.length, leftOut, control, added: contacts.length - control };
};

/** Adds whom the query finds; a dry run only says what would come of it. */
export const addToList = (
  hub: CampaignHub,
  who: { readonly user: User; readonly actor: Actor },
  campaignId: string,
  { query, score, dryRun }: AddToList,
): Promise<Result<ListReport>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const campaign = await lockCampaign(tx, campaignId, who.user.brandIds);
    if (campaign === null) return fail('not-found');
    if (campaign.status === 'stopped') return fail('campaign-not-in-state', 'it was stopped');
    const nowMs = hub.clock.now();
    const { brandId } = campaign.settings;
    const dialling = diallingOf(campaign.settings.dialling.mode);
    const judge = await judgeFor(tx, campaign.settings, nowMs, { dialling, setAside: OF_THE_HOUR });
    const weighing = { campaign, score, newId: hub.newId, judge };
    const all: Weighed[] = [];
    let after: string | null = null;
    for (;;) {
      const page = { brandId, after, limit: BATCH };
      const people: FoundPerson[] = await findPeople(tx, query, page);
      const weighed = await weigh(tx, weighing, people);
      if (!dryRun)
        await insertContacts(tx, campaignId, weighed.filter(isContact), toInstant(nowMs));
      all.push(...weighed);
      after = people.at(-1)?.id ?? null;
      if (people.length < BATCH) break;
    }
    const report = reportOf(all);
    if (!dryRun) {
      const { found, added, control } = report;
      const deed = { action: 'listed', entity: 'campaign', entityId: campaignId };
      await recordAudit(tx, { ...who.actor, ...deed, detail: { found, added, control } });
    }
    return succeed(report);
  });
