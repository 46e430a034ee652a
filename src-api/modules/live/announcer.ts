/**
 * Learns of changes by LISTEN and tells the live channel which brands they concern. A notification
 * carries ids at most; what changed is read from the log, and only once it is settled, so that a
 * desktop that pulls at once finds it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseHandle } from '@api/db/database.ts';
import {
  concernedBetween,
  hasUnsettled,
  settledBelow,
} from '@api/modules/sync/change-log-repository.ts';
import type { FastifyBaseLogger } from 'fastify';

export type Listening = {
  /** Told which brands a settled batch concerns; null concerns everyone. */
  readonly changed: (brandIds: ReadonlySet<string> | null) => void;
  /** Told when a session ended, by its id; null: some may have, unheard. */
  readonly ended: (sessionId: string | null) => void;
  /** Told of which team (or person without one) the waiting calls changed; null: of any. */
  readonly teamCalls: (teamOrUserId: string | null) => void;
  /** Told of which brand a campaign was started, changed or ended; null: of any. */
  readonly campaigns: (brandId: string | null) => void;
  /** Told in whose calls, and by whom, somebody is helped; null: anybody's. */
  readonly helps: (userIds: readonly string[] | null) => void;
  /** Told whose desktops said something of now; null: any of them. */
  readonly desks: (userIds: readonly string[] | null) => void;
  /** Told who has an order of her lead; null: anybody may. */
  readonly orders: (userId: string | null) => void;
  /** Told who has something to read, or was read; null: anybody may. */
  readonly messages: (userIds: readonly string[] | null) => void;
  /** Told whose call a lead has in view; null: anybody's may be. */
  readonly views: (userId: string | null) => void;
  /** Told of which team a schedule changed; null: of any. */
  readonly schedules: (teamId: string | null) => void;
  /** Told that an alert of a lead changed. */
  readonly alerts: () => void;
};

const channels = [
  'hub_changed',
  'session_ended',
  'team_calls',
  'moved_campaigns',
  'live_desks',
  'desk_orders',
  'schedules',
  'team_help',
  'lead_alerts',
  'help_messages',
  'calls_in_view',
];
const settlePollMs = 100;
/** Busy minutes are told a few times a second, not at every commit. */
const shortestIntervalMs = 50;
const reconnectMs = 1_000;

type Connection = Awaited<ReturnType<DatabaseHandle['connectAlone']>>;

export class Announcer {
  readonly #database: DatabaseHandle;
  readonly #log: FastifyBaseLogger;
  readonly #listening: Listening;
  #connection: Connection | null = null;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;
  #again = false;
  #told = 0n;

  constructor(database: DatabaseHandle, log: FastifyBaseLogger, listening: Listening) {
    this.#database = database;
    this.#log = log;
    this.#listening = listening;
  }

  /** @throws when the database is away. */
  async start(): Promise<void> {
    this.#told = await settledBelow(this.#database.db);
    await this.#listen();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#reading;
    await this.#connection?.end().catch(() => undefined);
  }

  async #listen(): Promise<void> {
    const connection = await this.#database.connectAlone();
    connection.on('notification', ({ channel, payload }) => {
      if (channel === 'session_ended') this.#listening.ended(payload ?? '');
      else if (channel === 'team_calls') this.#listening.teamCalls(payload ?? '');
      else if (channel === 'team_help') this.#listening.helps((payload ?? '').split(','));
      else if (channel === 'help_messages') this.#listening.messages((payload ?? '').split(','));
      else if (channel === 'calls_in_view') this.#listening.views(payload ?? '');
      else if (channel === 'moved_campaigns') this.#listening.campaigns(payload ?? '');
      else if (channel === 'desk_orders') this.#listening.orders(payload ?? '');
      else if (channel === 'live_desks') this.#listening.desks((payload ?? '').split(','));
      else if (channel === 'lead_alerts') this.#listening.alerts();
      else if (channel === 'schedules') this.#listening.schedules(payload ?? '');
      else this.#read();
    });
    connection.once('end', () => {
      if (!this.#stopped) setTimeout(() => void this.#reconnect(), reconnectMs);
    });
    await connection.query(channels.map((channel) => `listen ${channel}`).join(';'));
    this.#connection = connection;
  }

  /** What happened meanwhile was not heard: everyone is told, every session looked at. */
  async #reconnect(): Promise<void> {
    if (this.#stopped) return;
    try {
      await this.#listen();
      this.#listening.changed(null);
      this.#listening.ended(null);
      this.#listening.teamCalls(null);
      this.#listening.campaigns(null);
      this.#listening.helps(null);
      this.#listening.views(null);
      this.#listening.messages(null);
      this.#listening.desks(null);
      this.#listening.orders(null);
      this.#listening.schedules(null);
      this.#listening.alerts();
      this.#read();
    } catch {
      setTimeout(() => void this.#reconnect(), reconnectMs);
    }
  }

  #read(): void {
    this.#again = true;
    this.#reading ??= this.#readAll()
      .catch((error: unknown) => {
        const cause = error instanceof Error ? error.message : 'unknown';
        this.#log.warn({ cause }, 'log unread');
        this.#readLater();
      })
      .finally(() => {
        this.#reading = undefined;
      });
  }

  #readLater(): void {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => this.#read(), settlePollMs);
  }

  async #readAll(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      const { db } = this.#database;
      const settled = await settledBelow(db);
      const { everyone, brandIds } = await concernedBetween(db, this.#told, settled);
      this.#told = settled;
      if (everyone) this.#listening.changed(null);
      else if (brandIds.length > 0) this.#listening.changed(new Set(brandIds));
      if (await hasUnsettled(db, settled)) this.#readLater();
      await pause(shortestIntervalMs);
    }
  }
}
