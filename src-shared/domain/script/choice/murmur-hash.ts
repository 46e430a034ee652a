/** MurmurHash3 (x86, 32 bits; Austin Appleby, public domain): spreads ids evenly, the same on every machine. */

const c1 = 0xcc9e2d51;
const c2 = 0x1b873593;
const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
const scramble = (block: number): number => Math.imul(rotate(Math.imul(block, c1), 15), c2);

/** Avalanche: every bit of the input moves about half of the bits of the outcome. */
const finish = (mixed: number): number => {
  let hash = mixed;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** Of ids, which are ASCII: one byte a character. @returns an unsigned number of 32 bits. */
export const murmurHash = (text: string, seed = 0): number => {
  const at = (index: number): number => (index < text.length ? text.charCodeAt(index) & 0xff : 0);
  const whole = text.length - (text.length % 4);
  let hash = seed;
  for (let index = 0; index < whole; index += 4) {
    const block = at(index) | (at(index + 1) << 8) | (at(index + 2) << 16) | (at(index + 3) << 24);
    hash = Math.imul(rotate(hash ^ scramble(block), 13), 5) + 0xe6546b64;
  }
  if (whole < text.length) {
    hash ^= scramble(at(whole) | (at(whole + 1) << 8) | (at(whole + 2) << 16));
  }
  return finish(hash ^ text.length);
};
