/** How a campaign is dialled at this moment, out of what all hubs have written. */
import type { HubDependencies } from '@api/hub-app.ts';
import { findCampaign } from '@api/modules/campaigns/repository.ts';
import { type DiallingView, diallingViewSchema } from '@shared/contracts/http/dialling.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { needsSwitch } from '@shared/domain/campaign/running.ts';
import { todayFrom } from '@shared/domain/dialling/limits.ts';
import { rateOf } from '@shared/domain/script/measure/intervals.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findOpenCalls } from './calls-repository.ts';
import { countDay, findMachines } from './history-repository.ts';
import { findPace } from './lease-repository.ts';
import { freeOf, seatsOf } from './seats.ts';
import { findSeats } from './seats-repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock' | 'dialSwitch'>;
type InForce = Pick<DiallingView, 'as' | 'why' | 'since'>;

const { why: whySchema } = diallingViewSchema.shape;

const inForce = async (hub: Hub, { id, status, settings }: Campaign): Promise<InForce> => {
  const nothing = { as: null, since: null };
  if (status !== 'running') return { ...nothing, why: 'not-running' };
  const { mode } = settings.dialling;
  if (!needsSwitch(settings)) return { as: mode, why: 'by-hand', since: null };
  if (hub.dialSwitch === null) return { ...nothing, why: 'no-switch' };
  const pace = await findPace(hub.database.db, id);
  // A hub that has died says nothing more of it.
  if (pace?.isFresh !== true) return { ...nothing, why: 'switch-away' };
  return { as: pace.as, why: whySchema.parse(pace.why), since: pace.since };
};

export const diallingOfCampaign = async (
  hub: Hub,
  user: User,
  campaignId: string,
): Promise<Result<DiallingView>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, user.brandIds);
  if (campaign === null) return fail('not-found');
  const nowMs = hub.clock.now();
  const { mode, abandonLimitPercent } = campaign.settings.dialling;
  const seats = seatsOf(await findSeats(db, campaignId), hub.dialSwitch, nowMs);
  const open = await findOpenCalls(db, campaignId);
  const counts = await countDay(db, campaignId, todayFrom(nowMs));
  const machines = await findMachines(db, campaignId, todayFrom(nowMs));
  const { dialled, reached, busy, noAnswer, machine, wrongNumber, failed, refused } = counts;
  const free = freeOf(seats).length;
  const talking = open.filter(({ givenTo }) => givenTo !== null).length;
  const waiting = open.filter((one) => one.answeredAt !== null && one.givenTo === null).length;
  const ringing = open.length - talking - waiting;
  const { rate, low, high } = rateOf(counts.abandoned, counts.answered);
  return succeed({
    campaignId,
    mode,
    ...(await inForce(hub, campaign)),
    switch: hub.dialSwitch === null ? 'none' : hub.dialSwitch.state(),
    seats: seats.map(({ userId, name, state, sinceMs }) => ({
      userId,
      name,
      state,
      since: toInstant(sinceMs),
    })),
    free,
    calls: { ringing, waiting, talking },
    callsPerFreeAdvisor: free === 0 ? null : (ringing + waiting) / free,
    abandoned: {
      answered: counts.answered,
      abandoned: counts.abandoned,
      rate,
      low,
      high,
      limitPercent: abandonLimitPercent,
    },
    today: {
      dialled,
      reached,
      busy,
      noAnswer,
      machine,
      wrongNumber,
      failed,
      abandoned: counts.abandoned,
      refused,
    },
    machines,
  });
};
