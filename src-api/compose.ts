/** Puts the real parts together: database, migrations, seed, application, listening. */
import { webcrypto } from 'node:crypto';
import { systemClock } from '@shared/kernel/clock.ts';
import { makeIds } from '@shared/kernel/ids.ts';
import type { FastifyBaseLogger } from 'fastify';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { type DatabaseHandle, openDatabase } from './db/database.ts';
import { startCluster } from './db/embedded/cluster.ts';
import { tokenSecretOf } from './db/hub-settings.ts';
import { migrate } from './db/migrate.ts';
import { startHousekeeping } from './housekeeping.ts';
import { startEvents } from './modules/campaigns/event-work.ts';
import { startLists } from './modules/campaigns/list-work.ts';
import { startDialler } from './modules/dialler/dialler.ts';
import { makeAskCalendar } from './modules/diaries/calendar/ask-calendar.ts';
import { startCalendars } from './modules/diaries/work.ts';
import { createFirstAdministrator } from './modules/directory/service.ts';
import { startArrivals } from './modules/distribution/arrival-work.ts';
import { startDriving } from './modules/distribution/drive.ts';
import { startFindingDuplicates } from './modules/duplicates/find-duplicates.ts';
import { startExports } from './modules/exports/work.ts';
import { startImports } from './modules/imports/work.ts';
import { startInsights } from './modules/insights/worker.ts';
import { startAlerts } from './modules/lead-alerts/watch.ts';
import type { LeadBoard } from './modules/lead-board/board.ts';
import { startRecordingQueues } from './modules/queue-figures/record.ts';
import type { RecordingParts } from './modules/recordings/recording-parts.ts';
import { startRecordings } from './modules/recordings/work.ts';
import { startSequences } from './modules/sequences/work.ts';
import { servedWire } from './modules/sync/leave-out.ts';
import { startSettlingHelps } from './modules/team-help/settle-helps.ts';
import { startDeliveries } from './modules/webhooks/deliver.ts';
import { makePost } from './modules/webhooks/post.ts';
import { AsteriskRecorder } from './pbx/asterisk-recorder.ts';
import type { CentrePort } from './pbx/centre-port.ts';
import { openSwitch } from './pbx/open-switch.ts';
import type { PbxPort } from './pbx/pbx-port.ts';
import { type Activity, watchActivity } from './plugins/activity.ts';
import { seedWhenEmpty } from './seed/seed.ts';

export type Progress = (text: string, done: number, total: number) => void;
export type RunningHub = {
  readonly apiUrl: string;
  readonly trainingUrl: string | null;
  readonly databaseUrl: string;
  readonly close: () => Promise<void>;
};

/** The demo is the same everywhere, but for the dates, which are told from the seeding on. */
const demoSeed = 20_817;

const randomBytes = (length: number) => webcrypto.getRandomValues(new Uint8Array(length));

type OpenedDatabase = { readonly handle: DatabaseHandle; readonly close: () => Promise<void> };

const openConfigured = async (config: Config, log: FastifyBaseLogger): Promise<OpenedDatabase> => {
  const lost = (error: Error) => log.warn({ cause: error.message }, 'database connection lost');
  if (config.databaseUrl !== undefined) {
    const handle = openDatabase(config.databaseUrl, lost);
    return { handle, close: handle.close };
  }
  const cluster = await startCluster({
    dataDir: config.dataDir,
    log: (line) => log.debug({ from: 'postgres' }, line),
  });
  const handle = openDatabase(cluster.url, lost);
  const close = async () => {
    await handle.close();
    await cluster.stop();
  };
  return { handle, close };
};

type Worked = {
  readonly database: DatabaseHandle;
  readonly log: FastifyBaseLogger;
  readonly newId: () => string;
  readonly dialSwitch: PbxPort | null;
  readonly recording: RecordingParts | null;
  readonly centre: CentrePort | null;
  readonly activity: Activity;
  readonly board: LeadBoard;
};

/** What a hub does by itself. @returns how to stop it; what is under way is ended first. */
const startBackground = (
  config: Config,
  { database, log, newId, dialSwitch, centre, recording, activity, board }: Worked,
): (() => Promise<void>) => {
  const hub = { database, clock: systemClock, newId, random: randomBytes, log, recording };
  const stopFinding = startFindingDuplicates(database, systemClock, log);
  const stopHousekeeping = startHousekeeping(database, systemClock, log, newId);
  const stopInsights = startInsights(hub);
  const stopExports = startExports(hub);
  const stopImports = startImports(hub, activity);
  const stopDialler = dialSwitch === null ? null : startDialler(hub, dialSwitch);
  const stopRecordings = recording === null ? null : startRecordings(hub, recording);
  const stopHelps = startSettlingHelps({ ...hub, centre });
  const stopQueues = centre === null ? null : startRecordingQueues(hub, centre, config.queueLog);
  const stopDriving = centre === null ? null : startDriving(hub, centre);
  const stopAlerts = startAlerts(hub, board);
  const stopArrivals = centre === null ? null : startArrivals(hub, centre);
  const stopLists = startLists(hub);
  const stopSequences = startSequences(hub);
  const stopCalendars = startCalendars(hub, makeAskCalendar(config.connectorNetwork));
  const stopEvents = startEvents(hub);
  const stopDeliveries = startDeliveries(hub, makePost(config.webhookNetwork));
  return async () => {
    stopHousekeeping();
    await Promise.all([
      stopInsights(),
      stopFinding(),
      stopCalendars(),
      stopSequences(),
      stopDeliveries(),
      stopImports(),
      stopLists(),
      stopEvents(),
      stopExports(),
      stopDialler?.(),
      stopRecordings?.(),
      stopHelps(),
      stopQueues?.(),
      stopDriving?.(),
      stopAlerts(),
      stopArrivals?.(),
    ]);
    await recording?.recorder.close();
    await dialSwitch?.close();
  };
};

/** Without a switch that the hub can ask there is nothing to record with. */
const recordingOf = (config: Config, log: FastifyBaseLogger): RecordingParts | null =>
  config.recording === null || config.dialler === null
    ? null
    : { ...config.recording, recorder: new AsteriskRecorder(config.dialler, log) };

/** Starts everything. @throws what failed; whatever had started is ended before. */
export const startHub = async (
  config: Config,
  log: FastifyBaseLogger,
  progress: Progress,
): Promise<RunningHub> => {
  progress('starting the database', 0, 3);
  const opened = await openConfigured(config, log);
  try {
    progress('preparing the database', 1, 3);
    await migrate(opened.handle.db);
    await seedWhenEmpty(opened.handle, {
      customers: config.seedCustomers,
      nowMs: systemClock.now(),
      seed: demoSeed,
      progress,
    });
    const newId = makeIds(systemClock, randomBytes);
    if (config.firstAdmin !== null)
      await createFirstAdministrator(opened.handle.db, newId, config.firstAdmin);
    const parts = {
      ...openSwitch(config.dialler, systemClock, log),
      recording: recordingOf(config, log),
    };
    const app = await buildApp({
      database: opened.handle,
      clock: systemClock,
      newId,
      random: randomBytes,
      log,
      tokenSecret: await tokenSecretOf(opened.handle.db, config.tokenSecret, randomBytes),
      allowedOrigins: config.allowedOrigins,
      pbx: config.pbx,
      ...parts,
      training: config.training,
      wire: servedWire(config.oldestProtocol),
      webhookNetwork: config.webhookNetwork,
      connectorNetwork: config.connectorNetwork,
    });
    const stopWork = startBackground(config, {
      database: opened.handle,
      log,
      newId,
      ...parts,
      activity: watchActivity(app, () => performance.now()),
      board: app.leadBoard,
    });
    progress('listening', 2, 3);
    const apiUrl = await app.listen({ host: config.host, port: config.port });
    return {
      apiUrl,
      trainingUrl: config.training ? `${apiUrl.replace(/^http/, 'ws')}/sip` : null,
      databaseUrl: opened.handle.url,
      close: async () => {
        await stopWork();
        await app.close();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
};
