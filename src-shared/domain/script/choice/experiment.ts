/**
 * A comparison of versions of one speech: each customer gets one arm and keeps it, by a hash of the
 * experiment and herself. Nothing has to be remembered, and every desktop comes to the same arm.
 */
import { z } from 'zod';
import { idSchema } from '../../../kernel/ids.ts';
import { murmurHash } from './murmur-hash.ts';

const instantSchema = z.iso.datetime();

export const experimentArmSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  version: z.number().int().min(1),
  /** Percent of the customers. */
  share: z.number().int().min(1).max(99),
});
export type ExperimentArm = z.infer<typeof experimentArmSchema>;

const hundred = (arms: readonly ExperimentArm[]): boolean =>
  arms.reduce((sum, { share }) => sum + share, 0) === 100;
const apart = (arms: readonly ExperimentArm[]): boolean =>
  new Set(arms.map(({ id }) => id)).size === arms.length &&
  new Set(arms.map(({ version }) => version)).size === arms.length;

export const armsSchema = z
  .array(experimentArmSchema)
  .min(2)
  .max(5)
  .refine(hundred, 'the shares of the arms come to 100 percent together')
  .refine(apart, 'each arm has a name and a version of its own');

export const speechExperimentSchema = z.object({
  id: idSchema,
  scriptId: z.string().max(60),
  from: instantSchema,
  /** Null: until it is stopped. */
  until: instantSchema.nullable(),
  arms: armsSchema,
});
export type SpeechExperiment = z.infer<typeof speechExperimentSchema>;

export const runsAt = ({ from, until }: SpeechExperiment, atMs: number): boolean =>
  Date.parse(from) <= atMs && (until === null || atMs < Date.parse(until));

/** `who`: the customer's id, or the call's while it is not known who calls. */
export const armOf = ({ id, arms }: SpeechExperiment, who: string): ExperimentArm | undefined => {
  const place = (murmurHash(`${id}:${who}`) / 2 ** 32) * 100;
  let upTo = 0;
  return arms.find(({ share }) => {
    upTo += share;
    return place < upTo;
  });
};
