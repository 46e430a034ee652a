/** How likely a study takes somebody to be interested: `0,72`, `72 %` or `72`, to a share of one. */
import { type Read, refused, replaceBy, took } from '../problem.ts';

/** Null of an empty cell. A bare `1` may be everything or a hundredth: nobody guesses. */
export const readScore = (raw: string): Read<number | null> => {
  const text = raw.normalize('NFKC').replaceAll(/\s/g, '').replace(',', '.');
  if (text === '') return took(null);
  const parts = /^(\d{1,3}(?:\.\d{1,12})?)(%?)$/.exec(text);
  if (parts === null) return refused('score-unreadable');
  const [, digits = '', percent = ''] = parts;
  if (digits === '1' && percent === '') return refused('score-ambiguous', replaceBy('100 %'));
  const value = Number(digits);
  const share = percent === '%' || value > 1 ? value / 100 : value;
  return share <= 1 ? took(share) : refused('score-unreadable');
};
