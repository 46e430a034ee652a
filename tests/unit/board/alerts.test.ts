import type { CallView, Slices } from '@shared/contracts/engine/views.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sampleReference } from '../../support/desk/samples.ts';

const rings: string[] = [];
vi.mock('@renderer/engine/telephony/media/ringer.ts', () => ({
  Ringer: class {
    ring(_: string, inTalk: boolean): void {
      rings.push(inTalk ? 'tap' : 'ring');
    }
    use(id: string): void {
      rings.push(`ring on ${id}`);
    }
    stop(): void {
      rings.push('stop');
    }
  },
}));
vi.mock('@renderer/platform/bridge.ts', () => ({
  invoke: async (channel: string) => {
    rings.push(channel);
    return { ok: true, value: null };
  },
}));
const { Alerts } = await import('@renderer/engine/shift/alerts.ts');

const call = (id: string, title = '06 39 98 41 17') =>
  ({
    id,
    title,
    brandId: 'kerdoual',
    numberDisplay: '06',
    startedAt: '2026-11-22T09:00:00.000Z',
    training: false,
  }) as CallView;

let cards: Slices['card'][];
let ringerId = 'default';
let live = 0;
let alerts: InstanceType<typeof Alerts>;

beforeEach(() => {
  vi.useFakeTimers();
  rings.length = 0;
  live = 0;
  cards = [];
  alerts = new Alerts({
    reference: sampleReference,
    work: () => undefined,
    bundle: async () => null,
    ringer: () => ({ id: ringerId, loudness: 1 }),
    live: () => live,
    show: (card) => cards.push(card),
  });
});
afterEach(() => vi.useRealTimers());

it('[POP-13] the ring and the card come when the 360 is painted, with the newest name', async () => {
  alerts.follow([call('a')]);
  alerts.follow([call('a', 'Hélène Vasseur')]);
  await vi.advanceTimersByTimeAsync(20);
  expect(rings).toEqual(['hotkeys.arm']);
  alerts.painted('a');
  await vi.advanceTimersByTimeAsync(0);
  expect(rings).toEqual(['hotkeys.arm', 'ring', 'card.show']);
  expect(cards.map((card) => card?.title)).toEqual(['Hélène Vasseur']);
});

it('[POP-13] a window that paints nothing delays the ring by 80 ms and no more', async () => {
  alerts.follow([call('a')]);
  await vi.advanceTimersByTimeAsync(79);
  expect(rings).not.toContain('ring');
  await vi.advanceTimersByTimeAsync(1);
  expect(rings).toContain('ring');
  expect(cards).toHaveLength(1);
});

it('[POP-13] a call that is over before it was painted neither rings nor shows a card', async () => {
  alerts.follow([call('a')]);
  alerts.follow([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(rings).not.toContain('ring');
  expect(cards).toEqual([null]);
});

it('[POP-13] the next call waits for its own paint, not for that of the one before', async () => {
  alerts.follow([call('a')]);
  alerts.follow([]);
  alerts.follow([call('b')]);
  alerts.painted('a');
  await vi.advanceTimersByTimeAsync(10);
  expect(rings).not.toContain('ring');
  alerts.painted('b');
  await vi.advanceTimersByTimeAsync(0);
  expect(cards.at(-1)?.callId).toBe('b');
  expect(rings.filter((one) => one === 'ring')).toHaveLength(1);
});

it('[AUDIO-6] a ring that sounds moves to the device that serves now', async () => {
  alerts.follow([call('a')]);
  alerts.painted('a');
  await vi.advanceTimersByTimeAsync(0);
  ringerId = 'screen';
  alerts.switchRinger();
  expect(rings.at(-1)).toBe('ring on screen');
});

it('[WAIT-1] in a talk a call makes one low tap; when the talk ends it rings aloud', async () => {
  live = 1;
  alerts.follow([call('a')]);
  await vi.advanceTimersByTimeAsync(100);
  alerts.follow([call('a')]);
  expect(rings.filter((one) => one === 'tap' || one === 'ring')).toEqual(['tap']);
  live = 0;
  alerts.follow([call('a')]);
  alerts.follow([call('a')]);
  expect(rings.filter((one) => one === 'tap' || one === 'ring')).toEqual(['tap', 'ring']);
});

it('[WAIT-1] what rings on while she begins to talk with somebody else falls silent', async () => {
  alerts.follow([call('a')]);
  await vi.advanceTimersByTimeAsync(100);
  live = 1;
  rings.length = 0;
  alerts.follow([call('a')]);
  expect(rings.filter((one) => one !== 'hotkeys.arm' && one !== 'card.show')).toEqual(['stop']);
});
