import { type OpenMicrophone, SoundTest } from '@renderer/engine/devices/sound-test.ts';
import { judgeVoice, levelDb } from '@renderer/engine/devices/voice-level.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let view: Slices['soundTest'];
let inCall: boolean;
let open: number;
let played: number;
let db: number;
let sound: SoundTest;

const microphone = (): OpenMicrophone => {
  open += 1;
  return {
    level: () => db,
    record: () => undefined,
    playBack: async () => {
      played += 1;
    },
    close: () => {
      open -= 1;
    },
  };
};

beforeEach(() => {
  vi.useFakeTimers();
  inCall = false;
  open = 0;
  played = 0;
  db = -24;
  sound = new SoundTest({
    open: async () => microphone(),
    inCall: () => inCall,
    show: (now) => {
      view = now;
    },
  });
});
afterEach(() => void vi.useRealTimers());

it('[AUDIO-22] the level of the microphone is shown while she looks', async () => {
  expect(await sound.listen()).toBe(true);
  vi.advanceTimersByTime(100);
  expect(view).toMatchObject({ state: 'listening', levelDb: -24 });
  db = -51;
  vi.advanceTimersByTime(100);
  expect(view.levelDb).toBe(-51);
  sound.stop();
  expect([view.state, view.levelDb, open, vi.getTimerCount()]).toEqual(['idle', null, 0, 0]);
});

it('[AUDIO-22] a sentence is recorded, judged and played back', async () => {
  await sound.hearBack();
  expect(view.state).toBe('recording');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(played).toBe(1);
  expect(view).toEqual({ state: 'idle', levelDb: null, verdict: 'noisy', voiceDb: -24 });
  expect(open).toBe(0);
});

it('[AUDIO-23] a microphone that is forgotten closes after a minute', async () => {
  await sound.listen();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(open).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(open).toBe(0);
});

it('[AUDIO-23] a call takes the microphone, and in a call it is not tried', async () => {
  await sound.listen();
  inCall = true;
  sound.follow();
  expect(open).toBe(0);
  expect(await sound.listen()).toBe(false);
  expect(await sound.hearBack()).toBe(false);
  expect(open).toBe(0);
});

it('[AUDIO-23] a call that begins while the microphone opens leaves none open', async () => {
  const opening = sound.listen();
  inCall = true;
  sound.follow();
  expect(await opening).toBe(false);
  expect(open).toBe(0);
});

it('[AUDIO-23] leaving the screen while the microphone opens leaves none open', async () => {
  const opening = sound.listen();
  sound.stop();
  await opening;
  expect(open).toBe(0);
});

it.each([
  ['silent', [-100, -100, -100]],
  ['quiet', [-70, -55, -52, -60]],
  ['loud', [-30, -4, -2, -3]],
  ['noisy', [-30, -28, -26, -27]],
  ['good', [-62, -60, -24, -20, -22]],
] as const)('[AUDIO-22] a voice that is %s is told so', (verdict, levels) => {
  expect(judgeVoice(levels).verdict).toBe(verdict);
});

it('[AUDIO-22] the level is that of the samples: full scale is 0 dB, half of it −6', () => {
  expect(levelDb(new Float32Array(64).fill(1))).toBeCloseTo(0);
  expect(levelDb(new Float32Array(64).fill(0.5))).toBeCloseTo(-6.02, 2);
  expect(levelDb(new Float32Array(64))).toBe(-100);
  fc.assert(
    fc.property(fc.float32Array({ min: -1, max: 1, noNaN: true }), (samples) => {
      const level = levelDb(samples);
      expect(level).toBeGreaterThanOrEqual(-100);
      expect(level).toBeLessThanOrEqual(0.001);
    }),
  );
});
