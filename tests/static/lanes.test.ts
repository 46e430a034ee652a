import { inLanes } from '@scripts/testing/lanes';
import { stagedParts, testFilesOf } from '@scripts/testing/test-projects';
import { expect, it } from 'vitest';

type Begun = { readonly piece: string; readonly lane: number; readonly end: () => void };

it('[TOOL-26] a lane that is free takes the next part, and never two at once', async () => {
  const begun: Begun[] = [];
  const done = inLanes(['long', 'a', 'b', 'c'], [1, 2], (piece, lane) => {
    return new Promise<string>((resolve) => {
      begun.push({ piece, lane, end: () => resolve(`${piece} ended`) });
    });
  });
  const at = (index: number): Begun => {
    const one = begun[index];
    if (one === undefined) throw new Error(`only ${begun.length} have begun`);
    return one;
  };
  const ends = async (index: number): Promise<void> => {
    at(index).end();
    await new Promise(setImmediate);
  };
  expect(begun.map(({ piece, lane }) => [piece, lane])).toEqual([
    ['long', 1],
    ['a', 2],
  ]);
  await ends(1);
  await ends(2);
  expect(begun.map(({ piece, lane }) => [piece, lane])).toEqual([
    ['long', 1],
    ['a', 2],
    ['b', 2],
    ['c', 2],
  ]);
  await ends(3);
  await ends(0);
  expect(await done).toEqual(['long ended', 'a ended', 'b ended', 'c ended']);
});

it('[TOOL-26] parts of the lab are wholes together, and whoever names files gets them in one', () => {
  const parts = stagedParts(['unit', 'lab', 'e2e'], []);
  const [first, ...lab] = parts;
  expect(first).toEqual({ project: 'e2e' });
  expect(lab.map(({ share }) => share)).toEqual(lab.map((_, at) => `${at + 1}/${lab.length}`));
  expect(lab.length).toBeLessThan(testFilesOf('lab').length);
  expect(stagedParts(['lab'], ['park'])).toEqual([{ project: 'lab' }]);
});
