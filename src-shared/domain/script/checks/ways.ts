/** Every step leads on, whatever is answered and known: to a step that there is, once each. */
import type { Step } from '../step.ts';
import type { Finding, FindingCode } from './finding.ts';
import { isEnd } from './graph.ts';
import type { CheckSubject } from './subject.ts';
import { speaks } from './texts.ts';

const found = (step: Step, code: FindingCode, field: string, data: Finding['data']): Finding => ({
  check: 'ways',
  code,
  severity: 'block',
  at: { stepId: step.id, field },
  data: { step: step.title, ...data },
});

const twice = ({ script }: CheckSubject): readonly Finding[] => {
  const seen = new Set<string>();
  return script.steps.flatMap((step) => {
    const again = seen.has(step.id);
    seen.add(step.id);
    return again ? [found(step, 'step-twice', 'id', { id: step.id })] : [];
  });
};

const missing = ({ graph, script }: CheckSubject): readonly Finding[] => [
  ...script.steps.flatMap((step) =>
    (graph.ways.get(step.id) ?? [])
      .filter(({ to }) => !graph.steps.has(to))
      .map(({ to, field }) => found(step, 'step-missing', field, { id: to })),
  ),
  ...graph.roots
    .filter((id) => !graph.steps.has(id))
    .map(
      (id): Finding => ({
        check: 'ways',
        code: 'step-missing',
        severity: 'block',
        at: { field: 'firstStep' },
        data: { id, step: script.name },
      }),
    ),
];

const unanswered = (step: Step): readonly Finding[] => {
  if (isEnd(step) || step.next !== undefined) return [];
  const led = step.choices.some(({ next }) => next !== undefined) || step.routes.length > 0;
  if (!led) {
    const action = step.action === undefined ? {} : { action: step.action.type };
    return [found(step, 'dead-end', 'next', action)];
  }
  if (step.choices.length === 0) return [found(step, 'branch-unanswered', 'next', {})];
  return step.choices.flatMap((choice, index) =>
    choice.next === undefined
      ? [found(step, 'choice-unanswered', `choices.${index}`, { choice: choice.label })]
      : [],
  );
};

const unsaid = (step: Step): readonly Finding[] => {
  return speaks(step) && step.text.default.trim() === ''
    ? [found(step, 'nothing-said', 'text', {})]
    : [];
};

export const checkWays = (subject: CheckSubject): readonly Finding[] => [
  ...twice(subject),
  ...missing(subject),
  ...subject.script.steps.flatMap((step) => [...unanswered(step), ...unsaid(step)]),
];
