/**
 * Where somebody put a step on the canvas. It belongs to the picture, not to what is said: it travels
 * with the speech, changes nothing of its words, and no desktop that says them has it.
 */
import type { Script } from '../script.ts';
import type { Place } from './layout.ts';

export const placeStep = (script: Script, id: string, { x, y }: Place): Script => {
  const place = { x: Math.round(x), y: Math.round(y) };
  const before = script.places?.[id];
  if (before?.x === place.x && before.y === place.y) return script;
  return { ...script, places: { ...script.places, [id]: place } };
};

export const withoutPlaces = <T extends Pick<Script, 'places'>>(script: T): Omit<T, 'places'> => {
  const { places: _, ...rest } = script;
  return rest;
};

/** Every step goes back to where it is put by itself. */
export const arrangeAgain = (script: Script): Script =>
  script.places === undefined ? script : withoutPlaces(script);

/** Whether two speeches say the same, wherever their steps stand on the canvas. */
export const sameWords = (a: object, b: object): boolean =>
  JSON.stringify(sorted(withoutPlaces(a))) === JSON.stringify(sorted(withoutPlaces(b)));

/** A database gives the fields back in an order of its own. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
};
