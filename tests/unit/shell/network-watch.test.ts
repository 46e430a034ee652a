import { watchNetwork } from '@main/network-watch.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[NET-3] another set of addresses is told once, within a second', () => {
  let addresses = 'eth0 192.0.2.1';
  let told = 0;
  const stop = watchNetwork(
    () => {
      told += 1;
    },
    () => addresses,
  );
  vi.advanceTimersByTime(5_000);
  expect(told).toBe(0);
  addresses = 'wlan0 192.0.2.9';
  vi.advanceTimersByTime(1_000);
  vi.advanceTimersByTime(5_000);
  expect(told).toBe(1);
  stop();
  addresses = '';
  vi.advanceTimersByTime(5_000);
  expect(told).toBe(1);
});
