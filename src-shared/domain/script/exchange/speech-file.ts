/**
 * A speech as a file: written by one house, read by another. Only data: what is read is looked at by
 * one schema, and whatever is wrong is named with its place and what to do. Nothing of it is executed.
 */
import { z } from 'zod';
import { type Script, scriptSchema } from '../script.ts';
import type { Step } from '../step.ts';

export const speechFormat = 'parlance-speech';
export const speechFormatVersion = 1;
const mostBytes = 5_000_000;
const mostProblems = 12;

const contentSchema = scriptSchema.omit({ version: true, publishedAt: true });
const speechFileSchema = z.object({
  format: z.literal(speechFormat),
  formatVersion: z.literal(speechFormatVersion),
  speech: contentSchema,
});

export type FileProblem = {
  /** `not-json`, `not-a-speech`, `newer`, `too-large`: of the whole; `field`, `step-missing`: at the place. */
  readonly code: 'not-json' | 'not-a-speech' | 'newer' | 'too-large' | 'field' | 'step-missing';
  /** The step by its title, or the place in the file. */
  readonly where: string;
  readonly detail: string;
};

export type SpeechContent = z.infer<typeof contentSchema>;
export type ReadFile =
  | { readonly content: SpeechContent; readonly problems?: never }
  | { readonly problems: readonly FileProblem[]; readonly content?: never };

export const writeSpeechFile = ({ version: _v, publishedAt: _p, ...speech }: Script): string =>
  `${JSON.stringify({ format: speechFormat, formatVersion: speechFormatVersion, speech }, null, 2)}\n`;

export const speechFileName = ({ id, version }: Pick<Script, 'id' | 'version'>): string =>
  `${id}-v${version}.speech.json`;

const failed = (code: FileProblem['code'], detail = ''): ReadFile => ({
  problems: [{ code, where: '', detail }],
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;

/** « étape “Solution”, text.default » rather than `speech.steps.2.text.default`. */
const placeOf = (path: readonly PropertyKey[], raw: unknown): string => {
  const [root, list, at, ...rest] = path.map((part) => (typeof part === 'symbol' ? '' : part));
  if (root !== 'speech' || (list !== 'steps' && list !== 'objections') || at === undefined)
    return path.map(String).join('.');
  const item = own(own(own(raw, 'speech'), list), at);
  const name = own(item, list === 'steps' ? 'title' : 'label') ?? own(item, 'id');
  const said = typeof name === 'string' ? `“${name.slice(0, 80)}”` : '';
  return [list, String(at), said, rest.join('.')].filter((part) => part !== '').join(' ');
};

const isNewer = (raw: unknown): boolean => {
  const version = own(raw, 'formatVersion');
  return typeof version === 'number' && version > speechFormatVersion;
};

/** References inside the file: a step that is led to is there. */
const looseEnds = ({ steps, firstStep }: SpeechContent): readonly FileProblem[] => {
  const known = new Set(steps.map(({ id }) => id));
  const missing = (step: Step | null, to: string | undefined): readonly FileProblem[] =>
    to === undefined || known.has(to)
      ? []
      : [{ code: 'step-missing', where: step?.title ?? 'firstStep', detail: to }];
  return [
    ...missing(null, firstStep),
    ...steps.flatMap((step) =>
      [
        step.next,
        ...step.choices.map(({ next }) => next),
        ...step.routes.map(({ next }) => next),
      ].flatMap((to) => missing(step, to)),
    ),
  ];
};

export const readSpeechFile = (text: string): ReadFile => {
  if (text.length > mostBytes) return failed('too-large', String(mostBytes / 1_000_000));
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return failed('not-json', error instanceof Error ? error.message : '');
  }
  if (!isRecord(raw) || own(raw, 'format') !== speechFormat) return failed('not-a-speech');
  if (isNewer(raw)) return failed('newer', String(own(raw, 'formatVersion')));
  const read = speechFileSchema.safeParse(raw);
  if (!read.success) {
    const problems = read.error.issues.slice(0, mostProblems).map(
      (issue): FileProblem => ({
        code: 'field',
        where: placeOf(issue.path, raw),
        detail: issue.message,
      }),
    );
    return { problems };
  }
  const loose = looseEnds(read.data.speech);
  return loose.length > 0
    ? { problems: loose.slice(0, mostProblems) }
    : { content: read.data.speech };
};
