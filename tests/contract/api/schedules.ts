/** A week without a holiday, and days in it that are published. */
import { dayLater, dayOfText, mondayOf } from '@shared/domain/calendar/day-text.ts';
import { isFrenchHoliday } from '@shared/domain/calendar/french-holidays.ts';
import type { Piece } from '@shared/domain/schedule/piece.ts';
import { usualPieces } from '../../support/schedule/plans.ts';
import type { HubUnderTest } from './hub-under-test.ts';

/** The Monday of the next week, or a later one, in which every day is worked. */
export const quietMonday = (nowMs: number): string => {
  for (let week = 1; ; week += 1) {
    const monday = dayLater(mondayOf(new Date(nowMs).toISOString().slice(0, 10)), week * 7);
    const days = Array.from({ length: 7 }, (_, on) => dayOfText(dayLater(monday, on)));
    if (!days.some(isFrenchHoliday)) return monday;
  }
};

/** As a lead would have published it. */
export const publishDay = async (
  hub: HubUnderTest,
  {
    userId,
    teamId,
    day,
    pieces = usualPieces,
  }: {
    readonly userId: string;
    readonly teamId: string;
    readonly day: string;
    readonly pieces?: readonly Piece[];
  },
): Promise<void> => {
  await hub.database.db
    .insertInto('schedule_days')
    .values({
      user_id: userId,
      team_id: teamId,
      day,
      stage: 'published',
      pieces: JSON.stringify(pieces),
    })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'day', 'stage']).doUpdateSet({ pieces: JSON.stringify(pieces) }),
    )
    .execute();
};
