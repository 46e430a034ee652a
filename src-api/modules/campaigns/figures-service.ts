/** How a campaign goes, worked out anew at each asking: nothing of it is kept beside what it is counted from. */
import type { HubDependencies } from '@api/hub-app.ts';
import { findDispositions } from '@api/modules/reference/repository.ts';
import type { CampaignFigures, FigureRate } from '@shared/contracts/http/campaign-figures.ts';
import { instantOf, localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { plannedPace } from '@shared/domain/campaign/planned-pace.ts';
import { differenceOf, rateOf } from '@shared/domain/script/measure/intervals.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findHourly } from './contact-repository.ts';
import {
  type Arm,
  countAbandoned,
  countArms,
  countEndings,
  type Ending,
  findAtWork,
} from './figures-repository.ts';
import { countContacts, findCampaign } from './repository.ts';

type Db = HubDependencies['database']['db'];
const dayMs = 86_400_000;

/** What is a success: its qualifications that say so. */
export const successCodesOf = ({ settings }: Campaign): string[] =>
  settings.outcomes
    .filter(({ consequence }) => consequence === 'success')
    .map(({ dispositionCode }) => dispositionCode);

const figureOf = (count: number, of: number): FigureRate => {
  const { rate, low, high } = rateOf(count, of);
  return { count, of, rate, low: Math.max(0, low), high: Math.min(1, high) };
};

const armsOf = (arms: readonly Arm[]): CampaignFigures['arms'] => {
  const of = (isControl: boolean): FigureRate => {
    const arm = arms.find(({ control }) => control === isControl);
    return figureOf(arm?.ordered ?? 0, arm?.people ?? 0);
  };
  const called = of(false);
  const control = of(true);
  const found = differenceOf([called.count, called.of], [control.count, control.of]);
  const difference =
    found === null ? null : { value: found.difference, low: found.low, high: found.high };
  return { called, control, difference };
};

const endingsOf = async (
  db: Db,
  { settings }: Campaign,
  endings: readonly Ending[],
): Promise<CampaignFigures['endings']> => {
  const dispositions = await findDispositions(db, [settings.brandId]);
  return endings.map(({ result, disposition, count }) => {
    const known = dispositions.find(({ code }) => code === disposition);
    const rule = settings.outcomes.find((one) => one.dispositionCode === disposition);
    return {
      kind: disposition === null ? 'result' : 'disposition',
      code: disposition ?? result,
      label: known?.label ?? null,
      consequence: rule?.consequence ?? null,
      result,
      count,
    };
  });
};

const figuresAt = async (db: Db, campaign: Campaign, nowMs: number): Promise<CampaignFigures> => {
  const { id: campaignId, settings } = campaign;
  const { brandId, teamIds } = settings;
  const counts = (await countContacts(db, [campaignId]))(campaignId);
  const endings = await countEndings(db, campaignId);
  const dayStart = instantOf(localDateOf(nowMs, 'Europe/Paris'), 0, 'Europe/Paris');
  const { answered, abandoned } = await countAbandoned(db, campaignId, toInstant(nowMs - dayMs));
  return {
    campaignId,
    at: toInstant(nowMs),
    people: { waiting: counts.waiting, over: counts.over, control: counts.control },
    attempts: counts.attempts,
    reached: endings
      .filter(({ result }) => result === 'reached')
      .reduce((sum, { count }) => sum + count, 0),
    successes: counts.successes,
    plan: { target: settings.target, ...plannedPace(settings, nowMs) },
    abandoned: figureOf(abandoned, answered),
    hours: await findHourly(db, campaignId),
    endings: await endingsOf(db, campaign, endings),
    arms: armsOf(await countArms(db, campaignId, brandId)),
    advisors: await findAtWork(db, {
      campaignId,
      teamIds,
      brandId,
      dayStart: toInstant(dayStart),
      successCodes: successCodesOf(campaign),
    }),
  };
};

export const figuresOf = async (
  hub: HubDependencies,
  user: User,
  campaignId: string,
): Promise<Result<CampaignFigures>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, user.brandIds);
  if (campaign === null) return fail('not-found');
  return succeed(await figuresAt(db, campaign, hub.clock.now()));
};
