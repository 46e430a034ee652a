/**
 * What advisors did with their time and what became of their calls: shares and averages of what was added
 * up. Times are seconds. Terms as in the COPC standard and the switch's own log: handling = talk + hold +
 * wrap-up, occupancy = handling states ÷ (handling states + ready).
 */
import { type CallGroup, type QueueTarget, queueFigures } from '../queue-call/figures.ts';

/** A customer who is in touch again within so many days came again. */
export const repeatDays = 7;
/** A state that nobody changed for longer than any shift belongs to a desktop that is gone. */
export const longestStateHours = 16;

export const timedStates = ['ready', 'busy', 'wrap-up', 'do-not-disturb', 'pause'] as const;
export type TimedState = (typeof timedStates)[number];
export type StateSeconds = { readonly [state in TimedState]: number };

/** Of calls that were answered and are over; a sum of each. */
export type CallSums = {
  readonly handled: number;
  readonly cameIn: number;
  readonly talkMs: number;
  readonly holdMs: number;
  readonly wrapUpMs: number;
  readonly blind: number;
  readonly attended: number;
  readonly unsaid: number;
  /** Of customers who are known and came by themselves. */
  readonly contacts: number;
  readonly repeats: number;
  readonly settled: number;
  readonly unsettled: number;
  readonly pending: number;
  /** From a queue, and of them in time. */
  readonly taken: number;
  readonly inTime: number;
  /** Talk and hold of what the switch counts as calls of queues. */
  readonly queueMs: number;
};

export const noCalls: CallSums = {
  handled: 0,
  cameIn: 0,
  talkMs: 0,
  holdMs: 0,
  wrapUpMs: 0,
  blind: 0,
  attended: 0,
  unsaid: 0,
  contacts: 0,
  repeats: 0,
  settled: 0,
  unsettled: 0,
  pending: 0,
  taken: 0,
  inTime: 0,
  queueMs: 0,
};

export type Counted = {
  /** Null: this cut says nothing of people's time. */
  readonly states: StateSeconds | null;
  readonly calls: CallSums;
  /** Of campaigns; null: this cut says nothing of them. */
  readonly goals: { readonly reached: number; readonly won: number } | null;
  /** Of the switch; null: this cut says nothing of queues. */
  readonly queue: readonly CallGroup[] | null;
};

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const seconds = (ms: number): number => ms / 1000;

const timesOf = (states: StateSeconds) => {
  const { ready, busy, pause } = states;
  const wrapUp = states['wrap-up'];
  const doNotDisturb = states['do-not-disturb'];
  const handling = busy + wrapUp;
  return {
    readyS: ready,
    busyS: busy,
    wrapUpS: wrapUp,
    doNotDisturbS: doNotDisturb,
    pauseS: pause,
    signedInS: ready + busy + wrapUp + doNotDisturb + pause,
    occupancy: share(handling, handling + ready),
  };
};

const handlingOf = ({ handled, cameIn, talkMs, holdMs, wrapUpMs }: CallSums) => {
  const average = (ms: number): number | null => share(seconds(ms), handled);
  return {
    handled,
    cameIn,
    talkS: seconds(talkMs),
    holdS: seconds(holdMs),
    wrapUpS: seconds(wrapUpMs),
    handlingS: seconds(talkMs + holdMs + wrapUpMs),
    averageTalkS: average(talkMs),
    averageHoldS: average(holdMs),
    averageWrapUpS: average(wrapUpMs),
    averageHandlingS: average(talkMs + holdMs + wrapUpMs),
  };
};

const contactsOf = (calls: CallSums) => {
  const { contacts, repeats, settled, unsettled, pending } = calls;
  return {
    contacts,
    repeats,
    repeatRate: share(repeats, contacts),
    settled,
    known: settled + unsettled,
    pending,
    firstContactResolution: share(settled, settled + unsettled),
  };
};

/** What is told of one row, or of all of them. */
export const centreFigures = (
  { states, calls, goals, queue }: Counted,
  targetOf: (queue: string) => QueueTarget,
) => {
  const { blind, attended, unsaid, handled, taken, inTime, queueMs } = calls;
  const transfers = blind + attended + unsaid;
  return {
    states: states === null ? null : timesOf(states),
    handling: handlingOf(calls),
    transfers: { all: transfers, blind, attended, unsaid, rate: share(transfers, handled) },
    contacts: contactsOf(calls),
    fromQueues: { taken, inTime, inTimeRate: share(inTime, taken), talkS: seconds(queueMs) },
    queue: queue === null ? null : queueFigures(queue, targetOf),
    goals: goals === null ? null : { ...goals, conversion: share(goals.won, goals.reached) },
  };
};
export type CentreFigures = ReturnType<typeof centreFigures>;
