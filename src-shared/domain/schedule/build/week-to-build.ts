/** What a week is built from: needs by brand and quarter of an hour, and people with what binds them. */
import type { PersonPlan } from '../work-rule.ts';
import type { Skilled } from './crew.ts';

export const quartersOfDay = 96;
export const quarterMinutes = 15;

export const wishKinds = ['off', 'early', 'late'] as const;
export type WishKind = (typeof wishKinds)[number];

export type DayNeed = {
  readonly day: string;
  /** Advisors on calls, in each of 96 quarters of an hour. */
  readonly brands: readonly { readonly brandId: string; readonly advisors: readonly number[] }[];
};

export type Plannable = Skilled & {
  /** Her days around the week, what she may, and her contract; days within the week are made anew. */
  readonly plan: PersonPlan;
  readonly wishes: readonly { readonly day: string; readonly kind: WishKind }[];
};

export type WeekToBuild = {
  readonly needs: readonly DayNeed[];
  readonly people: readonly Plannable[];
  /** Brands with a campaign that runs: who is not needed for calls works on it. */
  readonly campaignBrandIds: readonly string[];
};
