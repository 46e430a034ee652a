/** What a rule on working time is: its article, its source, since when, and where a plan breaks it. */
import type { PlannedDay } from './piece.ts';
import type { WorkSettings } from './work-settings.ts';

export const workRuleIds = [
  'overlap',
  'absent',
  'unavailable',
  'day-length',
  'break-after-six',
  'screen-break',
  'daily-rest',
  'weekly-rest',
  'six-days',
  'sunday',
  'night',
  'holiday',
  'first-of-may',
  'week-length',
  'week-average',
  'part-time',
  'overtime',
  'minor',
] as const;
export type WorkRuleId = (typeof workRuleIds)[number];

/** `refused` may not be published, `warned` should be looked at, `told` costs something. */
export type Weight = 'refused' | 'warned' | 'told';

export type Breach = {
  readonly rule: WorkRuleId;
  readonly article: string;
  readonly weight: Weight;
  /** Where it is broken: a day, and the minutes of it. */
  readonly day: string;
  readonly from: number;
  readonly to: number;
  /** Minutes (days for `six-days`) as planned, and as allowed. */
  readonly measured: number;
  readonly limit: number;
};

/** One person's plan: every day known, also before the ones that are judged. */
export type PersonPlan = {
  /** Days with work, in their order. */
  readonly days: readonly PlannedDay[];
  readonly weeklyMinutes: number;
  /** The day on which she turns eighteen; null: she is, or it is not known. */
  readonly adultFrom: string | null;
  /** First and last day, both included. */
  readonly absences: readonly { readonly from: string; readonly to: string }[];
  /** When she can work, by weekday 1 to 7; null: always. A weekday that is not there: not at all. */
  readonly availability:
    | readonly {
        readonly weekday: number;
        readonly from: number;
        readonly to: number;
      }[]
    | null;
  readonly settings: WorkSettings;
  readonly zone: string;
};

export type Found = Omit<Breach, 'rule' | 'article' | 'weight'>;

export type WorkRule = {
  readonly id: WorkRuleId;
  /** Empty: no law, but what is planned cannot be. */
  readonly article: string;
  readonly source: string;
  /** The first day on which it holds as it is written here. */
  readonly since: string;
  readonly weight: Weight;
  readonly check: (plan: PersonPlan) => readonly Found[];
};
