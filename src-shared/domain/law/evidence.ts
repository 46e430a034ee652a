/**
 * What speaks for a call and what against it, rule by rule, as an advisor reads it before she calls: the
 * same rules and facts that decide, each asked by itself. Pure.
 */
import { instantOf, localDateOf } from '../calendar/zoned-time.ts';
import { type Decision, decideAt } from './decide.ts';
import { startOfDayAfter } from './france/days.ts';
import { callingSpans } from './france/hours.ts';
import { attemptsAllowed, windowDays } from './france/pressure.ts';
import { frenchLaw } from './france/rule-set.ts';
import type { RuleId } from './rule.ts';

export type Evidence = {
  readonly rule: RuleId;
  readonly article: string;
  readonly decision: Decision;
};

/** Said always; one of the others is said in its place where that one refuses. */
const always: readonly RuleId[] = ['consent', 'hours', 'pressure'];
const inPlaceOf: { readonly [rule in RuleId]?: RuleId } = {
  opposition: 'consent',
  'consent-expired': 'consent',
  bloctel: 'consent',
  holiday: 'hours',
};

/** Those that refuse first, in their order of precedence; then those that are met. */
export const evidenceOf = (
  facts: Record<string, unknown>,
  nowMs: number,
  switchedOff: ReadonlySet<RuleId>,
): readonly Evidence[] => {
  const each = frenchLaw.rules
    .filter(({ id }) => !switchedOff.has(id))
    .map((rule) => {
      const decision = decideAt({ ...frenchLaw, rules: [rule] }, facts, nowMs);
      const article = decision.allowed ? rule.article : decision.article;
      return { rule: rule.id, article, decision };
    });
  const against = each.filter(({ decision }) => !decision.allowed);
  const said = new Set(against.map(({ rule }) => inPlaceOf[rule] ?? rule));
  const met = each.filter(
    ({ rule, decision }) => decision.allowed && always.includes(rule) && !said.has(rule),
  );
  return [...against, ...met];
};

/** Until when the hours of her day allow it; null: not now. */
export const allowedUntil = (nowMs: number, zone: string): number | null =>
  callingSpans(localDateOf(nowMs, zone), zone).find(
    ([from, to]) => from <= nowMs && nowMs < to,
  )?.[1] ?? null;

export type DayBar = {
  /** Parts of the bar, 0 to 1, in which she may be called; none on a day without hours. */
  readonly open: readonly (readonly [from: number, to: number])[];
  /** Where it is now; null: before or after the bar. */
  readonly now: number | null;
};
export const barHours = { from: 8, to: 22 } as const;

export const dayBar = (nowMs: number, zone: string): DayBar => {
  const date = localDateOf(nowMs, zone);
  const fromMs = instantOf(date, barHours.from * 60, zone);
  const lengthMs = instantOf(date, barHours.to * 60, zone) - fromMs;
  const at = (ms: number): number => (ms - fromMs) / lengthMs;
  const now = at(nowMs);
  return {
    open: callingSpans(date, zone).map(([from, to]) => [at(from), at(to)] as const),
    now: now < 0 || now > 1 ? null : now,
  };
};

export type Pressure = {
  readonly made: number;
  readonly allowed: number;
  readonly windowDays: number;
};

/** How many of the attempts of these facts weigh now. */
export const pressureOf = (
  { attempts }: Record<string, unknown>,
  nowMs: number,
  zone: string,
): Pressure => {
  const made = (Array.isArray(attempts) ? attempts : []).filter(({ at }: { at: string }) => {
    const ms = Date.parse(at);
    return ms <= nowMs && startOfDayAfter(ms, windowDays, zone) > nowMs;
  });
  return { made: made.length, allowed: attemptsAllowed, windowDays };
};

/** When anybody of the metropole may be called again by the hours and holidays; null: now. */
export const nextCallingHour = (nowMs: number): number | null => {
  const rules = frenchLaw.rules.filter(({ id }) => id === 'hours' || id === 'holiday');
  const facts = {
    callKind: 'commercial',
    consumer: {
      kind: 'consumer',
      territory: 'metropole',
      postcode: '75001',
      timeZone: 'Europe/Paris',
    },
  };
  const decision = decideAt({ ...frenchLaw, rules }, facts, nowMs);
  return decision.allowed ? null : decision.allowedFromMs;
};
