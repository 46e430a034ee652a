/** Small pieces of packed data: ids as 16 bytes, growing byte lists, numbers of varying length. */

export const encoder = new TextEncoder();
export const decoder = new TextDecoder();
export const idBytes = 16;

export const packId = (id: string): Uint8Array => {
  const hex = id.replaceAll('-', '');
  const packed = new Uint8Array(idBytes);
  for (let at = 0; at < idBytes; at += 1)
    packed[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return packed;
};

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const dashAfter = new Set([3, 5, 7, 9]);

export const unpackId = (ids: Uint8Array, at: number): string => {
  let id = '';
  for (let byte = 0; byte < idBytes; byte += 1)
    id += hexOf[ids[at * idBytes + byte] ?? 0] + (dashAfter.has(byte) ? '-' : '');
  return id;
};

/** Negative, zero or positive, as bytes are ordered. */
export const compareAt = (
  one: Uint8Array,
  oneAt: readonly [number, number],
  other: Uint8Array,
  otherAt: readonly [number, number],
): number => {
  const length = Math.min(oneAt[1] - oneAt[0], otherAt[1] - otherAt[0]);
  for (let at = 0; at < length; at += 1) {
    const difference = (one[oneAt[0] + at] ?? 0) - (other[otherAt[0] + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return oneAt[1] - oneAt[0] - (otherAt[1] - otherAt[0]);
};

export class ByteList {
  #bytes = new Uint8Array(1024);
  length = 0;

  push(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  pushNumber(value: number): void {
    this.#room(5);
    let left = value;
    while (left > 0x7f) {
      this.#bytes[this.length++] = (left & 0x7f) | 0x80;
      left >>>= 7;
    }
    this.#bytes[this.length++] = left;
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
