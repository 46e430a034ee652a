import { type HeadsetAsk, HeadsetControl } from '@renderer/engine/headset/headset-control.ts';
import type { Pressed } from '@renderer/engine/headset/report-layout.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

/**
 * How headsets are built: `lamp` knows nothing but its light; `self` mutes itself at once and says
 * "pressed"; `state` mutes itself and says "muted". Each takes the light as the last word.
 */
const kinds = ['lamp', 'self', 'state'] as const;
type Kind = (typeof kinds)[number];
type Message = { readonly at: number; readonly run: () => void };

const settleMs = 250;

/** A call, its mute on the screen, and a headset behind a cable that takes its time. */
class Desk {
  now = 0;
  muted = false;
  deviceMuted = false;
  inCall = true;
  readonly asks: HeadsetAsk[] = [];
  readonly #kind: Kind;
  readonly #echoes: boolean;
  readonly #control: HeadsetControl;
  #up: Message[] = [];
  #down: Message[] = [];

  constructor(kind: Kind, echoes = false) {
    this.#kind = kind;
    this.#echoes = echoes;
    this.#control = new HeadsetControl({
      habits: { muteToggles: kind !== 'state', hookToggles: false, settleMs },
      now: () => this.now,
      light: ({ mute }) => this.#send('down', () => this.#lit(mute)),
      ask: (ask) => {
        this.asks.push(ask);
        if (ask === 'mute' || ask === 'unmute') this.#set(ask === 'mute');
      },
    });
    this.#follow();
    // Its switch follows the off-hook light, and it says so.
    this.says({ hook: true, mute: false });
    this.passes(1_000);
  }

  latency = 1;

  key(): void {
    this.#set(!this.muted);
  }

  press(): void {
    if (this.#kind !== 'lamp') this.deviceMuted = !this.deviceMuted;
    if (this.#kind === 'state') this.says({ hook: true, mute: this.deviceMuted });
    else {
      this.says({ hook: true, mute: true });
      this.says({ hook: true, mute: false });
    }
  }

  says(pressed: Pressed): void {
    this.#send('up', () => this.#control.report(pressed));
  }

  passes(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const next = [this.#up[0], this.#down[0]]
        .filter((one) => one !== undefined && one.at <= end)
        .sort((one, other) => (one?.at ?? 0) - (other?.at ?? 0))[0];
      if (next === undefined) break;
      this.#up = this.#up.filter((one) => one !== next);
      this.#down = this.#down.filter((one) => one !== next);
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    this.now = end;
  }

  /** Messages on their way; a bounded number shows that nothing goes round for ever. */
  get underWay(): number {
    return this.#up.length + this.#down.length;
  }

  #set(muted: boolean): void {
    this.muted = muted;
    this.#follow();
  }

  #follow(): void {
    const { inCall, muted } = this;
    this.#control.follow({ ringing: false, inCall, muted, held: false });
  }

  #lit(mute: boolean): void {
    const before = this.deviceMuted;
    this.deviceMuted = mute;
    if (this.#echoes && before !== mute && this.#kind === 'state') this.says({ mute });
  }

  #send(way: 'up' | 'down', run: () => void): void {
    const queue = way === 'up' ? this.#up : this.#down;
    queue.push({ at: Math.max(this.now + this.latency, queue.at(-1)?.at ?? 0), run });
  }
}

let desk: Desk;
beforeEach(() => {
  desk = new Desk('self');
});

describe.each(kinds)('a headset of the kind %s', (kind) => {
  it('[AUDIO-18] a press mutes both, another one unmutes both', () => {
    desk = new Desk(kind);
    desk.press();
    desk.passes(1_000);
    expect([desk.muted, desk.deviceMuted]).toEqual([true, true]);
    desk.press();
    desk.passes(1_000);
    expect([desk.muted, desk.deviceMuted]).toEqual([false, false]);
  });

  it('[AUDIO-18] a key on the keyboard mutes both, a press then unmutes both', () => {
    desk = new Desk(kind);
    desk.key();
    desk.passes(1_000);
    expect([desk.muted, desk.deviceMuted]).toEqual([true, true]);
    desk.press();
    desk.passes(1_000);
    expect([desk.muted, desk.deviceMuted]).toEqual([false, false]);
  });

  it('[AUDIO-18] key and button at once mean the same change', () => {
    for (const [first, second] of [
      ['key', 'press'],
      ['press', 'key'],
    ] as const) {
      desk = new Desk(kind);
      desk.latency = 60;
      desk[first]();
      desk.passes(20);
      if (first === 'press') desk.passes(0);
      desk[second]();
      desk.passes(2_000);
      expect(desk.deviceMuted).toBe(desk.muted);
      expect(desk.muted).toBe(true);
    }
  });

  it('[AUDIO-18] whatever is pressed and typed, in whatever order and however slow the cable, they agree in the end', () => {
    const step = fc.record({
      what: fc.constantFrom('key', 'press', 'wait'),
      thenMs: fc.nat(400),
      latency: fc.integer({ min: 1, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.boolean(), (steps, echoes) => {
        desk = new Desk(kind, echoes);
        for (const { what, thenMs, latency } of steps) {
          desk.latency = latency;
          if (what === 'key') desk.key();
          if (what === 'press') desk.press();
          desk.passes(thenMs);
        }
        desk.passes(3_000);
        expect(desk.deviceMuted).toBe(desk.muted);
        expect(desk.underWay).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  });
});

it('[AUDIO-19] a headset that repeats an old mute in another report unmutes nothing', () => {
  desk = new Desk('state');
  desk.key();
  desk.passes(1_000);
  desk.says({ hook: true, mute: false, flash: true });
  desk.says({ hook: true, mute: false, flash: false });
  desk.passes(1_000);
  expect(desk.muted).toBe(true);
  expect(desk.asks).toEqual(['hold']);
});

it('[AUDIO-18] without a call a press mutes nothing, and the headset is told', () => {
  desk = new Desk('self');
  desk.inCall = false;
  desk.key();
  desk.key();
  desk.passes(1_000);
  desk.press();
  desk.passes(1_000);
  expect([desk.muted, desk.deviceMuted, desk.asks]).toEqual([false, false, []]);
});
