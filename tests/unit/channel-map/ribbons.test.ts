import { drawingOf, type Flow, size } from '@renderer/features/channel-map/ribbons.ts';
import { channels } from '@shared/domain/interaction/channel.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const anyFlows = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...channels),
    to: fc.option(fc.constantFrom(...channels)),
    count: fc.integer({ min: 1, max: 5_000 }),
    medianMs: fc.constant(null),
  }),
  { selector: ({ from, to }) => `${from} ${to}`, maxLength: 14 },
);

/** Where a ribbon leaves and arrives: from the drawing's own path. */
const ends = (path: string) => {
  const [y1 = 0, , , y2 = 0, y2End = 0] = [...path.matchAll(/(?:M|L|C|\s)[\d.]+,(-?[\d.]+)/g)].map(
    (match) => Number(match[1]),
  );
  return { y1, y2, y2End };
};

it('[CHAN-17] bars are as high as their counts and ribbons fill them without overlapping', () => {
  fc.assert(
    fc.property(anyFlows, (flows: Flow[]) => {
      const { from, to, ribbons } = drawingOf(flows);
      const total = flows.reduce((sum, { count }) => sum + count, 0);
      for (const side of [from, to]) {
        expect(side.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        for (const [at, node] of side.entries()) {
          const next = side[at + 1];
          if (next !== undefined) expect(next.y).toBeGreaterThan(node.y + node.height);
        }
        const [big, small] = [...side].sort((a, b) => b.count - a.count);
        if (big !== undefined && small !== undefined)
          expect(big.height).toBeGreaterThanOrEqual(small.height);
      }
      for (const node of to) {
        const its = ribbons
          .filter(({ flow }) => (flow.to ?? 'lost') === node.name)
          .map(({ path }) => ends(path))
          .sort((a, b) => a.y2 - b.y2);
        its.forEach(({ y2 }, at) => {
          const before = its[at - 1];
          if (before !== undefined) expect(y2).toBeGreaterThanOrEqual(before.y2End - 1e-6);
        });
      }
      expect(ribbons).toHaveLength(flows.length);
      expect(size.left).toBeLessThan(size.right);
    }),
  );
});
