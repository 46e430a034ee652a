/**
 * The buttons and lights of one headset against the calls of the program. The program is the one
 * truth: a button asks, the program decides, the lights follow what it decided, also when that is
 * nothing, so that a headset which has muted itself in the meantime comes back.
 */
import type { Lights, Pressed } from './report-layout.ts';

export type HeadsetAsk = 'answer' | 'decline' | 'hang-up' | 'mute' | 'unmute' | 'hold' | 'resume';

/** How the calls stand, as far as a headset can show it. */
export type CallsState = {
  readonly ringing: boolean;
  readonly inCall: boolean;
  readonly muted: boolean;
  readonly held: boolean;
};

/** How this make says things; what is not known is read from its description. */
export type HeadsetHabits = {
  /** Its mute button says "pressed", not "muted". */
  readonly muteToggles: boolean;
  readonly hookToggles: boolean;
  /** So long after a change here its reports may still tell of before. Milliseconds. */
  readonly settleMs: number;
};

type Deps = {
  readonly habits: HeadsetHabits;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly light: (lights: Lights) => void;
  readonly ask: (ask: HeadsetAsk) => void;
};

const nothing: CallsState = { ringing: false, inCall: false, muted: false, held: false };

export class HeadsetControl {
  readonly #deps: Deps;
  #calls = nothing;
  #reported: Pressed = {};
  #muteChangedAt = Number.NEGATIVE_INFINITY;
  #callChangedAt = Number.NEGATIVE_INFINITY;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The calls changed: the lights follow. */
  follow(calls: CallsState): void {
    const before = this.#calls;
    this.#calls = calls;
    if (before.muted !== calls.muted) this.#muteChangedAt = this.#deps.now();
    if (before.inCall !== calls.inCall) this.#callChangedAt = this.#deps.now();
    if (JSON.stringify(before) !== JSON.stringify(calls)) this.show();
  }

  /** Lights as the calls stand; also for a headset that was just plugged in. */
  show(): void {
    const { ringing, inCall, muted, held } = this.#calls;
    this.#deps.light({
      ring: ringing && !inCall,
      offHook: inCall,
      mute: inCall && muted,
      hold: held,
    });
  }

  report(pressed: Pressed): void {
    const before = this.#reported;
    this.#reported = { ...before, ...pressed };
    const rises = (button: keyof Pressed): boolean =>
      pressed[button] === true && before[button] !== true;
    this.#hook(pressed, before);
    if (rises('drop'))
      this.#ask(this.#calls.ringing && !this.#calls.inCall ? 'decline' : 'hang-up');
    if (rises('flash') || rises('hold')) this.#holdPressed();
    if (pressed.mute !== undefined) {
      if (!this.#deps.habits.muteToggles) this.#muteSaid(pressed.mute, pressed, before);
      else if (rises('mute')) this.#mutePressed();
    }
  }

  /** Its hook switch follows the off-hook light as well as the hand: what agrees is no wish. */
  #hook(pressed: Pressed, before: Pressed): void {
    const { ringing, inCall } = this.#calls;
    if (pressed.hook === undefined || pressed.hook === (before.hook ?? false)) return;
    if (this.#deps.habits.hookToggles) {
      if (!pressed.hook) return;
      if (inCall) this.#ask('hang-up');
      else this.#ask('answer');
      return;
    }
    if (pressed.hook === inCall) return;
    if (this.#settling(this.#callChangedAt)) this.show();
    else if (!pressed.hook) this.#ask('hang-up');
    else if (ringing) this.#ask('answer');
    // Lifted while nothing rings: it is told that there is no call.
    else this.show();
  }

  #holdPressed(): void {
    const { ringing, inCall, held } = this.#calls;
    if (!inCall) return;
    if (ringing) this.#ask('answer');
    else this.#ask(held ? 'resume' : 'hold');
  }

  /** "Pressed". Pressed together with a change on the screen it meant the same change. */
  #mutePressed(): void {
    if (this.#settling(this.#muteChangedAt)) this.show();
    else this.#askMute(!this.#calls.muted);
  }

  /** "Muted" or "not muted". Its word counts when it is news, and no echo of before. */
  #muteSaid(muted: boolean, pressed: Pressed, before: Pressed): void {
    if (muted === this.#calls.muted) return;
    const about = Object.keys(pressed) as (keyof Pressed)[];
    const other = about.some((one) => one !== 'mute' && pressed[one] !== (before[one] ?? false));
    const isNews = muted !== (before.mute ?? false) || !other;
    if (this.#settling(this.#muteChangedAt) || !isNews) this.show();
    else this.#askMute(muted);
  }

  #askMute(muted: boolean): void {
    if (this.#calls.inCall) this.#ask(muted ? 'mute' : 'unmute');
    // Whatever came of it, the light says how it stands.
    this.show();
  }

  #ask(ask: HeadsetAsk): void {
    this.#deps.ask(ask);
  }

  /** Its reports may still tell of before, or echo the light that was just sent. */
  #settling(changedAt: number): boolean {
    return this.#deps.now() - changedAt < this.#deps.habits.settleMs;
  }
}
