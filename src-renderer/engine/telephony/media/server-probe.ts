/** Learns ahead of the calls whether the STUN/TURN servers answer, so that no call waits for it. */
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { ServerHealth } from './ice-wait.ts';

const giveUpMs = 2_000;
const againMs = 120_000;

/** The browser's form of the servers: an absent name is absent, not undefined. */
export const rtcServers = (iceServers: LineSettings['iceServers']): RTCIceServer[] =>
  iceServers.map(({ urls, username, credential }) => ({
    urls,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  }));

const probeOnce = (iceServers: LineSettings['iceServers']): Promise<ServerHealth> =>
  new Promise((resolve) => {
    const pc = new RTCPeerConnection({ iceServers: rtcServers(iceServers) });
    const startedAt = performance.now();
    const finish = (health: ServerHealth): void => {
      clearTimeout(timer);
      pc.close();
      resolve(health);
    };
    const timer = setTimeout(() => finish({ state: 'dead' }), giveUpMs);
    pc.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate === null) finish({ state: 'dead' });
      else if (candidate.type !== 'host')
        finish({ state: 'alive', answerMs: performance.now() - startedAt });
    });
    pc.createDataChannel('probe');
    pc.setLocalDescription().catch(() => finish({ state: 'dead' }));
  });

export class ServerProbe {
  #health: ServerHealth = { state: 'none' };
  #timer: ReturnType<typeof setInterval> | undefined;

  get health(): ServerHealth {
    return this.#health;
  }

  watch(iceServers: LineSettings['iceServers']): void {
    this.stop();
    if (iceServers.length === 0) return;
    this.#health = { state: 'unknown' };
    const look = async (): Promise<void> => {
      this.#health = await probeOnce(iceServers);
    };
    void look();
    this.#timer = setInterval(look, againMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#health = { state: 'none' };
  }
}
