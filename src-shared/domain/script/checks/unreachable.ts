/** No step is written for nobody: each is reached from the first one or from an objection. */
import type { Finding } from './finding.ts';
import { reachedFrom } from './graph.ts';
import type { CheckSubject } from './subject.ts';

export const checkUnreachable = ({ graph, script }: CheckSubject): readonly Finding[] => {
  const reached = reachedFrom(graph, graph.roots);
  return script.steps
    .filter(({ id }) => !reached.has(id))
    .map(({ id, title }) => ({
      check: 'unreachable',
      code: 'unreachable',
      severity: 'block',
      at: { stepId: id, field: 'id' },
      data: { step: title },
    }));
};
