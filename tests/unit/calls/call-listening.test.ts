import { randomUUID } from 'node:crypto';
import { CallListening } from '@renderer/engine/calls/call-listening.ts';
import { beginCall, type LiveCall } from '@renderer/engine/calls/live-call.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeLineCall } from '../../support/desk/fake-line-call.ts';
import { type Half, halfLater, nothingCounted } from '../../support/desk/media-samples.ts';

let line: FakeLineCall;
let call: LiveCall;
let asked: string[];
let changed: number;
let listening: CallListening;

beforeEach(() => {
  vi.useFakeTimers();
  line = new FakeLineCall();
  call = beginCall({ id: randomUUID(), direction: 'inbound' } as never, line, 0);
  call.state = 'talking';
  call.answeredAt = 1;
  asked = [];
  changed = 0;
  listening = new CallListening({
    calls: () => [call],
    networkOf: async (address) => {
      asked.push(address);
      return 'wifi';
    },
    changed: () => {
      changed += 1;
    },
  });
});
afterEach(() => void vi.useRealTimers());

const goesOn = async (seconds: number, half: Half = {}): Promise<void> => {
  for (let at = 0; at < seconds * 2; at += 1) {
    line.counted = halfLater(line.counted ?? nothingCounted, half);
    await vi.advanceTimersByTimeAsync(250);
    await vi.advanceTimersByTimeAsync(250);
  }
};

it('[AUDIO-12] from the answer on a call is listened to, and a far end that sends nothing is said in time', async () => {
  listening.follow();
  await goesOn(3, { received: 0, heard: 0 });
  expect(call.quality.live.alarm).toBe('nothing-received');
  expect(changed).toBeGreaterThan(0);
});

it('[AUDIO-10] the kind of network is asked for once for each address', async () => {
  listening.follow();
  await goesOn(4);
  expect(asked).toEqual(['192.0.2.10']);
  expect(call.quality.live.network).toBe('wifi');
});

it('[AUDIO-10] a good talk changes nothing on the screen, and nothing runs when nobody talks', async () => {
  listening.follow();
  await goesOn(3);
  const before = changed;
  await goesOn(5);
  expect(changed).toBe(before);
  call.answeredAt = null;
  listening.follow();
  expect(vi.getTimerCount()).toBe(0);
});
