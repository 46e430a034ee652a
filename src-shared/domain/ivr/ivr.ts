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

type Typed = { readonly kind: string; readonly prompt: string | null; readonly value: string };

/** Card numbers are printed, and typed, in such groups; others that follow each other are no card. */
const printedGroups = ['4,4,4,4', '4,6,5', '4,4,4,4,3'] as const;
const securityCode = /cvv|cvc|cryptogramme|crypto|code de s[ée]curit[ée]|security code/i;

/** The groups of a card that begins at this step, joined; null where none does. */
const groupedCard = (steps: readonly Typed[], from: number): readonly string[] | null => {
  for (const lengths of printedGroups) {
    const groups = steps.slice(from, from + lengths.split(',').length);
    const values = groups.map(({ value }) => value.replace(/[ .*#-]/g, ''));
    const fits =
      groups.every(({ kind }) => kind === 'digits') &&
      values.map(({ length }) => length).join(',') === lengths;
    if (fits && /^\d+$/.test(values.join('')) && isLuhn(values.join(''))) return values;
  }
  return null;
};

/**
 * What was typed, without what nobody may keep: card numbers, also typed in their groups, and the
 * security code, which is what was asked for as such, or three or four digits soon after a card.
 */
export const maskSteps = <Step extends Typed>(steps: readonly Step[]): Step[] => {
  const masked: Step[] = steps.map((step) => ({ ...step, value: maskCards(step.value) }));
  let cardEnd = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < masked.length; at += 1) {
    const step = masked[at];
    if (step === undefined || step.kind !== 'digits') continue;
    const groups = groupedCard(masked, at);
    for (const [index, value] of groups?.slice(0, -1).entries() ?? []) {
      const group = masked[at + index];
      if (group !== undefined) masked[at + index] = { ...group, value: '•'.repeat(value.length) };
    }
    if (groups !== null) at += groups.length - 1;
    if (groups !== null || step.value.includes('•')) {
      cardEnd = at;
    } else if (securityCode.test(step.prompt ?? '') || at - cardEnd <= 2) {
      const isCode = /^[ *#]*\d{3,4}[ *#]*$/.test(step.value);
      if (isCode) masked[at] = { ...step, value: step.value.replace(/\d/g, '•') };
    }
  }
  return masked;
};

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
