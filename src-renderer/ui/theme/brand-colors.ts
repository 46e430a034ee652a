/**
 * A brand gives a hue and a chroma; its colours are fitted to contrast (WCAG 2.2 §1.4.3, §1.4.11):
 * `solid` 6.5:1 under white, `text` 5.5:1 (dark 5.2:1) and `mark` 4:1 (dark 3.6:1) on their grounds.
 */
type Rgb = readonly [number, number, number];
export type BrandTone = 'solid' | 'text' | 'mark' | 'soft' | 'line';
export type BrandColors = { readonly [tone in BrandTone]: string };

const toLinearRgb = (lightness: number, chroma: number, hueDeg: number): Rgb => {
  const a = chroma * Math.cos((hueDeg * Math.PI) / 180);
  const b = chroma * Math.sin((hueDeg * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
};

const isInGamut = (rgb: Rgb): boolean => rgb.every((part) => part >= -0.0005 && part <= 1.0005);

/** The same lightness and hue with as much chroma as sRGB can show. */
const fitGamut = (lightness: number, chroma: number, hueDeg: number): Rgb => {
  let fitted = chroma;
  while (fitted > 0 && !isInGamut(toLinearRgb(lightness, fitted, hueDeg))) fitted -= 0.002;
  return toLinearRgb(lightness, Math.max(fitted, 0), hueDeg);
};

const encode = (part: number): number => {
  const clipped = Math.min(1, Math.max(0, part));
  const value = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(value * 255);
};
const toHex = (rgb: Rgb): string =>
  `#${rgb.map((part) => encode(part).toString(16).padStart(2, '0')).join('')}`;

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG contrast ratio of two opaque colours, 1 to 21. */
export const contrastRatio = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

type Fit = {
  readonly hue: number;
  readonly chroma: number;
  readonly grounds: readonly string[];
  readonly ratio: number;
};

/** The lightness nearest to the ground that still has the contrast asked for. */
const fitLightness = (
  { hue, chroma, grounds, ratio }: Fit,
  direction: 'darken' | 'lighten',
): string => {
  const step = direction === 'darken' ? -0.002 : 0.002;
  let lightness = direction === 'darken' ? 0.8 : 0.4;
  let hex = toHex(fitGamut(lightness, chroma, hue));
  while (
    lightness > 0 &&
    lightness < 1 &&
    grounds.some((ground) => contrastRatio(hex, ground) < ratio)
  ) {
    lightness += step;
    hex = toHex(fitGamut(lightness, chroma, hue));
  }
  return hex;
};

const grounds = {
  light: { canvas: '#f1f3f5', surface: '#ffffff', soft: 0.954, softChroma: 0.022 },
  dark: { canvas: '#0e1215', surface: '#181b1f', soft: 0.285, softChroma: 0.046 },
};

/** @param hue OKLCH degrees @param chroma OKLCH, more than 0.15 is taken as 0.15 */
export const deriveBrandColors = (
  hue: number,
  chroma: number,
  mode: 'light' | 'dark',
): BrandColors => {
  const strength = Math.min(chroma, 0.15);
  const gray = strength / 0.15;
  const ground = grounds[mode];
  const soft = toHex(fitGamut(ground.soft, ground.softChroma * Math.min(1, gray * 2), hue));
  const on = [ground.canvas, ground.surface, soft];
  const base = { hue, chroma: strength };
  const solid = fitLightness({ ...base, grounds: ['#ffffff'], ratio: 6.5 }, 'darken');
  if (mode === 'light')
    return {
      solid,
      text: fitLightness({ ...base, grounds: on, ratio: 5.5 }, 'darken'),
      mark: fitLightness({ ...base, grounds: on.slice(0, 2), ratio: 4 }, 'darken'),
      soft,
      line: toHex(fitGamut(0.86, 0.06 * Math.min(1, gray * 2), hue)),
    };
  return {
    solid,
    text: fitLightness({ hue, chroma: strength * 0.72, grounds: on, ratio: 5.2 }, 'lighten'),
    mark: fitLightness({ ...base, grounds: on.slice(0, 2), ratio: 3.6 }, 'lighten'),
    soft,
    line: toHex(fitGamut(0.42, 0.075 * Math.min(1, gray * 2), hue)),
  };
};
