/**
 * What becomes of alerts from one look to the next: begun, told, gone further, over. The delay before
 * the end is the off-delay of alarm practice (ANSI/ISA-18.2): what flutters is one alarm.
 */
import type { AlertKind, AlertRules } from './alert-rules.ts';
import { isQuiet } from './alert-rules.ts';
import type { Worry } from './worries.ts';

/** Gone for so long, it is over. */
export const settledAfterMs = 30_000;

export type OpenAlert = {
  readonly id: string;
  readonly kind: AlertKind;
  readonly subject: string;
  readonly toldAt: number | null;
  readonly escalatedAt: number | null;
  readonly isTaken: boolean;
};

/** What is remembered between two looks, in milliseconds, by `kind subject`. */
export type Seen = {
  readonly first: ReadonlyMap<string, number>;
  readonly last: ReadonlyMap<string, number>;
};
export const nothingSeen: Seen = { first: new Map(), last: new Map() };

export type Look = {
  readonly worries: readonly Worry[];
  readonly open: readonly OpenAlert[];
  readonly rules: AlertRules;
  /** Whether a lead of the team is at a desk. */
  readonly isLed: boolean;
  readonly nowMs: number;
  readonly zone: string;
};

export type AlertSteps = {
  /** `isTold`: at once; else when the quiet hours are over. */
  readonly begin: readonly {
    readonly worry: Worry;
    readonly since: number;
    readonly isTold: boolean;
  }[];
  readonly tell: readonly OpenAlert[];
  readonly escalate: readonly OpenAlert[];
  readonly end: readonly OpenAlert[];
};

export const alertKey = ({
  kind,
  subject,
}: {
  readonly kind: AlertKind;
  readonly subject: string;
}): string => `${kind} ${subject}`;

/** A worry that is gone for less than the delay goes on as if it had stayed. */
const seenBy = (before: Seen, { worries, open, nowMs }: Look): Seen => {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  for (const worry of worries) {
    const key = alertKey(worry);
    first.set(key, before.first.get(key) ?? worry.since ?? nowMs);
    last.set(key, nowMs);
  }
  for (const [key, at] of before.last) {
    if (last.has(key) || nowMs - at >= settledAfterMs) continue;
    last.set(key, at);
    first.set(key, before.first.get(key) ?? at);
  }
  // Another hub looked until now: what it had open counts as seen at this moment.
  for (const alert of open) {
    const key = alertKey(alert);
    if (!last.has(key) && !before.last.has(key)) last.set(key, nowMs);
  }
  return { first, last };
};

/** Whether it goes further now: nobody took it up for long enough, or nobody could. */
const goesFurther = (alert: OpenAlert, { rules, isLed, nowMs, zone }: Look): boolean => {
  const { escalateAfterS, escalateTo } = rules;
  if (escalateAfterS === null || escalateTo.length === 0) return false;
  if (alert.isTaken || alert.escalatedAt !== null || alert.toldAt === null) return false;
  if (isQuiet(rules, alert.kind, nowMs, zone)) return false;
  return !isLed || nowMs - alert.toldAt >= escalateAfterS * 1000;
};

export const followAlerts = (
  before: Seen,
  look: Look,
): { readonly seen: Seen; readonly steps: AlertSteps } => {
  const { worries, open, rules, nowMs, zone } = look;
  const seen = seenBy(before, look);
  const known = new Set(open.map(alertKey));
  const isTold = (kind: AlertKind) => !isQuiet(rules, kind, nowMs, zone);
  const begin = worries.flatMap((worry) => {
    const since = seen.first.get(alertKey(worry)) ?? nowMs;
    const isDue = rules.told.includes(worry.kind) && nowMs - since >= rules.afterS * 1000;
    return isDue && !known.has(alertKey(worry))
      ? [{ worry, since, isTold: isTold(worry.kind) }]
      : [];
  });
  const isOver = (alert: OpenAlert) =>
    !seen.last.has(alertKey(alert)) || !rules.told.includes(alert.kind);
  const lasting = open.filter((alert) => !isOver(alert));
  return {
    seen,
    steps: {
      begin,
      tell: lasting.filter(({ toldAt, kind }) => toldAt === null && isTold(kind)),
      escalate: lasting.filter((alert) => goesFurther(alert, look)),
      end: open.filter(isOver),
    },
  };
};
