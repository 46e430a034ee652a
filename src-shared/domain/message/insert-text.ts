/** Puts words into a message where the cursor is: apart by a line in a letter, by a space in a short one. */
import type { MessageDraft, WrittenChannel } from './message.ts';

export type Caret = { readonly start: number; readonly end: number };
export type Inserted = { readonly body: string; readonly caret: number };

const apart = (text: string, gap: string): string => {
  if (text === '' || /\n\s*$/.test(text)) return text;
  return gap === ' ' && /\s$/.test(text) ? text : `${text.trimEnd()}${gap}`;
};

/** What is selected gives way; the cursor stands after what was inserted (WRITE-7). */
export const insertText = (
  body: string,
  { start, end }: Caret,
  words: string,
  channel: WrittenChannel,
): Inserted => {
  const gap = channel === 'email' ? '\n\n' : ' ';
  const from = Math.min(Math.max(0, start), body.length);
  const to = Math.min(Math.max(from, end), body.length);
  const text = words.trim();
  const before = apart(body.slice(0, from), gap);
  const after = body.slice(to).trimStart();
  const head = `${before}${text}`;
  return { body: after === '' ? head : `${head}${gap}${after}`, caret: head.length };
};

type Article = { readonly id: string; readonly version: number };

/** An SMS with one of these is a third as long: each has a plain sign that says the same. */
const plainSigns: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u202f\u2009]/g, ' '],
  [/[\u2018\u2019]/g, "'"],
  [/«\s?|\s?»|[\u201c\u201d]/g, '"'],
  [/\u2026/g, '...'],
  [/[\u2013\u2014]/g, '-'],
  [/œ/g, 'oe'],
  [/Œ/g, 'OE'],
];

const inPlainSigns = (text: string): string =>
  plainSigns.reduce((plain, [sign, instead]) => plain.replace(sign, instead), text);

/** The draft with it; an article's words are remembered, so that it is known what the message carries. */
export const withInserted = (
  draft: MessageDraft,
  caret: Caret,
  given: string,
  article: Article | null,
): { readonly draft: MessageDraft; readonly caret: number } => {
  const words = draft.channel === 'sms' ? inPlainSigns(given) : given;
  const inserted = insertText(draft.body, caret, words, draft.channel);
  const { articles } = draft;
  const carried =
    article === null
      ? articles
      : [...articles, { id: article.id, version: article.version, text: words.trim() }].slice(-20);
  return { draft: { ...draft, body: inserted.body, articles: carried }, caret: inserted.caret };
};

/** Of which articles the body still holds words: a line of them that she has not rewritten. */
export const carriedArticles = ({ body, articles }: MessageDraft): Article[] => {
  const still = articles.filter(({ text }) =>
    text.split('\n').some((line) => line.trim().length > 12 && body.includes(line.trim())),
  );
  return [...new Map(still.map(({ id, version }) => [id, { id, version }])).values()];
};
