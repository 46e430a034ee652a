import {
  candidatesSuffice,
  type ServerHealth,
  serverWaitMs,
} from '@renderer/engine/telephony/media/ice-wait.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A peer connection that gathers what the test lets it gather. */
class Gathering extends EventTarget {
  iceGatheringState: RTCIceGatheringState = 'gathering';
  found(type: 'host' | 'srflx' | null): void {
    this.dispatchEvent(
      Object.assign(new Event('icecandidate'), { candidate: type === null ? null : { type } }),
    );
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Milliseconds until the description may go out. */
const waitFor = async (health: ServerHealth, gather: (pc: Gathering) => void): Promise<number> => {
  const pc = new Gathering();
  const startedAt = Date.now();
  let doneAt = 0;
  void candidatesSuffice(pc as unknown as RTCPeerConnection, health).then(() => {
    doneAt = Date.now();
  });
  gather(pc);
  await vi.advanceTimersByTimeAsync(2_000);
  return doneAt - startedAt;
};
const hostOnly = (pc: Gathering): void => pc.found('host');

describe('waiting for candidates', () => {
  it('[LINE-12] a dead STUN server costs nothing', async () => {
    expect(await waitFor({ state: 'dead' }, hostOnly)).toBe(
      await waitFor({ state: 'none' }, hostOnly),
    );
    expect(await waitFor({ state: 'dead' }, hostOnly)).toBeLessThan(15);
  });

  it('[LINE-12] a server that answers is waited for about as long as it takes', async () => {
    expect(await waitFor({ state: 'alive', answerMs: 20 }, hostOnly)).toBe(60);
    expect(serverWaitMs({ state: 'alive', answerMs: 5_000 })).toBe(400);
  });

  it("[LINE-12] the server's candidate ends the wait", async () => {
    const early = await waitFor({ state: 'alive', answerMs: 150 }, (pc) => {
      pc.found('host');
      setTimeout(() => pc.found('srflx'), 30);
    });
    expect(early).toBeLessThan(50);
  });

  it('[LINE-12] a server nobody knows yet is waited for only shortly', async () => {
    expect(await waitFor({ state: 'unknown' }, hostOnly)).toBe(60);
  });

  it('[LINE-12] several interfaces are all let in, one after the other', async () => {
    const waited = await waitFor({ state: 'none' }, (pc) => {
      for (const at of [0, 5, 10]) setTimeout(() => pc.found('host'), at);
    });
    expect(waited).toBe(18);
  });

  it('[NET-9] what an earlier gathering found does not count for a new one', async () => {
    const pc = new Gathering();
    pc.iceGatheringState = 'complete';
    let done = false;
    const peer = pc as unknown as RTCPeerConnection;
    void candidatesSuffice(peer, { state: 'none' }, true).then(() => {
      done = true;
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toBe(false);
    pc.found('host');
    await vi.advanceTimersByTimeAsync(20);
    expect(done).toBe(true);
  });

  it('[LINE-12] gathering that is complete, or finds nothing at all, never waits for ever', async () => {
    expect(await waitFor({ state: 'alive', answerMs: 300 }, (pc) => pc.found(null))).toBe(0);
    expect(await waitFor({ state: 'alive', answerMs: 300 }, () => undefined)).toBe(500);
  });
});
