/** Where a step leads, worked out from what is known and answered. Pure. */
import { valuesOf } from './answers.ts';
import { evaluate } from './expression/evaluate.ts';
import { parseExpression } from './expression/parse.ts';
import type { Expression } from './expression/tree.ts';
import type { Facts } from './facts.ts';
import type { SpeechRecord } from './progress.ts';
import type { Script } from './script.ts';
import { isPassedThrough, type Step } from './step.ts';

type Leading = { readonly script: Script; readonly record: SpeechRecord; readonly facts: Facts };

/** Parsed once: the same few texts are asked at each key. Forgotten all at once, which harms nobody. */
const parsed = new Map<string, Expression | null>();
const mostParsed = 5_000;

const treeOf = (text: string): Expression | null => {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (parsed.size >= mostParsed) parsed.clear();
  const tree = parseExpression(text).tree ?? null;
  parsed.set(text, tree);
  return tree;
};

/** A route with a mistake in it is never true: the others and `next` still lead on. */
const isTrue = (text: string, { record, facts }: Leading): boolean => {
  const tree = treeOf(text);
  return tree !== null && evaluate(tree, valuesOf(record, facts)) === true;
};

/** The first route that is true; then the chosen answer's `next`; then the step's. */
const leadOf = (step: Step, leading: Leading): string | undefined => {
  const route = step.routes.find((one) => isTrue(one.if, leading));
  const chosen = step.choices.find((one) => one.id === leading.record.choices[step.id]);
  return route?.next ?? chosen?.next ?? step.next;
};

/** Steps by their names, worked out once for a version: it never changes. */
const indexes = new WeakMap<Script['steps'], ReadonlyMap<string, Step>>();

/** Of two steps of one name, which the checks refuse, the first one counts. */
const indexOf = ({ steps }: Script): ReadonlyMap<string, Step> => {
  const known = indexes.get(steps);
  if (known !== undefined) return known;
  const index = new Map<string, Step>();
  for (const step of steps) if (!index.has(step.id)) index.set(step.id, step);
  indexes.set(steps, index);
  return index;
};

export const findStep = (script: Script, stepId: string): Step | undefined =>
  indexOf(script).get(stepId);

/** The step that one stands on after this one; branches are passed. Null where nothing leads on. */
export const leadFrom = (step: Step, leading: Leading): Step | null => {
  const passed = new Set<string>();
  let next = leadOf(step, leading);
  while (next !== undefined && !passed.has(next)) {
    const target = findStep(leading.script, next);
    if (target === undefined) return null;
    if (!isPassedThrough(target)) return target;
    passed.add(next);
    next = leadOf(target, leading);
  }
  return null;
};

/** The way that is likely from here while nothing more is answered: for "3 of 6". */
export const likelyNext = (step: Step, leading: Leading): Step | null => {
  const sure = leadFrom(step, leading);
  const guess = step.choices.find((one) => one.next !== undefined)?.next ?? step.routes[0]?.next;
  if (sure !== null || guess === undefined) return sure;
  const target = findStep(leading.script, guess);
  if (target === undefined || !isPassedThrough(target)) return target ?? null;
  return leadFrom(target, leading);
};
