/** Lines that stay level for a quarter of an hour, in a box of 1000 by 1000, as SVG wants them. */

type Scale = { readonly count: number; readonly top: number };

const x = (at: number, { count }: Scale): number => (1000 * at) / count;
const y = (value: number, { top }: Scale): number => 1000 - (1000 * value) / top;

/** @param from the place of the first value */
export const stepLine = (values: readonly number[], from: number, scale: Scale): string =>
  values
    .map((value, at) => {
      const level = y(value, scale);
      const begin = `${at === 0 ? 'M' : 'L'}${x(from + at, scale)} ${level}`;
      return `${begin}L${x(from + at + 1, scale)} ${level}`;
    })
    .join('');

/** The area between two such lines. */
export const stepBand = (
  low: readonly number[],
  high: readonly number[],
  from: number,
  scale: Scale,
): string => {
  if (low.length === 0) return '';
  const back = low
    .map((value, at) => ({ value, at }))
    .reverse()
    .map(({ value, at }) => {
      const level = y(value, scale);
      return `L${x(from + at + 1, scale)} ${level}L${x(from + at, scale)} ${level}`;
    })
    .join('');
  return `${stepLine(high, from, scale)}${back}Z`;
};

/** The next round number of advisors above all values, and the lines to draw up to it. */
export const scaleTo = (highest: number): { readonly top: number; readonly lines: number[] } => {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => highest <= one * 4) ?? 2000;
  const count = Math.max(1, Math.ceil(highest / step));
  return { top: step * count, lines: Array.from({ length: count + 1 }, (_, at) => at * step) };
};
