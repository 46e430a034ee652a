/** Other calendars of representatives are read each quarter of an hour, by one instance at a time. */
import { type Loop, startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { FetchCalendar } from './calendar/fetch-calendar.ts';
import { readSomeSource, type SourcesHub } from './sources-service.ts';

const quarterMs = 15 * 60_000;
const restMs = 30_000;

export const startReadingCalendars = (
  hub: SourcesHub & Pick<HubDependencies, 'log'>,
  fetchCalendar: FetchCalendar,
): (() => Promise<void>) => {
  const turn: Loop['turn'] = async () => {
    const readBefore = toInstant(hub.clock.now() - quarterMs);
    const read = await readSomeSource(hub, fetchCalendar, { readBefore });
    return read === null ? restMs : 0;
  };
  const failure = 'reading a calendar failed';
  return startLoop(hub.log, { failure, turn, afterFailureMs: restMs, firstMs: 5_000 });
};
