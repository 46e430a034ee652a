/** Plans of one person, short to write. */
import type { Piece, PlannedDay } from '@shared/domain/schedule/piece.ts';
import type { PersonPlan } from '@shared/domain/schedule/work-rule.ts';
import { usualSettings } from '@shared/domain/schedule/work-settings.ts';

export const minuteOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};

/** `piece('meal', '12:00', '12:45')` */
export const piece = (
  kind: Piece['kind'],
  from: string,
  to: string,
  more: Partial<Piece> = {},
): Piece => ({
  kind,
  from: minuteOf(from),
  to: minuteOf(to),
  brandId: kind === 'calls' || kind === 'campaign' ? 'kerdoual' : null,
  movable: false,
  ...more,
});

/** Calls from nine to a quarter to five with a meal and two breaks: seven hours. */
export const usualPieces: readonly Piece[] = [
  piece('calls', '09:00', '10:30'),
  piece('break', '10:30', '10:40'),
  piece('calls', '10:40', '12:00'),
  piece('meal', '12:00', '12:45'),
  piece('calls', '12:45', '14:45'),
  piece('break', '14:45', '14:55'),
  piece('calls', '14:55', '16:45'),
];

export const dayOf = (day: string, pieces: readonly Piece[] = usualPieces): PlannedDay => ({
  day,
  pieces: [...pieces],
});

export const plan = (
  days: readonly PlannedDay[],
  {
    settings = {},
    ...more
  }: Partial<Omit<PersonPlan, 'settings'>> & {
    readonly settings?: Partial<PersonPlan['settings']>;
  } = {},
): PersonPlan => ({
  days,
  weeklyMinutes: 2_100,
  adultFrom: null,
  absences: [],
  availability: null,
  zone: 'Europe/Paris',
  ...more,
  settings: { ...usualSettings, ...settings },
});
