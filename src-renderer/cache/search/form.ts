/** A part of the index as bytes, and back without copying: its lists one after the other. */
import { decoder, encoder } from './bytes.ts';
import type { Segment } from './segment.ts';

const lists = ['bodyAt', 'termAt', 'postingAt', 'digitAt'] as const;
const bytes = ['ids', 'bodies', 'terms', 'postings'] as const;
const halves = ['ranks', 'held'] as const;
const names = ['bodyAt', 'termAt', 'postingAt', 'digitAt', ...halves, 'digits', ...bytes] as const;
/** Begins every part; one of an older form is not read, and made again. */
const mark = 0x50_41_52_02;
const align = (length: number): number => Math.ceil(length / 4) * 4;

const asBytes = (value: Segment[keyof Segment]): Uint8Array =>
  typeof value === 'string'
    ? encoder.encode(value)
    : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);

export const encodeSegment = (segment: Segment): Uint8Array => {
  const parts = names.map((name) => asBytes(segment[name]));
  const head = Uint32Array.from([mark, ...parts.map(({ length }) => length)]);
  const whole = new Uint8Array(
    head.byteLength + parts.reduce((sum, { length }) => sum + align(length), 0),
  );
  whole.set(new Uint8Array(head.buffer));
  let at = head.byteLength;
  for (const part of parts) {
    whole.set(part, at);
    at += align(part.length);
  }
  return whole;
};

/**
 * @param given authenticated by its seal, so made by `encodeSegment`
 * @throws for a part of an older form
 */
export const decodeSegment = (given: Uint8Array): Segment => {
  // Numbers are read in place, which asks for a place that they divide.
  const whole = given.byteOffset % 4 === 0 ? given : given.slice();
  const head = new Uint32Array(whole.buffer, whole.byteOffset, names.length + 1);
  if (head[0] !== mark) throw new Error('a part of another form');
  let at = head.byteLength;
  const found = new Map<string, Uint8Array>();
  names.forEach((name, index) => {
    const length = head[index + 1] ?? 0;
    found.set(name, whole.subarray(at, at + length));
    at += align(length);
  });
  const part = (name: (typeof names)[number]) => found.get(name) ?? new Uint8Array();
  const wide = (name: (typeof lists)[number]) => {
    const { buffer, byteOffset, byteLength } = part(name);
    return new Uint32Array(buffer as ArrayBuffer, byteOffset, byteLength / 4);
  };
  const half = (name: (typeof halves)[number]) => {
    const { buffer, byteOffset, byteLength } = part(name);
    return new Uint16Array(buffer as ArrayBuffer, byteOffset, byteLength / 2);
  };
  return {
    ids: part('ids'),
    ranks: half('ranks'),
    held: half('held'),
    bodies: part('bodies'),
    bodyAt: wide('bodyAt'),
    terms: part('terms'),
    termAt: wide('termAt'),
    postings: part('postings'),
    postingAt: wide('postingAt'),
    digits: decoder.decode(part('digits')),
    digitAt: wide('digitAt'),
  };
};
