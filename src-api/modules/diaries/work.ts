/**
 * Other calendars of representatives are read each quarter of an hour, and those of CalDAV servers are told
 * his appointments, by one instance at a time.
 */
import { type Loop, startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { AskCalendar } from './calendar/ask-calendar.ts';
import { leaveSome } from './leave-service.ts';
import { pushSome } from './push-service.ts';
import { readSomeSource, type SourcesHub } from './sources-service.ts';

const quarterMs = 15 * 60_000;
const restMs = 15_000;

export const startCalendars = (
  hub: SourcesHub & Pick<HubDependencies, 'log'>,
  ask: AskCalendar,
): (() => Promise<void>) => {
  const turn: Loop['turn'] = async () => {
    const pushed = await pushSome(hub, ask);
    const left = await leaveSome(hub, ask);
    const readBefore = toInstant(hub.clock.now() - quarterMs);
    const read = await readSomeSource(hub, ask, { readBefore });
    return read === null && pushed === null && left === null ? restMs : 0;
  };
  const failure = 'calendars of representatives not worked on';
  return startLoop(hub.log, { failure, turn, afterFailureMs: restMs, firstMs: 5_000 });
};
