/**
 * Who waits in each queue and who serves it, kept from what the switch tells. A list that was asked for
 * is older than what was told while it was on its way.
 */
import type { AmiMessage } from '../ami/message.ts';
import type { QueueMember, QueueNow } from '../centre-port.ts';
import type { LineState } from '../pbx-port.ts';
import type { LineNames } from './line-names.ts';

type Waiting = {
  readonly legId: string;
  readonly number: string | null;
  readonly since: number;
  readonly priority: number;
  /** Where it was when it was told of. */
  readonly position: number;
};
type Queue = { readonly waiting: Waiting[]; readonly members: Map<string, QueueMember> };
type News = {
  /** By queue and telephone; null: no member any more. */
  readonly members: Map<string, { queue: string; member: QueueMember | string }>;
  readonly joined: Map<string, { queue: string; caller: Waiting }>;
  readonly left: Set<string>;
};

/** The switch's numbers of a device's state. */
const lineStates: Readonly<Record<string, LineState>> = {
  1: 'free',
  2: 'in-use',
  3: 'in-use',
  4: 'away',
  5: 'away',
  6: 'in-use',
  7: 'in-use',
  8: 'in-use',
};

const numberOf = (message: AmiMessage): string | null => {
  const number = message.get('CallerIDNum');
  return /^[+\d]/.test(number) ? number : null;
};
const count = (text: string): number => Number(text) || 0;

const insert = (waiting: Waiting[], caller: Waiting): void => {
  waiting.splice(Math.max(0, caller.position - 1), 0, caller);
};

export class QueueBoard {
  readonly #names: LineNames;
  #queues = new Map<string, Queue>();
  #news: News | null = null;

  constructor(names: LineNames) {
    this.#names = names;
  }

  /** `callIdOf`: what the desktop knows the call by that a leg is of. */
  now(callIdOf: (legId: string) => string): ReadonlyMap<string, QueueNow> {
    return new Map(
      [...this.#queues].map(([name, { waiting, members }]) => {
        const callers = waiting.map(({ legId, number, since, priority }, place) => {
          const position = place + 1;
          return { callId: callIdOf(legId), legId, number, since, position, priority };
        });
        return [name, { name, callers, members: [...members.values()] }] as const;
      }),
    );
  }

  has(queue: string): boolean {
    return this.#queues.has(queue);
  }

  begin(): void {
    this.#news = { members: new Map(), joined: new Map(), left: new Set() };
  }

  /** That list, of QueueStatus. */
  take(rows: readonly AmiMessage[], now: number): void {
    const news = this.#news;
    this.#news = null;
    const queues = new Map<string, Queue>();
    const queueOf = (name: string): Queue => {
      const queue = queues.get(name) ?? { waiting: [], members: new Map() };
      queues.set(name, queue);
      return queue;
    };
    for (const row of rows) {
      const name = row.get('Queue');
      if (row.get('Event') === 'QueueParams') queueOf(name);
      if (row.get('Event') === 'QueueMember') {
        const member = this.#memberIn(row, row.get('Location'));
        if (member !== null) queueOf(name).members.set(member.extension, member);
      }
      if (row.get('Event') === 'QueueEntry' && news?.left.has(row.get('Uniqueid')) !== true)
        queueOf(name).waiting.push({
          legId: row.get('Uniqueid'),
          number: numberOf(row),
          since: now - count(row.get('Wait')) * 1000,
          priority: count(row.get('Priority')),
          position: count(row.get('Position')),
        });
    }
    for (const { waiting } of queues.values()) waiting.sort((a, b) => a.position - b.position);
    for (const { queue, member } of news?.members.values() ?? []) {
      const { members } = queueOf(queue);
      if (typeof member === 'string') members.delete(member);
      else members.set(member.extension, member);
    }
    for (const { queue, caller } of news?.joined.values() ?? []) {
      const { waiting } = queueOf(queue);
      if (!waiting.some(({ legId }) => legId === caller.legId)) insert(waiting, caller);
    }
    this.#queues = queues;
  }

  /** @returns whether it told something of a queue. */
  hear(message: AmiMessage, now: number): boolean {
    const queue = message.get('Queue');
    switch (message.get('Event')) {
      case 'QueueMemberAdded':
      case 'QueueMemberStatus':
      case 'QueueMemberPause':
      case 'QueueMemberPenalty':
        return this.#keepMember(queue, message);
      case 'QueueMemberRemoved':
        return this.#removeMember(queue, message);
      case 'QueueCallerJoin':
        return this.#join(queue, message, now);
      case 'QueueCallerLeave':
        return this.#leave(queue, message.get('Uniqueid'));
      default:
        return false;
    }
  }

  /** Which leg waits there for this call; null: none does. */
  legOf(queue: string, isOfCall: (legId: string) => boolean): string | null {
    const waiting = this.#queues.get(queue)?.waiting ?? [];
    return waiting.find(({ legId }) => isOfCall(legId))?.legId ?? null;
  }

  #keepMember(queue: string, message: AmiMessage): boolean {
    const member = this.#memberIn(message, message.get('Interface'));
    if (member === null) return false;
    this.#news?.members.set(`${queue}\n${member.extension}`, { queue, member });
    this.#known(queue).members.set(member.extension, member);
    return true;
  }

  #removeMember(queue: string, message: AmiMessage): boolean {
    const extension = this.#names.extensionOfDevice(message.get('Interface'));
    if (extension === null) return false;
    this.#news?.members.set(`${queue}\n${extension}`, { queue, member: extension });
    return this.#known(queue).members.delete(extension);
  }

  #join(queue: string, message: AmiMessage, now: number): boolean {
    const legId = message.get('Uniqueid');
    const caller: Waiting = {
      legId,
      number: numberOf(message),
      since: now,
      priority: count(message.variable('QUEUE_PRIO')),
      position: count(message.get('Position')),
    };
    this.#news?.joined.set(legId, { queue, caller });
    this.#news?.left.delete(legId);
    insert(this.#known(queue).waiting, caller);
    return true;
  }

  #leave(queue: string, legId: string): boolean {
    this.#news?.joined.delete(legId);
    this.#news?.left.add(legId);
    const { waiting } = this.#known(queue);
    const place = waiting.findIndex((one) => one.legId === legId);
    if (place >= 0) waiting.splice(place, 1);
    return place >= 0;
  }

  #known(name: string): Queue {
    const queue = this.#queues.get(name) ?? { waiting: [], members: new Map() };
    this.#queues.set(name, queue);
    return queue;
  }

  #memberIn(message: AmiMessage, device: string): QueueMember | null {
    const extension = this.#names.extensionOfDevice(device);
    return extension === null
      ? null
      : {
          extension,
          isPaused: message.get('Paused') === '1',
          pauseReason: message.get('Paused') === '1' ? message.get('PausedReason') : '',
          penalty: count(message.get('Penalty')),
          line: lineStates[message.get('Status')] ?? 'unknown',
          isFixed: message.get('Membership') === 'static',
        };
  }
}
