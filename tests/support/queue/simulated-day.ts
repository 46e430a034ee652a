/** A day of calls in the queues of a switch: what it tells of them, what its log says, and what is so. */
import type { QueueEvent } from '@api/pbx/centre-port.ts';
import { seeded } from '@shared/kernel/seeded.ts';

type About = { readonly queue: string; readonly callId: string; readonly legId: string };

export type SimulatedCall = About & {
  readonly joinedAt: number;
  readonly end: 'taken' | 'hung-up' | 'too-long' | 'nobody-there' | 'sent-on';
  readonly waitedS: number;
  readonly talkedS: number;
};

const ends = ['taken', 'hung-up', 'too-long', 'nobody-there', 'sent-on'] as const;

/** `begins`: the first moment of the day, in milliseconds. */
export const simulatedDay = (
  queues: readonly string[],
  count: number,
  { begins, seed }: { readonly begins: number; readonly seed: number },
): SimulatedCall[] => {
  const chance = seeded(seed);
  const below = (most: number): number => Math.floor(chance.next() * most);
  return Array.from({ length: count }, (_, place) => {
    const draw = chance.next();
    const end = draw < 0.85 ? 'taken' : draw < 0.95 ? 'hung-up' : (ends[2 + below(3)] ?? 'taken');
    const legId = `lab-${begins / 1000}.${place}`;
    return {
      queue: queues[below(queues.length)] ?? '',
      callId: legId,
      legId,
      // From eight o'clock on, for ten hours.
      joinedAt: begins + 8 * 3_600_000 + below(36_000_000),
      end,
      waitedS: below(end === 'hung-up' ? 90 : 60),
      talkedS: end === 'taken' ? 20 + below(600) : 0,
    };
  });
};

export const eventsOf = (call: SimulatedCall): QueueEvent[] => {
  const { queue, callId, legId, joinedAt, end, waitedS, talkedS } = call;
  const about = { queue, callId, legId };
  const leftAt = joinedAt + waitedS * 1000 + 120;
  const waitedMs = waitedS * 1000;
  const joined: QueueEvent = { ...about, at: joinedAt, type: 'joined', number: null, position: 1 };
  if (end !== 'taken')
    return [joined, { ...about, at: leftAt, type: 'left', because: end, waitedMs }];
  const extension = '6001';
  const endedAt = leftAt + talkedS * 1000 + 80;
  const ended = { talkedMs: talkedS * 1000, by: 'customer' } as const;
  return [
    joined,
    { ...about, at: leftAt - 5, type: 'missed', extension, rangMs: 900 },
    { ...about, at: leftAt, type: 'taken', extension, waitedMs },
    { ...about, at: endedAt, type: 'ended', extension, ...ended },
  ];
};

const inLog = {
  'hung-up': 'ABANDON|1|1|',
  'too-long': 'EXITWITHTIMEOUT|1|1|',
  'nobody-there': 'EXITEMPTY|1|1|',
  'sent-on': 'EXITWITHKEY|9|1|1|',
} as const;

/** The lines in which the log tells of it; it counts whole seconds by its own clock, a little late. */
export const linesOf = (call: SimulatedCall): string[] => {
  const { queue, legId, joinedAt, end, waitedS, talkedS } = call;
  const line = (ms: number, agent: string, words: string) =>
    `${Math.floor((ms + 30) / 1000)}|${legId}|${queue}|${agent}|${words}`;
  const leftAt = joinedAt + waitedS * 1000 + 120;
  const joined = line(joinedAt, 'NONE', 'ENTERQUEUE||+33639980123|1');
  if (end !== 'taken') return [joined, line(leftAt, 'NONE', `${inLog[end]}${waitedS}`)];
  const done = talkedS % 3 === 0 ? 'COMPLETEAGENT' : 'COMPLETECALLER';
  return [
    joined,
    line(leftAt - 5, '6001', 'RINGNOANSWER|900'),
    line(leftAt, '6001', `CONNECT|${waitedS}|lab-1.1|2`),
    line(leftAt + talkedS * 1000 + 80, '6001', `${done}|${waitedS}|${talkedS}|1`),
  ];
};

/** In the order of time, as it stands in the file. */
export const logOf = (calls: readonly SimulatedCall[]): string =>
  `1795956331|NONE|NONE|NONE|QUEUESTART|\n${calls
    .flatMap(linesOf)
    .sort((a, b) => Number(a.split('|', 1)[0]) - Number(b.split('|', 1)[0]))
    .join('\n')}\n`;
