import { Reconnecting } from '@renderer/engine/telephony/sip/connection/reconnecting.ts';
import { describe, expect, it } from 'vitest';

const three = ['ws://a', 'ws://b', 'ws://c'];
const made = (random = () => 0.5): Reconnecting => {
  const reconnecting = new Reconnecting(random);
  reconnecting.use(three);
  return reconnecting;
};

describe('where and when to try again', () => {
  it('[NET-7] each address is tried without a pause, and after the last there is one', () => {
    const line = made();
    expect(line.server).toBe('ws://a');
    expect([line.failed(), line.server]).toEqual([0, 'ws://b']);
    expect([line.failed(), line.server]).toEqual([0, 'ws://c']);
    expect(line.failed()).toBeGreaterThan(0);
    expect(line.server).toBe('ws://a');
  });

  it('[NET-7] a connection that was lost begins with the address that served', () => {
    const line = made();
    line.failed();
    line.worked();
    expect(line.lost()).toBeGreaterThan(0);
    expect(line.server).toBe('ws://b');
  });

  it('[NET-3] pauses grow to a quarter of a minute, begin anew once it works, and differ', () => {
    const line = made(() => 0.999);
    const pauses = Array.from({ length: 10 }, () => line.lost());
    expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
    expect(pauses.at(-1)).toBeLessThanOrEqual(15_000);
    expect(pauses.at(-1)).toBeGreaterThan(10_000);
    line.worked();
    expect(line.lost()).toBe(pauses[0]);
    expect(made(() => 0).lost()).not.toBe(made(() => 0.999).lost());
  });
});
