/** What comparing two customers comes to: a verdict, and in facts what speaks for and against it. */
export const verdicts = ['none', 'possible', 'probable', 'certain'] as const;
export type Verdict = (typeof verdicts)[number];

export const reasonsFor = [
  'same-mobile',
  'same-landline',
  'same-email',
  'same-shared-email',
  'same-name',
  'similar-name',
  'swapped-name',
  'birth-name',
  'part-of-name',
  'initials',
  'short-first-name',
  'same-address',
  'near-address',
  'same-birth-date',
  'same-company',
  'similar-company',
  'same-siret',
  'same-siren',
] as const;
export const reasonsAgainst = [
  'other-first-name',
  'other-last-name',
  'unsure-first-name',
  'other-birth-date',
  'other-civility',
  'other-address',
  'other-company',
  'other-establishment',
  'other-registration',
  'person-and-company',
] as const;

export type ReasonFor = (typeof reasonsFor)[number];
export type ReasonAgainst = (typeof reasonsAgainst)[number];

export type Comparison = {
  readonly verdict: Verdict;
  readonly for: readonly ReasonFor[];
  readonly against: readonly ReasonAgainst[];
};

export const isAtLeast = (verdict: Verdict, least: Verdict): boolean =>
  verdicts.indexOf(verdict) >= verdicts.indexOf(least);

export const lower = (one: Verdict, other: Verdict): Verdict =>
  isAtLeast(one, other) ? other : one;
