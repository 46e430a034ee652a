/**
 * A design of experiments in a campaign: which factors are varied over whom, by what the effect is measured
 * and how much evidence is wanted, all of it before the first call. Each factor is drawn by itself, so that
 * every combination of levels comes about as often as any other (a full factorial design, R. A. Fisher, The
 * Design of Experiments, 1935), and the effect of each is read over all levels of the others.
 */
import { z } from 'zod';
import { murmurHash } from '../script/choice/murmur-hash.ts';

const hour = z.number().int().min(0).max(24);

export const callWindowSchema = z
  .object({ from: hour, to: hour })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'a window ends after it begins' });
export type CallWindow = z.infer<typeof callWindowSchema>;

/** The sequence as it is, the call without what is written before it, or what is written without a call. */
export const channelOrders = ['whole', 'call-only', 'written-only'] as const;
export type ChannelOrder = (typeof channelOrders)[number];

const apart = (levels: readonly unknown[]): boolean =>
  new Set(levels.map((one) => JSON.stringify(one))).size === levels.length;
const levelsOf = <T extends z.ZodType>(level: T) =>
  z.array(level).min(2).max(4).refine(apart, 'each level differs from the others');

export const factorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speech'), levels: levelsOf(z.string().min(1).max(60)) }),
  /** In which hours of her own day she is called. */
  z.object({ kind: z.literal('hours'), levels: levelsOf(callWindowSchema) }),
  z.object({ kind: z.literal('order'), levels: levelsOf(z.enum(channelOrders)) }),
]);
export type Factor = z.infer<typeof factorSchema>;
export type FactorKind = Factor['kind'];
export const factorKinds = ['speech', 'hours', 'order'] as const satisfies readonly FactorKind[];

/** `success` and `satisfied` say nothing of people whom nobody calls. */
export const experimentOutcomes = ['success', 'ordered', 'satisfied', 'opposed'] as const;
export type ExperimentOutcome = (typeof experimentOutcomes)[number];
export const needsCalls = (outcome: ExperimentOutcome): boolean =>
  outcome === 'success' || outcome === 'satisfied';

export const experimentDesignSchema = z.object({
  name: z.string().trim().min(1).max(120),
  factors: z
    .array(factorSchema)
    .max(factorKinds.length)
    .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'each factor once')
    .default([]),
  outcome: z.enum(experimentOutcomes),
  /** How long after she came onto the list it counts. */
  windowDays: z.number().int().min(1).max(180).default(30),
  /** The share that is expected without the change. */
  baseline: z.number().gt(0).lt(1),
  /** The smallest difference of shares that is worth knowing. */
  smallestEffect: z.number().min(0.001).max(0.5),
  /** How likely such a difference is found when it is there. */
  power: z.number().min(0.5).max(0.99).default(0.8),
  /**
   * `fixed`: read once, when the people that were planned are through. `sequential`: may be read at any
   * time, and needs more people for it.
   */
  look: z.enum(['fixed', 'sequential']).default('fixed'),
});
export type ExperimentDesign = z.infer<typeof experimentDesignSchema>;

/** At most one verdict in twenty is wrong, over all comparisons of the design. */
export const ERROR_RATE = 0.05;

/** Which level of a factor somebody gets: the same on every machine and after every restart. */
export const levelOf = (campaignId: string, factor: Factor, customerId: string): number => {
  const place = murmurHash(`${campaignId}:${factor.kind}:${customerId}`) / 2 ** 32;
  return Math.floor(place * factor.levels.length);
};

type Designed = {
  readonly id: string;
  readonly settings: {
    readonly scriptId: string | null;
    readonly experiment: ExperimentDesign | null;
  };
};

const factorOf = <Kind extends FactorKind>(
  { settings }: Designed,
  kind: Kind,
): Extract<Factor, { kind: Kind }> | undefined =>
  settings.experiment?.factors.find(
    (one): one is Extract<Factor, { kind: Kind }> => one.kind === kind,
  );

/** The speech of a campaign for one person. */
export const speechFor = (campaign: Designed, customerId: string): string | null => {
  const factor = factorOf(campaign, 'speech');
  if (factor === undefined) return campaign.settings.scriptId;
  return factor.levels[levelOf(campaign.id, factor, customerId)] ?? campaign.settings.scriptId;
};

/** The hours of her day in which one person is called; null: whenever the law allows. */
export const windowFor = (campaign: Designed, customerId: string): CallWindow | null => {
  const factor = factorOf(campaign, 'hours');
  if (factor === undefined) return null;
  return factor.levels[levelOf(campaign.id, factor, customerId)] ?? null;
};

/** Which steps of the sequence one person gets. */
export const orderFor = (campaign: Designed, customerId: string): ChannelOrder => {
  const factor = factorOf(campaign, 'order');
  if (factor === undefined) return 'whole';
  return factor.levels[levelOf(campaign.id, factor, customerId)] ?? 'whole';
};
