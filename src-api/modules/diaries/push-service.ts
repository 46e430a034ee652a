/**
 * Puts a representative's appointments onto his CalDAV calendars: new, moved and cancelled ones, until the
 * calendar has taken them. One that is away gets them later; what it refused is said with it.
 */
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { AskCalendar } from './calendar/ask-calendar.ts';
import { type CalDav, putThere, takeAway } from './calendar/caldav.ts';
import { uidOf, writeCalendar } from './calendar/write-calendar.ts';
import {
  findUnpushed,
  keepPushed,
  sayPushProblem,
  takeCalDav,
  type Unpushed,
} from './pushed-repository.ts';
import type { SourcesHub } from './sources-service.ts';

const dayMs = 86_400_000;
const atOnce = 50;

const pushOne = (ask: AskCalendar, calendar: CalDav, { appointment, zone }: Unpushed) => {
  const uid = uidOf(appointment.id);
  return appointment.status === 'cancelled'
    ? takeAway(ask, calendar, uid)
    : putThere(ask, calendar, { uid, text: writeCalendar('Parlance', zone, [appointment]) });
};

/** @returns how many were taken; null: no calendar waits for any. */
export const pushSome = (hub: SourcesHub, ask: AskCalendar): Promise<number | null> =>
  hub.database.db.transaction().execute(async (tx) => {
    const endsAfter = toInstant(hub.clock.now() - dayMs);
    const retryBefore = toInstant(hub.clock.now() - 30_000);
    const source = await takeCalDav(tx, { endsAfter, retryBefore });
    if (source === null) return null;
    const seal = await sealOf(hub.database.db, hub.random);
    const as = { userName: source.userName, password: seal.open(source.secret) };
    let taken = 0;
    for (const one of await findUnpushed(tx, source, { endsAfter, limit: atOnce })) {
      const problem = await pushOne(ask, { address: source.address, as }, one);
      if (problem !== null) {
        await sayPushProblem(tx, source.id, problem, toInstant(hub.clock.now()));
        return taken;
      }
      await keepPushed(tx, source.id, one.appointment);
      taken += 1;
    }
    await sayPushProblem(tx, source.id, null, toInstant(hub.clock.now()));
    return taken;
  });
