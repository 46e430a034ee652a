/** Every text of a speech that is said, with its place and its language. */
import type { Script } from '../script.ts';
import { kindOf, type Step } from '../step.ts';
import type { SpeechLanguage, SpeechText } from '../text.ts';
import type { FindingPlace } from './finding.ts';

export type SaidText = {
  readonly at: FindingPlace;
  readonly language: SpeechLanguage;
  readonly text: string;
};

/** The parts of one text: its own words, those for a tone, its variants. */
const partsOf = (
  text: SpeechText,
  written: SpeechLanguage,
  at: FindingPlace,
): readonly SaidText[] => {
  const part = (name: string, language: SpeechLanguage, words: string): SaidText => ({
    at: { ...at, field: `${at.field}.${name}`, language },
    language,
    text: words,
  });
  return [
    part('default', written, text.default),
    ...(['expert', 'brand-led'] as const).flatMap((tone) => {
      const own = text[tone];
      return own === undefined ? [] : [part(tone, written, own)];
    }),
    ...(text.variants ?? []).map((one, index) =>
      part(`variants.${index}`, one.language ?? written, one.text),
    ),
  ].filter((one) => one.text !== '');
};

export type WrittenText = { readonly at: FindingPlace; readonly text: SpeechText };

const textsOfStep = (step: Step): readonly WrittenText[] => [
  { at: { stepId: step.id, field: 'text' }, text: step.text },
  ...step.fields.flatMap(({ consent }, index) =>
    consent === undefined
      ? []
      : [{ at: { stepId: step.id, field: `fields.${index}.wording` }, text: consent.wording }],
  ),
];

/** What only the head and the objections hold. */
const textsOfHead = ({ opening, openingUnknown, objections }: Script): readonly WrittenText[] => [
  { at: { field: 'opening' }, text: opening },
  { at: { field: 'openingUnknown' }, text: openingUnknown },
  ...objections.flatMap(({ id, answer, more = [] }) => [
    { at: { objectionId: id, field: 'answer' }, text: answer },
    ...more.map((text, index) => ({ at: { objectionId: id, field: `more.${index}` }, text })),
  ]),
];

export const writtenTexts = (script: Script): readonly WrittenText[] => [
  ...textsOfHead(script),
  ...script.steps.flatMap(textsOfStep),
];

const saidOf = new WeakMap<Step, { readonly locale: string; readonly said: readonly SaidText[] }>();

/** A step that is the same as before is not taken apart again: only one changes at a key. */
export const saidInStep = (step: Step, locale: SpeechLanguage): readonly SaidText[] => {
  const known = saidOf.get(step);
  if (known?.locale === locale) return known.said;
  const said = textsOfStep(step).flatMap(({ at, text }) => partsOf(text, locale, at));
  saidOf.set(step, { locale, said });
  return said;
};

export const saidInHead = (script: Script): readonly SaidText[] =>
  textsOfHead(script).flatMap(({ at, text }) => partsOf(text, script.locale, at));

/** Steps at which the advisor has something to say. */
export const speaks = (step: Step): boolean => {
  const kind = kindOf(step);
  return kind === 'say' || kind === 'ask' || kind === 'end';
};
