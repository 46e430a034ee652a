/** What a rule of law is: its article, its source, the time in which it holds, and its answer. */
import type { Facts } from './facts.ts';
import type { ReasonCode } from './reasons.ts';

export const ruleIds = [
  'opposition',
  'control-group',
  'bloctel',
  'consent',
  'consent-expired',
  'presented-number',
  'refusal-silence',
  'pressure',
  'holiday',
  'hours',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** One call to be judged: its facts, read once, and the zone in which its consumer's days are counted. */
export type Call = {
  readonly facts: Facts;
  /** The consumer's own; UTC where it is unknown, in which case `hours` refuses in any event. */
  readonly zone: string;
};

export type Refused = {
  readonly reason: ReasonCode;
  /** The first instant at which this rule refuses no more; null when it never does. */
  readonly untilMs: number | null;
  /** Where the rule stands on more than one text: the one that refuses here. */
  readonly article?: string;
  readonly source?: string;
};

export type Rule = {
  readonly id: RuleId;
  readonly article: string;
  readonly source: string;
  /** From this instant on, and before that one; null: always. */
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  /** A fact that must be known at any date, before anything is asked. */
  readonly needs?: (call: Call) => ReasonCode | null;
  readonly check: (call: Call, atMs: number) => Refused | null;
};

/** A country's rules in their order of precedence: the first that refuses is named. */
export type RuleSet = {
  readonly country: string;
  readonly rules: readonly Rule[];
  readonly zoneOf: (facts: Facts) => string | null;
};

/** A refusal for want of a fact: with the facts as they are it never ends. */
export const forEver = (reason: ReasonCode): Refused => ({ reason, untilMs: null });

/** The calls that the consumer rules are about: to a private person, to sell. */
export const isSolicitation = ({ facts }: Call): boolean =>
  facts.callKind !== 'service' && facts.consumer.kind !== 'business';

export const earliest = (...instants: readonly (number | null)[]): number | null => {
  const known = instants.filter((one) => one !== null);
  return known.length === 0 ? null : Math.min(...known);
};
