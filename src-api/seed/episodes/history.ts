/** Turns stories into the rows of one customer: so many interactions over several years. */

import type { Customer, CustomerCase } from '@shared/domain/customer/customer.ts';
import type { CallFacts, Interaction } from '@shared/domain/interaction/interaction.ts';
import { dayMs, minuteMs, whenOpen } from '../calendar.ts';
import { demoBrandNumbers, demoUsers } from '../organisation-data.ts';
import { type Random, timedId, weighted } from '../random.ts';
import type { BrandStories, Episode, Step } from './episode.ts';
import { kerdoualStories } from './kerdoual.ts';
import { lorvaneStories } from './lorvane.ts';
import { solvenneStories } from './solvenne.ts';

const stories: Readonly<Record<string, BrandStories>> = {
  kerdoual: kerdoualStories,
  solvenne: solvenneStories,
  lorvane: lorvaneStories,
};
const longestMs = 5 * 365 * dayMs;
/** A case older than this was settled. */
const settledAfterMs = 12 * dayMs;
const staffed: ReadonlySet<string> = new Set([
  'phone',
  'chat',
  'counter',
  'store',
  'representative',
]);

export type History = {
  readonly interactions: Interaction[];
  readonly cases: CustomerCase[];
};
export type Numbering = { readonly nextReference: () => string };

const advisorsOf = (brandId: string) =>
  demoUsers.filter((user) => user.role === 'advisor' && user.brandIds.includes(brandId));

const filler = (random: Random, brand: BrandStories) => {
  const thing = random.pick(brand.things);
  const values: Readonly<Record<string, string>> = {
    thing,
    Thing: thing.charAt(0).toUpperCase() + thing.slice(1),
    number: String(random.between(44_000_000, 45_999_999)),
    amount: String(random.between(39, 1490)),
  };
  return (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
};

const lastingMs = (random: Random, step: Step): number => {
  if (step.channel === 'phone') {
    return (step.outcome === 'answered' ? random.between(70, 720) : random.between(12, 60)) * 1000;
  }
  return step.channel === 'chat' ? random.between(120, 900) * 1000 : 0;
};

const callOf = (
  random: Random,
  customer: Customer,
  brandId: string,
  step: Step,
  startedMs: number,
): CallFacts => {
  const numbers = demoBrandNumbers.filter((number) => number.brandId === brandId);
  const answered = step.outcome === 'answered';
  return {
    callUid: null,
    customerNumber: customer.phones[0]?.e164 ?? null,
    numberHidden: false,
    calledNumber: random.pick(numbers).e164,
    answeredAt: answered ? new Date(startedMs + random.between(4, 25) * 1000).toISOString() : null,
    endedBy: answered ? random.pick(['customer', 'customer', 'advisor'] as const) : null,
    failure: null,
    sipStatus: step.outcome === 'busy' ? 486 : answered ? 200 : 480,
    heldMs: answered && random.chance(0.2) ? random.between(8, 90) * 1000 : 0,
    transferredTo: null,
    training: false,
  };
};

type Telling = {
  readonly random: Random;
  readonly customer: Customer;
  readonly brand: BrandStories;
  readonly nowMs: number;
  readonly numbering: Numbering;
};

const interactionOf = (
  { random, customer, brand }: Telling,
  step: Step,
  startedMs: number,
  fill: (text: string) => string,
): Interaction => {
  const byPerson =
    staffed.has(step.channel) && step.outcome !== 'missed' && step.outcome !== 'abandoned';
  const endedAt = new Date(startedMs + lastingMs(random, step)).toISOString();
  const call =
    step.channel === 'phone' ? callOf(random, customer, brand.brandId, step, startedMs) : null;
  return {
    id: timedId(random, startedMs),
    customerId: customer.id,
    brandId: brand.brandId,
    channel: step.channel,
    direction: step.direction,
    startedAt: new Date(startedMs).toISOString(),
    endedAt,
    recordedAt: endedAt,
    outcome: step.outcome,
    advisorId: byPerson ? random.pick(advisorsOf(brand.brandId)).id : null,
    queue: null,
    campaignId: null,
    reasonCode: step.reason ?? null,
    dispositionCode: step.disposition ?? null,
    title: fill(step.title),
    customerWords: step.words === undefined ? null : fill(step.words),
    summary: step.summary === undefined ? null : fill(step.summary),
    notes: [],
    caseId: null,
    threadId: null,
    call,
    speech: null,
    wrapUpEndedAt: byPerson && step.channel === 'phone' ? endedAt : null,
  };
};

const caseOf = (
  telling: Telling,
  opens: NonNullable<Episode['opens']>,
  rows: readonly Interaction[],
  title: string,
): CustomerCase => {
  const openedAt = rows[0]?.startedAt ?? new Date(telling.nowMs).toISOString();
  const updatedAt = rows.at(-1)?.startedAt ?? openedAt;
  const isOld = telling.nowMs - Date.parse(updatedAt) > settledAfterMs;
  return {
    id: timedId(telling.random, Date.parse(openedAt)),
    reference: telling.numbering.nextReference(),
    customerId: telling.customer.id,
    brandId: telling.brand.brandId,
    kind: opens.kind,
    title,
    detail: rows.find((row) => row.customerWords !== null)?.customerWords ?? '',
    status: isOld ? 'closed' : 'open',
    openedAt,
    updatedAt,
  };
};

const tell = (telling: Telling, episode: Episode, startMs: number, room: number): History => {
  const { random, nowMs } = telling;
  const fill = filler(random, telling.brand);
  const rows: Interaction[] = [];
  let atMs = startMs;
  for (const step of episode.steps.slice(0, room)) {
    atMs += step.after * minuteMs * (0.6 + random.next());
    if (staffed.has(step.channel)) atMs = whenOpen(atMs);
    if (atMs > nowMs - 5 * minuteMs) break;
    rows.push(interactionOf(telling, step, atMs, fill));
  }
  if (rows.length === 0) return { interactions: [], cases: [] };
  const threadId = rows.length > 1 ? timedId(random, startMs) : null;
  const opened =
    episode.opens === undefined
      ? null
      : caseOf(telling, episode.opens, rows, fill(episode.opens.title));
  const caseId = opened?.id ?? null;
  return {
    interactions: rows.map((row) => ({ ...row, threadId, caseId })),
    cases: opened === null ? [] : [opened],
  };
};

/** `count` interactions of one customer, over the years that she has known the brands. */
export const historyOf = (
  random: Random,
  customer: Customer,
  count: number,
  nowMs: number,
  numbering: Numbering,
): History => {
  const interactions: Interaction[] = [];
  const cases: CustomerCase[] = [];
  while (interactions.length < count) {
    const relation = random.pick(customer.relations);
    const brand = stories[relation.brandId];
    if (brand === undefined) break;
    const total = brand.episodes.reduce((sum, one) => sum + one.weight, 0);
    const episode = weighted(random, brand.episodes, (one) => one.weight, total);
    const knownMs = Math.min(longestMs, nowMs - Date.parse(relation.since));
    const startMs = nowMs - Math.max(2 * dayMs, random.next() ** 1.4 * knownMs);
    const told = tell(
      { random, customer, brand, nowMs, numbering },
      episode,
      startMs,
      count - interactions.length,
    );
    interactions.push(...told.interactions);
    cases.push(...told.cases);
  }
  return { interactions, cases };
};
