/**
 * Takes Parlance's appointments away from a calendar that was disconnected, until none is left there; then
 * its account is forgotten. One that does not answer is asked again for a week, and then left as it is.
 */
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { AskCalendar } from './calendar/ask-calendar.ts';
import { takeAway } from './calendar/caldav.ts';
import { uidOf } from './calendar/write-calendar.ts';
import {
  findPushedOf,
  forgetPushed,
  forgetSource,
  sayPushProblem,
  takeLeaving,
} from './pushed-repository.ts';
import type { SourcesHub } from './sources-service.ts';

const retryMs = 30_000;
const givenUpAfterMs = 7 * 86_400_000;
const atOnce = 50;

/** @returns how many were taken away; null: no calendar waits for it. */
export const leaveSome = (hub: SourcesHub, ask: AskCalendar): Promise<number | null> =>
  hub.database.db.transaction().execute(async (tx) => {
    const nowMs = hub.clock.now();
    const source = await takeLeaving(tx, toInstant(nowMs - retryMs));
    if (source === null) return null;
    const seal = await sealOf(hub.database.db, hub.random);
    const as = { userName: source.userName, password: seal.open(source.secret) };
    let taken = 0;
    for (const id of await findPushedOf(tx, source.id, atOnce)) {
      const problem = await takeAway(ask, { address: source.address, as }, uidOf(id));
      if (problem !== null) {
        const isOver = nowMs - Date.parse(source.leavingSince) > givenUpAfterMs;
        if (isOver) await forgetSource(tx, source.id);
        else await sayPushProblem(tx, source.id, problem, toInstant(nowMs));
        return taken;
      }
      await forgetPushed(tx, source.id, id);
      taken += 1;
    }
    // Fewer than may be left were left: nothing of ours stands there any more.
    if (taken < atOnce) await forgetSource(tx, source.id);
    return taken;
  });
