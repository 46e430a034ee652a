/** Writes down what becomes of calls in queues, as the switch tells it and as its log says. */
import { startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import type { CentrePort, QueueEvent } from '@api/pbx/centre-port.ts';
import type { QueueFact } from '@shared/domain/queue-call/queue-call.ts';
import { takeFacts } from './facts-repository.ts';
import { keepHeard } from './heard-repository.ts';
import { readLogFile } from './read-log-file.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock' | 'newId' | 'log'>;

const writeEveryMs = 1000;
const readLogEveryMs = 10_000;
/** So much is kept for a database that is away; what is older is in the log. */
const keptFacts = 100_000;

const wholeS = (ms: number): number => Math.round(ms / 1000);

/** Null: that a telephone rang in vain says nothing of the call. */
export const factOf = (event: QueueEvent): QueueFact | null => {
  const { queue, legId } = event;
  const about = { queue, legId, at: Math.floor(event.at / 1000) * 1000 };
  switch (event.type) {
    case 'joined':
      return { ...about, kind: 'joined' };
    case 'taken':
      return { ...about, kind: 'taken', waitedS: wholeS(event.waitedMs), agent: event.extension };
    case 'left':
      return { ...about, kind: 'left', waitedS: wholeS(event.waitedMs), because: event.because };
    case 'ended':
      return { ...about, kind: 'ended', talkedS: wholeS(event.talkedMs) };
    case 'missed':
      return null;
  }
};

/** @returns how to stop it; what was heard is written before. */
export const startRecordingQueues = (
  hub: Hub,
  centre: CentrePort,
  logPath: string | null,
): (() => Promise<void>) => {
  let told: QueueFact[] = [];
  let heard = { id: hub.newId(), from: hub.clock.now() };
  const unwatch = centre.watch({
    event: (event) => {
      const fact = factOf(event);
      if (fact !== null) told = [...told, fact].slice(-keptFacts);
    },
    changed: () => undefined,
    away: () => undefined,
    back: () => {
      heard = { id: hub.newId(), from: hub.clock.now() };
    },
  });
  const write = async (): Promise<void> => {
    const { id, from } = heard;
    const until = hub.clock.now();
    const facts = told;
    await takeFacts(hub.database.db, facts);
    told = told.slice(facts.length);
    if (centre.state() === 'ready') await keepHeard(hub.database.db, id, { from, until });
  };
  const stopWriting = startLoop(hub.log, {
    failure: 'queues unwritten',
    afterFailureMs: 2000,
    turn: async () => {
      await write();
      return writeEveryMs;
    },
  });
  const stopReading =
    logPath === null
      ? null
      : startLoop(hub.log, {
          failure: 'the queue log is unread',
          afterFailureMs: readLogEveryMs,
          turn: async () => {
            await readLogFile(hub, logPath);
            return readLogEveryMs;
          },
        });
  return async () => {
    unwatch();
    await Promise.all([stopWriting(), stopReading?.()]);
    await write().catch(() => undefined);
  };
};
