/** All checks of a speech, the grave first, then in the order of its steps. Pure. */
import type { Script } from '../script.ts';
import { checkActions } from './actions.ts';
import { checkConditions } from './conditions.ts';
import { checkEmptyFields } from './empty-fields.ts';
import { checkFields } from './fields.ts';
import type { CheckName, Finding } from './finding.ts';
import { checkLoops } from './loops.ts';
import { checkPassages } from './passages.ts';
import { checkReadingTime } from './reading-time.ts';
import { type CheckContext, type CheckSubject, subjectOf } from './subject.ts';
import { checkTranslation } from './translation.ts';
import { checkUnreachable } from './unreachable.ts';
import { checkWays } from './ways.ts';
import { checkWords } from './words.ts';
import { checkWrapUp } from './wrap-up.ts';

const checks: { readonly [name in CheckName]: (subject: CheckSubject) => readonly Finding[] } = {
  ways: checkWays,
  loops: checkLoops,
  unreachable: checkUnreachable,
  'wrap-up': checkWrapUp,
  passages: checkPassages,
  fields: checkFields,
  conditions: checkConditions,
  actions: checkActions,
  words: checkWords,
  'reading-time': checkReadingTime,
  translation: checkTranslation,
  'empty-fields': checkEmptyFields,
};

/** Each check by itself, for who has other things to do in between. */
export const checksOf = (
  script: Script,
  context: CheckContext = {},
): readonly (() => readonly Finding[])[] => {
  const subject = subjectOf(script, context);
  return Object.values(checks).map((check) => () => check(subject));
};

/** The grave first, then in the order of the steps. */
export const inOrder = (script: Script, findings: readonly Finding[]): readonly Finding[] => {
  const place = new Map(script.steps.map(({ id }, index) => [id, index + 1]));
  const rank = ({ severity, at }: Finding): number =>
    (severity === 'block' ? 0 : 1e6) + (place.get(at.stepId ?? '') ?? 0);
  return [...findings].sort((a, b) => rank(a) - rank(b));
};

export const checkScript = (script: Script, context: CheckContext = {}): readonly Finding[] =>
  inOrder(
    script,
    checksOf(script, context).flatMap((check) => check()),
  );

/** Whether it may be handed on to be read by somebody else. */
export const maySubmit = (findings: readonly Finding[]): boolean =>
  findings.every(({ severity }) => severity !== 'block');
