/** Finds in one part of the index: whose words begin as typed, or nearly, or whose numbers hold it. */
import { editsAllowed, editsBetween } from '@shared/domain/search/edits.ts';
import { compareAt, encoder } from './bytes.ts';
import { eachPlace } from './merge.ts';
import { countOf, type Segment } from './segment.ts';

export type Found = { readonly place: number; readonly key: number };

/** Exact before prefix before slips, then VIPs, then who was in touch last: one number to compare. */
const keyOf = (rank: number, exact: boolean, slips: number): number =>
  (3 - Math.min(slips, 3)) * 2 ** 18 + (exact ? 2 ** 17 : 0) + rank;

/** The best few, best first. */
export class Best {
  readonly #most: number;
  readonly found: Found[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  offer(place: number, key: number): void {
    const { found } = this;
    if (found.length === this.#most && key <= (found.at(-1)?.key ?? 0)) return;
    let at = found.length;
    while (at > 0 && (found[at - 1]?.key ?? 0) < key) at -= 1;
    found.splice(at, 0, { place, key });
    if (found.length > this.#most) found.pop();
  }
}

/** The first word that does not come before these bytes. */
const firstTerm = ({ terms, termAt }: Segment, typed: Uint8Array): number => {
  let [low, high] = [0, termAt.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = [termAt[middle] ?? 0, termAt[middle + 1] ?? 0] as const;
    if (compareAt(terms, span, typed, [0, typed.length]) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

const beginsWith = ({ terms, termAt }: Segment, term: number, typed: Uint8Array): boolean => {
  const from = termAt[term] ?? 0;
  if ((termAt[term + 1] ?? 0) - from < typed.length) return false;
  for (let at = 0; at < typed.length; at += 1) if (terms[from + at] !== typed[at]) return false;
  return true;
};

/** How often each customer was met, by the words so far; `exact` and `slips` add up over them. */
type Tally = {
  readonly met: Uint8Array;
  readonly exact: Uint8Array;
  readonly slips: Uint8Array;
};

const note = (
  segment: Segment,
  term: number,
  { met, exact, slips }: Tally,
  { word, edits, isExact }: { word: number; edits: number; isExact: boolean },
): void =>
  eachPlace(segment, term, (place) => {
    if (met[place] !== word) return;
    met[place] = word + 1;
    if (isExact) exact[place] = (exact[place] ?? 0) + 1;
    slips[place] = (slips[place] ?? 0) + edits;
  });

const noteSlips = (segment: Segment, typed: Uint8Array, word: number, tally: Tally): void => {
  const most = editsAllowed(typed.length);
  if (most === 0 || (typed[0] ?? 0) < 0x3a) return;
  const { terms, termAt } = segment;
  // The first letter is kept: only the words that begin with it are looked at.
  const first = typed.subarray(0, 1);
  const near: number[][] = [[], []];
  const start = firstTerm(segment, first);
  for (let term = start; term < termAt.length - 1 && beginsWith(segment, term, first); term += 1) {
    const [from, to] = [termAt[term] ?? 0, termAt[term + 1] ?? 0];
    const edits = editsBetween(typed, terms, { from, to, most, prefix: true });
    if (edits > 0 && edits <= most) near[edits - 1]?.push(term);
  }
  near.forEach((its, at) => {
    for (const term of its) note(segment, term, tally, { word, edits: at + 1, isExact: false });
  });
};

/** Customers every typed word is found with; with slips of the keyboard only when asked. */
export const findWords = (
  segment: Segment,
  dead: Uint8Array,
  words: readonly string[],
  { slips, best }: { readonly slips: 'none' | 'some'; readonly best: Best },
): void => {
  const count = countOf(segment);
  const tally = {
    met: new Uint8Array(count),
    exact: new Uint8Array(count),
    slips: new Uint8Array(count),
  };
  words.forEach((text, word) => {
    const typed = encoder.encode(text);
    const first = firstTerm(segment, typed);
    for (
      let term = first;
      term < segment.termAt.length - 1 && beginsWith(segment, term, typed);
      term += 1
    ) {
      const length = (segment.termAt[term + 1] ?? 0) - (segment.termAt[term] ?? 0);
      note(segment, term, tally, { word, edits: 0, isExact: length === typed.length });
    }
    if (slips === 'some') noteSlips(segment, typed, word, tally);
  });
  for (let place = 0; place < count; place += 1) {
    if (tally.met[place] !== words.length || dead[place] !== 0) continue;
    const isExact = tally.exact[place] === words.length;
    best.offer(place, keyOf(segment.ranks[place] ?? 0, isExact, tally.slips[place] ?? 0));
  }
};

/** Customers one of whose numbers holds these digits; one that is them whole comes first. */
export const findDigits = (
  { digits, digitAt, ranks }: Segment,
  dead: Uint8Array,
  wanted: string,
  best: Best,
): void => {
  let place = 0;
  for (let at = digits.indexOf(wanted); at >= 0; ) {
    while ((digitAt[place + 1] ?? digits.length) <= at) place += 1;
    const [before, after] = [digits[at - 1] ?? '\n', digits[at + wanted.length]];
    const isExact = (before === ' ' || before === '\n') && (after === ' ' || after === '\n');
    if (dead[place] === 0) best.offer(place, keyOf(ranks[place] ?? 0, isExact, 0));
    // The same customer once, unless a later number of theirs is the very one.
    const next = isExact ? (digitAt[place + 1] ?? digits.length) : at + 1;
    at = digits.indexOf(wanted, next);
  }
};
