/** A speech to start from: whole in French and English, without a brand of its own. */
import { type Script, scriptSchema } from '../script.ts';
import type { Step } from '../step.ts';
import type { SpeechLanguage, SpeechText } from '../text.ts';

type Both = { readonly fr: string; readonly en: string };

/** What an end says of the call, before a brand gives it one of its own codes. */
export const templateOutcomes = ['done', 'callback', 'open', 'refused'] as const;
export type TemplateOutcome = (typeof templateOutcomes)[number];

export type TemplateContent = Omit<Script, 'id' | 'version' | 'publishedAt' | 'brandId'>;
export type Template = {
  readonly id: string;
  readonly name: Both;
  /** In a sentence: when to take it. */
  readonly when: Both;
  readonly content: TemplateContent;
};

/** French words with their English ones; for the expert and the one led by the brand where given. */
export const said = (
  fr: string,
  en: string,
  tones: { readonly expert?: Both; readonly 'brand-led'?: Both } = {},
): SpeechText => {
  const { expert, 'brand-led': led } = tones;
  const variant = (language: SpeechLanguage, text: string, tone?: 'expert' | 'brand-led') => ({
    language,
    ...(tone === undefined ? {} : { tone }),
    text,
  });
  return {
    default: fr,
    ...(expert === undefined ? {} : { expert: expert.fr }),
    ...(led === undefined ? {} : { 'brand-led': led.fr }),
    variants: [
      variant('en', en),
      ...(expert === undefined ? [] : [variant('en', expert.en, 'expert')]),
      ...(led === undefined ? [] : [variant('en', led.en, 'brand-led')]),
    ],
  };
};

export const label = (fr: string, en: string) => ({ label: fr, labels: { en } });

type More = Partial<Omit<Step, 'id' | 'title' | 'titles' | 'text'>>;

const step = (
  id: string,
  [fr, en]: readonly [string, string],
  text: SpeechText,
  more: More,
): Step => ({
  id,
  title: fr,
  titles: { en },
  text,
  choices: [],
  fields: [],
  routes: [],
  ...more,
});

type Title = readonly [string, string];
export const say = (id: string, title: Title, text: SpeechText, next: string, more: More = {}) =>
  step(id, title, text, { kind: 'say', next, ...more });
export const ask = (id: string, title: Title, text: SpeechText, more: More) =>
  step(id, title, text, { kind: 'ask', ...more });
export const act = (
  id: string,
  title: Title,
  action: NonNullable<Step['action']>,
  next: string,
  text: SpeechText = { default: '' },
) => step(id, title, text, { kind: 'do', action, next });
export const branch = (id: string, title: Title, routes: Step['routes'], next: string) =>
  step(id, title, { default: '' }, { kind: 'branch', routes, next });
export const finish = (
  id: string,
  title: Title,
  text: SpeechText,
  outcome: TemplateOutcome,
  result: NonNullable<Step['result']> = 'neutral',
) => step(id, title, text, { kind: 'end', dispositionCode: outcome, result });

export const choice = (
  id: string,
  [fr, en]: Title,
  next: string,
  consequence?: readonly [string, string],
) => ({
  id,
  ...label(fr, en),
  next,
  ...(consequence === undefined
    ? {}
    : { consequence: consequence[0], consequences: { en: consequence[1] } }),
});

export const objection = (id: string, [fr, en]: Title, answer: SpeechText, next?: string) => ({
  id,
  ...label(fr, en),
  answer,
  ...(next === undefined ? {} : { next }),
});

type Own = Omit<TemplateContent, 'name' | 'names' | 'locale' | 'languages' | 'reasonCodes'>;
export type TemplateHead = Omit<Template, 'content'>;

/** The part of a template that is the same for all: French first, English whole. */
export const template = (head: TemplateHead, own: Own): Template => ({
  ...head,
  content: {
    name: head.name.fr,
    names: { en: head.name.en },
    locale: 'fr',
    languages: ['fr', 'en'],
    reasonCodes: [],
    ...own,
  },
});

type Code = {
  readonly code: string;
  readonly resolvesCase: boolean;
  readonly expectsCallback: boolean;
  readonly rank: number;
};

const codeFor = (outcome: string, codes: readonly Code[]): string => {
  const sorted = [...codes].sort((a, b) => a.rank - b.rank);
  const fits = (code: Code): boolean => {
    if (outcome === 'callback') return code.expectsCallback;
    if (outcome === 'done') return code.resolvesCase;
    return !code.expectsCallback && !code.resolvesCase;
  };
  return (sorted.find(fits) ?? sorted[0])?.code ?? outcome;
};

/** The template as a brand's own draft: its ends in the codes that the brand has. */
export const contentFor = (
  { content }: Template,
  brandId: string,
  codes: readonly Code[],
): Omit<Script, 'id' | 'version' | 'publishedAt'> =>
  scriptSchema.omit({ id: true, version: true, publishedAt: true }).parse({
    ...content,
    brandId,
    steps: content.steps.map(({ dispositionCode, ...rest }) =>
      dispositionCode === undefined
        ? rest
        : { ...rest, dispositionCode: codeFor(dispositionCode, codes) },
    ),
  });
