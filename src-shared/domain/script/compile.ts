/**
 * Puts the sub-scripts of a speech into it, so that what was approved is whole and never changes:
 * each is pinned to its version, its steps come in under the name of the step that calls it, and
 * its ends lead on to where that step leads. Pure.
 */
import { parseExpression } from './expression/parse.ts';
import { printExpression } from './expression/print.ts';
import type { Expression } from './expression/tree.ts';
import type { Script } from './script.ts';
import { kindOf, type Step } from './step.ts';

export type Library = (id: string, version: number) => Script | undefined;

export type Uncompiled = {
  readonly stepId: string;
  /** `unknown`: no such version. `circle`: it calls itself. `too-long`: a name beyond 60 signs. */
  readonly problem: 'unknown' | 'circle' | 'too-long' | 'too-many-steps';
};
export type Compiled =
  | { readonly script: Script }
  | { readonly script?: undefined; readonly problems: readonly Uncompiled[] };

const maxSteps = 2_000;
const maxKey = 60;

type Rename = (stepId: string) => string;

const renameIn = (tree: Expression, rename: Rename): Expression => {
  switch (tree.kind) {
    case 'name': {
      const [root, stepId, ...rest] = tree.name.split('.');
      if (root !== 'answer' || stepId === undefined) return tree;
      return { ...tree, name: [root, rename(stepId), ...rest].join('.') };
    }
    case 'not':
    case 'among':
      return { ...tree, operand: renameIn(tree.operand, rename) };
    case 'and':
    case 'or':
      return { ...tree, operands: tree.operands.map((one) => renameIn(one, rename)) };
    case 'compare':
      return { ...tree, left: renameIn(tree.left, rename), right: renameIn(tree.right, rename) };
    case 'is-known':
    case 'is-unknown':
      return { ...tree, name: renameIn(tree.name, rename) as typeof tree.name };
    case 'literal':
      return tree;
  }
};

const renameAnswers = (text: string, rename: Rename): string => {
  const { tree } = parseExpression(text);
  return tree === undefined ? text : printExpression(renameIn(tree, rename));
};

const maybe = (next: string | undefined, rename: Rename): { next?: string } =>
  next === undefined ? {} : { next: rename(next) };

const renameWhen = (step: Step, rename: Rename): Pick<Step, 'action'> => {
  const { action } = step;
  if (action === undefined || !('when' in action) || action.when === undefined)
    return action === undefined ? {} : { action };
  const [stepId = '', ...rest] = action.when.split('.');
  return { action: { ...action, when: [rename(stepId), ...rest].join('.') } };
};

const renamed = ({ next, ...step }: Step, rename: Rename): Step => ({
  ...step,
  ...renameWhen(step, rename),
  id: rename(step.id),
  choices: step.choices.map(({ next: to, ...one }) => ({ ...one, ...maybe(to, rename) })),
  routes: step.routes.map((one) => ({
    if: renameAnswers(one.if, rename),
    next: rename(one.next),
  })),
  ...maybe(next, rename),
});

/** An end of the inner speech says its words and leads on; the outer one ends the call. */
const ledOn = (step: Step, next: string | undefined): Step => {
  if (kindOf(step) !== 'end' || next === undefined) return step;
  const { kind: _, result: __, ...rest } = step;
  return { ...rest, kind: 'say', next };
};

const inlined = (
  caller: Step,
  library: Library,
  above: readonly string[],
): { readonly steps: readonly Step[]; readonly objections: Script['objections'] } | Uncompiled => {
  const { script: pin } = caller;
  const problem = (what: Uncompiled['problem']): Uncompiled => ({
    stepId: caller.id,
    problem: what,
  });
  const inner = pin === undefined ? undefined : library(pin.id, pin.version);
  if (inner === undefined) return problem('unknown');
  if (above.includes(inner.id)) return problem('circle');
  const compiled = compileScript(inner, library, [...above, inner.id]);
  if (compiled.script === undefined) return problem(compiled.problems[0]?.problem ?? 'unknown');
  const rename: Rename = (stepId) => `${caller.id}--${stepId}`;
  const steps = compiled.script.steps.map((step) => ledOn(renamed(step, rename), caller.next));
  if (steps.some((step) => step.id.length > maxKey)) return problem('too-long');
  const { script: _, ...door } = caller;
  return {
    steps: [{ ...door, kind: 'branch', next: rename(compiled.script.firstStep) }, ...steps],
    objections: compiled.script.objections.map(({ next, ...one }) => ({
      ...one,
      ...maybe(next, rename),
    })),
  };
};

/**
 * The speech with its sub-scripts in it. One without sub-scripts comes back as it is.
 * @param above the ids of the speeches that call this one, to find circles
 */
export const compileScript = (
  script: Script,
  library: Library,
  above: readonly string[] = [script.id],
): Compiled => {
  const problems: Uncompiled[] = [];
  const steps: Step[] = [];
  const objections = [...script.objections];
  for (const step of script.steps) {
    if (kindOf(step) !== 'sub-script') {
      steps.push(step);
      continue;
    }
    const inner = inlined(step, library, above);
    if ('problem' in inner) problems.push(inner);
    else {
      steps.push(...inner.steps);
      for (const one of inner.objections)
        if (!objections.some(({ id }) => id === one.id)) objections.push(one);
    }
  }
  const last = script.steps.at(-1);
  if (steps.length > maxSteps && last !== undefined)
    problems.push({ stepId: last.id, problem: 'too-many-steps' });
  if (problems.length > 0) return { problems };
  return { script: { ...script, steps, objections: objections.slice(0, 30) } };
};
