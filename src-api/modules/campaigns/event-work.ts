/**
 * What happens to people while a campaign runs makes them its contacts: each event once, by the same steps
 * as a list, for as long as it makes sense. What another ends (bought, reached, called back) ends here too.
 */
import { startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import type { EventSource } from '@shared/domain/campaign/events.ts';
import { diallingOf } from '@shared/domain/law/presented-for.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { sql } from 'kysely';
import {
  endHappenings,
  type Followed,
  findHappenings,
  type Happening,
  keepEvents,
} from './happenings-repository.ts';
import { judgeFor } from './judge-people.ts';
import { findListed, insertContacts, openAgain, over } from './list-repository.ts';
import { oneAtATime } from './list-work.ts';
import { findCampaignToList, findRunningIds } from './repository.ts';
import type { CampaignHub } from './service.ts';
import { isContact, OF_THE_HOUR, weigh } from './weigh-people.ts';

type Db = HubDependencies['database']['db'];
type Tick = { readonly hub: CampaignHub; readonly tx: Db; readonly nowMs: number };

const AT_ONCE = 500;

const expiryOf = (
  { settings: { liveHours } }: Campaign,
  { at, until }: Happening,
): string | null => {
  const ends = [
    ...(until === null ? [] : [until]),
    ...(liveHours === null ? [] : [toInstant(Date.parse(at) + liveHours * 3_600_000)]),
  ];
  return ends.sort()[0] ?? null;
};

/** Of several events of one person the first one counts now. */
const oneEach = (happenings: readonly Happening[]): Happening[] => [
  ...new Map([...happenings].reverse().map((one) => [one.customerId, one])).values(),
];

const follow = async (
  { hub, tx, nowMs }: Tick,
  campaign: Campaign,
  source: EventSource,
): Promise<void> => {
  const { brandId } = campaign.settings;
  const at = toInstant(nowMs);
  const asked = { campaignId: campaign.id, brandId, now: at };
  const happenings = oneEach(await findHappenings(tx, source, asked, AT_ONCE));
  if (happenings.length === 0) return;
  const ids = happenings.map(({ customerId }) => customerId);
  const finished = await over(tx, campaign.id, ids);
  const listed = new Map(await findListed(tx, campaign.id, brandId, ids));
  for (const id of finished) if (listed.get(id) === 'already-listed') listed.delete(id);
  const judge = await judgeFor(tx, campaign.settings, nowMs, {
    dialling: diallingOf(campaign.settings.dialling.mode),
    setAside: OF_THE_HOUR,
  });
  const people = happenings.map(({ customerId: id, valueCents }) => ({
    id,
    valueCents,
    score: null,
  }));
  const weighing = { campaign, score: 0.5, newId: hub.newId, judge, listed };
  const weighed = await weigh(weighing, people);
  const contacts = weighed.map((one, place) => {
    const happening = happenings[place];
    if (!isContact(one) || happening === undefined) return one;
    const { origin, promised } = happening;
    const expiresAt = expiryOf(campaign, happening);
    return { ...one, origin, expiresAt, promisedAt: promised ? at : null };
  });
  const own = contacts.filter(isContact);
  await openAgain(
    tx,
    campaign.id,
    own.filter(({ customerId }) => finished.has(customerId)),
    at,
  );
  await insertContacts(
    tx,
    campaign.id,
    own.filter(({ customerId }) => !finished.has(customerId)),
    at,
  );
  const followed = contacts.flatMap((one, place): Followed[] => {
    const happening = happenings[place];
    if (happening === undefined) return [];
    const { origin, customerId } = happening;
    const base = { origin, customerId, kind: source.kind };
    return [
      isContact(one)
        ? { ...base, because: null, article: null, isControl: one.state === 'control' }
        : { ...base, because: one.because, article: one.article, isControl: false },
    ];
  });
  await keepEvents(tx, campaign.id, followed, at);
};

/** One look at what happened, for one campaign; another hub that looks at the same moment leaves it be. */
export const followEvents = (hub: CampaignHub, campaignId: string): Promise<void> =>
  hub.database.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`campaign-events\n${campaignId}`}, 4)) as mine`.execute(
      tx,
    );
    if (rows[0]?.mine !== true) return;
    const campaign = await findCampaignToList(tx, campaignId);
    if (campaign === null || campaign.status !== 'running') return;
    const { events, brandId, startsOn, endsOn } = campaign.settings;
    const nowMs = hub.clock.now();
    const now = toInstant(nowMs);
    if (now.slice(0, 10) < startsOn || now.slice(0, 10) > endsOn) return;
    await oneAtATime(tx, brandId);
    await endHappenings(tx, events, { campaignId, brandId, now });
    for (const source of events) await follow({ hub, tx, nowMs }, campaign, source);
  });

const pollMs = 10_000;

/** @returns how to stop it; the look that is under way is ended first. */
export const startEvents = (
  hub: CampaignHub & Pick<HubDependencies, 'log'>,
): (() => Promise<void>) =>
  startLoop(hub.log, {
    failure: 'events of campaigns not followed',
    turn: async () => {
      for (const id of await findRunningIds(hub.database.db)) await followEvents(hub, id);
      return pollMs;
    },
    afterFailureMs: pollMs,
  });
