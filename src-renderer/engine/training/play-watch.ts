/** Tells the simulated customer what she would notice: a turn that ended, hold and its end. */
import type { CallView } from '@shared/contracts/engine/views.ts';
import { intervalBetween, type MediaSample } from '@shared/domain/call-quality/media-sample.ts';
import { hearTurn, newTurn } from '@shared/domain/role-play/turn.ts';
import type { LineCall } from '../telephony/line.ts';

const everyMs = 250;

export type Noticed = 'advisor-spoke' | 'held' | 'resumed';

export class PlayWatch {
  readonly callId: string;
  readonly #call: LineCall;
  readonly #tell: (noticed: Noticed) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #turn = newTurn;
  #before: MediaSample | null = null;
  #held = false;
  #talks = false;
  #muted = false;

  constructor(callId: string, call: LineCall, tell: (noticed: Noticed) => void) {
    this.callId = callId;
    this.#call = call;
    this.#tell = tell;
    this.#timer = setInterval(() => void this.#listen(), everyMs);
  }

  /** At each change of the calls. */
  follow(calls: readonly CallView[]): void {
    const view = calls.find(({ id }) => id === this.callId);
    if (view === undefined) return;
    this.#talks = view.phase === 'talking';
    this.#muted = view.muted;
    const held = view.hold === 'held' || view.hold === 'resuming';
    if (held === this.#held) return;
    this.#held = held;
    this.#tell(held ? 'held' : 'resumed');
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #listen(): Promise<void> {
    if (!this.#talks || this.#held) return;
    const now = await this.#call.sample().catch(() => null);
    const passed =
      now === null || this.#before === null ? null : intervalBetween(this.#before, now);
    this.#before = now;
    if (passed === null) return;
    const power = this.#muted ? 0 : (passed.spokenPower ?? 0);
    const heard = hearTurn(this.#turn, power, passed.seconds * 1000);
    this.#turn = heard.turn;
    if (heard.over) this.#tell('advisor-spoke');
  }
}
