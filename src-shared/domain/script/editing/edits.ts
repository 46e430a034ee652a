/** The changes that can be made to a speech while it is written: each gives a new one. Pure. */
import type { Objection, Script } from '../script.ts';
import type { Step, StepKind } from '../step.ts';

type Words = { readonly title: string; readonly text: string };

/** Where a way begins: the step's own `next`, one of its answers or of its routes. */
export type WayField = 'next' | `choices.${number}` | `routes.${number}`;

const key = (title: string): string =>
  title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40) || 'step';

/** A key that none of these has: « solution », « solution-2 ». */
export const freeKey = (title: string, taken: Iterable<string>): string => {
  const known = new Set(taken);
  const first = key(title);
  for (let turn = 1; ; turn += 1) {
    const tried = turn === 1 ? first : `${first}-${turn}`;
    if (!known.has(tried)) return tried;
  }
};

export const changeStep = (script: Script, id: string, change: Partial<Step>): Script => ({
  ...script,
  steps: script.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
});

export const newStep = (script: Script, kind: StepKind, words: Words): Step => ({
  id: freeKey(
    words.title,
    script.steps.map(({ id }) => id),
  ),
  kind,
  title: words.title,
  text: { default: words.text },
  choices: [],
  fields: [],
  routes: [],
});

const insertAfter = (steps: readonly Step[], afterId: string, step: Step): Step[] => {
  const at = steps.findIndex(({ id }) => id === afterId);
  return at < 0 ? [...steps, step] : [...steps.slice(0, at + 1), step, ...steps.slice(at + 1)];
};

/** As many as a speech may have. */
export const mostSteps = 2_000;

/** Puts a step behind another, into the way that it led on: what followed now follows the new one. */
export const addStepAfter = (script: Script, afterId: string, step: Step): Script => {
  if (script.steps.length >= mostSteps) return script;
  const before = script.steps.find(({ id }) => id === afterId);
  const ends = step.kind === 'end' || before?.next === undefined;
  const added: Step = ends ? step : { ...step, next: before.next };
  const led = before?.kind === 'end' ? script : changeStep(script, afterId, { next: step.id });
  return { ...led, steps: insertAfter(led.steps, afterId, added) };
};

const withoutWay = <T extends { readonly next?: string | undefined }>(way: T, id: string): T => {
  if (way.next !== id) return way;
  const { next: _, ...rest } = way;
  return rest as T;
};

/** Takes a step out. What led to it leads on to where it led, or is left open for the checks to name. */
export const removeStep = (script: Script, id: string): Script => {
  const gone = script.steps.find((step) => step.id === id);
  if (gone === undefined || script.steps.length === 1) return script;
  const onward = gone.next === id ? undefined : gone.next;
  const lead = <T extends { readonly next?: string | undefined }>(way: T): T =>
    way.next !== id ? way : onward === undefined ? withoutWay(way, id) : { ...way, next: onward };
  const ways = ({ choices, routes }: Step): Pick<Step, 'choices' | 'routes'> => ({
    choices: choices.map(lead),
    routes: routes.flatMap((route) =>
      route.next !== id ? [route] : onward === undefined ? [] : [{ ...route, next: onward }],
    ),
  });
  const leadsHere = ({ next, choices, routes }: Step): boolean =>
    next === id || [...choices, ...routes].some((way) => way.next === id);
  // A step that does not lead here stays the same object: nothing of it is looked at anew.
  const steps = script.steps
    .filter((step) => step.id !== id)
    .map((step) => (leadsHere(step) ? { ...lead(step), ...ways(step) } : step));
  const first = steps[0]?.id ?? id;
  const { [id]: _, ...places } = script.places ?? {};
  return {
    ...script,
    ...(script.places === undefined ? {} : { places }),
    steps,
    objections: script.objections.map(lead),
    firstStep: script.firstStep === id ? (onward ?? first) : script.firstStep,
  };
};

/** Leads one way of a step to another step; `null` leaves it open. */
export const leadTo = (
  script: Script,
  { stepId, field }: { readonly stepId: string; readonly field: WayField },
  next: string | null,
): Script => {
  const step = script.steps.find(({ id }) => id === stepId);
  if (step === undefined) return script;
  const [list, place] = field.split('.');
  const turn = <T extends { readonly next?: string | undefined }>(way: T): T =>
    next === null ? withoutWay(way, way.next ?? '') : { ...way, next };
  const each = <T extends { readonly next?: string | undefined }>(ways: readonly T[]): T[] =>
    ways.map((way, index) => (String(index) === place ? turn(way) : way));
  const changed: Step =
    list === 'choices'
      ? { ...step, choices: each(step.choices) }
      : list === 'routes'
        ? { ...step, routes: each(step.routes) }
        : turn(step);
  return { ...script, steps: script.steps.map((one) => (one === step ? changed : one)) };
};

/** Moves a step up or down in the order in which the steps are told. */
export const moveStep = (script: Script, id: string, by: 1 | -1): Script => {
  const from = script.steps.findIndex((step) => step.id === id);
  const other = script.steps[from + by];
  const step = script.steps[from];
  if (step === undefined || other === undefined) return script;
  const steps = [...script.steps];
  steps[from] = other;
  steps[from + by] = step;
  return { ...script, steps };
};

export const addObjection = (script: Script, label: string): Script => {
  const id = freeKey(
    label,
    script.objections.map((one) => one.id),
  );
  const added: Objection = { id, label, answer: { default: '' } };
  return { ...script, objections: [...script.objections, added] };
};

export const changeObjection = (
  script: Script,
  id: string,
  change: Partial<Objection>,
): Script => ({
  ...script,
  objections: script.objections.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

export const removeObjection = (script: Script, id: string): Script => ({
  ...script,
  objections: script.objections.filter((one) => one.id !== id),
});
