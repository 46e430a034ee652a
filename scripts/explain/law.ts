import { type Decision, decide } from '@shared/domain/law/decide.ts';
import { frenchLaw } from '@shared/domain/law/france/rule-set.ts';
import { reasonWords } from '@shared/domain/law/reasons.ts';
import { z } from 'zod';

// One answer for each case, whatever it is made of: what a rule cannot read refuses (docs/law.md).

const caseSchema = z
  .object({
    id: z.unknown().optional(),
    facts: z.unknown().optional(),
    instant: z.unknown().optional(),
  })
  .catch({ id: null, facts: null, instant: null });

const answerOf = (decision: Decision) =>
  decision.allowed
    ? { allowed: true, rule: null, article: null, source: null, allowedFrom: null, reason: null }
    : {
        allowed: false,
        rule: decision.rule,
        article: decision.article,
        source: decision.source,
        allowedFrom:
          decision.allowedFromMs === null ? null : new Date(decision.allowedFromMs).toISOString(),
        reason: reasonWords[decision.reason],
      };

export function explainLaw(inputs: readonly unknown[]): unknown {
  return inputs.map((input) => {
    const { id, facts, instant } = caseSchema.parse(input);
    return { id: id ?? null, ...answerOf(decide(frenchLaw, facts, instant)) };
  });
}
