/** What a caller typed and said to a voice server before somebody answered: nobody asks twice. */
import { z } from 'zod';

const maxSteps = 30;

/** Luhn's check (ISO/IEC 7812-1, annex B). */
const isLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const twice = at % 2 === 1 ? digit * 2 : digit;
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
};

const cardLengths = { shortest: 13, longest: 19 } as const;

/** Where a card number begins within digits, and its length; the longest one first. */
const cardAt = (digits: string, from: number): number => {
  for (let length = cardLengths.longest; length >= cardLengths.shortest; length -= 1) {
    const part = digits.slice(from, from + length);
    if (part.length === length && isLuhn(part)) return length;
  }
  return 0;
};

/** Digits of a card number become dots but for the last four, wherever they stand, spaced or not. */
export const maskCards = (text: string): string =>
  text.replace(/\d(?:[ .*#-]?\d){12,}/g, (run) => {
    const places = [...run].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
    const digits = places.map((at) => run[at]).join('');
    const masked = [...run];
    for (let from = 0; from < digits.length; from += 1) {
      const length = cardAt(digits, from);
      if (length === 0) continue;
      for (const at of places.slice(from, from + length - 4)) masked[at] = '•';
      from += length - 1;
    }
    return masked.join('');
  });

export const ivrStepSchema = z.object({
  /** `menu`: a choice among options; `digits`: a number that was typed; `words`: what was understood. */
  kind: z.enum(['menu', 'digits', 'words']),
  /** What was asked, where the server says it. */
  prompt: z.string().max(120).nullable(),
  value: z.string().max(200).overwrite(maskCards),
  /** What the choice means: "commande livrée". */
  label: z.string().max(120).overwrite(maskCards).nullable(),
});
export type IvrStep = z.infer<typeof ivrStepSchema>;

export const ivrSchema = z.object({
  steps: z.array(ivrStepSchema).max(maxSteps),
  /** The brand's reason that the choice stands for. */
  reasonCode: z.string().max(60).nullable(),
});
export type Ivr = z.infer<typeof ivrSchema>;

/** What a switch may put into the INVITE beside the call. */
export type IvrHeaders = {
  readonly choice: string | null;
  readonly path: string | null;
  readonly digits: string | null;
  readonly words: string | null;
  readonly reason: string | null;
};

const step = (kind: IvrStep['kind'], value: string | null, label: string | null): IvrStep[] =>
  value === null && label === null
    ? []
    : [
        {
          kind,
          prompt: null,
          value: maskCards(value ?? '').slice(0, 200),
          label: label === null ? null : maskCards(label).slice(0, 120),
        },
      ];

/** Null where the switch says nothing; percent-encoded text is read, for headers are ASCII to many. */
export const ivrOfHeaders = (given: IvrHeaders): Ivr | null => {
  const read = (text: string | null): string | null => {
    const plain = text?.trim() ?? '';
    if (plain === '') return null;
    try {
      return decodeURIComponent(plain);
    } catch {
      return plain;
    }
  };
  const steps = [
    ...step('menu', read(given.path), read(given.choice)),
    ...step('digits', read(given.digits), null),
    ...step('words', read(given.words), null),
  ];
  const reasonCode = read(given.reason)?.slice(0, 60) ?? null;
  return steps.length === 0 && reasonCode === null ? null : { steps, reasonCode };
};

export type IvrWords = {
  /** The last choice that means something: "commande livrée". */
  readonly choice: string | null;
  readonly typed: readonly string[];
  readonly said: readonly string[];
};

export const ivrWords = ({ steps }: Ivr): IvrWords => ({
  choice:
    steps.flatMap(({ kind, label }) => (kind === 'menu' && label ? [label] : [])).at(-1) ?? null,
  typed: steps.flatMap(({ kind, value }) => (kind === 'digits' && value !== '' ? [value] : [])),
  said: steps.flatMap(({ kind, value }) => (kind === 'words' && value !== '' ? [value] : [])),
});
