/**
 * While she is in training her line is at the training switch, and her state says so: nothing real
 * can ring. Leaving it brings back the line and, unless she chose another, the state from before.
 */
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { Rest } from '@shared/domain/agent-state/advisor-machine.ts';
import type { AdvisorDesk } from '../advisor/advisor-desk.ts';
import type { Line, LineStatus } from '../telephony/line.ts';

/** What of her shift moves with it. */
type Moved = {
  readonly advisor: AdvisorDesk;
  readonly line: {
    readonly line: Pick<Line, 'disconnect'>;
    readonly connect: () => unknown;
    readonly follow: () => void;
  };
  readonly lineDesk: { readonly status: Pick<LineStatus, 'status'> };
};

const trainingReason = 'training';

export class TrainingStay {
  #settings: LineSettings | null = null;
  #before: Rest | null = null;

  /** The line of the training switch; null outside of training. */
  get line(): LineSettings | null {
    return this.#settings;
  }

  enter(shift: Moved, settings: LineSettings): void {
    this.#settings = settings;
    this.#before = shift.advisor.advisor.before;
    const rest = { state: 'pause', pauseReason: trainingReason } as const;
    shift.advisor.take({ type: 'chosen', rest });
    this.#move(shift);
  }

  /** `as-chosen`: she has changed her state herself. */
  leave(shift: Moved, how: 'as-before' | 'as-chosen'): void {
    const rest = this.#before;
    if (this.#settings === null || rest === null) return;
    this.#settings = null;
    this.#before = null;
    if (how === 'as-before') shift.advisor.take({ type: 'chosen', rest });
    const { state } = shift.advisor.advisor;
    if (state === 'pause' || state === 'offline') void shift.line.line.disconnect();
    else this.#move(shift);
  }

  #move({ line, lineDesk }: Moved): void {
    if (lineDesk.status.status === 'off') line.connect();
    else line.follow();
  }
}
