/** The one question that hub and desktops ask before a call is placed. Pure. */
import { type Decision, decideAt } from './decide.ts';
import { type CallToJudge, factsOfCall } from './facts-of-call.ts';
import { frenchLaw } from './france/rule-set.ts';
import type { RuleId } from './rule.ts';

export type Judged = { readonly decision: Decision; readonly facts: Record<string, unknown> };

/**
 * @param switchedOff rules that an administrator has switched off. A service call whose presented number
 * the switch chooses is not judged by it: nobody here knows it.
 */
export const judgeCall = (call: CallToJudge, switchedOff: ReadonlySet<RuleId>): Judged => {
  const facts = factsOfCall(call);
  const isUnpresented = call.purpose === 'service' && call.presented === null;
  const rules = frenchLaw.rules.filter(
    ({ id }) => !switchedOff.has(id) && !(isUnpresented && id === 'presented-number'),
  );
  return { decision: decideAt({ ...frenchLaw, rules }, facts, call.nowMs), facts };
};
