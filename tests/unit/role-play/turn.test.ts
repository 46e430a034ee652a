import { hearTurn, newTurn } from '@shared/domain/role-play/turn.ts';
import { expect, it } from 'vitest';

const [loud, quiet] = [0.01, 0.000_001];

/** Levels every 250 ms; how many turns ended. */
const turns = (...levels: readonly number[]): number => {
  let turn = newTurn;
  let over = 0;
  for (const level of levels) {
    const heard = hearTurn(turn, level, 250);
    turn = heard.turn;
    if (heard.over) over += 1;
  }
  return over;
};

it('[PLAY-18] a sentence and a silence are a turn; words with short pauses are one', () => {
  expect(turns(loud, loud, quiet, quiet, quiet, quiet)).toBe(1);
  expect(turns(loud, quiet, loud, quiet, quiet, loud, quiet, quiet, quiet, quiet)).toBe(1);
  expect(turns(loud, loud, loud, quiet, quiet, quiet)).toBe(0);
});

it('[PLAY-18] a click is no answer, and neither are two clicks far apart', () => {
  expect(turns(loud, quiet, quiet, quiet, quiet, loud, quiet, quiet, quiet, quiet)).toBe(0);
  expect(turns(quiet, quiet, quiet, quiet, quiet, quiet)).toBe(0);
});
