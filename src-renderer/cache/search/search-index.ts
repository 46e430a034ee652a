/**
 * The search over all customers of the cache: packed parts, the newest last, of which each hides in
 * the older ones the customers that it holds. Parts of like size are merged.
 */
import type { HeldCustomer } from '@shared/domain/cache-scope/held-customer.ts';
import { bareDigits, wordsOf } from '@shared/domain/search/fold.ts';
import { readQuery } from '@shared/domain/search/query.ts';
import { type Because, readHeld, type SearchEntry } from '@shared/domain/search/search-entry.ts';
import { compareAt, idBytes, packId, unpackId } from './bytes.ts';
import { mergeSegments } from './merge.ts';
import { Best, findDigits, findWords } from './search-segment.ts';
import { buildSegment, countOf, type Segment, type Shown, shownAt } from './segment.ts';

export type Part = { readonly seq: number; readonly segment: Segment; readonly dead: Uint8Array };
export type Hit = Shown & { readonly because: Because | null };
/** What is to be kept after a change: parts that are new, and those that went up in them. */
export type IndexChange = {
  readonly added: readonly Pick<Part, 'seq' | 'segment'>[];
  readonly dropped: readonly number[];
};

const partsOfLikeSize = 6;

/** Parts of one tier are of like size: each tier holds about four times as many as the one below. */
const tierOf = ({ segment }: Part): number =>
  Math.floor(Math.log(Math.max(1, countOf(segment))) / Math.log(4));

const placeOfId = (ids: Uint8Array, id: Uint8Array): number => {
  let [low, high] = [0, ids.length / idBytes];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareAt(ids, [middle * idBytes, (middle + 1) * idBytes], id, [0, idBytes]);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
};

/** A load brings stretches of ids, one after the other: none of them is in a part before. */
const mayShare = (one: Uint8Array, other: Uint8Array): boolean => {
  const last = (ids: Uint8Array) => [Math.max(0, ids.length - idBytes), ids.length] as const;
  const first = [0, idBytes] as const;
  return (
    compareAt(one, first, other, last(other)) <= 0 && compareAt(other, first, one, last(one)) <= 0
  );
};

/** Where it was found, when neither the name nor the town nor the number shown says so. */
const becauseOf = (shown: Shown, typed: string): Because | null => {
  const query = readQuery(typed);
  const fits = (text: string, word: string) => wordsOf(text).some((one) => one.startsWith(word));
  if (query.kind === 'number') {
    const phone = shown.phones.find((one) => bareDigits(one).includes(query.digits));
    if (phone !== undefined)
      return phone === shown.phones[0] ? null : { field: 'phone', text: phone };
    const reference = shown.references.find((one) =>
      one.replaceAll(/\D/g, '').includes(query.digits),
    );
    if (reference !== undefined) return { field: 'reference', text: reference };
    return shown.postcode === null ? null : { field: 'postcode', text: shown.postcode };
  }
  if (query.kind === 'nothing') return null;
  for (const word of query.words) {
    if (fits(`${shown.name} ${shown.place ?? ''}`, word)) continue;
    const reference = shown.references.find(
      (one) => fits(one, word) || wordsOf(one).join('').startsWith(word),
    );
    if (reference !== undefined) return { field: 'reference', text: reference };
    const email = shown.emails.find((one) => fits(one, word));
    if (email !== undefined) return { field: 'email', text: email };
    if (shown.postcode?.startsWith(word)) return { field: 'postcode', text: shown.postcode };
  }
  return null;
};

export class SearchIndex {
  #parts: Part[] = [];
  #seq = 0;
  /** Parts that are kept as they are. */
  #kept = new Set<number>();

  /** Parts as they were kept, in any order. */
  load(kept: readonly Pick<Part, 'seq' | 'segment'>[]): void {
    this.#parts = [];
    for (const { seq, segment } of [...kept].sort((a, b) => a.seq - b.seq)) this.#add(seq, segment);
    this.#kept = new Set(kept.map(({ seq }) => seq));
  }

  get size(): number {
    return this.#parts.reduce((sum, { dead }) => sum + dead.filter((one) => one === 0).length, 0);
  }

  /** The last of all ids that it names, also of those who have gone; null when it names none. */
  get last(): string | null {
    const lasts = this.#parts
      .filter(({ segment }) => countOf(segment) > 0)
      .map(({ segment }) => unpackId(segment.ids, countOf(segment) - 1));
    return lasts.sort().at(-1) ?? null;
  }

  /** Everyone in it, as who decides about leaving needs them. */
  held(): HeldCustomer[] {
    return this.#parts.flatMap(({ segment, dead }) =>
      Array.from(segment.held, (held, at) => ({
        id: unpackId(segment.ids, at),
        ...readHeld(held),
      })).filter((_, at) => dead[at] === 0),
    );
  }

  /** Puts customers in, anew or again. */
  put(entries: readonly SearchEntry[]): void {
    if (entries.length === 0) return;
    this.#add(this.#seq + 1, buildSegment(entries));
    this.#settle();
  }

  /** Forgets customers: every part that ever named one is written anew without her. */
  remove(customerIds: readonly string[]): void {
    const ids = customerIds.map(packId);
    this.#parts = this.#parts.map((part) => {
      const places = ids.map((id) => placeOfId(part.segment.ids, id)).filter((place) => place >= 0);
      if (places.length === 0) return part;
      for (const place of places) part.dead[place] = 1;
      const segment = mergeSegments([part]);
      this.#kept.delete(part.seq);
      return { seq: part.seq, segment, dead: new Uint8Array(countOf(segment)) };
    });
  }

  /** What is to be kept, and what no longer, since this was asked last. */
  takeChange(): IndexChange {
    const now = new Set(this.#parts.map(({ seq }) => seq));
    const added = this.#parts.filter(({ seq }) => !this.#kept.has(seq));
    const dropped = [...this.#kept].filter((seq) => !now.has(seq));
    this.#kept = now;
    return { added, dropped };
  }

  clear(): void {
    this.#parts = [];
    this.#kept = new Set();
  }

  search(typed: string, limit: number): Hit[] {
    const query = readQuery(typed);
    if (query.kind === 'nothing') return [];
    if (query.kind === 'number')
      return this.#best(typed, limit, ({ segment, dead }, best) =>
        findDigits(segment, dead, query.digits, best),
      );
    const words = (slips: 'none' | 'some') =>
      this.#best(typed, limit, ({ segment, dead }, best) =>
        findWords(segment, dead, query.words, { slips, best }),
      );
    const found = words('none');
    // Slips come after everything that is right: they are looked for when there is room for them.
    return found.length >= limit ? found : words('some');
  }

  #best(typed: string, limit: number, find: (part: Part, best: Best) => void): Hit[] {
    return this.#parts
      .flatMap((part) => {
        const best = new Best(limit * 2);
        find(part, best);
        return best.found.map((found) => ({ ...found, part }));
      })
      .sort((a, b) => b.key - a.key)
      .filter((one, at, all) => {
        const first = all.findIndex(({ part, place }) => part === one.part && place === one.place);
        return first === at;
      })
      .slice(0, limit)
      .map(({ part, place }) => {
        const shown = shownAt(part.segment, place);
        return { ...shown, because: becauseOf(shown, typed) };
      });
  }

  #add(seq: number, segment: Segment): void {
    const { ids } = segment;
    for (const older of this.#parts.filter((part) => mayShare(part.segment.ids, ids))) {
      for (let at = 0; at < ids.length; at += idBytes) {
        const place = placeOfId(older.segment.ids, ids.subarray(at, at + idBytes));
        if (place >= 0) older.dead[place] = 1;
      }
    }
    this.#parts.push({ seq, segment, dead: new Uint8Array(countOf(segment)) });
    this.#seq = Math.max(this.#seq, seq);
  }

  /** The newest parts of one tier, once there are enough, become one of the next. */
  #settle(): void {
    for (;;) {
      const last = this.#parts.at(-1);
      if (last === undefined) return;
      const from = this.#parts.findLastIndex((part) => tierOf(part) > tierOf(last)) + 1;
      const run = this.#parts.slice(from);
      if (run.length < partsOfLikeSize) return;
      const segment = mergeSegments(run);
      this.#parts = this.#parts.slice(0, from);
      this.#seq += 1;
      const dead = new Uint8Array(countOf(segment));
      this.#parts.push({ seq: this.#seq, segment, dead });
    }
  }
}
