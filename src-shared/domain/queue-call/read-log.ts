/** Asterisk's queue log: `epoch|leg|queue|agent|event|…`, one line for each thing that happens. */
import type { QueueFact } from './queue-call.ts';

const seconds = (text: string | undefined): number | null => {
  const value = Number(text);
  return text === undefined || text === '' || !Number.isInteger(value) || value < 0 ? null : value;
};

const left = {
  ABANDON: 'hung-up',
  EXITWITHTIMEOUT: 'too-long',
  EXITEMPTY: 'nobody-there',
} as const;

/** Null: the line tells nothing of a call, or is none. */
export const readLogLine = (line: string): QueueFact | null => {
  const [epoch, legId = '', queue = '', agent = '', event = '', ...data] = line.trim().split('|');
  const at = seconds(epoch);
  if (at === null || legId === '' || queue === '' || queue === 'NONE') return null;
  const about = { queue, legId, at: at * 1000 };
  const withWait = (text: string | undefined, make: (waitedS: number) => QueueFact) => {
    const waitedS = seconds(text);
    return waitedS === null ? null : make(waitedS);
  };
  switch (event) {
    case 'ENTERQUEUE':
      return { ...about, kind: 'joined' };
    case 'CONNECT':
      return withWait(data[0], (waitedS) => ({ ...about, kind: 'taken', waitedS, agent }));
    case 'ABANDON':
    case 'EXITWITHTIMEOUT':
    case 'EXITEMPTY':
      return withWait(data[2], (waitedS) => ({
        ...about,
        kind: 'left',
        waitedS,
        because: left[event],
      }));
    case 'EXITWITHKEY':
      return withWait(data[3], (waitedS) => ({
        ...about,
        kind: 'left',
        waitedS,
        because: 'sent-on',
      }));
    case 'COMPLETEAGENT':
    case 'COMPLETECALLER':
      return withWait(data[1], (talkedS) => ({ ...about, kind: 'ended', talkedS }));
    case 'BLINDTRANSFER':
    case 'ATTENDEDTRANSFER':
      // Whatever the transfer is told by, its last three are the wait, the talk and the place.
      return withWait(data.at(-2), (talkedS) => ({ ...about, kind: 'ended', talkedS }));
    default:
      return null;
  }
};

/** A part of the log. @returns its facts, and how much of it has been read: a line may be cut. */
export const readLog = (text: string): { readonly facts: QueueFact[]; readonly read: number } => {
  const end = text.lastIndexOf('\n') + 1;
  const lines = text.slice(0, end).split('\n');
  return { facts: lines.flatMap((line) => readLogLine(line) ?? []), read: end };
};
