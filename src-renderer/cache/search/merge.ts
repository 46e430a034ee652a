/** Several parts of the index become one: what newer parts supersede is dropped on the way. */
import { compareAt, decoder, encoder, idBytes } from './bytes.ts';
import { chain, countOf, lineUp, packPosting, type Segment } from './segment.ts';

type Source = { readonly segment: Segment; readonly dead: Uint8Array };
type Kept = { readonly from: number; readonly at: number };

const idSpan = (at: number) => [at * idBytes, (at + 1) * idBytes] as const;

/** Living customers of all parts in the order of their ids, and where each of a part went. */
const laidOut = (sources: readonly Source[]) => {
  const kept: Kept[] = sources.flatMap(({ segment, dead }, from) =>
    Array.from({ length: countOf(segment) }, (_, at) => ({ from, at })).filter(
      ({ at }) => dead[at] === 0,
    ),
  );
  const idsOf = ({ from }: Kept) => sources[from]?.segment.ids ?? new Uint8Array();
  kept.sort((a, b) => compareAt(idsOf(a), idSpan(a.at), idsOf(b), idSpan(b.at)));
  const moved = sources.map(({ segment }) => new Int32Array(countOf(segment)).fill(-1));
  kept.forEach(({ from, at }, place) => {
    (moved[from] as Int32Array)[at] = place;
  });
  return { kept, moved };
};

export const eachPlace = (
  { postings, postingAt }: Segment,
  term: number,
  visit: (place: number) => void,
): void => {
  let place = 0;
  const end = postingAt[term + 1] ?? 0;
  for (let at = postingAt[term] ?? 0; at < end; ) {
    let [step, shift, byte] = [0, 0, 0];
    do {
      byte = postings[at] ?? 0;
      at += 1;
      step |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte > 0x7f);
    place += step;
    visit(place);
  }
};

const termOf = ({ terms, termAt }: Segment, term: number): string =>
  decoder.decode(terms.subarray(termAt[term], termAt[term + 1]));

const mergedTerms = (sources: readonly Source[], moved: readonly Int32Array[]) => {
  const places = new Map<string, number[]>();
  sources.forEach(({ segment }, from) => {
    for (let term = 0; term < segment.termAt.length - 1; term += 1) {
      const word = termOf(segment, term);
      const its = places.get(word) ?? [];
      eachPlace(segment, term, (place) => {
        const next = moved[from]?.[place] ?? -1;
        if (next >= 0) its.push(next);
      });
      if (its.length > 0) places.set(word, its);
    }
  });
  return [...places]
    .map(([word, its]) => ({ term: encoder.encode(word), its: its.sort((a, b) => a - b) }))
    .sort((a, b) => compareAt(a.term, [0, a.term.length], b.term, [0, b.term.length]));
};

export const mergeSegments = (sources: readonly Source[]): Segment => {
  const { kept, moved } = laidOut(sources);
  const terms = mergedTerms(sources, moved);
  const { bytes: words, at: termAt } = chain(terms.map(({ term }) => term));
  const { bytes: postings, at: postingAt } = chain(terms.map(({ its }) => packPosting(its)));
  const of = ({ from }: Kept): Segment => (sources[from] as Source).segment;
  const { bytes: bodies, at: bodyAt } = chain(
    kept.map((one) => of(one).bodies.subarray(of(one).bodyAt[one.at], of(one).bodyAt[one.at + 1])),
  );
  const lines = kept.map((one) => {
    const { digits, digitAt } = of(one);
    return digits.slice(digitAt[one.at], (digitAt[one.at + 1] ?? 1) - 1);
  });
  const { bytes: ids } = chain(kept.map((one) => of(one).ids.subarray(...idSpan(one.at))));
  return {
    ids,
    ranks: Uint16Array.from(kept, (one) => of(one).ranks[one.at] ?? 0),
    held: Uint16Array.from(kept, (one) => of(one).held[one.at] ?? 0),
    bodies,
    bodyAt,
    terms: words,
    termAt,
    postings,
    postingAt,
    ...lineUp(lines),
  };
};
