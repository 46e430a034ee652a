/** The session's tokens: renewed before they end, one renewal at a time, kept sealed. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { type Session, sessionSchema } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Clock } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';

type Deps = {
  readonly hub: HubClient;
  readonly clock: Clock;
  readonly deviceId: string;
  readonly keep: (session: Session) => Promise<void>;
  /** The hub takes this session no more: she has to sign in again; her work goes on. */
  readonly expired: () => void;
};

const earlyMs = 30_000;

export class Tokens {
  readonly #deps: Deps;
  #session: Session;
  #renewing: Promise<Result<string>> | null = null;

  constructor(deps: Deps, session: Session) {
    this.#deps = deps;
    this.#session = session;
  }

  get session(): Session {
    return this.#session;
  }

  async access(renew: boolean): Promise<Result<string>> {
    const fresh = Date.parse(this.#session.accessExpiresAt) - this.#deps.clock.now() > earlyMs;
    if (fresh && !renew) return succeed(this.#session.accessToken);
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #renew(): Promise<Result<string>> {
    const { hub, deviceId, keep, expired } = this.#deps;
    const answer = await hub.open({
      method: 'POST',
      path: routes.refresh,
      body: { refreshToken: this.#session.refreshToken, deviceId },
      answer: sessionSchema,
    });
    if (!answer.ok) {
      const gone = ['session-expired', 'session-reused', 'sign-in-required', 'sign-in-refused'];
      if (gone.includes(answer.error.code)) expired();
      return gone.includes(answer.error.code) ? fail('session-expired') : answer;
    }
    this.#session = answer.value;
    await keep(answer.value);
    return succeed(answer.value.accessToken);
  }
}
