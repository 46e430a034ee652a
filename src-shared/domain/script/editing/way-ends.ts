/**
 * Where the ways of a step begin, one for each thing that can be meant: each answer, each condition,
 * the yes and the no of a consent, and what follows otherwise. What is drawn from one of them leads
 * exactly that way. Pure.
 */
import { fieldKey } from '../answers.ts';
import { isEnd } from '../checks/graph.ts';
import type { Script } from '../script.ts';
import type { SpeechField, Step } from '../step.ts';
import { leadTo, type WayField } from './edits.ts';

/** A yes or a no that nothing leads on from yet has no condition of its own. */
export type EndId = WayField | `yes.${string}` | `no.${string}`;

export type WayEnd = {
  readonly id: EndId;
  /** `failure`: what follows a transfer that nobody took. `next`: the way on, or else. */
  readonly kind: 'answer' | 'condition' | 'yes' | 'no' | 'failure' | 'next';
  /** The place of an answer, the condition itself, the field that asks. */
  readonly of: string;
  readonly to: string | undefined;
};

const mostRoutes = 20;

const said = ({ id }: Step, field: SpeechField, answer: 'yes' | 'no'): string => {
  const name = `answer.${fieldKey(id, field.id)}`;
  if (field.type === 'consent') return `${name} = "${answer}"`;
  return answer === 'yes' ? name : `not ${name}`;
};

const asksYesOrNo = ({ type }: SpeechField): boolean => type === 'consent' || type === 'yes-no';

const ofFields = (step: Step): readonly (WayEnd & { readonly route: number })[] =>
  step.fields.filter(asksYesOrNo).flatMap((field) =>
    (['yes', 'no'] as const).map((kind) => {
      const route = step.routes.findIndex((one) => one.if.trim() === said(step, field, kind));
      const id: EndId = route < 0 ? `${kind}.${field.id}` : `routes.${route}`;
      return { id, kind, of: field.id, to: step.routes[route]?.next, route };
    }),
  );

const endsOf = (step: Step): readonly WayEnd[] => {
  const mayLead = step.kind === 'sub-script' || !isEnd(step);
  if (!mayLead) return [];
  const asked = ofFields(step);
  const failure = step.action?.type === 'transfer';
  return [
    ...step.choices.map(
      ({ next }, at): WayEnd => ({
        id: `choices.${at}`,
        kind: 'answer',
        of: String(at + 1),
        to: next,
      }),
    ),
    ...asked.map(({ route: _, ...end }) => end),
    ...step.routes.flatMap((route, at): WayEnd[] =>
      asked.some((one) => one.route === at)
        ? []
        : [{ id: `routes.${at}`, kind: 'condition', of: route.if, to: route.next }],
    ),
    { id: 'next', kind: failure ? 'failure' : 'next', of: '', to: step.next },
  ];
};

/** A step never changes: its ends are worked out once. */
const known = new WeakMap<Step, readonly WayEnd[]>();

export const wayEndsOf = (step: Step): readonly WayEnd[] => {
  const before = known.get(step);
  if (before !== undefined) return before;
  const ends = endsOf(step);
  known.set(step, ends);
  return ends;
};

const changeRoutes = (script: Script, step: Step, routes: Step['routes']): Script => ({
  ...script,
  steps: script.steps.map((one) => (one === step ? { ...one, routes } : one)),
});

/** Leads what is meant to a step; `null` takes that way away. A step never leads to itself. */
export const leadEnd = (
  script: Script,
  { stepId, end }: { readonly stepId: string; readonly end: string },
  to: string | null,
): Script => {
  const step = script.steps.find(({ id }) => id === stepId);
  const found = step === undefined ? undefined : wayEndsOf(step).find(({ id }) => id === end);
  if (step === undefined || found === undefined || to === stepId || found.to === to) return script;
  if (to !== null && !script.steps.some(({ id }) => id === to)) return script;
  const [list, name = ''] = found.id.split('.');
  if (list === 'yes' || list === 'no') {
    const field = step.fields.find(({ id }) => id === name);
    if (to === null || field === undefined || step.routes.length >= mostRoutes) return script;
    return changeRoutes(script, step, [...step.routes, { if: said(step, field, list), next: to }]);
  }
  if (list === 'routes' && to === null)
    return changeRoutes(
      script,
      step,
      step.routes.filter((_, at) => String(at) !== name),
    );
  return leadTo(script, { stepId, field: found.id as WayField }, to);
};
