/** A merged field is one that there is, in a format that there is, with words of its own. */
import { nearestWord } from '../expression/nearest.ts';
import { factNameSchema, factNames, factTypes } from '../facts.ts';
import { factFormats } from '../format-fact.ts';
import { mentionedFacts } from '../render.ts';
import type { Finding, FindingCode } from './finding.ts';
import { perText } from './per-text.ts';
import type { SaidText } from './texts.ts';

const found = (
  said: SaidText,
  code: FindingCode,
  place: { readonly from: number; readonly to: number },
  data: Finding['data'],
): Finding => ({ check: 'fields', code, severity: 'block', at: { ...said.at, ...place }, data });

const formatsOf = (kind: string): readonly string[] =>
  Object.entries(factFormats).find(([type]) => type === kind)?.[1] ?? [];

const checkField = (
  said: SaidText,
  { name, format, at: from }: ReturnType<typeof mentionedFacts>[number],
): readonly Finding[] => {
  const place = { from, to: said.text.indexOf('}}', from) + 2 };
  const known = factNameSchema.safeParse(name);
  if (!known.success) {
    const near = nearestWord(name, factNames);
    const suggestion = near === undefined ? {} : { suggestion: near };
    return [found(said, 'field-unknown', place, { name, ...suggestion })];
  }
  const { kind } = factTypes[known.data];
  if (kind === 'yes-no') return [found(said, 'field-without-words', place, { name })];
  if (format === null || formatsOf(kind).includes(format)) return [];
  const formats = formatsOf(kind).join(', ');
  return [found(said, 'format-unknown', place, { name, format, formats })];
};

/** Marks that are opened and not closed, or closed and not opened. */
const checkMarks = (said: SaidText): readonly Finding[] => {
  const rest = said.text
    .replaceAll(/\{\{[^{}]*\}\}/g, (all) => ' '.repeat(all.length))
    .replaceAll(/\[\[((?:(?!\[\[|\]\]).)*)\]\]/gs, (all) => ' '.repeat(all.length));
  const broken = /\{\{|\}\}|\[\[|\]\]/.exec(rest);
  if (broken === null) return [];
  const place = { from: broken.index, to: broken.index + 2 };
  return [found(said, 'mark-up-broken', place, { marks: broken[0] })];
};

/** Who is not known is not called by a name. */
const checkUnknown = (said: SaidText): readonly Finding[] =>
  said.at.field.startsWith('openingUnknown')
    ? mentionedFacts(said.text)
        .filter(({ name }) => /^(?:customer|case|order)\./.test(name))
        .map(({ name, at: from }) => {
          const place = { from, to: said.text.indexOf('}}', from) + 2 };
          return found(said, 'name-for-unknown', place, { name });
        })
    : [];

export const checkFields = perText((said) => [
  ...mentionedFacts(said.text).flatMap((one) => checkField(said, one)),
  ...checkMarks(said),
  ...checkUnknown(said),
]);
