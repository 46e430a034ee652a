/** Whether two texts name the same professional: case, accents and punctuation aside, nothing else. */
import { wordsOf } from '../../identity/fold.ts';

export const isSameName = (one: string | undefined, other: string | undefined): boolean => {
  const name = wordsOf(one ?? '').join(' ');
  return name !== '' && name === wordsOf(other ?? '').join(' ');
};

export const isNamed = (name: string | undefined): boolean => wordsOf(name ?? '').length > 0;
