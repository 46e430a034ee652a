/** Whether two speeches lead alike: then one list and one picture serve both, whatever their words. */
import type { Script } from '../script.ts';
import type { Step } from '../step.ts';

type Led = readonly { readonly next?: string | undefined }[];

const leadAlike = (a: Led, b: Led): boolean =>
  a === b || (a.length === b.length && a.every(({ next }, at) => next === b[at]?.next));

const stepsAlike = (a: Step, b: Step | undefined): boolean =>
  a === b ||
  (b !== undefined &&
    a.id === b.id &&
    a.kind === b.kind &&
    a.next === b.next &&
    leadAlike(a.choices, b.choices) &&
    leadAlike(a.routes, b.routes));

export const sameShape = (a: Script, b: Script): boolean =>
  a === b ||
  (a.firstStep === b.firstStep &&
    leadAlike(a.objections, b.objections) &&
    a.steps.length === b.steps.length &&
    a.steps.every((step, at) => stepsAlike(step, b.steps[at])));
