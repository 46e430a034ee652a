/** The one question that hub and desktops ask before a call is placed. Pure. */
import type { Brand, BrandNumber, Disposition } from '../brand/brand.ts';
import { type Decision, decideAt } from './decide.ts';
import {
  type CallToJudge,
  factsOfCall,
  opposingCodesOf,
  presentedBy,
  refusalCodesOf,
} from './facts-of-call.ts';
import { frenchLaw } from './france/rule-set.ts';
import type { RuleId } from './rule.ts';
import { type Switches, switchedOffAt } from './switches.ts';

export type Judged = {
  readonly decision: Decision;
  readonly facts: Record<string, unknown>;
  /** Rules that are switched off and would have refused it: the evidence names them. */
  readonly waived: readonly RuleId[];
};

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
  const waived = frenchLaw.rules
    .filter((rule) => switchedOff.has(rule.id))
    .filter((rule) => !decideAt({ ...frenchLaw, rules: [rule] }, facts, call.nowMs).allowed)
    .map(({ id }) => id);
  return { decision: decideAt({ ...frenchLaw, rules }, facts, call.nowMs), facts, waived };
};

/** The small tables that a desktop holds, as far as the law asks. */
type Reference = Switches & {
  readonly brands: readonly Pick<Brand, 'id' | 'name'>[];
  readonly numbers: readonly Pick<BrandNumber, 'brandId' | 'e164'>[];
  readonly dispositions: readonly Disposition[];
};

export const judgeByReference = (
  { brands, numbers, dispositions, ...switches }: Reference,
  {
    brandId,
    presented: asked,
    ...call
  }: Omit<CallToJudge, 'brand' | 'presented' | 'refusalCodes' | 'opposingCodes'> & {
    readonly brandId: string;
    /** Of its campaign; absent: the brand's first number. */
    readonly presented?: string;
  },
): Judged => {
  const name = brands.find(({ id }) => id === brandId)?.name ?? '';
  const presented = asked ?? presentedBy(numbers, brandId)?.e164 ?? null;
  const refusalCodes = refusalCodesOf(dispositions, brandId);
  const opposingCodes = opposingCodesOf(dispositions, brandId);
  return judgeCall(
    { ...call, brand: { id: brandId, name }, presented, refusalCodes, opposingCodes },
    switchedOffAt(switches, call.nowMs),
  );
};
