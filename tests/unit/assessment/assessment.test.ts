import { agreementOf, agreementWord } from '@shared/domain/assessment/agreement.ts';
import {
  afterMove,
  assessmentMoves,
  assessmentStates,
} from '@shared/domain/assessment/assessment-machine.ts';
import { callMeasures, gridSchema, isWhole, scoreOf } from '@shared/domain/assessment/grid.ts';
import { measureTalk } from '@shared/domain/recording/waveform.ts';
import { describe, expect, it } from 'vitest';

const criterion = (id: string, weight: number, more: object = {}) => ({
  id,
  label: id,
  guidance: 'trois : dit et compris ; zéro : absent',
  weight,
  measure: null,
  ...more,
});
const grid = { name: 'Réclamation', criteria: [criterion('a', 1), criterion('b', 3)] } as never;

describe('a grid', () => {
  it('[QUAL-1] each criterion has a weight and says what it means, and is there once', () => {
    expect(gridSchema.safeParse(grid).success).toBe(true);
    for (const wrong of [
      criterion('b', 4),
      criterion('b', 0),
      criterion('a', 1),
      criterion('b', 1, { guidance: ' ' }),
    ])
      expect(
        gridSchema.safeParse({ name: 'x', criteria: [criterion('a', 1), wrong] }).success,
      ).toBe(false);
  });

  it('[QUAL-1] the score is out of 100, by weight, of what was marked', () => {
    expect(scoreOf(grid, {})).toBeNull();
    expect(scoreOf(grid, { a: 3, b: 3 })).toBe(100);
    expect(scoreOf(grid, { a: 0, b: 3 })).toBe(75);
    expect(scoreOf(grid, { a: 3 })).toBe(100);
    expect([isWhole(grid, { a: 3 }), isWhole(grid, { a: 3, b: 0 })]).toEqual([false, true]);
  });

  it('[QUAL-2] nothing of a mood can be measured: the measures are named, and no other is taken', () => {
    expect([...callMeasures]).toEqual([
      'speaking-share',
      'silences',
      'words-over-words',
      'steps-said',
      'duration',
    ]);
    for (const measure of ['emotion', 'tone', 'stress', 'sentiment'])
      expect(
        gridSchema.safeParse({ name: 'x', criteria: [criterion('a', 1, { measure })] }).success,
      ).toBe(false);
    const hidden = { ...criterion('a', 1), emotion: 3 };
    expect(gridSchema.safeParse({ name: 'x', criteria: [hidden] }).success).toBe(false);
  });
});

describe('the way of an assessment', () => {
  it('[QUAL-3] the advisor answers before it is final; every other way is closed', () => {
    const ways = assessmentStates.flatMap((state) =>
      assessmentMoves.flatMap((move) => {
        const to = afterMove(state, move);
        return to === null ? [] : [`${state} ${move} ${to}`];
      }),
    );
    expect(ways).toEqual([
      'draft send sent',
      'sent answer answered',
      'sent contest contested',
      'answered close final',
      'contested close final',
    ]);
  });
});

describe('agreement', () => {
  const pair = (one: number, other: number) => ({ one, other }) as never;

  it('[QUAL-4] is one where both agree, none where chance does, and less the further they are apart', () => {
    expect(agreementOf([pair(0, 0), pair(1, 1), pair(3, 3)])).toBe(1);
    expect(agreementOf([pair(0, 0), pair(0, 3), pair(3, 0), pair(3, 3)])).toBeCloseTo(0);
    expect(agreementOf([pair(0, 3), pair(3, 0)])).toBeCloseTo(-1);
    const near = agreementOf([pair(0, 1), pair(1, 1), pair(2, 3), pair(3, 3)]) ?? 0;
    const far = agreementOf([pair(0, 3), pair(1, 1), pair(2, 3), pair(3, 3)]) ?? 0;
    expect(near).toBeGreaterThan(far);
  });

  it('[QUAL-4] is unknown where nothing could differ', () => {
    expect(agreementOf([])).toBeNull();
    expect(agreementOf([pair(3, 3), pair(3, 3)])).toBeNull();
  });
});

describe('[REC-22] what a waveform tells', () => {
  const run = (level: number, tenths: number) => Array.from({ length: tenths }, () => level);
  const peaks = {
    advisor: [...run(50, 100), ...run(0, 100), ...run(50, 10), ...run(0, 90)],
    customer: [...run(0, 100), ...run(1, 100), ...run(40, 10), ...run(60, 90)],
  };

  it('[REC-22] who spoke, how long nobody did, and how often both', () => {
    const told = measureTalk(peaks, []);
    expect(told.silences).toEqual([{ fromMs: 10_000, toMs: 20_000 }]);
    expect(told.overlaps).toBe(1);
    expect([told.advisor, told.customer, told.silence].map((one) => Math.round(one * 300))).toEqual(
      [110, 100, 100],
    );
  });

  it('[REC-22] a pause is no silence, and its time is nobody’s', () => {
    const told = measureTalk(peaks, [{ fromMs: 10_000, toMs: 20_000 }]);
    expect(told.silences).toEqual([]);
    expect(told.silence).toBe(0);
    expect(Math.round(told.advisor * 200)).toBe(110);
    expect(measureTalk({ advisor: [], customer: [] }, []).advisor).toBe(0);
  });
});

it('[QUAL-14] how far they agree is said in words, at each limit the lower one', () => {
  const words = [-0.5, 0, 0.1, 0.2, 0.21, 0.4, 0.5, 0.6, 0.7, 0.8, 0.81, 1].map(agreementWord);
  expect(words).toEqual([
    'worse',
    'worse',
    'slight',
    'slight',
    'fair',
    'fair',
    'moderate',
    'moderate',
    'good',
    'good',
    'excellent',
    'excellent',
  ]);
});
