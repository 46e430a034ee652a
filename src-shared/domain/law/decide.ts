/**
 * May this call be placed at this instant? The answer is a function of the facts and the instant alone:
 * what is dated after the instant has not happened yet. Whatever a rule needs and does not find refuses.
 */
import { readFacts } from './facts.ts';
import { readInstant } from './moment.ts';
import type { ReasonCode } from './reasons.ts';
import type { Call, Rule, RuleId, RuleSet } from './rule.ts';

export type Decision =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly rule: RuleId;
      readonly article: string;
      readonly source: string;
      readonly reason: ReasonCode;
      /** The first instant at which all rules allow it with these facts; null: never within `farthestMs`. */
      readonly allowedFromMs: number | null;
    };

type Found = { readonly rule: Rule; readonly article: string; readonly source: string } & {
  readonly reason: ReasonCode;
  readonly untilMs: number;
};

/** How far `allowedFromMs` looks ahead: two years. */
export const farthestMs = 731 * 86_400_000;

const never = Number.POSITIVE_INFINITY;

const refusalOf = (rule: Rule, call: Call, atMs: number): Found | null => {
  const texts = { rule, article: rule.article, source: rule.source };
  const missing = rule.needs?.(call) ?? null;
  if (missing !== null) return { ...texts, reason: missing, untilMs: never };
  if (atMs < (rule.fromMs ?? -never) || atMs >= (rule.untilMs ?? never)) return null;
  const refused = rule.check(call, atMs);
  if (refused === null) return null;
  const untilMs = Math.min(refused.untilMs ?? never, rule.untilMs ?? never);
  return { ...texts, ...refused, untilMs };
};

const refusalsOf = (rules: readonly Rule[], call: Call, atMs: number): Found[] =>
  rules.map((rule) => refusalOf(rule, call, atMs)).filter((one) => one !== null);

/** Until the last of those that refuse has ended nothing can be allowed: so it goes from end to end. */
const allowedFrom = (rules: readonly Rule[], call: Call, first: readonly Found[], atMs: number) => {
  let refusals = first;
  let reachedMs = atMs;
  while (refusals.length > 0) {
    reachedMs = Math.max(...refusals.map(({ untilMs }) => untilMs));
    if (reachedMs > atMs + farthestMs) return null;
    refusals = refusalsOf(rules, call, reachedMs);
  }
  return reachedMs;
};

const withoutInstant = (rules: readonly Rule[]): Decision => {
  const rule = rules.find(({ id }) => id === 'hours') ?? rules.at(-1);
  return {
    allowed: false,
    rule: rule?.id ?? 'hours',
    article: rule?.article ?? '',
    source: rule?.source ?? '',
    reason: 'instant-unreadable',
    allowedFromMs: null,
  };
};

/** @param rules those of a country, without the ones that an administrator has switched off */
export const decideAt = (
  { rules, zoneOf }: RuleSet,
  rawFacts: unknown,
  atMs: number | null,
): Decision => {
  if (atMs === null) return withoutInstant(rules);
  const facts = readFacts(rawFacts);
  const call: Call = { facts, zone: zoneOf(facts) ?? 'UTC' };
  const refusals = refusalsOf(rules, call, atMs);
  const [first] = refusals;
  if (first === undefined) return { allowed: true };
  return {
    allowed: false,
    rule: first.rule.id,
    article: first.article,
    source: first.source,
    reason: first.reason,
    allowedFromMs: allowedFrom(rules, call, refusals, atMs),
  };
};

export const decide = (ruleSet: RuleSet, rawFacts: unknown, instant: unknown): Decision =>
  decideAt(ruleSet, rawFacts, typeof instant === 'string' ? readInstant(instant) : null);
