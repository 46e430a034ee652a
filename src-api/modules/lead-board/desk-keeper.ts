/**
 * Takes what this hub's desktops say of now and writes it for all hubs, many at a time. What cannot be
 * written is kept, the newest of each, until the database is there again.
 */
import type { HubDependencies } from '@api/hub-app.ts';
import type { DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { beat, type DeskLoss, type DeskWord, leaveDesks, writeDesks } from './desks-repository.ts';

const gatherMs = 40;
const againMs = 500;
export const hubBeatMs = 1_000;

type Deps = Pick<HubDependencies, 'database' | 'clock' | 'newId' | 'log'>;

export class DeskKeeper {
  readonly #deps: Deps;
  readonly #hubId: string;
  /** What this hub's desktops said last: told anew when the database lost it. */
  readonly #said = new Map<string, DeskWord>();
  readonly #words = new Map<string, DeskWord>();
  readonly #losses = new Map<string, DeskLoss>();
  #timer: NodeJS.Timeout | null = null;
  #beating: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #alive = '';
  readonly #hubsChanged: () => void;

  /** @param hubsChanged another hub has come or died: what is known of its desktops is another */
  constructor(deps: Deps, hubsChanged: () => void) {
    this.#deps = deps;
    this.#hubId = deps.newId();
    this.#hubsChanged = hubsChanged;
  }

  start(): void {
    void this.#beat();
    this.#beating = setInterval(() => void this.#beat(), hubBeatMs);
  }

  /** Everything that was said before is written, then this hub is known to be gone. */
  async stop(): Promise<void> {
    clearInterval(this.#beating);
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#writing;
    await leaveDesks(this.#deps.database.db, this.#hubId).catch(() => undefined);
  }

  say(userId: string, connectionId: string, now: DeskNow): void {
    const word = { userId, connectionId, now, at: toInstant(this.#deps.clock.now()) };
    this.#said.set(userId, word);
    this.#words.set(userId, word);
    this.#soon(gatherMs);
  }

  lose(userId: string, connectionId: string): void {
    if (this.#said.get(userId)?.connectionId !== connectionId) return;
    this.#said.delete(userId);
    this.#losses.set(userId, { userId, connectionId, at: toInstant(this.#deps.clock.now()) });
    this.#soon(gatherMs);
  }

  /** The database may have lost what is not written ahead. */
  sayAgain(): void {
    for (const [userId, word] of this.#said) this.#words.set(userId, word);
    if (this.#words.size > 0) this.#soon(gatherMs);
  }

  #soon(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#writing = this.#writing.then(() => this.#write());
    }, ms);
  }

  async #write(): Promise<void> {
    const [words, losses] = [[...this.#words.values()], [...this.#losses.values()]];
    this.#words.clear();
    this.#losses.clear();
    if (words.length === 0 && losses.length === 0) return;
    try {
      await writeDesks(this.#deps.database.db, this.#hubId, words, losses);
    } catch (error) {
      // Somebody may have said something newer meanwhile.
      for (const word of words)
        if (!this.#words.has(word.userId)) this.#words.set(word.userId, word);
      for (const loss of losses)
        if (!this.#losses.has(loss.userId)) this.#losses.set(loss.userId, loss);
      this.#deps.log.warn(
        { cause: error instanceof Error ? error.name : 'unknown' },
        'desks unwritten',
      );
      this.#soon(againMs);
    }
  }

  async #beat(): Promise<void> {
    const alive = await beat(this.#deps.database.db, this.#hubId).catch(() => null);
    if (alive === null || alive === this.#alive) return;
    const isFirst = this.#alive === '';
    this.#alive = alive;
    if (isFirst) return;
    // Whoever was taken for dead, this hub too, has its desktops' words again.
    this.sayAgain();
    this.#hubsChanged();
  }
}
