/** When she takes her line and when she gives it back, by her state. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { AdvisorState } from '@shared/contracts/sync/mutation.ts';
import type { Board } from '../board/board.ts';

type Desk = {
  readonly lineSettings: object | null;
  /** On the training line nothing real can ring: it stays open in this pause. */
  readonly inTraining: boolean;
  readonly lineDesk: { readonly status: { readonly status: Slices['line']['status'] } };
  readonly reconnect: () => void;
};
type Line = { readonly disconnect: () => Promise<unknown> };

/** A hub that does not tell the brands in this time is not waited for longer. */
export const brandsWithinMs = 10_000;

const isAway = (state: AdvisorState): boolean => state === 'pause' || state === 'offline';

export class LinePresence {
  readonly #board: Board;
  readonly #desk: Desk;
  readonly #line: Line;
  #wanted = false;

  constructor(board: Board, desk: Desk, line: Line) {
    this.#board = board;
    this.#desk = desk;
    this.#line = line;
  }

  /** Away from her desk the PBX must not ring her: the registration is given back. */
  follow(before: AdvisorState, after: AdvisorState): void {
    const [wasAway, away] = [isAway(before), isAway(after)];
    this.#wanted = !away;
    if (away && !wasAway && !this.#desk.inTraining) void this.#line.disconnect();
    if (!away && wasAway && this.#isOff()) void this.#take();
  }

  /** Takes the line no more, whatever is being waited for. */
  stop(): void {
    this.#wanted = false;
  }

  /**
   * On a first start the brands come with the hub's first page, a moment after the sign-in: a call
   * before that would be shown, and kept, for a guessed brand.
   */
  async #take(): Promise<void> {
    if (this.#brandsKnown()) return this.#desk.reconnect();
    if (this.#desk.lineSettings !== null) this.#board.patch('line', { status: 'connecting' });
    let stop = (): void => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, brandsWithinMs);
      stop = this.#board.follow(() => {
        if (this.#brandsKnown()) resolve();
      });
    });
    clearTimeout(timer);
    stop();
    if (this.#wanted && this.#isOff()) this.#desk.reconnect();
  }

  #brandsKnown(): boolean {
    return this.#board.get('reference').brands.length > 0;
  }

  #isOff(): boolean {
    return this.#desk.lineDesk.status.status === 'off';
  }
}
