/** Every condition can be read, and asks for what there is. */
import { checkExpression } from '../expression/check.ts';
import type { Problem } from '../expression/problem.ts';
import type { Finding } from './finding.ts';
import type { CheckSubject } from './subject.ts';

const dataOf = ({ code, detail }: Problem): Finding['data'] => ({
  problem: code,
  ...Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined)),
});

export const checkConditions = ({ script, environment }: CheckSubject): readonly Finding[] =>
  script.steps.flatMap((step) =>
    step.routes.flatMap((route, index) =>
      checkExpression(route.if, environment).map(
        (problem): Finding => ({
          check: 'conditions',
          code: 'condition',
          severity: 'block',
          at: {
            stepId: step.id,
            field: `routes.${index}`,
            from: problem.from,
            to: problem.to,
          },
          data: { step: step.title, ...dataOf(problem) },
        }),
      ),
    ),
  );
