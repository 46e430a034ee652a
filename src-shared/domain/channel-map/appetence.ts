/**
 * How much a customer likes each channel, from what she did: a number from 0 to 100 made of three
 * parts that can be said in words. Share: how often she chose the channel, against the one she
 * chooses most; recency: how fresh the last time is; success: how often it worked. Contacts fade with
 * a half-life of 180 days. Sums do not depend on the order in which the exchanges became known. Pure.
 */
import type { Channel } from '../interaction/channel.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { hasFailed } from '../thread/break-point.ts';

export const weights = { share: 0.5, recency: 0.2, success: 0.3 } as const;
const dayMs = 86_400_000;
const fadeDays = 180;
const freshDays = 90;
/** Half as much evidence as one fresh contact halves the number. */
const doubt = 0.5;
/** What the brand sent and she took says less than what she chose. */
const takenWeight = 0.5;

export type Contact = Pick<
  Interaction,
  'id' | 'channel' | 'direction' | 'startedAt' | 'endedAt' | 'outcome' | 'brandId' | 'threadId'
>;

export type Appetence = {
  readonly channel: Channel;
  /** 0 to 100. */
  readonly score: number;
  /** 0 to 1 each. */
  readonly share: number;
  readonly recency: number;
  readonly success: number;
  /** Times she chose the channel or took what came by it, without fading. */
  readonly contacts: number;
  readonly failures: number;
  readonly lastAt: string;
  /** Against a year before, in points; null when the channel was not used then. */
  readonly yearDelta: number | null;
};

type Tally = {
  chosen: number;
  worked: number;
  broken: number;
  contacts: number;
  failures: number;
  lastAt: string;
};

const fading = (startedAt: string, nowMs: number, days: number): number =>
  2 ** (-Math.max(0, nowMs - Date.parse(startedAt)) / (days * dayMs));

/** What a contact says of her liking; an attempt of the brand that failed says nothing. */
const weightOf = ({ direction, outcome }: Contact): number => {
  if (direction === 'inbound') return 1;
  return hasFailed(outcome) ? 0 : takenWeight;
};

const add = (tallies: Map<Channel, Tally>, one: Contact, nowMs: number): void => {
  const weight = weightOf(one);
  if (weight === 0) return;
  const known = tallies.get(one.channel);
  const tally = known ?? {
    chosen: 0,
    worked: 0,
    broken: 0,
    contacts: 0,
    failures: 0,
    lastAt: one.startedAt,
  };
  const faded = weight * fading(one.startedAt, nowMs, fadeDays);
  tally.chosen += faded;
  tally.contacts += 1;
  if (hasFailed(one.outcome)) {
    tally.broken += faded;
    tally.failures += 1;
  } else tally.worked += faded;
  if (one.startedAt > tally.lastAt) tally.lastAt = one.startedAt;
  tallies.set(one.channel, tally);
};

type Scored = Omit<Appetence, 'yearDelta'>;

const scoresAt = (contacts: readonly Contact[], nowMs: number): Map<Channel, Scored> => {
  const tallies = new Map<Channel, Tally>();
  for (const one of contacts) if (Date.parse(one.startedAt) <= nowMs) add(tallies, one, nowMs);
  const most = Math.max(...[...tallies.values()].map(({ chosen }) => chosen));
  const total = [...tallies.values()].reduce((sum, { chosen }) => sum + chosen, 0);
  const scored = [...tallies].map(([channel, tally]): [Channel, Scored] => {
    const { chosen, worked, broken, contacts: times, failures, lastAt } = tally;
    const recency = fading(lastAt, nowMs, freshDays);
    const success = (worked + 1) / (worked + broken + 2);
    const liking =
      weights.share * (chosen / most) + weights.recency * recency + weights.success * success;
    const score = Math.round(100 * liking * (chosen / (chosen + doubt)));
    const share = chosen / total;
    return [
      channel,
      { channel, score, share, recency, success, contacts: times, failures, lastAt },
    ];
  });
  return new Map(scored);
};

const yearMs = 365 * dayMs;

/** By channel, most liked first; channels without any contact are absent. */
export const appetencesOf = (contacts: readonly Contact[], nowMs: number): Appetence[] => {
  const now = scoresAt(contacts, nowMs);
  const before = scoresAt(contacts, nowMs - yearMs);
  return [...now.values()]
    .map((one): Appetence => {
      const then = before.get(one.channel);
      return { ...one, yearDelta: then === undefined ? null : one.score - then.score };
    })
    .sort((a, b) => b.score - a.score || a.channel.localeCompare(b.channel));
};
