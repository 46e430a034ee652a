/**
 * The board of all teams at this hub: kept while somebody watches. Each change is sent within a tenth of
 * a second, and once a second something is said in any case, so that silence tells that it is lost.
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { type LeadScope, scopeKey } from '@api/modules/lead/lead-scope.ts';
import type { CentrePort } from '@api/pbx/centre-port.ts';
import { type BoardQueue, type BoardSources, boardBeatMs } from '@shared/contracts/live/board.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import type { Thresholds } from '@shared/domain/lead-board/thresholds.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { readDesks } from './desks-repository.ts';
import { type BoardFacts, type CountsOf, nothingRead, readFacts } from './facts.ts';
import { type BoardTeam, readValues } from './people-repository.ts';
import { boardQueues } from './queues.ts';
import { Seats } from './seats.ts';
import { ToldParts } from './told-parts.ts';
import { type Watcher, Watchers } from './watchers.ts';

const gatherMs = 80;
/** People, teams and what campaigns have come to are read anew so often. */
const rereadMs = 5_000;

type Deps = Pick<HubDependencies, 'database' | 'clock' | 'log'> & {
  readonly centre: CentrePort | null;
  readonly countsOf: CountsOf;
};

export type Floor = {
  readonly seats: ReadonlyMap<string, Seat>;
  readonly teams: readonly BoardTeam[];
  readonly thresholds: { readonly [teamId: string]: Thresholds };
  readonly queues: readonly BoardQueue[];
};

export class LeadBoard {
  readonly #deps: Deps;
  readonly watchers = new Watchers();
  readonly #seats: Seats;
  #facts: BoardFacts = nothingRead;
  #queues: BoardQueue[] = [];
  #sources: BoardSources;
  /** Of whom something was heard since the last look; null: of anybody. */
  #heard: Set<string> | null = null;
  #timers: NodeJS.Timeout[] = [];
  #soon: NodeJS.Timeout | null = null;
  #unwatch: (() => void) | null = null;
  #loading: Promise<void> | null = null;
  #holds = 0;
  readonly #told = new ToldParts();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#seats = new Seats(deps.centre);
    this.#sources = this.#sourcesNow();
  }

  /** @throws when the database is away: nothing is shown rather than half of it. */
  async attach(watcher: Watcher): Promise<void> {
    await this.#go();
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
    this.#stopUnwatched();
  }

  /** Kept though nobody watches. @returns how to let go. @throws when the database is away */
  async hold(): Promise<() => void> {
    this.#holds += 1;
    const release = () => {
      this.#holds -= 1;
      this.#stopUnwatched();
    };
    try {
      await this.#go();
    } catch (error) {
      release();
      throw error;
    }
    return release;
  }

  /** All of it as it is now; true while it is held or watched. */
  floor(): Floor {
    return { seats: this.#seats.all, ...this.#whole(), queues: this.#queuesNow() };
  }

  /** Whether what waits and who is in a call is known; a hub without a switch has nothing to see. */
  seesSwitch(): boolean {
    return this.#deps.centre?.state() !== 'away';
  }

  #stopUnwatched(): void {
    if (this.watchers.count === 0 && this.#holds === 0) this.stop();
  }

  async #go(): Promise<void> {
    this.#loading ??= this.#start();
    try {
      await this.#loading;
    } catch (error) {
      this.#loading = null;
      throw error;
    }
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
    this.#facts = await readFacts(database.db, clock.now(), countsOf);
    this.#seats.setDesks(await readDesks(database.db, null), true);
    this.#seats.setPeople(this.#facts.people);
    this.#seats.forgetValues();
    await this.#readValues();
  }

  async #readValues(): Promise<void> {
    const { unvalued } = this.#seats;
    this.#seats.addValues(await readValues(this.#deps.database.db, unvalued));
  }

  #queuesNow(): BoardQueue[] {
    const { named, counts, arrivals } = this.#facts;
    return boardQueues(this.#deps.centre, named, counts, arrivals);
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
      teams: [...this.#facts.teams],
      thresholds: this.#facts.thresholds,
      queues: this.#queues,
      campaigns: this.#facts.campaigns,
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
  #moves() {
    this.#queues = this.#queuesNow();
    this.#sources = this.#sourcesNow();
    return this.#told.changes({
      queues: this.#queues,
      campaigns: this.#facts.campaigns,
      thresholds: this.#facts.thresholds,
      sources: this.#sources,
    });
  }
}
