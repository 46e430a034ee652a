/**
 * Reads the experiment of a campaign from everybody who was drawn: the first so many of each group whose
 * days are over, in the order in which they came onto the list. Nothing of it is kept.
 */
import type { HubDependencies } from '@api/hub-app.ts';
import type {
  ExperimentComparison,
  ExperimentReport,
  PowerQuery,
} from '@shared/contracts/http/campaign-experiments.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { compareGroups } from '@shared/domain/experiment/compare.ts';
import {
  ERROR_RATE,
  type ExperimentDesign,
  type Factor,
  levelOf,
  needsCalls,
} from '@shared/domain/experiment/design.ts';
import { findableWith, neededPerLevel } from '@shared/domain/experiment/power.ts';
import { experimentWords, type ToldComparison } from '@shared/domain/experiment/words.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { type DrawnPerson, findDrawn, timeSpent } from './experiment-repository.ts';
import { findCampaign } from './repository.ts';
import type { CampaignHub } from './service.ts';

type Db = HubDependencies['database']['db'];

const AT_ONCE = 5_000;
const dayMs = 86_400_000;

type Tallied = { people: number; n: number; count: number };
type Drawing = {
  readonly factor: ExperimentComparison['factor'];
  readonly levels: readonly string[];
  readonly groups: Tallied[];
  /** The place of somebody in it; null: she is in none. */
  readonly place: (person: DrawnPerson) => number | null;
};

const nameOf = (factor: Factor, at: number): string => {
  const level = factor.levels[at];
  if (level === undefined) throw new Error('a factor names its levels');
  return typeof level === 'string' ? level : `${level.from}-${level.to}`;
};

const drawing = (
  factor: Drawing['factor'],
  levels: readonly string[],
  place: Drawing['place'],
): Drawing => ({
  factor,
  levels,
  groups: levels.map(() => ({ people: 0, n: 0, count: 0 })),
  place,
});

const drawingsOf = ({ id, settings }: Campaign, design: ExperimentDesign): Drawing[] => {
  const factors = design.factors.map((factor) =>
    drawing(
      factor.kind,
      factor.levels.map((_, at) => nameOf(factor, at)),
      ({ control, customerId }) => (control ? null : levelOf(id, factor, customerId)),
    ),
  );
  const isCompared = settings.controlPercent > 0 && !needsCalls(design.outcome);
  const calls = drawing('calls', ['control', 'called'], ({ control }) => (control ? 0 : 1));
  return isCompared ? [...factors, calls] : factors;
};

const take = (drawings: readonly Drawing[], person: DrawnPerson, needed: number): void => {
  for (const { groups, place } of drawings) {
    const group = groups[place(person) ?? -1];
    if (group === undefined) continue;
    group.people += 1;
    if (!person.isThrough || person.did === null || group.n >= needed) continue;
    group.n += 1;
    if (person.did) group.count += 1;
  }
};

type Read = { readonly allThrough: boolean; readonly lastDay: string | null };

/** Everybody in turn, some at a time: a list of a million is never in memory. */
const readAll = async (
  db: Db,
  asked: Parameters<typeof findDrawn>[1],
  drawings: readonly Drawing[],
  needed: number,
): Promise<Read> => {
  let last: DrawnPerson | null = null;
  let allThrough = true;
  for (;;) {
    const people: DrawnPerson[] = await findDrawn(db, asked, last, AT_ONCE);
    for (const person of people) {
      take(drawings, person, needed);
      allThrough &&= person.isThrough;
    }
    last = people.at(-1) ?? last;
    if (people.length < AT_ONCE) break;
  }
  const lastMs = last === null ? null : Date.parse(last.addedAt) + asked.windowDays * dayMs;
  return { allThrough, lastDay: lastMs === null ? null : toInstant(lastMs) };
};

type Reading = {
  readonly design: ExperimentDesign;
  readonly alpha: number;
  readonly needed: number;
  readonly isOver: boolean;
};

const compared = (
  { factor, levels, groups }: Drawing,
  { design, alpha, needed, isOver }: Reading,
): ExperimentComparison => {
  const how = { ...design, alpha, needed, isOver };
  const none = { n: 0, count: 0 };
  const against = levels.slice(1).map((level, at) => {
    const { verdict, difference } = compareGroups(groups[at + 1] ?? none, groups[0] ?? none, how);
    const { difference: value = 0, low = 0, high = 0 } = difference ?? {};
    return { level, verdict, difference: difference === null ? null : { value, low, high } };
  });
  const isSealed = against.some(({ verdict }) => verdict === 'sealed');
  return {
    factor,
    groups: levels.map((level, at) => {
      const { people, n, count } = groups[at] ?? { people: 0, ...none };
      const rate = n === 0 || isSealed ? null : count / n;
      return { level, people, n, count: isSealed ? null : count, rate };
    }),
    against,
  };
};

const toldOf = (comparison: ExperimentComparison, needed: number): ToldComparison[] =>
  comparison.against.map(({ level, verdict, difference }) => {
    const [first] = comparison.groups;
    const own = comparison.groups.find((group) => group.level === level);
    const least = Math.min(first?.n ?? 0, own?.n ?? 0);
    return {
      factor: comparison.factor,
      level,
      first: first?.level ?? '',
      verdict,
      difference,
      missing: Math.max(0, needed - least),
    };
  });

/** What calling somebody costs, of what a success is worth; null: one of them is not known. */
const breakEvenOf = async (db: Db, { id, settings }: Campaign): Promise<number | null> => {
  const { seconds, people } = await timeSpent(db, id);
  const { valueCents, costs } = settings;
  if (valueCents === 0 || people === 0 || seconds === 0) return null;
  return ((seconds / 3600) * costs.centsPerHour) / people / valueCents;
};

export const reportOf = async (
  { clock }: Pick<CampaignHub, 'clock'>,
  db: Db,
  campaign: Campaign,
  design: ExperimentDesign,
): Promise<ExperimentReport> => {
  const nowMs = clock.now();
  const at = toInstant(nowMs);
  const { brandId, endsOn } = campaign.settings;
  const drawings = drawingsOf(campaign, design);
  const comparisons = drawings.reduce((sum, { levels }) => sum + levels.length - 1, 0);
  const alpha = ERROR_RATE / Math.max(1, comparisons);
  const needed = neededPerLevel({ ...design, alpha });
  const { outcome, windowDays, look, name } = design;
  const asked = { campaignId: campaign.id, brandId, outcome, windowDays, at };
  // What may be read at any time is read from everybody.
  const counted = look === 'fixed' ? needed : Number.POSITIVE_INFINITY;
  const { allThrough, lastDay } = await readAll(db, asked, drawings, counted);
  const nobodyComes = campaign.status === 'stopped' || endsOn < at.slice(0, 10);
  const isOver = nobodyComes && allThrough;
  const reading = { design, alpha, needed, isOver };
  const read = drawings.map((one) => compared(one, reading));
  const fewest = Math.min(...drawings.flatMap(({ groups }) => groups.map(({ people }) => people)));
  const breakEven = outcome === 'ordered' ? await breakEvenOf(db, campaign) : null;
  const told = read.flatMap((one) => toldOf(one, needed));
  return {
    at,
    name,
    outcome,
    look,
    windowDays,
    alpha,
    neededPerLevel: needed,
    findable: Number.isFinite(fewest) ? findableWith(fewest, { ...design, alpha }) : null,
    isOver,
    lastDay,
    comparisons: read,
    breakEven,
    words: experimentWords({ outcome, look, windowDays, comparisons: told, breakEven }),
  };
};

/** `not-found` of a campaign without a design too. */
export const experimentOf = async (
  hub: CampaignHub,
  user: User,
  campaignId: string,
): Promise<Result<ExperimentReport>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, user.brandIds);
  const design = campaign?.settings.experiment ?? null;
  if (campaign === null || design === null) return fail('not-found', 'no experiment is planned');
  return succeed(await reportOf(hub, db, campaign, design));
};

/** How many people a design needs, before anybody is called. */
export const planned = ({ comparisons, people, ...wanted }: PowerQuery) => {
  const alpha = ERROR_RATE / comparisons;
  return {
    neededPerLevel: neededPerLevel({ ...wanted, alpha }),
    findable: people === undefined ? null : findableWith(people, { ...wanted, alpha }),
  };
};
