/** Everything inside carries the brand of this call; with no brand the accent is ink. */
import type { CSSProperties, ReactNode } from 'react';
import { useStore } from 'zustand';
import { deriveBrandColors } from '../theme/brand-colors.ts';
import { type Theme, themeStore } from '../theme/theme-choice.ts';

export type BrandLook = {
  readonly id: string;
  readonly name: string;
  readonly monogram: string;
  readonly hue: number;
  readonly chroma: number;
};

/** Brands whose colours stand in tokens.css, while they have the hue and chroma these are made of. */
const tokenBrands: ReadonlyMap<string, string> = new Map([
  ['kerdoual', '358/0.15'],
  ['solvenne', '52/0.13'],
  ['lorvane', '232/0.1'],
]);
const derived = new Map<string, CSSProperties>();

const derivedStyle = (brand: BrandLook, theme: Theme): CSSProperties => {
  const key = `${brand.hue}/${brand.chroma}/${theme}`;
  const known = derived.get(key);
  if (known !== undefined) return known;
  const colors = deriveBrandColors(brand.hue, brand.chroma, theme);
  const style = Object.fromEntries(
    Object.entries({ ...colors, 'on-solid': '#ffffff' }).map(([tone, hex]) => [
      `--brand-${tone}`,
      hex,
    ]),
  ) as CSSProperties;
  derived.set(key, style);
  return style;
};

/** Attributes that put a brand's colours on any element. */
export const useBrandColors = (brand: BrandLook | null | undefined) => {
  const theme = useStore(themeStore, (state) => state.theme);
  if (brand === null || brand === undefined) return {};
  if (tokenBrands.get(brand.id) === `${brand.hue}/${brand.chroma}`)
    return { 'data-brand': brand.id };
  return { 'data-brand': brand.id, style: derivedStyle(brand, theme) };
};

export const BrandScope = ({
  brand,
  className,
  children,
}: {
  readonly brand: BrandLook | null | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}) => (
  <div className={className} {...useBrandColors(brand)}>
    {children}
  </div>
);
