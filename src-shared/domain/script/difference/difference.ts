/**
 * What is another between two versions of a speech, step by step. Pure; its words are in `say.ts`.
 */
import type { Objection, Script } from '../script.ts';
import type { Step } from '../step.ts';
import type { SpeechText } from '../text.ts';

export type Change = {
  readonly kind:
    | 'step-added'
    | 'step-removed'
    | 'title'
    | 'words'
    | 'answer-added'
    | 'answer-removed'
    | 'answer-words'
    | 'leads'
    | 'condition-added'
    | 'condition-removed'
    | 'field-added'
    | 'field-removed'
    | 'field-changed'
    | 'kind'
    | 'passages'
    | 'articles'
    | 'advice'
    | 'action'
    | 'disposition'
    | 'objection-added'
    | 'objection-removed'
    | 'objection-words'
    | 'opening'
    | 'head'
    | 'order';
  /** The step or objection, by its title. */
  readonly where: string;
  readonly stepId?: string;
  readonly before?: string;
  readonly after?: string;
  /** Of what: an answer, a field, a condition, a tone or a language. */
  readonly what?: string;
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

type Named = { readonly name: string; readonly words: string };

const textsOf = (text: SpeechText): readonly Named[] => [
  { name: '', words: text.default },
  ...(['expert', 'brand-led'] as const).flatMap((tone) => {
    const words = text[tone];
    return words === undefined ? [] : [{ name: tone, words }];
  }),
  ...(text.variants ?? []).map(({ language, tone, channel, text: words }) => ({
    name: [language, tone, channel].filter(Boolean).join(' '),
    words,
  })),
];

const changedWords = (
  kind: 'words' | 'objection-words' | 'opening',
  where: Pick<Change, 'where' | 'stepId'>,
  before: SpeechText,
  after: SpeechText,
): readonly Change[] => {
  const was = new Map(textsOf(before).map(({ name, words }) => [name, words]));
  const is = new Map(textsOf(after).map(({ name, words }) => [name, words]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => ({
      ...where,
      kind,
      before: was.get(name) ?? '',
      after: is.get(name) ?? '',
      ...(name === '' ? {} : { what: name }),
    }));
};

type Titles = (stepId: string | undefined) => string;

/** Each way of a step, by what takes it. */
const waysOf = (step: Step): ReadonlyMap<string, string | undefined> =>
  new Map([
    ['', step.next],
    ...step.choices.map((one): [string, string | undefined] => [one.label, one.next]),
    ...step.routes.map((one): [string, string | undefined] => [one.if, one.next]),
  ]);

const changedWays = (
  where: Pick<Change, 'where' | 'stepId'>,
  [before, after]: readonly [Step, Step],
  [was, is]: readonly [Titles, Titles],
): readonly Change[] => {
  const old = waysOf(before);
  return [...waysOf(after)].flatMap(([what, to]): Change[] =>
    old.has(what) && old.get(what) !== to
      ? [
          {
            ...where,
            kind: 'leads',
            before: was(old.get(what)),
            after: is(to),
            ...(what === '' ? {} : { what }),
          },
        ]
      : [],
  );
};

/** What came and what went of a list, by key. */
const listed = <T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
): {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly both: readonly (readonly [T, T])[];
} => {
  const was = new Map(before.map((one) => [keyOf(one), one]));
  const is = new Map(after.map((one) => [keyOf(one), one]));
  return {
    added: after.filter((one) => !was.has(keyOf(one))),
    removed: before.filter((one) => !is.has(keyOf(one))),
    both: after.flatMap((one) => {
      const old = was.get(keyOf(one));
      return old === undefined ? [] : [[old, one] as const];
    }),
  };
};

const changedAnswers = (
  where: Pick<Change, 'where' | 'stepId'>,
  before: Step,
  after: Step,
): readonly Change[] => {
  const choices = listed(before.choices, after.choices, ({ id }) => id);
  const fields = listed(before.fields, after.fields, ({ id }) => id);
  const routes = listed(before.routes, after.routes, (route) => route.if);
  return [
    ...choices.added.map((one) => ({ ...where, kind: 'answer-added' as const, what: one.label })),
    ...choices.removed.map((one) => ({
      ...where,
      kind: 'answer-removed' as const,
      what: one.label,
    })),
    ...choices.both
      .filter(([a, b]) => !same({ ...a, next: 0 }, { ...b, next: 0 }))
      .map(([a, b]) => ({
        ...where,
        kind: 'answer-words' as const,
        what: b.label,
        before: [a.label, a.consequence].filter(Boolean).join(' · '),
        after: [b.label, b.consequence].filter(Boolean).join(' · '),
      })),
    ...fields.added.map((one) => ({ ...where, kind: 'field-added' as const, what: one.label })),
    ...fields.removed.map((one) => ({ ...where, kind: 'field-removed' as const, what: one.label })),
    ...fields.both
      .filter(([a, b]) => !same(a, b))
      .map(([, b]) => ({ ...where, kind: 'field-changed' as const, what: b.label })),
    ...routes.added.map((one) => ({ ...where, kind: 'condition-added' as const, what: one.if })),
    ...routes.removed.map((one) => ({
      ...where,
      kind: 'condition-removed' as const,
      what: one.if,
    })),
  ];
};

const changedStep = (
  pair: readonly [Step, Step],
  titles: readonly [Titles, Titles],
): readonly Change[] => {
  const [before, after] = pair;
  const where = { where: after.title, stepId: after.id };
  const plain = (kind: Change['kind'], was = '', is = ''): readonly Change[] =>
    was === is ? [] : [{ ...where, kind, before: was, after: is }];
  const done = (step: Step) => step.action?.type ?? '';
  return [
    ...plain('title', before.title, after.title),
    ...plain('kind', before.kind, after.kind),
    ...changedWords('words', where, before.text, after.text),
    ...changedAnswers(where, before, after),
    ...changedWays(where, pair, titles),
    ...plain('passages', (before.passages ?? []).join(', '), (after.passages ?? []).join(', ')),
    ...plain('articles', (before.articles ?? []).join(', '), (after.articles ?? []).join(', ')),
    ...plain('advice', before.advice, after.advice),
    ...plain('disposition', before.dispositionCode, after.dispositionCode),
    ...(same(before.action, after.action)
      ? []
      : [{ ...where, kind: 'action' as const, before: done(before), after: done(after) }]),
  ];
};

const changedObjection = ([before, after]: readonly [Objection, Objection]): readonly Change[] => {
  const where = { where: after.label };
  const words = changedWords('objection-words', where, before.answer, after.answer);
  const others = same({ ...before, answer: 0 }, { ...after, answer: 0 });
  return words.length > 0 || others ? words : [{ ...where, kind: 'objection-words' }];
};

const headFields = [
  'name',
  'locale',
  'languages',
  'direction',
  'purpose',
  'recorded',
  'reasonCodes',
  'opensWhen',
  'firstStep',
] as const;

export const differenceOf = (before: Script, after: Script): readonly Change[] => {
  const titlesOf =
    ({ steps }: Script): Titles =>
    (id) =>
      id === undefined ? '' : (steps.find((step) => step.id === id)?.title ?? id);
  const titles = [titlesOf(before), titlesOf(after)] as const;
  const steps = listed(before.steps, after.steps, ({ id }) => id);
  const objections = listed(before.objections, after.objections, ({ id }) => id);
  const heads = headFields
    .filter((field) => !same(before[field], after[field]))
    .map((field): Change => ({ kind: 'head', where: after.name, what: field }));
  const order = (script: Script, kept: readonly Step[]) =>
    script.steps.filter(({ id }) => kept.some((one) => one.id === id)).map(({ id }) => id);
  const kept = steps.both.map(([, step]) => step);
  const turned = !same(order(before, kept), order(after, kept));
  return [
    ...heads,
    ...changedWords('opening', { where: after.name }, before.opening, after.opening),
    ...changedWords('opening', { where: after.name }, before.openingUnknown, after.openingUnknown),
    ...steps.added.map(
      ({ id, title }): Change => ({ kind: 'step-added', where: title, stepId: id }),
    ),
    ...steps.removed.map(({ title }): Change => ({ kind: 'step-removed', where: title })),
    ...steps.both.flatMap((pair) => changedStep(pair, titles)),
    ...objections.added.map(({ label }): Change => ({ kind: 'objection-added', where: label })),
    ...objections.removed.map(({ label }): Change => ({ kind: 'objection-removed', where: label })),
    ...objections.both.flatMap(changedObjection),
    ...(turned ? [{ kind: 'order' as const, where: after.name }] : []),
  ];
};
