/** A brand's colour on paper: out of its hue and chroma, dark enough to be read. Pure. */
import type { Brand } from '../brand/brand.ts';

const LIGHTNESS = 0.42;

const toSrgb = (linear: number): number => {
  const clipped = Math.min(1, Math.max(0, linear));
  const curved = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(255 * curved);
};

/** OKLCH to sRGB (Ottosson 2020), as `#rrggbb`. */
export const brandInk = ({ hue, chroma }: Pick<Brand, 'hue' | 'chroma'>): string => {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (LIGHTNESS + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (LIGHTNESS - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (LIGHTNESS - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${rgb.map((one) => toSrgb(one).toString(16).padStart(2, '0')).join('')}`;
};
