/** What a step does can be done: the date that it takes is asked, the speech that it calls is there. */
import { kindOf, type Step } from '../step.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { CheckSubject } from './subject.ts';

const found = (step: Step, code: FindingCode, field: string, data: Finding['data']): Finding => ({
  check: 'actions',
  code,
  severity: 'block',
  at: { stepId: step.id, field },
  data: { step: step.title, ...data },
});

const checkAction = (step: Step, { environment }: CheckSubject): readonly Finding[] => {
  const { action } = step;
  if (action === undefined)
    return kindOf(step) === 'do' ? [found(step, 'action-missing', 'action', {})] : [];
  if (!('when' in action) || action.when === undefined) return [];
  const type = environment.get(`answer.${action.when}`);
  return type?.kind === 'date'
    ? []
    : [found(step, 'answer-unknown', 'action', { name: action.when })];
};

const checkSubScript = (step: Step, { context }: CheckSubject): readonly Finding[] => {
  if (kindOf(step) !== 'sub-script') return [];
  const { script } = step;
  const known = script !== undefined && (context.hasScript?.(script.id, script.version) ?? true);
  return known ? [] : [found(step, 'sub-script-missing', 'script', { id: script?.id ?? '' })];
};

const checkAsked = (step: Step): readonly Finding[] =>
  step.fields.flatMap((field, index) => {
    const { type, consent, options = [], label } = field;
    const at = `fields.${index}`;
    if (type === 'consent' && (consent?.wording.default.trim() ?? '') === '')
      return [found(step, 'consent-incomplete', at, { label })];
    return type === 'one-of' && options.length < 2
      ? [found(step, 'options-missing', at, { label })]
      : [];
  });

export const checkActions = (subject: CheckSubject): readonly Finding[] =>
  subject.script.steps.flatMap((step) => [
    ...checkAction(step, subject),
    ...checkSubScript(step, subject),
    ...checkAsked(step),
  ]);
