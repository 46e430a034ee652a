/** What is typed in the search, when it can be called. Loaded with the first keystroke. */
import { displayNumber, displayWhileTyping } from '@shared/domain/number/display-number.ts';
import { parseNumber } from '@shared/domain/number/parse-number.ts';

/** `address`: as the switch takes it. */
export type Dialable = { readonly display: string; readonly raw: string; readonly address: string };

/** Null when the text is no number: a name, a reference, too few digits. */
export const dialableOf = (typed: string): Dialable | null => {
  const { e164, display, kind } = parseNumber(typed);
  if (e164 !== null) return { display, raw: typed, address: e164 };
  return kind !== 'none' && kind !== 'hidden'
    ? { display: typed.trim(), raw: typed, address: display }
    : null;
};

export const spaceWhileTyping = displayWhileTyping;

export const shownNumber = displayNumber;
