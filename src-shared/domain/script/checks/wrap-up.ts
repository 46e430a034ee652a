/** Every end says how the call is qualified, unless every way to it has said so already. */
import { kindOf } from '../step.ts';
import type { Finding, FindingPlace } from './finding.ts';
import { reachedFrom } from './graph.ts';
import type { CheckSubject } from './subject.ts';

const unqualified = ({ graph, script }: CheckSubject): readonly Finding[] => {
  const reached = reachedFrom(graph, graph.roots, (_step, way) => way?.qualifies === true);
  return script.steps
    .filter((step) => kindOf(step) === 'end' && step.dispositionCode === undefined)
    .filter(({ id }) => reached.has(id))
    .map(({ id, title }) => ({
      check: 'wrap-up',
      code: 'no-wrap-up',
      severity: 'block',
      at: { stepId: id, field: 'dispositionCode' },
      data: { step: title },
    }));
};

const unknownCode = ({ script, context }: CheckSubject): readonly Finding[] => {
  const { dispositionCodes: known } = context;
  if (known === undefined) return [];
  const ask = (code: string | undefined, title: string, at: FindingPlace): readonly Finding[] =>
    code === undefined || known.includes(code)
      ? []
      : [
          {
            check: 'wrap-up',
            code: 'unknown-disposition',
            severity: 'block',
            at,
            data: { step: title, code },
          },
        ];
  return script.steps.flatMap((step) => {
    const at = (field: string): FindingPlace => ({ stepId: step.id, field });
    const { action } = step;
    return [
      ...ask(step.dispositionCode, step.title, at('dispositionCode')),
      ...ask(action?.type === 'disposition' ? action.code : undefined, step.title, at('action')),
      ...step.choices.flatMap((one, index) =>
        ask(one.dispositionCode, step.title, at(`choices.${index}`)),
      ),
    ];
  });
};

export const checkWrapUp = (subject: CheckSubject): readonly Finding[] => [
  ...unqualified(subject),
  ...unknownCode(subject),
];
