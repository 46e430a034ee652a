import { Readable } from 'node:stream';
import { makeGate } from '@api/modules/intake/gate.ts';
import { type Line, type LineLimits, readLines } from '@api/modules/intake/lines.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const wide: LineLimits = {
  bytes: 100_000,
  rows: 1_000,
  lineBytes: 10_000,
  chunkRows: 3,
  chunkBytes: 1_000,
};
const read = async (pieces: Iterable<Uint8Array>, limits: Partial<LineLimits> = {}) => {
  const chunks: (readonly Line[])[] = [];
  const body = Readable.from([...pieces].map((piece) => Buffer.from(piece)));
  for await (const chunk of readLines(body, { ...wide, ...limits })) chunks.push(chunk);
  return chunks;
};

describe('lines of a body', () => {
  it('[API-32] lines are the same however the body is cut on its way', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((one) => one.replace(/\n/g, '§'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 12 }),
        fc.array(fc.nat(400), { maxLength: 10 }),
        async (texts, cuts) => {
          const whole = Buffer.from(texts.join('\n'));
          const places = [0, ...cuts.filter((at) => at < whole.length).sort((a, b) => a - b)];
          const pieces = places.map((at, index) => whole.subarray(at, places[index + 1]));
          const expected = texts.flatMap((one, at) =>
            [...Buffer.from(one)].some((byte) => byte > 0x20)
              ? [{ number: at + 1, text: one }]
              : [],
          );
          const chunks = await read(pieces);
          expect(chunks.flat()).toEqual(expected);
          expect(chunks.slice(0, -1).every((chunk) => chunk.length === 3)).toBe(true);
        },
      ),
      { seed: 20_817 },
    );
  });

  it('[API-32] a line that is not UTF-8 is known as such', async () => {
    const chunks = await read([Buffer.from([0xc3, 0x28, 0x0a]), Buffer.from('good')]);
    expect(chunks.flat()).toEqual([
      { number: 1, text: null },
      { number: 2, text: 'good' },
    ]);
  });

  it.each([
    ['bytes', { bytes: 8 }],
    ['rows', { rows: 2 }],
    ['bytes of a line', { lineBytes: 3 }],
  ])('[API-31] too many %s are refused', async (_, limits) => {
    await expect(read([Buffer.from('a\nb\ncccc\n')], limits)).rejects.toMatchObject({
      code: 'payload-too-large',
    });
    await expect(read([Buffer.from('a\nb\n')], limits)).resolves.toHaveLength(1);
  });

  it('[API-31] a body is not read on while its chunk is being stored', async () => {
    let made = 0;
    async function* endless() {
      for (;;) {
        made += 1;
        yield Buffer.from('a\n');
      }
    }
    const body = Readable.from(endless(), { highWaterMark: 2 });
    const chunks = readLines(body, wide);
    await chunks.next();
    const afterOne = made;
    await new Promise((resolve) => setImmediate(resolve));
    expect(made - afterOne).toBeLessThan(10);
    expect(made).toBeLessThan(20);
    body.destroy();
  });
});

describe('gate', () => {
  it('[API-33] lets so many through at once, the others in their order, also after a failure', async () => {
    const gate = makeGate(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const work = (number: number) =>
      gate.pass(async () => {
        begun.push(number);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (number === 0) throw new Error('failed');
      });
    const all = Promise.allSettled([0, 1, 2, 3].map(work));
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    for (const expected of [
      [0, 1, 2],
      [0, 1, 2, 3],
    ]) {
      ends.shift()?.();
      await turn();
      expect(begun).toEqual(expected);
    }
    for (const end of ends) end();
    expect((await all).map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });
});
