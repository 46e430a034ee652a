/** What the switch took whoever picked up for; it may be wrong, so it is kept with its reason. */
export const heardAs = ['person', 'machine', 'unsure'] as const;
export type HeardAs = (typeof heardAs)[number];
