import { minuteOfDayOf } from '@shared/domain/calendar/zoned-time.ts';
import type { HubUnderTest } from './hub-under-test.ts';

const dawnMinute = 4 * 60;
const dayMinutes = 24 * 60;

/**
 * Turns the hub's clock on to four in the morning in Paris: the first hour that a diary offers is then the
 * first of a working day, whenever the test runs.
 */
export const turnToDawn = ({ clock }: Pick<HubUnderTest, 'clock'>): void => {
  const minute = minuteOfDayOf(clock.now(), 'Europe/Paris');
  clock.advance(((dawnMinute + dayMinutes - minute) % dayMinutes) * 60_000);
};
