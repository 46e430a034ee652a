/**
 * The risk that a customer leaves the brand, while there is time: a sum of points, each with the fact
 * it comes from, so that whoever reads it can check it and act. No profile of the person is used,
 * only what happened between her and the brand. Pure.
 */
import type { Consent, CustomerCase } from '../customer/customer.ts';
import type { Channel } from '../interaction/channel.ts';
import { breakPointsOf, hasFailed } from '../thread/break-point.ts';
import type { Contact } from './appetence.ts';

export type RiskReason =
  | {
      readonly kind: 'channels-failed';
      readonly points: number;
      readonly channels: readonly Channel[];
      /** From the first failure until now. */
      readonly sinceMs: number;
    }
  | {
      readonly kind: 'unanswered';
      readonly points: number;
      readonly channel: Channel;
      readonly sinceMs: number;
    }
  | { readonly kind: 'complaint-open'; readonly points: number; readonly sinceMs: number }
  | { readonly kind: 'breaks'; readonly points: number; readonly count: number }
  | { readonly kind: 'opposed'; readonly points: number; readonly channel: Channel }
  | {
      readonly kind: 'silent';
      readonly points: number;
      readonly sinceMs: number;
      readonly usualMs: number;
    };

export type LeavingRisk = {
  readonly level: 'none' | 'watch' | 'high';
  readonly points: number;
  /** Heaviest first. */
  readonly reasons: readonly RiskReason[];
};

export type RiskFacts = {
  readonly interactions: readonly Contact[];
  readonly cases: readonly Pick<CustomerCase, 'brandId' | 'kind' | 'status' | 'openedAt'>[];
  readonly consents: readonly Pick<Consent, 'brandId' | 'channel' | 'status' | 'givenAt'>[];
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const failedWithinMs = 3 * dayMs;
const unansweredAfterMs = 4 * hourMs;
const levels = { watch: 25, high: 50 } as const;
const written: ReadonlySet<Channel> = new Set(['email', 'form', 'chat', 'social', 'sms', 'app']);

/** What failed on her side lately, and was not made good by an exchange that worked since. */
const openFailures = (contacts: readonly Contact[], nowMs: number): Contact[] => {
  const ordered = [...contacts].sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  const lastGood = ordered
    .filter(({ outcome }) => outcome === 'answered' || outcome === 'done')
    .at(-1);
  return ordered.filter(
    (one) =>
      one.direction === 'inbound' &&
      hasFailed(one.outcome) &&
      nowMs - Date.parse(one.startedAt) <= failedWithinMs &&
      (lastGood === undefined || one.startedAt > lastGood.startedAt),
  );
};

const failedReason = (failures: readonly Contact[], nowMs: number): RiskReason[] => {
  const [first] = failures;
  if (first === undefined) return [];
  const channels = [...new Set(failures.map(({ channel }) => channel))];
  const sinceMs = nowMs - Date.parse(first.startedAt);
  const points = channels.length > 1 ? 50 : 20;
  return [{ kind: 'channels-failed', points, channels, sinceMs }];
};

const unansweredReason = (contacts: readonly Contact[], nowMs: number): RiskReason[] => {
  const waiting = contacts
    .filter(
      ({ direction, channel, outcome, startedAt }) =>
        direction === 'inbound' &&
        outcome === 'unanswered' &&
        written.has(channel) &&
        nowMs - Date.parse(startedAt) >= unansweredAfterMs &&
        nowMs - Date.parse(startedAt) <= 30 * dayMs,
    )
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt))[0];
  if (waiting === undefined) return [];
  const sinceMs = nowMs - Date.parse(waiting.startedAt);
  const points = sinceMs >= dayMs ? 25 : 10;
  return [{ kind: 'unanswered', points, channel: waiting.channel, sinceMs }];
};

const complaintReason = (cases: RiskFacts['cases'], nowMs: number): RiskReason[] => {
  const oldest = cases
    .filter(
      ({ kind, status }) => kind === 'complaint' && (status === 'open' || status === 'waiting'),
    )
    .map(({ openedAt }) => nowMs - Date.parse(openedAt))
    .sort((a, b) => b - a)[0];
  if (oldest === undefined) return [];
  return [{ kind: 'complaint-open', points: oldest >= 7 * dayMs ? 20 : 10, sinceMs: oldest }];
};

const breaksReason = (contacts: readonly Contact[], nowMs: number): RiskReason[] => {
  const recent = breakPointsOf(contacts).filter(
    ({ at }) => nowMs - Date.parse(at) <= 90 * dayMs && Date.parse(at) <= nowMs,
  );
  return recent.length < 2 ? [] : [{ kind: 'breaks', points: 15, count: recent.length }];
};

const opposedReason = (consents: RiskFacts['consents'], nowMs: number): RiskReason[] => {
  const latest = consents
    .filter(
      ({ status, givenAt }) => status === 'opposed' && nowMs - Date.parse(givenAt) <= 90 * dayMs,
    )
    .sort((a, b) => b.givenAt.localeCompare(a.givenAt))[0];
  return latest === undefined ? [] : [{ kind: 'opposed', points: 15, channel: latest.channel }];
};

const fewestForRhythm = 5;

/** Silent for three times her usual pause, and for two months at least. */
const silentReason = (contacts: readonly Contact[], nowMs: number): RiskReason[] => {
  const times = contacts
    .filter(({ direction, outcome }) => direction === 'inbound' || !hasFailed(outcome))
    .map(({ startedAt }) => Date.parse(startedAt))
    .sort((a, b) => a - b);
  const last = times.at(-1);
  if (last === undefined || times.length < fewestForRhythm) return [];
  const pauses = times
    .slice(1)
    .map((time, at) => time - (times[at] ?? time))
    .filter((pause) => pause >= dayMs)
    .sort((a, b) => a - b);
  const usualMs = pauses[Math.floor(pauses.length / 2)];
  const sinceMs = nowMs - last;
  if (usualMs === undefined || sinceMs < Math.max(3 * usualMs, 60 * dayMs)) return [];
  return [{ kind: 'silent', points: 25, sinceMs, usualMs }];
};

/** For one brand: a customer may be lost to one and not to another. */
export const leavingRiskOf = (facts: RiskFacts, brandId: string, nowMs: number): LeavingRisk => {
  const ofBrand = <Row extends { readonly brandId: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.brandId === brandId);
  const contacts = ofBrand(facts.interactions).filter(
    ({ startedAt }) => Date.parse(startedAt) <= nowMs,
  );
  const reasons = [
    ...failedReason(openFailures(contacts, nowMs), nowMs),
    ...unansweredReason(contacts, nowMs),
    ...complaintReason(ofBrand(facts.cases), nowMs),
    ...breaksReason(contacts, nowMs),
    ...opposedReason(ofBrand(facts.consents), nowMs),
    ...silentReason(contacts, nowMs),
  ].sort((a, b) => b.points - a.points);
  const points = Math.min(
    100,
    reasons.reduce((sum, reason) => sum + reason.points, 0),
  );
  const level = points >= levels.high ? 'high' : points >= levels.watch ? 'watch' : 'none';
  return { level, points, reasons };
};
