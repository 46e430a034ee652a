import { RingBack } from '@renderer/engine/telephony/media/ring-back.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let sounded: number;
let closed: number;
let sinks: string[];

beforeEach(() => {
  vi.useFakeTimers();
  sounded = 0;
  closed = 0;
  sinks = [];
  const node = { connect: (next: unknown) => next };
  vi.stubGlobal(
    'AudioContext',
    class {
      currentTime = 0;
      destination = node;
      setSinkId = async (id: string) => void sinks.push(id);
      createGain = () => ({ ...node, gain: { value: 0 } });
      createOscillator = () => ({
        ...node,
        frequency: { value: 0 },
        start: () => {
          sounded += 1;
        },
        stop: () => undefined,
      });
      close = async () => {
        closed += 1;
      };
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('[LINE-20] sounds every five seconds on the speech device, once however often the far end reports', () => {
  const tone = new RingBack();
  tone.start('headset');
  tone.start('headset');
  vi.advanceTimersByTime(10_100);
  expect(sounded).toBe(3);
  expect(sinks).toEqual(['headset']);
});

it('[LINE-20] ends and stays silent', () => {
  const tone = new RingBack();
  tone.start('default');
  tone.stop();
  tone.stop();
  vi.advanceTimersByTime(20_000);
  expect([sounded, closed]).toEqual([1, 1]);
});
