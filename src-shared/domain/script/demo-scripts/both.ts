/** Writes a speech in French and English at once: each text is a pair, so that none is forgotten. */
import type { z } from 'zod';
import type { actionSchema } from '../action.ts';
import type { objectionSchema } from '../script.ts';
import type { choiceSchema, FillTarget, fieldSchema, Passage, stepSchema } from '../step.ts';
import type { speechTextSchema, TextVariant } from '../text.ts';

export type Pair = readonly [fr: string, en: string];
type Text = z.input<typeof speechTextSchema>;
type Step = z.input<typeof stepSchema>;
type Choice = z.input<typeof choiceSchema>;
type Field = z.input<typeof fieldSchema>;

/** How it is said to everybody, to the expert, and to whoever is led by the brand. */
export type Said = { readonly say: Pair; readonly expert?: Pair; readonly led?: Pair };

const english = (pair: Pair | undefined, tone?: 'expert' | 'brand-led'): TextVariant[] =>
  pair === undefined
    ? []
    : [{ language: 'en', text: pair[1], ...(tone === undefined ? {} : { tone }) }];

export const said = ({ say, expert, led }: Said): Text => ({
  default: say[0],
  ...(expert === undefined ? {} : { expert: expert[0] }),
  ...(led === undefined ? {} : { 'brand-led': led[0] }),
  variants: [...english(say), ...english(expert, 'expert'), ...english(led, 'brand-led')],
});

const labelled = ([fr, en]: Pair) => ({ label: fr, labels: { en } });

type StepWords = Said & {
  readonly title: Pair;
  readonly advice?: string;
  readonly choices?: readonly Choice[];
  readonly fields?: readonly Field[];
  readonly routes?: Step['routes'];
  readonly passages?: readonly Passage[];
  readonly action?: z.input<typeof actionSchema>;
  readonly articles?: readonly string[];
  readonly next?: string;
};

export const step = (id: string, words: StepWords): Step => {
  const { title, say, expert, led, choices, fields, passages, articles, ...rest } = words;
  return {
    ...rest,
    id,
    title: title[0],
    titles: { en: title[1] },
    text: said({
      say,
      ...(expert === undefined ? {} : { expert }),
      ...(led === undefined ? {} : { led }),
    }),
    choices: [...(choices ?? [])],
    fields: [...(fields ?? [])],
    ...(passages === undefined ? {} : { passages: [...passages] }),
    ...(articles === undefined ? {} : { articles: [...articles] }),
    ...(rest.action === undefined ? {} : { kind: 'do' as const }),
  };
};

/** A fork that nobody stands on. */
export const fork = (id: string, title: Pair, routes: Step['routes'], next: string): Step => ({
  id,
  kind: 'branch',
  title: title[0],
  titles: { en: title[1] },
  text: { default: '' },
  routes,
  next,
});

type EndWords = Said & {
  readonly title: Pair;
  readonly disposition?: string;
  readonly result: 'reached' | 'not-reached' | 'neutral';
  readonly passages?: readonly Passage[];
};

export const end = (id: string, { disposition, result, passages, ...words }: EndWords): Step => ({
  ...step(id, words),
  kind: 'end',
  result,
  ...(passages === undefined ? {} : { passages: [...passages] }),
  ...(disposition === undefined ? {} : { dispositionCode: disposition }),
});

export const choice = (
  id: string,
  label: Pair,
  consequence: Pair,
  next: string,
  dispositionCode?: string,
): Choice => ({
  id,
  ...labelled(label),
  consequence: consequence[0],
  consequences: { en: consequence[1] },
  next,
  ...(dispositionCode === undefined ? {} : { dispositionCode }),
});

export const field = (
  id: string,
  type: Exclude<Field['type'], 'consent' | 'one-of'>,
  label: Pair,
  fills?: FillTarget,
): Field => ({ id, type, ...labelled(label), ...(fills === undefined ? {} : { fills }) });

export const oneOf = (
  id: string,
  label: Pair,
  options: readonly (readonly [id: string, ...Pair])[],
): Field => ({
  id,
  type: 'one-of',
  ...labelled(label),
  options: options.map(([key, fr, en]) => ({ id: key, ...labelled([fr, en]) })),
});

export const consent = (
  id: string,
  label: Pair,
  asked: {
    readonly channel: 'sms' | 'email' | 'phone';
    readonly purpose: string;
    readonly wording: Pair;
    readonly onRefusal?: 'nothing' | 'opposed';
  },
): Field => ({
  id,
  type: 'consent',
  ...labelled(label),
  consent: { ...asked, wording: said({ say: asked.wording }) },
});

export const objection = (
  id: string,
  label: Pair,
  answers: readonly [Pair, ...Pair[]],
  next?: string,
): z.input<typeof objectionSchema> => {
  const [first, ...more] = answers;
  return {
    id,
    ...labelled(label),
    answer: said({ say: first }),
    ...(more.length === 0 ? {} : { more: more.map((one) => said({ say: one })) }),
    ...(next === undefined ? {} : { next }),
  };
};
