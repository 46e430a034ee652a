/** What a hub forgets by itself, at the start and once a day. */

import { messagesKeptDays } from '@shared/contracts/http/help-messages.ts';
import { undoDays } from '@shared/domain/import/import-state.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import type { FastifyBaseLogger } from 'fastify';
import type { DatabaseHandle } from './db/database.ts';
import { sealAudit } from './modules/audit/seals-repository.ts';
import { forgetExpiredTokens } from './modules/auth/repository.ts';
import { forgetUnseen } from './modules/calls-in-view/repository.ts';
import { forgetDryRuns } from './modules/campaigns/lists-repository.ts';
import { expireCarts } from './modules/carts/repository.ts';
import { forgetAnswers } from './modules/connectors/answers-repository.ts';
import { forgetDialled } from './modules/dialler/calls-repository.ts';
import { forgetArrivals } from './modules/distribution/arrivals-repository.ts';
import { expireExports } from './modules/exports/repository.ts';
import { forgetMessages } from './modules/help-messages/repository.ts';
import { forgetBodies } from './modules/hooks/repository.ts';
import { forgetOldImports } from './modules/imports/repository.ts';
import { forgetIvr } from './modules/ivr/repository.ts';
import { forgetAlerts } from './modules/lead-alerts/watch-repository.ts';
import { forgetDesks } from './modules/lead-board/desks-repository.ts';
import { purgeAtNight } from './modules/privacy/retention-service.ts';
import { forgetFacts } from './modules/queue-figures/facts-repository.ts';
import { forgetRuns } from './modules/role-plays/runs-repository.ts';
import { pruneChanges } from './modules/sync/change-log-repository.ts';
import { forgetDeliveries } from './modules/webhooks/repository.ts';

const dayMs = 24 * 3_600_000;
/** A desktop that was away longer loads everything again. */
export const changeLogDays = 30;
/** How a trainee once played is of no use any more. */
const reportDays = 365;
/** The bytes that another system sent, once they took effect or were given up. */
const bodyDays = 30;
/** Of what leads were told. */
const alertDays = 90;
/** What subscribers were told. */
const toldDays = 7;

export const keepHouse = async (database: DatabaseHandle, clock: Clock): Promise<void> => {
  await pruneChanges(database.db, toInstant(clock.now() - changeLogDays * dayMs));
  await forgetExpiredTokens(database.db, toInstant(clock.now() - dayMs));
  const playedBefore = toInstant(clock.now() - reportDays * dayMs);
  await forgetRuns(database.db, playedBefore);
  await forgetDeliveries(database.db, {
    delivered: toInstant(clock.now() - toldDays * dayMs),
    dead: toInstant(clock.now() - bodyDays * dayMs),
  });
  await forgetAnswers(database.db, toInstant(clock.now()));
  await forgetIvr(database.db, toInstant(clock.now() - bodyDays * dayMs));
  await forgetOldImports(database.db, toInstant(clock.now() - undoDays * dayMs));
  await forgetDialled(database.db, toInstant(clock.now() - bodyDays * dayMs));
  await forgetFacts(database.db, clock.now() - bodyDays * dayMs);
  await forgetArrivals(database.db, toInstant(clock.now() - dayMs));
  await forgetBodies(database.db, toInstant(clock.now() - bodyDays * dayMs));
  await forgetAlerts(database.db, toInstant(clock.now() - alertDays * dayMs));
  await forgetMessages(database.db, toInstant(clock.now() - messagesKeptDays * dayMs));
  await forgetDesks(database.db, toInstant(clock.now() - dayMs));
};

/** What is over is taken back from every desktop soon after; several hubs may say so at once. */
const passingMs = 15_000;
export const passTime = async (database: DatabaseHandle, clock: Clock): Promise<void> => {
  await forgetUnseen(database.db, toInstant(clock.now()));
  await expireCarts(database.db, toInstant(clock.now()));
  await expireExports(database.db, toInstant(clock.now()));
  await forgetDryRuns(database.db, toInstant(clock.now() - dayMs));
};

/** The journal becomes evidence soon after it is written. */
const sealingMs = 60_000;
const sealJournal = async (database: DatabaseHandle, clock: Clock): Promise<void> => {
  await sealAudit(database.db, toInstant(clock.now()));
};

const hourMs = 3_600_000;

/** @returns how to stop it. */
export const startHousekeeping = (
  database: DatabaseHandle,
  clock: Clock,
  log: FastifyBaseLogger,
  newId: () => string,
): (() => void) => {
  const every = (ms: number, work: typeof keepHouse) => {
    const run = () => {
      work(database, clock).catch((error: unknown) => {
        log.warn({ cause: error instanceof Error ? error.message : 'unknown' }, 'house not kept');
      });
    };
    run();
    const timer = setInterval(run, ms);
    timer.unref();
    return timer;
  };
  const purge = async () => {
    const done = await purgeAtNight({ database, clock, newId });
    if (done.length > 0) log.info({ purges: done.length }, 'purged');
  };
  const timers = [
    every(dayMs, keepHouse),
    every(passingMs, passTime),
    every(sealingMs, sealJournal),
    every(hourMs, purge),
  ];
  return () => timers.forEach(clearInterval);
};
