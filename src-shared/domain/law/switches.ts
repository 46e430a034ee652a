/**
 * Rules that an administrator has switched off: each with its end, so that one that was forgotten comes
 * back by itself, on a desktop without the hub too. What is not known to be off is in force. Pure.
 */
import { z } from 'zod';
import { instantSchema } from '../interaction/interaction.ts';
import { type RuleId, ruleIds } from './rule.ts';

export const lawSwitchOffSchema = z.object({
  rule: z.string().max(40),
  /** From then on it is in force again. */
  until: instantSchema,
});

export type Switches = {
  /** Without an end: from before an end was asked for. */
  readonly lawSwitchedOff?: readonly string[] | undefined;
  readonly lawSwitches?: readonly z.infer<typeof lawSwitchOffSchema>[] | undefined;
};

export const switchedOffAt = (
  { lawSwitchedOff = [], lawSwitches = [] }: Switches,
  nowMs: number,
): ReadonlySet<RuleId> => {
  const off = new Set<string>([
    ...lawSwitchedOff,
    ...lawSwitches.filter(({ until }) => nowMs < Date.parse(until)).map(({ rule }) => rule),
  ]);
  return new Set(ruleIds.filter((id) => off.has(id)));
};
