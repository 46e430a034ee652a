/**
 * A packed part of the search index: customers in the order of their ids, their words in one sorted
 * dictionary with the customers of each. Never changed; newer parts supersede and are merged.
 */
import { bareDigits, wordsOf } from '@shared/domain/search/fold.ts';
import { heldOf, rankOf, type SearchEntry } from '@shared/domain/search/search-entry.ts';
import { ByteList, decoder, encoder, idBytes, packId, unpackId } from './bytes.ts';

export type Segment = {
  readonly ids: Uint8Array;
  readonly ranks: Uint16Array;
  /** As `heldOf` says. */
  readonly held: Uint16Array;
  readonly bodies: Uint8Array;
  readonly bodyAt: Uint32Array;
  readonly terms: Uint8Array;
  readonly termAt: Uint32Array;
  readonly postings: Uint8Array;
  readonly postingAt: Uint32Array;
  /** Digits of every number, a line for each customer. */
  readonly digits: string;
  readonly digitAt: Uint32Array;
};

export const countOf = ({ ranks }: Segment): number => ranks.length;

const termsOf = (entry: SearchEntry): Set<string> => {
  const texts = [entry.name, ...entry.names, entry.place ?? '', entry.postcode ?? ''];
  const words = [...texts, ...entry.emails, ...entry.references].flatMap(wordsOf);
  const joined = entry.references.map((reference) => wordsOf(reference).join(''));
  return new Set([...words, ...joined]);
};

const digitsOf = ({ phones, references, postcode }: SearchEntry): string =>
  [...phones.map(bareDigits), ...references.map((one) => one.replaceAll(/\D/g, '')), postcode ?? '']
    .filter((digits) => digits !== '')
    .join(' ');

type Body = readonly [
  string,
  string | null,
  string | null,
  readonly string[],
  readonly string[],
  readonly string[],
  readonly string[],
];

const bodyOf = (entry: SearchEntry): Uint8Array => {
  const { name, place, postcode, phones, emails, references, brandIds } = entry;
  const body: Body = [name, place, postcode, phones, emails, references, brandIds];
  return encoder.encode(JSON.stringify(body));
};

export type Shown = Omit<SearchEntry, 'names' | 'lastContactDay' | 'heldDay' | 'open'>;

/** The customer at a place, as it is shown. */
export const shownAt = ({ bodies, bodyAt, ids, ranks }: Segment, at: number): Shown => {
  const text = decoder.decode(bodies.subarray(bodyAt[at], bodyAt[at + 1]));
  const [name, place, postcode, phones, emails, references, brandIds] = JSON.parse(text) as Body;
  const vip = ((ranks[at] ?? 0) & 0x8000) !== 0;
  const customerId = unpackId(ids, at);
  return { customerId, name, place, postcode, phones, emails, references, brandIds, vip };
};

/** Lists one after the other, with where each begins and the end. */
export const chain = (lists: readonly Uint8Array[]): { bytes: Uint8Array; at: Uint32Array } => {
  const at = new Uint32Array(lists.length + 1);
  lists.forEach((list, index) => {
    at[index + 1] = (at[index] ?? 0) + list.length;
  });
  const bytes = new Uint8Array(at[lists.length] ?? 0);
  lists.forEach((list, index) => {
    bytes.set(list, at[index]);
  });
  return { bytes, at };
};

export const packPosting = (places: readonly number[]): Uint8Array => {
  const list = new ByteList();
  let last = 0;
  for (const place of places) {
    list.pushNumber(place - last);
    last = place;
  }
  return list.done();
};

export const lineUp = (lines: readonly string[]): Pick<Segment, 'digits' | 'digitAt'> => {
  const digitAt = new Uint32Array(lines.length + 1);
  lines.forEach((line, at) => {
    digitAt[at + 1] = (digitAt[at] ?? 0) + line.length + 1;
  });
  return { digits: lines.map((line) => `${line}\n`).join(''), digitAt };
};

const byBytes = (one: Uint8Array, other: Uint8Array): number => {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1)
    if (one[at] !== other[at]) return (one[at] ?? 0) - (other[at] ?? 0);
  return one.length - other.length;
};

/** @param ids in their order, each once: text and bytes of an id are ordered alike */
const packIds = (ids: readonly string[]): Uint8Array => {
  const packed = new Uint8Array(ids.length * idBytes);
  ids.forEach((id, at) => {
    packed.set(packId(id), at * idBytes);
  });
  return packed;
};

/** Of several entries of one customer the last one counts. */
export const buildSegment = (given: readonly SearchEntry[]): Segment => {
  const entries = [...new Map(given.map((one) => [one.customerId, one])).values()].sort((a, b) =>
    a.customerId < b.customerId ? -1 : 1,
  );
  const places = new Map<string, number[]>();
  entries.forEach((entry, at) => {
    for (const term of termsOf(entry)) {
      const its = places.get(term);
      if (its === undefined) places.set(term, [at]);
      else its.push(at);
    }
  });
  const terms = [...places]
    .map(([term, its]) => ({ term: encoder.encode(term), its }))
    .sort((a, b) => byBytes(a.term, b.term));
  const { bytes: words, at: termAt } = chain(terms.map(({ term }) => term));
  const { bytes: postings, at: postingAt } = chain(terms.map(({ its }) => packPosting(its)));
  const { bytes: bodies, at: bodyAt } = chain(entries.map(bodyOf));
  return {
    ids: packIds(entries.map(({ customerId }) => customerId)),
    ranks: Uint16Array.from(entries, rankOf),
    held: Uint16Array.from(entries, heldOf),
    bodies,
    bodyAt,
    terms: words,
    termAt,
    postings,
    postingAt,
    ...lineUp(entries.map(digitsOf)),
  };
};
