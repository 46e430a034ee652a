/** A day that is typed: the pieces it makes, and what is none. */
import {
  findingsOf,
  pieceOf,
  piecesOf,
  rowAfter,
  rowsOf,
  withKind,
} from '@renderer/features/staffing/week/edited-day.ts';
import type { TeamWeek } from '@shared/contracts/http/schedules.ts';
import type { Piece } from '@shared/domain/schedule/piece.ts';
import { usualSettings } from '@shared/domain/schedule/work-settings.ts';
import { expect, it } from 'vitest';
import { piece, usualPieces } from '../../support/schedule/plans.ts';

it('[SCHED-36] a day is typed as it was planned, a night on into the next day', () => {
  const night = [
    { ...piece('calls', '21:00', '23:00'), to: 1_500 },
    { ...piece('break', '01:00', '01:15'), from: 1_500, to: 1_515 },
    { ...piece('calls', '01:15', '03:00'), from: 1_515, to: 1_620 },
  ];
  for (const pieces of [usualPieces, night, []])
    expect(piecesOf(rowsOf(pieces))).toEqual([...pieces].sort((a, b) => a.from - b.from));
  const added = rowAfter(rowsOf(night), ['kerdoual']);
  expect(added).toMatchObject({ from: '03:00', to: '04:00', nextDay: true, brandId: 'kerdoual' });
  expect(rowAfter([], ['kerdoual', 'solvenne'])).toMatchObject({ from: '09:00', brandId: null });
});

it('[SCHED-37] hours that are missing, the same or after noon of the next day make no activity', () => {
  const [row] = rowsOf([piece('calls', '09:00', '12:00')]);
  if (row === undefined) throw new Error('no row');
  expect(pieceOf({ ...row, to: '' })).toBeNull();
  expect(pieceOf({ ...row, to: '09:00' })).toBeNull();
  expect(pieceOf({ ...row, nextDay: true, to: '12:30' })).toBeNull();
  expect(pieceOf({ ...row, from: '22:00', to: '06:00' })).toMatchObject({ from: 1_320, to: 1_800 });
  expect(piecesOf([row, { ...row, from: '' }])).toBeNull();
});

it('[SCHED-36] a rest is nobody’s brand, and only what may be moved is movable', () => {
  const [row] = rowsOf([
    piece('campaign', '09:00', '12:00', { brandId: 'solvenne', movable: true }),
  ]);
  if (row === undefined) throw new Error('no row');
  expect(withKind(row, 'meal')).toMatchObject({ brandId: null, movable: false });
  expect(withKind(row, 'calls')).toMatchObject({ brandId: 'solvenne', movable: false });
});

it('[SCHED-36] of other days only what this one can change is said beside it', () => {
  const long = [piece('calls', '08:00', '13:00'), piece('meeting', '13:30', '20:00')];
  const person = {
    userId: 'a',
    name: 'Adèle Morin',
    brandIds: [],
    terms: { weeklyMinutes: 2_100, adultFrom: null, availability: null },
    days: [{ day: '2026-11-03', pieces: long }],
    worked: 690,
    wishes: [],
    absences: [],
    breaches: [],
  };
  const team = { week: '2026-11-02', settings: usualSettings } as TeamWeek;
  const rules = (day: string, pieces: readonly Piece[]) =>
    findingsOf(team, person, { day, pieces }).map((one) => `${one.rule} ${one.day}`);
  expect(rules('2026-11-03', long)).toContain('day-length 2026-11-03');
  expect(rules('2026-11-04', usualPieces)).not.toContain('day-length 2026-11-03');
  const early = [piece('meeting', '05:00', '06:30')];
  expect(rules('2026-11-04', early).join()).toContain('daily-rest');
});
