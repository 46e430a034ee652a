/** Queues and calls of a switch that a test plays: it does what it is asked and keeps what that was. */

import type {
  ArrivalAnswer,
  ArrivalPort,
  CentreListener,
  CentrePort,
  HelpLeg,
  HelpNow,
  LineCall,
  QueueArrival,
  QueueCaller,
  QueueEvent,
  QueueMember,
  QueueNow,
} from '@api/pbx/centre-port.ts';
import { type LineState, RefusedBySwitch } from '@api/pbx/pbx-port.ts';
import type { HelpWay } from '@shared/domain/team-help/policy.ts';

export type CentreOrder = readonly [name: string, ...given: unknown[]];

export class ScriptedCentre implements CentrePort {
  readonly orders: CentreOrder[] = [];
  readonly lines = new Map<string, LineState>();
  readonly legs = new Map<string, HelpLeg>();
  /** By which way the switch has a lead in. */
  readonly ways = new Map<string, HelpWay>();
  /** Orders that the switch refuses, by name. */
  readonly refused = new Set<string>();
  /** What the hub said of who came, by leg. */
  readonly answers = new Map<string, ArrivalAnswer>();
  readonly seconds = new Set<number>([5, 10, 15, 20, 30]);
  asks: 'yes' | 'no' = 'no';
  isAway = false;
  readonly #arrived = new Set<(arrival: QueueArrival) => void>();
  readonly arrivals: ArrivalPort = {
    setAsking: (asks) => {
      this.asks = asks;
    },
    knownSeconds: () => this.seconds,
    watch: (arrived) => {
      this.#arrived.add(arrived);
      return () => this.#arrived.delete(arrived);
    },
    answer: async ({ legId }, answer) => {
      this.answers.set(legId, answer);
    },
  };
  #queues = new Map<string, QueueNow>();
  #calls: LineCall[] = [];
  readonly #listeners = new Set<CentreListener>();

  state(): 'ready' | 'away' {
    return this.isAway ? 'away' : 'ready';
  }
  lineOf(extension: string): LineState {
    return this.lines.get(extension) ?? 'unknown';
  }
  queues(): ReadonlyMap<string, QueueNow> {
    return this.#queues;
  }
  calls(): readonly LineCall[] {
    return this.#calls;
  }
  helpLeg(helpId: string): HelpLeg {
    return this.legs.get(helpId) ?? 'none';
  }
  async helpNow(helpId: string): Promise<HelpNow> {
    if (this.isAway) throw new Error('the switch is away');
    const leg = this.helpLeg(helpId);
    return leg === 'in' ? (this.ways.get(helpId) ?? 'listen') : leg;
  }
  watch(listener: CentreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async join(queue: string, extension: string, penalty: number): Promise<void> {
    this.#take('join', queue, extension, penalty);
    const member: QueueMember = {
      extension,
      isPaused: false,
      pauseReason: '',
      penalty,
      line: this.lineOf(extension),
      isFixed: false,
    };
    this.#members(queue, extension, () => member);
  }
  async leave(queue: string, extension: string): Promise<void> {
    this.#take('leave', queue, extension);
    this.#members(queue, extension, () => null);
  }
  async pause(extension: string, pause: { reason: string; queue: string | null }): Promise<void> {
    this.#take('pause', extension, pause);
    this.#everywhere(extension, pause.queue, { isPaused: true, pauseReason: pause.reason });
  }
  async resume(extension: string, queue: string | null): Promise<void> {
    this.#take('resume', extension, queue);
    this.#everywhere(extension, queue, { isPaused: false, pauseReason: '' });
  }
  async setPenalty(queue: string, extension: string, penalty: number): Promise<void> {
    this.#take('setPenalty', queue, extension, penalty);
    this.#everywhere(extension, queue, { penalty });
  }
  async setPriority(queue: string, callId: string, priority: number): Promise<void> {
    this.#take('setPriority', queue, callId, priority);
    const now = this.#queues.get(queue);
    if (now === undefined) return;
    const callers = now.callers
      .map((one) => (one.callId === callId ? { ...one, priority } : one))
      .sort((a, b) => b.priority - a.priority || a.since - b.since)
      .map((one, place) => ({ ...one, position: place + 1 }));
    this.#queues.set(queue, { ...now, callers });
  }
  async help(
    helpId: string,
    order: { lead: string; advisor: string; way: HelpWay },
  ): Promise<void> {
    this.#take('help', helpId, order);
    this.legs.set(helpId, 'rings');
  }
  async changeWay(helpId: string, way: HelpWay, advisor: string): Promise<void> {
    this.#take('changeWay', helpId, way, advisor);
  }
  async takeOver(helpId: string, advisor: string): Promise<void> {
    this.#take('takeOver', helpId, advisor);
  }
  async endHelp(helpId: string): Promise<void> {
    this.#take('endHelp', helpId);
    this.legs.delete(helpId);
  }
  async clearLine(extension: string): Promise<void> {
    this.#take('clearLine', extension);
    this.#calls = this.#calls.filter((call) => call.extension !== extension);
  }

  /** What the switch says from now on; told to who watches. */
  shows({
    queues,
    calls,
  }: {
    readonly queues?: readonly (Pick<QueueNow, 'name'> & Partial<QueueNow>)[];
    readonly calls?: readonly LineCall[];
  }): void {
    if (queues !== undefined)
      this.#queues = new Map(
        queues.map((queue) => [queue.name, { callers: [], members: [], ...queue }]),
      );
    if (calls !== undefined) this.#calls = [...calls];
    this.changes();
  }
  comes(arrival: QueueArrival): void {
    for (const arrived of this.#arrived) arrived(arrival);
  }
  says(event: QueueEvent): void {
    for (const listener of this.#listeners) listener.event(event);
  }
  changes(): void {
    for (const { changed } of this.#listeners) changed();
  }
  goesAway(): void {
    this.isAway = true;
    for (const { away } of this.#listeners) away();
  }
  comesBack(): void {
    this.isAway = false;
    for (const listener of this.#listeners) {
      listener.back();
      listener.changed();
    }
  }

  #take(...order: CentreOrder): void {
    if (this.isAway) throw new Error('the switch is away');
    if (this.refused.has(order[0])) throw new RefusedBySwitch('the switch refuses');
    this.orders.push(order);
  }
  #members(
    queue: string,
    extension: string,
    change: (member: QueueMember | undefined) => QueueMember | null | undefined,
  ): void {
    const now = this.#queues.get(queue) ?? { name: queue, callers: [], members: [] };
    const others = now.members.filter((one) => one.extension !== extension);
    const member = change(now.members.find((one) => one.extension === extension));
    const members = member == null ? others : [...others, member];
    this.#queues.set(queue, { ...now, members });
  }
  #everywhere(extension: string, queue: string | null, change: Partial<QueueMember>): void {
    for (const name of queue === null ? [...this.#queues.keys()] : [queue])
      this.#members(name, extension, (member) => member && { ...member, ...change });
  }
}

/** Somebody who waits, second in line and so on by `position`. */
export const callerOf = (callId: string, changes: Partial<QueueCaller> = {}): QueueCaller => ({
  callId,
  legId: callId,
  number: '+33639980123',
  since: 0,
  position: 1,
  priority: 0,
  ...changes,
});
