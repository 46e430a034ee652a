import { readFileSync } from 'node:fs';
import { contrastRatio, deriveBrandColors } from '@renderer/ui/theme/brand-colors.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const grounds = { light: ['#f1f3f5', '#ffffff'], dark: ['#0e1215', '#181b1f'] } as const;

it('[UI-21] any hue and chroma keep their contrast in light and dark', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: 0, max: 0.15, noNaN: true }),
      fc.constantFrom('light' as const, 'dark' as const),
      (hue, chroma, mode) => {
        const { solid, text, mark, soft, line } = deriveBrandColors(hue, chroma, mode);
        for (const hex of [solid, text, mark, soft, line]) expect(hex).toMatch(/^#[0-9a-f]{6}$/);
        expect(contrastRatio(solid, '#ffffff')).toBeGreaterThanOrEqual(6.5);
        for (const ground of [...grounds[mode], soft])
          expect(contrastRatio(text, ground)).toBeGreaterThanOrEqual(mode === 'light' ? 5.5 : 5.2);
        for (const ground of grounds[mode])
          expect(contrastRatio(mark, ground)).toBeGreaterThanOrEqual(3.6);
      },
    ),
    { numRuns: 60 },
  );
});

it('[UI-21] the derived colours are near the tokens of a brand of the same hue', () => {
  const tokens = readFileSync('src-renderer/ui/theme/tokens.css', 'utf8');
  const solid = /\[data-brand="lorvane"\]\s*\{\s*--brand-solid:\s*(#\w+)/.exec(tokens)?.[1] ?? '';
  const derived = deriveBrandColors(232, 0.1, 'light').solid;
  for (const at of [1, 3, 5]) {
    const part = (hex: string) => Number.parseInt(hex.slice(at, at + 2), 16);
    expect(Math.abs(part(solid) - part(derived))).toBeLessThanOrEqual(6);
  }
});
