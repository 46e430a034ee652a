/**
 * What a team lead needs of an Asterisk, over its manager interface (docs/switch.md). The view is kept
 * from what the switch tells and read anew whenever the connection is there again: until that is done
 * the switch counts as away, so that nobody is shown what may be wrong.
 */
import type { HelpWay } from '@shared/domain/team-help/policy.ts';
import type { FastifyBaseLogger } from 'fastify';
import type { Ami } from './ami/connection.ts';
import type { AmiMessage } from './ami/message.ts';
import type { AsteriskSettings } from './asterisk-pbx.ts';
import { Arrivals } from './centre/arrivals.ts';
import { HelpCalls } from './centre/help-calls.ts';
import { Legs } from './centre/legs.ts';
import { type LineNames, lineNames } from './centre/line-names.ts';
import { CallOrders, QueueOrders } from './centre/orders.ts';
import { QueueBoard } from './centre/queue-board.ts';
import { QueueNews } from './centre/queue-news.ts';
import type {
  CentreListener,
  CentrePort,
  HelpLeg,
  HelpNow,
  LineCall,
  QueueNow,
} from './centre-port.ts';
import { LineStates } from './line-states.ts';
import { type LineState, RefusedBySwitch } from './pbx-port.ts';

export const centreLimits = {
  /** What changes within this time is told once. */
  togetherMs: 40,
  readAgainMs: 1_000,
  /** A queue that was made meanwhile, a priority that another hub gave: nothing tells of them. */
  refreshMs: 60_000,
} as const;

type Log = Pick<FastifyBaseLogger, 'warn'>;
type Settings = Pick<AsteriskSettings, 'lines' | 'trunk' | 'context'>;

export class AsteriskCentre implements CentrePort {
  readonly arrivals: Arrivals;
  readonly #connection: Ami;
  readonly #now: () => number;
  readonly #log: Log;
  readonly #names: LineNames;
  readonly #lines: LineStates;
  readonly #legs: Legs;
  readonly #board: QueueBoard;
  readonly #news: QueueNews;
  readonly #queueOrders: QueueOrders;
  readonly #helps: HelpCalls;
  readonly #listeners = new Set<CentreListener>();
  #queues: ReadonlyMap<string, QueueNow> | null = null;
  #isReady = false;
  #reading = 0;
  #telling: NodeJS.Timeout | undefined;
  #again: NodeJS.Timeout | undefined;

  constructor(
    settings: Settings,
    { connection, now, log }: { connection: Ami; now: () => number; log: Log },
  ) {
    this.#connection = connection;
    this.#now = now;
    this.#log = log;
    this.#names = lineNames(settings);
    this.#lines = new LineStates(settings.lines);
    this.#legs = new Legs(this.#names);
    this.#board = new QueueBoard(this.#names);
    this.#queueOrders = new QueueOrders(connection, this.#names);
    const orders = new CallOrders(connection, this.#names, settings.context);
    this.arrivals = new Arrivals(connection, (legId) => this.#legs.callIdOf(legId));
    this.#helps = new HelpCalls(orders, this.#legs);
    this.#news = new QueueNews({
      names: this.#names,
      legs: this.#legs,
      statusOf: (channel) => this.#statusOf(channel),
      tell: (event) => {
        for (const listener of this.#listeners) listener.event(event);
      },
    });
    connection.listen({
      event: (message) => this.#hear(message),
      ready: () => void this.#read(),
      away: () => this.#lose(),
    });
  }

  state(): 'ready' | 'away' {
    return this.#isReady ? 'ready' : 'away';
  }

  lineOf(extension: string): LineState {
    return this.#lines.of(extension);
  }

  queues(): ReadonlyMap<string, QueueNow> {
    this.#queues ??= this.#board.now((legId) => this.#legs.callIdOf(legId));
    return this.#queues;
  }

  calls(): readonly LineCall[] {
    return this.#legs.calls();
  }

  helpLeg(helpId: string): HelpLeg {
    return this.#helps.legOf(helpId);
  }

  helpNow(helpId: string): Promise<HelpNow> {
    return this.#helps.nowOf(helpId, (channel) => this.#statusOf(channel));
  }

  watch(listener: CentreListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  join(queue: string, extension: string, penalty: number): Promise<void> {
    return this.#queueOrders.join(queue, extension, penalty);
  }

  leave(queue: string, extension: string): Promise<void> {
    return this.#queueOrders.leave(queue, extension);
  }

  pause(extension: string, pause: { reason: string; queue: string | null }): Promise<void> {
    return this.#queueOrders.pause(extension, pause);
  }

  resume(extension: string, queue: string | null): Promise<void> {
    return this.#queueOrders.resume(extension, queue);
  }

  setPenalty(queue: string, extension: string, penalty: number): Promise<void> {
    return this.#queueOrders.setPenalty(queue, extension, penalty);
  }

  async setPriority(queue: string, callId: string, priority: number): Promise<void> {
    const legId = this.#board.legOf(queue, (id) => this.#legs.callIdOf(id) === callId);
    const leg = legId === null ? undefined : this.#legs.get(legId);
    if (leg === undefined) throw new RefusedBySwitch(`nobody waits in ${queue} for that call`);
    await this.#queueOrders.setPriority(queue, leg.channel, priority);
    await this.#read();
  }

  help(helpId: string, order: { lead: string; advisor: string; way: HelpWay }): Promise<void> {
    return this.#helps.begin(helpId, order);
  }

  changeWay(helpId: string, way: HelpWay, advisor: string): Promise<void> {
    return this.#helps.changeWay(helpId, way, advisor);
  }

  takeOver(helpId: string, advisor: string): Promise<void> {
    return this.#helps.takeOver(helpId, advisor);
  }

  endHelp(helpId: string): Promise<void> {
    return this.#helps.end(helpId);
  }

  clearLine(extension: string): Promise<void> {
    return this.#helps.clearLine(extension);
  }

  async #statusOf(channel: string): Promise<AmiMessage | null> {
    try {
      const told = await this.#connection.ask('Status', [['Channel', channel]]);
      return told.find((one) => one.get('Event') === 'Status') ?? null;
    } catch (error) {
      if (error instanceof RefusedBySwitch) return null;
      throw error;
    }
  }

  #lose(): void {
    this.#reading += 1;
    clearTimeout(this.#again);
    this.#news.away();
    this.#helps.away();
    if (!this.#isReady) return;
    this.#isReady = false;
    for (const { away } of this.#listeners) away();
  }

  /** Reads everything; what is told meanwhile is newer. Again until it is read, and now and then. */
  async #read(): Promise<void> {
    this.#reading += 1;
    const reading = this.#reading;
    clearTimeout(this.#again);
    this.#legs.begin();
    this.#board.begin();
    let nextMs: number = centreLimits.refreshMs;
    try {
      const [queues, channels] = await Promise.all([
        this.#connection.ask('QueueStatus'),
        this.#connection.ask('CoreShowChannels'),
        this.#lines.read(this.#connection),
      ]);
      if (reading !== this.#reading) return;
      this.#legs.take(channels, this.#now());
      this.#board.take(queues, this.#now());
      this.#begin();
    } catch (error) {
      if (reading !== this.#reading) return;
      const cause = error instanceof Error ? error.message : 'unknown';
      this.#log.warn({ cause }, 'the queues of the switch are unread');
      nextMs = centreLimits.readAgainMs;
    }
    this.#again = setTimeout(() => void this.#read(), nextMs);
    this.#again.unref();
  }

  #begin(): void {
    this.#queues = null;
    for (const { callers } of this.queues().values())
      for (const { legId, since } of callers) this.#news.waits(legId, since);
    const isBack = !this.#isReady;
    this.#isReady = true;
    for (const listener of this.#listeners) {
      if (isBack) listener.back();
      listener.changed();
    }
  }

  #hear(message: AmiMessage): void {
    const now = this.#now();
    const queue = message.get('Queue');
    const isNewQueue = queue !== '' && !this.#board.has(queue);
    const isLegNew = this.#legs.hear(message, now);
    const isBoardNew = this.#board.hear(message, now);
    const isLineNew = this.#lines.hear(message);
    this.#news.hear(message, now);
    this.#helps.hear(message);
    if (isLegNew || isBoardNew) this.#queues = null;
    if (isNewQueue && this.#isReady) void this.#read();
    if (isLegNew || isBoardNew || isLineNew) this.#change();
  }

  #change(): void {
    if (!this.#isReady || this.#telling !== undefined) return;
    this.#telling = setTimeout(() => {
      this.#telling = undefined;
      if (this.#isReady) for (const { changed } of this.#listeners) changed();
    }, centreLimits.togetherMs);
    this.#telling.unref();
  }
}
