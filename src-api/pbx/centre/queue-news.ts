/**
 * What becomes of each call in a queue, read from what the switch tells. A call that leaves its queue
 * is on its way to an advisor, gave up, or waited too long: the first is told at once, and the others
 * look alike until the leg is asked what its queue left it with.
 */
import type { AmiMessage } from '../ami/message.ts';
import type { LeftBecause, QueueEvent } from '../centre-port.ts';
import type { Legs } from './legs.ts';
import type { LineNames } from './line-names.ts';

export type QueueNewsParts = {
  readonly names: LineNames;
  readonly legs: Legs;
  /** What the switch says of a leg now; null when there is no such leg. @throws when it is away. */
  readonly statusOf: (channel: string) => Promise<AmiMessage | null>;
  readonly tell: (event: QueueEvent) => void;
};

type Leaving = {
  readonly queue: string;
  readonly legId: string;
  readonly callId: string;
  readonly channel: string;
  readonly at: number;
  readonly waitedMs: number;
  timer: NodeJS.Timeout | undefined;
};

/** In a talk that came of a queue, until the switch says how it ended. */
type Talking = {
  readonly about: Pick<QueueEvent, 'queue' | 'callId' | 'legId'>;
  readonly extension: string;
  readonly at: number;
  timer: NodeJS.Timeout | undefined;
};

const askAgainMs = 300;
/** How long the end of a talk may be told after the leg is gone. */
const endWithinMs = 1_500;

const becauseOf: Readonly<Record<string, LeftBecause>> = {
  TIMEOUT: 'too-long',
  FULL: 'nobody-there',
  JOINEMPTY: 'nobody-there',
  LEAVEEMPTY: 'nobody-there',
  JOINUNAVAIL: 'nobody-there',
  LEAVEUNAVAIL: 'nobody-there',
};
const endedBy: Readonly<Record<string, 'advisor' | 'customer' | 'transfer'>> = {
  agent: 'advisor',
  caller: 'customer',
  transfer: 'transfer',
};

const seconds = (text: string): number => (Number(text) || 0) * 1000;

/** By the switch's clock where it tells it, so that every hub says the same. */
const instantOf = (message: AmiMessage, now: number): number => {
  const told = Number(message.get('Timestamp'));
  return told > 0 ? Math.round(told * 1000) : now;
};

export class QueueNews {
  readonly #parts: QueueNewsParts;
  readonly #leaving = new Map<string, Leaving>();
  readonly #joinedAt = new Map<string, number>();
  readonly #talking = new Map<string, Talking>();

  constructor(parts: QueueNewsParts) {
    this.#parts = parts;
  }

  /** Nothing is heard any more: what was under way is told by nobody. */
  away(): void {
    for (const { timer } of this.#leaving.values()) clearTimeout(timer);
    for (const { timer } of this.#talking.values()) clearTimeout(timer);
    this.#leaving.clear();
    this.#joinedAt.clear();
    this.#talking.clear();
  }

  /** Somebody waits who came unheard. */
  waits(legId: string, since: number): void {
    if (!this.#leaving.has(legId) && !this.#joinedAt.has(legId)) this.#joinedAt.set(legId, since);
  }

  hear(message: AmiMessage, now: number): void {
    const legId = message.get('Uniqueid');
    const at = instantOf(message, now);
    const event = message.get('Event');
    if (event === 'QueueCallerJoin') this.#joined(message, at);
    else if (event === 'QueueCallerAbandon') this.#abandoned(message, at);
    else if (event === 'QueueCallerLeave') this.#left(message, at);
    else if (event === 'AgentConnect') this.#taken(message, at);
    else if (event === 'AgentRingNoAnswer') this.#missed(message, at);
    else if (event === 'AgentComplete') this.#ended(message, at);
    else if (event === 'Hangup') {
      this.#gone(legId, message.variable('QUEUESTATUS'));
      this.#untold(legId, at);
    }
  }

  #about(message: AmiMessage, at: number) {
    const legId = message.get('Uniqueid');
    const uid = message.variable('CALLUID');
    const callId = uid === '' ? this.#parts.legs.callIdOf(legId) : uid;
    return { queue: message.get('Queue'), callId, legId, at };
  }

  #joined(message: AmiMessage, at: number): void {
    const about = this.#about(message, at);
    this.#joinedAt.set(about.legId, at);
    const number = message.get('CallerIDNum');
    this.#parts.tell({
      ...about,
      type: 'joined',
      number: /^[+\d]/.test(number) ? number : null,
      position: Number(message.get('Position')) || 1,
    });
  }

  #abandoned(message: AmiMessage, at: number): void {
    const about = this.#about(message, at);
    const waitedMs = seconds(message.get('HoldTime'));
    this.#joinedAt.delete(about.legId);
    // Who hangs up is told of before she leaves.
    if (this.#parts.legs.get(about.legId)?.isEnding === true)
      this.#parts.tell({ ...about, type: 'left', because: 'hung-up', waitedMs });
    else this.#wait({ ...about, channel: message.get('Channel'), waitedMs, timer: undefined });
  }

  #left(message: AmiMessage, at: number): void {
    const about = this.#about(message, at);
    const joinedAt = this.#joinedAt.get(about.legId);
    if (joinedAt === undefined || this.#leaving.has(about.legId)) return;
    const waitedMs = Math.max(0, Math.floor((at - joinedAt) / 1000) * 1000);
    this.#wait({ ...about, channel: message.get('Channel'), waitedMs, timer: undefined });
  }

  #taken(message: AmiMessage, at: number): void {
    const about = this.#about(message, at);
    this.#forget(about.legId);
    const extension = this.#extensionIn(message);
    const waitedMs = seconds(message.get('HoldTime'));
    const { at: _, ...talk } = about;
    this.#talking.set(about.legId, { about: talk, extension, at, timer: undefined });
    this.#parts.tell({ ...about, type: 'taken', extension, waitedMs });
  }

  #missed(message: AmiMessage, at: number): void {
    const extension = this.#extensionIn(message);
    const rangMs = Number(message.get('RingTime')) || 0;
    this.#parts.tell({ ...this.#about(message, at), type: 'missed', extension, rangMs });
  }

  #ended(message: AmiMessage, at: number): void {
    // Of a caller who is gone at that very moment Asterisk says no leg: it is told when the leg is.
    if (message.get('Uniqueid') === '') return;
    const about = this.#about(message, at);
    clearTimeout(this.#talking.get(about.legId)?.timer);
    this.#talking.delete(about.legId);
    this.#parts.tell({
      ...about,
      type: 'ended',
      extension: this.#extensionIn(message),
      talkedMs: seconds(message.get('TalkTime')),
      by: endedBy[message.get('Reason')] ?? 'customer',
    });
  }

  /** Where the switch does not say whose talk is over, the leg that is gone says when it was. */
  #untold(legId: string, at: number): void {
    const talk = this.#talking.get(legId);
    if (talk === undefined || talk.timer !== undefined) return;
    talk.timer = setTimeout(() => {
      this.#talking.delete(legId);
      const talkedMs = (Math.floor(at / 1000) - Math.floor(talk.at / 1000)) * 1000;
      const { about, extension } = talk;
      this.#parts.tell({ ...about, at, type: 'ended', extension, talkedMs, by: 'customer' });
    }, endWithinMs);
    talk.timer.unref();
  }

  #extensionIn(message: AmiMessage): string {
    const device = message.get('Interface');
    return this.#parts.names.extensionOfDevice(device) ?? device;
  }

  #gone(legId: string, status: string): void {
    const leaving = this.#leaving.get(legId);
    if (leaving !== undefined) this.#settle(leaving, becauseOf[status] ?? 'hung-up');
    this.#joinedAt.delete(legId);
  }

  #wait(leaving: Leaving): void {
    this.#forget(leaving.legId);
    this.#leaving.set(leaving.legId, leaving);
    leaving.timer = setTimeout(() => void this.#ask(leaving), askAgainMs);
    leaving.timer.unref();
  }

  async #ask(leaving: Leaving): Promise<void> {
    const status = await this.#parts.statusOf(leaving.channel).catch(() => undefined);
    if (this.#leaving.get(leaving.legId) !== leaving) return;
    if (status === undefined || status?.get('Application') === 'Queue') {
      leaving.timer = setTimeout(() => void this.#ask(leaving), askAgainMs);
      leaving.timer.unref();
      return;
    }
    const because = status === null ? 'hung-up' : becauseOf[status.variable('QUEUESTATUS')];
    this.#settle(leaving, because ?? 'sent-on');
  }

  #settle({ queue, callId, legId, at, waitedMs }: Leaving, because: LeftBecause): void {
    this.#forget(legId);
    this.#parts.tell({ queue, callId, legId, at, type: 'left', because, waitedMs });
  }

  #forget(legId: string): void {
    clearTimeout(this.#leaving.get(legId)?.timer);
    this.#leaving.delete(legId);
    this.#joinedAt.delete(legId);
  }
}
