/** Runs a check of single texts over a whole speech; what it found in a step is kept with the step. */
import type { Step } from '../step.ts';
import type { Finding } from './finding.ts';
import type { CheckContext, CheckSubject } from './subject.ts';
import { type SaidText, saidInHead, saidInStep } from './texts.ts';

type TextCheck = (said: SaidText, context: CheckContext) => readonly Finding[];

type Kept = {
  readonly context: CheckContext;
  readonly said: readonly SaidText[];
  readonly findings: readonly Finding[];
};

/** A speech is checked at each key: of 2,000 steps one is new. */
export const perText = (check: TextCheck): ((subject: CheckSubject) => readonly Finding[]) => {
  const kept = new WeakMap<Step, Kept>();
  const inStep = (step: Step, { script, context }: CheckSubject): readonly Finding[] => {
    const said = saidInStep(step, script.locale);
    const known = kept.get(step);
    if (known?.context === context && known.said === said) return known.findings;
    const findings = said.flatMap((one) => check(one, context));
    kept.set(step, { context, said, findings });
    return findings;
  };
  return (subject) => [
    ...saidInHead(subject.script).flatMap((one) => check(one, subject.context)),
    ...subject.script.steps.flatMap((step) => inStep(step, subject)),
  ];
};
