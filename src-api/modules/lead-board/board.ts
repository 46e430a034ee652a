/**
 * The board of all teams at this hub: kept while somebody watches. Each change is sent within a tenth of
 * a second, and once a second something is said in any case, so that silence tells that it is lost.
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { type LeadScope, scopeKey } from '@api/modules/lead/lead-scope.ts';
import type { CentrePort } from '@api/pbx/centre-port.ts';
import {
  type BoardCampaign,
  type BoardQueue,
  type BoardSources,
  boardBeatMs,
} from '@shared/contracts/live/board.ts';
import type { Thresholds } from '@shared/domain/lead-board/thresholds.ts';
import { usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { readBoardCampaigns } from './campaigns-repository.ts';
import { readDesks } from './desks-repository.ts';
import {
  type BoardTeam,
  type NamedQueue,
  readPeople,
  readQueues,
  readTeams,
  readThresholds,
  readValues,
} from './people-repository.ts';
import { boardQueues, type QueueCounts } from './queues.ts';
import { Seats } from './seats.ts';
import { type Watcher, Watchers } from './watchers.ts';

const gatherMs = 80;
/** People, teams and what campaigns have come to are read anew so often. */
const rereadMs = 5_000;

type Deps = Pick<HubDependencies, 'database' | 'clock' | 'log'> & {
  readonly centre: CentrePort | null;
  readonly countsOf: (nowMs: number) => Promise<ReadonlyMap<string, QueueCounts>>;
};

export class LeadBoard {
  readonly #deps: Deps;
  readonly watchers = new Watchers();
  readonly #seats: Seats;
  #teams: readonly BoardTeam[] = [];
  #thresholds: Record<string, Thresholds> = {};
  #named: readonly NamedQueue[] = [];
  #counts: ReadonlyMap<string, QueueCounts> = new Map();
  #queues: BoardQueue[] = [];
  #campaigns: BoardCampaign[] = [];
  #sources: BoardSources;
  /** Of whom something was heard since the last look; null: of anybody. */
  #heard: Set<string> | null = null;
  #timers: NodeJS.Timeout[] = [];
  #soon: NodeJS.Timeout | null = null;
  #unwatch: (() => void) | null = null;
  #loading: Promise<void> | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#seats = new Seats(deps.centre);
    this.#sources = this.#sourcesNow();
  }

  /** @throws when the database is away: nothing is shown rather than half of it. */
  async attach(watcher: Watcher): Promise<void> {
    this.#loading ??= this.#start();
    try {
      await this.#loading;
    } catch (error) {
      this.#loading = null;
      throw error;
    }
    if (watcher.socket.readyState !== watcher.socket.OPEN) return;
    this.watchers.add(watcher);
    this.watchers.sendWhole(watcher, this.#seats.all, this.#whole());
  }

  /** What she may see is another: everything anew. */
  rescope(watcher: Watcher, scope: LeadScope): void {
    if (scopeKey(watcher.scope) === scopeKey(scope)) return;
    watcher.scope = scope;
    this.watchers.sendWhole(watcher, this.#seats.all, this.#whole());
  }

  detach(watcher: Watcher): void {
    this.watchers.delete(watcher);
    if (this.watchers.count === 0) this.stop();
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    if (this.#soon !== null) clearTimeout(this.#soon);
    this.#unwatch?.();
    this.#timers = [];
    this.#soon = null;
    this.#unwatch = null;
    this.#loading = null;
  }

  /** Desktops said something. @param userIds null: any of them may have, unheard */
  desksChanged(userIds: readonly string[] | null): void {
    if (this.#loading === null) return;
    readDesks(this.#deps.database.db, userIds).then(
      async (desks) => {
        this.#seats.setDesks(desks, userIds === null);
        await this.#readValues();
        this.#look(userIds);
      },
      () => this.#deps.log.warn('desks unread'),
    );
  }

  #look(userIds: readonly string[] | null): void {
    if (this.#loading === null) return;
    if (userIds === null) this.#heard = null;
    else for (const userId of userIds) this.#heard?.add(userId);
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      this.#tell();
    }, gatherMs);
  }

  async #start(): Promise<void> {
    await this.#read();
    this.#seats.rebuild(this.#deps.clock.now(), null);
    this.#queues = this.#queuesNow();
    this.#sources = this.#sourcesNow();
    this.#heard = new Set();
    const everybody = () => this.#look(null);
    this.#unwatch =
      this.#deps.centre?.watch({
        event: () => undefined,
        changed: everybody,
        back: everybody,
        away: everybody,
      }) ?? null;
    // Time passes: who was not stuck may be by now.
    this.#timers.push(setInterval(() => this.#everySecond(), boardBeatMs));
    this.#timers.push(
      setInterval(
        () => void this.#read().then(everybody, () => this.#deps.log.warn('board unread')),
        rereadMs,
      ),
    );
  }

  #everySecond(): void {
    this.#heard = null;
    this.#tell();
    this.watchers.beat(toInstant(this.#deps.clock.now()), performance.now(), boardBeatMs - 100);
  }

  async #read(): Promise<void> {
    const { database, clock, countsOf } = this.#deps;
    const { db } = database;
    const [people, teams, own, named, campaigns, counts] = await Promise.all([
      readPeople(db),
      readTeams(db),
      readThresholds(db),
      readQueues(db),
      readBoardCampaigns(db, clock.now()),
      countsOf(clock.now()),
    ]);
    this.#seats.setDesks(await readDesks(db, null), true);
    this.#seats.setPeople(people);
    this.#seats.forgetValues();
    await this.#readValues();
    this.#teams = teams;
    this.#thresholds = Object.fromEntries(
      teams.map(({ id }) => [id, own.get(id) ?? usualThresholds]),
    );
    this.#named = named;
    this.#campaigns = campaigns;
    this.#counts = counts;
  }

  async #readValues(): Promise<void> {
    const { unvalued } = this.#seats;
    this.#seats.addValues(await readValues(this.#deps.database.db, unvalued));
  }

  #queuesNow(): BoardQueue[] {
    return boardQueues(this.#deps.centre, this.#named, this.#counts);
  }

  #sourcesNow(): BoardSources {
    const state = this.#deps.centre?.state() ?? 'none';
    const before = this.#sources;
    if (before !== undefined && before.switch === state) return before;
    return { switch: state, switchSince: toInstant(this.#deps.clock.now()) };
  }

  #whole() {
    return {
      at: toInstant(this.#deps.clock.now()),
      teams: [...this.#teams],
      thresholds: this.#thresholds,
      queues: this.#queues,
      campaigns: this.#campaigns,
      sources: this.#sources,
    };
  }

  #tell(): void {
    const { changed, gone } = this.#seats.rebuild(this.#deps.clock.now(), this.#heard);
    this.#heard = new Set();
    const moves = this.#moves();
    this.watchers.sendMoves(
      this.#seats.all,
      { seats: changed, gone },
      { at: toInstant(this.#deps.clock.now()), ...moves },
      () => this.#whole(),
    );
  }

  /** What of the rest is another than when it was told last. */
  readonly #told = new Map<string, string>();
  #moves() {
    this.#queues = this.#queuesNow();
    this.#sources = this.#sourcesNow();
    const rest = {
      queues: this.#queues,
      campaigns: this.#campaigns,
      thresholds: this.#thresholds,
      sources: this.#sources,
    };
    return Object.fromEntries(
      Object.entries(rest).filter(([name, value]) => {
        const text = JSON.stringify(value);
        if (this.#told.get(name) === text) return false;
        this.#told.set(name, text);
        return true;
      }),
    ) as Partial<typeof rest>;
  }
}
