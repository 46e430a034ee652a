/** The engine's clock: the machine's own, corrected by what the hub's clock says. */
import type { Clock } from '@shared/kernel/clock.ts';
import type { Board } from './board/board.ts';

const correctedFromMs = 1_000;

export class CorrectedClock implements Clock {
  readonly #wall: Clock;
  #correctionMs = 0;

  constructor(wall: Clock) {
    this.#wall = wall;
  }

  readonly now = (): number => this.#wall.now() + this.#correctionMs;

  /** Never under a call or open work: their lengths would jump. The next exchange says it again. */
  follow(correctionMs: number, board: Pick<Board, 'get' | 'patch'>): void {
    if (board.get('calls').length > 0 || board.get('work').length > 0) return;
    if (Math.abs(correctionMs - this.#correctionMs) < correctedFromMs) return;
    this.#correctionMs = correctionMs;
    board.patch('session', { clockCorrectionMs: correctionMs });
  }
}
