/**
 * Turns the mark-up of a speech into parts to show: merged fields, and what must be said word for
 * word. Broken mark-up is shown as it was written: a sentence is never lost.
 *
 *   text = ( "[[" span "]]" | span )*
 *   span = ( "{{" fact ( ":" format )? ( "|" words )? "}}" | character )*
 */
import { type Facts, factNameSchema } from './facts.ts';
import { formatFact } from './format-fact.ts';
import type { SpeechLanguage } from './text.ts';

export type SpokenPart = {
  /** `field`: merged from a fact. `fallback`: the words written for a fact that is missing. */
  readonly kind: 'words' | 'field' | 'fallback';
  readonly text: string;
  /** To be said word for word. */
  readonly exact: boolean;
};

const factWords = (facts: Facts, written: string, language: SpeechLanguage): string => {
  const [name = '', format] = written.split(':').map((part) => part.trim());
  const known = factNameSchema.safeParse(name);
  if (!known.success) return '';
  return formatFact(known.data, facts[known.data], { language, format });
};

const field = /\{\{\s*([^{}|]+?)\s*(?:\|([^{}]*))?\}\}/g;
const exactSpan = /\[\[((?:(?!\[\[|\]\]).)*)\]\]/gs;

type Span = { readonly text: string; readonly exact: boolean };

const splitExact = (text: string): Span[] => {
  const spans: Span[] = [];
  let at = 0;
  for (const match of text.matchAll(exactSpan)) {
    spans.push({ text: text.slice(at, match.index), exact: false });
    spans.push({ text: match[1] ?? '', exact: true });
    at = match.index + match[0].length;
  }
  spans.push({ text: text.slice(at), exact: false });
  return spans.filter((span) => span.text !== '');
};

const renderSpan = (span: Span, facts: Facts, language: SpeechLanguage): SpokenPart[] => {
  const parts: SpokenPart[] = [];
  const add = (kind: SpokenPart['kind'], text: string) =>
    parts.push({ kind, text, exact: span.exact });
  let at = 0;
  for (const match of span.text.matchAll(field)) {
    add('words', span.text.slice(at, match.index));
    const merged = factWords(facts, match[1] ?? '', language);
    if (merged === '') add('fallback', match[2] ?? '');
    else add('field', merged);
    at = match.index + match[0].length;
  }
  add('words', span.text.slice(at));
  return parts;
};

const endsInGap = /[\s\u00a0\u202f]$/;
const startsInGap = /^[\s\u00a0\u202f]+|^(?=[,.])/;

/** A missing field without words of its own leaves no double space and no space before a comma. */
const closeGaps = (parts: readonly SpokenPart[]): SpokenPart[] => {
  const kept: SpokenPart[] = [];
  let gap = false;
  for (const part of parts) {
    if (part.text === '') {
      gap = gap || part.kind === 'fallback';
      continue;
    }
    const last = kept.at(-1);
    const text =
      gap && (!last || endsInGap.test(last.text)) ? part.text.replace(startsInGap, '') : part.text;
    if (gap && last && /^[,.]/.test(text))
      kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
    gap = false;
    if (text !== '') kept.push({ ...part, text });
  }
  return kept;
};

/** French punctuation never begins a line: its space does not break. */
const holdPunctuation = (text: string): string =>
  text.replaceAll(/[ \u202f]([:;?!»€%])/g, '\u00a0$1').replaceAll(/«[ \u202f]/g, '«\u00a0');

/** The parts of one text, in order; joined, they are what the advisor says. */
export const renderSpeech = (text: string, facts: Facts, language: SpeechLanguage): SpokenPart[] =>
  closeGaps(
    splitExact(language === 'fr' ? holdPunctuation(text) : text).flatMap((span) =>
      renderSpan(span, facts, language),
    ),
  );

/** The same without its marks, for labels beside the sentence: a choice and its consequence. */
export const plainSpeech = (text: string, facts: Facts, language: SpeechLanguage): string =>
  renderSpeech(text, facts, language)
    .map((part) => part.text)
    .join('');

/** The facts that a text mentions, in order, each as it was written: for checks and completion. */
export const mentionedFacts = (
  text: string,
): readonly {
  readonly name: string;
  readonly format: string | null;
  readonly hasFallback: boolean;
  readonly at: number;
}[] =>
  [...text.matchAll(field)].map((match) => {
    const [name = '', format] = (match[1] ?? '').split(':').map((part) => part.trim());
    return { name, format: format ?? null, hasFallback: match[2] !== undefined, at: match.index };
  });
