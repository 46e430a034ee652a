/**
 * By when a customer has to be reached, after she tried and nobody answered: the shortest promise
 * that her brand makes to people like her. Pure; the hub and every desktop read the same.
 */
import { type BrandRules, belongsTo } from '../brand-rules/brand-rules.ts';
import { afterOpenTime, openTimeBetween } from '../calendar/business-time.ts';
import type { BrandRelation } from '../customer/customer.ts';
import type { Channel } from '../interaction/channel.ts';
import type { Interaction } from '../interaction/interaction.ts';
import { hasFailed } from '../thread/break-point.ts';

export type DeadlineContact = Pick<
  Interaction,
  | 'id'
  | 'brandId'
  | 'channel'
  | 'direction'
  | 'outcome'
  | 'startedAt'
  | 'endedAt'
  | 'advisorId'
  | 'threadId'
>;

export type Deadline = {
  /** The exchange that nobody answered. */
  readonly interactionId: string;
  readonly channel: Channel;
  readonly openedAt: string;
  readonly dueAt: string;
  /** When the team lead is called. */
  readonly escalateAt: string;
  readonly promisedMinutes: number;
  readonly vip: boolean;
};

const spoken: ReadonlySet<Channel> = new Set([
  'phone',
  'chat',
  'counter',
  'store',
  'representative',
]);

/** What opens a promise: she tried, and nobody was there or answered. Her own refusal does not. */
const asksFor = ({ direction, outcome }: DeadlineContact): boolean =>
  direction === 'inbound' && hasFailed(outcome);

/** What keeps it: somebody spoke with her, or wrote to her himself; a machine's message does not. */
const reaches = (later: DeadlineContact, cause: DeadlineContact): boolean => {
  if (later.startedAt <= cause.startedAt || hasFailed(later.outcome)) return false;
  if (spoken.has(later.channel)) return true;
  return (
    later.direction === 'outbound' &&
    (later.advisorId !== null || (later.threadId !== null && later.threadId === cause.threadId))
  );
};

const promiseOf = (rules: BrandRules, relation: BrandRelation | undefined) =>
  rules.promises
    .filter(({ audience }) => belongsTo(audience, relation))
    .sort((a, b) => a.withinMinutes - b.withinMinutes)[0];

const forgottenAfterMs = 30 * 86_400_000;

/**
 * The promise that runs for a customer at a brand, or null: nothing was promised to people like her,
 * nothing is open, or she was reached. The oldest open cause counts.
 */
export const deadlineOf = (
  contacts: readonly DeadlineContact[],
  relation: BrandRelation | undefined,
  rules: BrandRules & { readonly brandId: string },
  nowMs: number,
): Deadline | null => {
  const promise = promiseOf(rules, relation);
  if (promise === undefined) return null;
  const known = contacts
    .filter(
      ({ brandId, startedAt }) =>
        brandId === rules.brandId &&
        Date.parse(startedAt) <= nowMs &&
        nowMs - Date.parse(startedAt) <= forgottenAfterMs,
    )
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt) || a.id.localeCompare(b.id));
  const cause = known.find((one) => asksFor(one) && !known.some((later) => reaches(later, one)));
  if (cause === undefined) return null;
  const openedAt = cause.endedAt ?? cause.startedAt;
  const openedMs = Date.parse(openedAt);
  const allowedMs = promise.withinMinutes * 60_000;
  const dueMs =
    promise.clock === 'always'
      ? openedMs + allowedMs
      : afterOpenTime(openedMs, allowedMs, rules.hours);
  if (dueMs === null) return null;
  const escalateMs = Math.max(openedMs, dueMs - rules.escalateMinutes * 60_000);
  return {
    interactionId: cause.id,
    channel: cause.channel,
    openedAt,
    dueAt: new Date(dueMs).toISOString(),
    escalateAt: new Date(escalateMs).toISOString(),
    promisedMinutes: promise.withinMinutes,
    vip: relation?.vip ?? false,
  };
};

export type TimeLeft = {
  /** Until the deadline, in real time; negative once it is past. */
  readonly leftMs: number;
  /** 0 to 1: how much of what was promised is used, in the time that counts. */
  readonly used: number;
};

export const timeLeft = (
  { openedAt, dueAt, promisedMinutes }: Deadline,
  clock: 'open' | 'always',
  rules: BrandRules,
  nowMs: number,
): TimeLeft => {
  const openedMs = Date.parse(openedAt);
  const passed =
    clock === 'always' ? nowMs - openedMs : openTimeBetween(openedMs, nowMs, rules.hours);
  const used = Math.min(1, Math.max(0, passed / (promisedMinutes * 60_000)));
  return { leftMs: Date.parse(dueAt) - nowMs, used };
};
