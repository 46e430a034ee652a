/** A day of calls in random order with kills, hub stops and network cuts; and what must remain. */
import { emptyDraft } from '@renderer/engine/work/new-work.ts';
import type { FaultyNetwork, NetworkMode } from '../../support/network/faulty-network.ts';
import { until } from '../../support/until';
import { DesktopUnderTest, type Home } from './desktop-under-test.ts';

/** Small, fast, seeded: mulberry32 (public domain). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export type Expected = {
  readonly outcome: 'answered' | 'abandoned' | 'busy';
  note: string | null;
  finished: boolean;
  callbacks: number;
};

type Day = {
  readonly home: Home;
  readonly network: FaultyNetwork;
  readonly stopHub: () => Promise<void>;
  readonly startHub: () => Promise<void>;
  readonly random: () => number;
};

const modes: readonly NetworkMode[] = ['open', 'open', 'refused', 'lost-answer', 'half-answer'];

export class RandomDay {
  readonly expected = new Map<string, Expected>();
  readonly #day: Day;
  desktop: DesktopUnderTest;
  #hubUp = true;

  constructor(day: Day, desktop: DesktopUnderTest) {
    this.#day = day;
    this.desktop = desktop;
  }

  async round(): Promise<void> {
    const dice = this.#day.random();
    if (dice < 0.35) await this.#call();
    else if (dice < 0.55) await this.#type();
    else if (dice < 0.7) await this.#finish();
    else if (dice < 0.8) await this.#restart();
    else if (dice < 0.93) this.#day.network.change(this.#pick(modes));
    else await this.#toggleHub();
  }

  /** Everything works again: what waits goes out, nothing is left over. */
  async settle(): Promise<void> {
    if (!this.#hubUp) await this.#toggleHub();
    this.#day.network.change('open');
    await until(
      'everything has been sent',
      () => {
        this.desktop.sync.wake();
        return this.desktop.outbox.pending.length === 0;
      },
      30_000,
    );
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#day.random() * from.length)] as T;
  }

  async #call(): Promise<void> {
    const outcome = this.#pick(['answered', 'answered', 'abandoned', 'busy'] as const);
    const { id, line } = await this.desktop.ring(
      outcome === 'busy' ? 'outbound' : 'inbound',
      'kerdoual',
    );
    this.expected.set(id, { outcome, note: null, finished: false, callbacks: 0 });
    if (outcome === 'abandoned') line.happens({ type: 'remote-cancelled', elsewhere: false });
    else if (outcome === 'busy') line.happens({ type: 'rejected', sipStatus: 486 });
    else {
      this.desktop.calls.answer(id);
      line.happens({ type: 'accepted' });
      this.desktop.calls.hangUp(id);
    }
    await until(
      'the call is in the journal',
      () =>
        this.desktop.outbox.pending.some(
          (one) => one.kind === 'interaction.record' && one.payload.id === id,
        ) ||
        this.desktop.outbox.sent.some(
          ({ mutation }) => mutation.kind === 'interaction.record' && mutation.payload.id === id,
        ),
    );
    // Written, and on the disk: what follows may be a kill.
    await this.desktop.outbox.write([]);
  }

  #open() {
    const open = this.desktop.shown.filter(({ phase }) => phase === 'wrap-up');
    return open.length === 0 ? null : this.#pick(open);
  }

  async #type(): Promise<void> {
    const item = this.#open();
    if (item === null) return;
    const text = `note ${Math.floor(this.#day.random() * 1e9)}`;
    const draft = { ...item.draft, notes: [{ at: new Date().toISOString(), text }] };
    const saved = await this.desktop.work.save(item.id, item.revision + 1, draft);
    const expected = this.expected.get(item.id);
    if (saved.ok && saved.value.saved === 'disk' && expected !== undefined) expected.note = text;
  }

  async #finish(): Promise<void> {
    const item = this.#open();
    if (item === null) return;
    const { reasons, dispositions } = this.desktop.reference;
    const callback =
      this.#day.random() < 0.4
        ? { dueAt: '2027-01-05T09:00:00.000Z', assignee: 'me' as const, reason: 'promis' }
        : null;
    const draft = {
      ...emptyDraft,
      notes: item.draft.notes,
      callback,
      reasonCode: reasons.find(({ brandId }) => brandId === item.brandId)?.code ?? null,
      dispositionCode: dispositions.find(({ brandId }) => brandId === item.brandId)?.code ?? null,
    };
    await this.desktop.work.save(item.id, item.revision + 1, draft);
    const done = await this.desktop.work.finish(item.id);
    const expected = this.expected.get(item.id);
    if (!done.ok || expected === undefined) throw new Error('the wrap-up did not finish');
    expected.finished = true;
    if (callback !== null) expected.callbacks += 1;
  }

  async #restart(): Promise<void> {
    await this.desktop.kill(this.#day.random() < 0.5);
    this.desktop = await DesktopUnderTest.start(this.#day.home, this.desktop.reference);
  }

  async #toggleHub(): Promise<void> {
    if (this.#hubUp) await this.#day.stopHub();
    else await this.#day.startHub();
    this.#hubUp = !this.#hubUp;
  }
}
