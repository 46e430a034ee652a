/** The word that was probably meant: the nearest one, if it is near enough. */

/** Letters to change, leave out or put in, between two words; case and accents count for nothing. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

const plain = (word: string): string =>
  word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

export const nearestWord = (word: string, known: Iterable<string>): string | undefined => {
  const meant = plain(word.slice(0, 80));
  let best: { readonly word: string; readonly far: number } | undefined;
  for (const candidate of known) {
    const written = plain(candidate);
    // « vip » alone stands for « customer.vip ».
    // And « customer.rel » is the beginning of one.
    const begins = meant.length > 3 && written.startsWith(meant);
    const far = lastPart(written) === meant ? 0 : begins ? 1 : distance(meant, written);
    if (far <= Math.max(2, meant.length / 3) && (best === undefined || far < best.far))
      best = { word: candidate, far };
  }
  return best?.word;
};
