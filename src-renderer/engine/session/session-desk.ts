/** Signing in and out, and the one shift that lives in between. */
import { invoke } from '@renderer/platform/bridge.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { WipeOrder } from '@shared/contracts/http/devices.ts';
import type { ProgramConfig } from '@shared/contracts/ipc/channels.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { firstSlices } from '../board/first-slices.ts';
import { Shift } from '../shift/shift.ts';
import type { ShiftDeps } from '../shift/shift-deps.ts';
import { DeskGuard } from './desk-guard.ts';
import {
  type Entry,
  keepSession,
  type LostVault,
  reenter,
  signIn,
  signInByVault,
} from './sign-in.ts';
import { Tokens } from './tokens.ts';

type Given =
  | 'wipe'
  | 'tokens'
  | 'entry'
  | 'ownLine'
  | 'deviceId'
  | 'machine'
  | 'program'
  | 'processing';
type Deps = Omit<ShiftDeps, Given> & {
  readonly config: ProgramConfig;
};

const demoTries = 20;
const demoAgainMs = 500;

export class SessionDesk {
  readonly #deps: Deps;
  #shift: Shift | null = null;
  #tokens: Tokens | null = null;
  readonly guard: DeskGuard;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.guard = new DeskGuard({
      ...deps,
      shift: () => this.#shift,
      askHub: (password) => this.#askKey(password),
      leave: (error, stopped) => this.#leave(error, stopped),
    });
    deps.hub.takeTokensFrom(async (renew) => this.#tokens?.access(renew) ?? null);
  }

  get shift(): Shift | null {
    return this.#shift;
  }

  /** For what is not asked over HTTP; null: nobody is signed in, or the hub does not answer. */
  async accessToken(): Promise<string | null> {
    const token = await this.#tokens?.access(false);
    return token?.ok ? token.value : null;
  }

  /** What the start finds: a session that goes on, the demo's advisor, or nobody. */
  async resume(): Promise<void> {
    const list = await invoke('vault.list', null);
    const lastLogin = list.ok ? list.value.lastLogin : null;
    this.#show({ lastLogin });
    const entry = await reenter(this.#deps.clock);
    if (entry !== null && (await this.#enterKept(entry))) return;
    const { demo } = this.#deps.config;
    const last = list.ok ? list.value.vaults[0] : undefined;
    const error = last?.copied ? 'profile-copied' : last?.expired ? 'cache-expired' : null;
    if (demo === null) this.#show({ status: 'signed-out', error });
    else await this.#signInDemo(demo);
  }

  async signIn(login: string, password: string, lost: LostVault = 'refuse'): Promise<Result<null>> {
    const { hub, clock, config } = this.#deps;
    const again = this.#shift !== null;
    if (!again) this.#show({ status: 'signing-in', error: null });
    const entered = await signIn(hub, config.deviceId, clock, { login, password, lost });
    if (!entered.ok) return this.#refuse(entered.error.code, entered.error.detail);
    if (again && this.#tokens?.session.user.id === entered.value.session.user.id) {
      // Her session had ended while she worked: it is renewed under the running shift.
      this.#tokens = this.#makeTokens(entered.value);
      this.#show({ error: null });
      this.#shift?.retryNow();
      return succeed(null);
    }
    await this.#leave();
    return this.#enter(entered.value);
  }

  async signOut(): Promise<Result<null>> {
    if (this.#shift === null) return succeed(null);
    if (this.#shift.calls.live > 0) return fail('call-not-in-state');
    this.#shift.advisor.take({ type: 'signed-out' });
    const refreshToken = this.#tokens?.session.refreshToken;
    const { hub, config } = this.#deps;
    const body = { refreshToken, deviceId: config.deviceId };
    await hub.ask({
      method: 'POST',
      path: routes.signOut,
      body,
      answer: z.unknown(),
      timeoutMs: 3_000,
    });
    await this.#leave();
    await invoke('vault.close', { forget: true });
    return succeed(null);
  }

  async #signInDemo({ login, password }: NonNullable<ProgramConfig['demo']>): Promise<void> {
    // A desktop that knows its advisor starts with what it has; the hub is asked behind it.
    const known = await signInByVault(this.#deps.clock, login, password);
    if (known.ok && (await this.#enterKept(known.value))) return;
    for (let attempt = 0; attempt < demoTries; attempt += 1) {
      const done = await this.signIn(login, password);
      if (done.ok || done.error.code !== 'hub-unreachable') return;
      await new Promise((resolve) => setTimeout(resolve, demoAgainMs));
    }
  }

  async #enter(entry: Entry): Promise<Result<null>> {
    const { board, config, clock } = this.#deps;
    this.#tokens = this.#makeTokens(entry);
    const line = config.line ?? entry.session.line;
    board.patch('line', { extension: line?.user ?? null, training: line?.training ?? false });
    const shiftDeps = {
      ...this.#deps,
      deviceId: config.deviceId,
      machine: config.machine,
      program: config.version,
      ownLine: config.line,
      processing: config.voiceProcessing,
      tokens: this.#tokens,
      entry,
      wipe: (order: WipeOrder) => this.guard.wipe(order),
    };
    const started = await Shift.start(shiftDeps, () => this.#shift?.shown.ids ?? new Set());
    if (!started.ok) return this.#refuse(started.error.code);
    this.#shift = started.value;
    const list = await invoke('vault.list', null);
    const others = list.ok
      ? list.value.vaults.filter(({ userId }) => userId !== entry.session.user.id)
      : [];
    this.#show({
      status: 'signed-in',
      user: entry.session.user,
      lastLogin: entry.session.user.login,
      protection: entry.protection,
      sealedOfOthers: others.reduce((sum, { waiting }) => sum + waiting, 0),
      error: Date.parse(entry.session.refreshExpiresAt) < clock.now() ? 'session-expired' : null,
    });
    return succeed(null);
  }

  /** With a kept session the line may have moved meanwhile: the hub is asked behind the start. */
  async #enterKept(entry: Entry): Promise<boolean> {
    const entered = await this.#enter(entry);
    if (entered.ok) void this.#tokens?.access(true);
    return entered.ok;
  }

  #makeTokens(entry: Entry): Tokens {
    const { hub, clock, config } = this.#deps;
    return new Tokens(
      {
        hub,
        clock,
        deviceId: config.deviceId,
        keep: async (session) => {
          await keepSession(session);
          this.#shift?.line.follow();
        },
        expired: () => this.#expired(),
      },
      entry.session,
    );
  }

  /** The hub takes this session no more. Calls and wrap-ups go on; only sending waits for her. */
  #expired(): void {
    const { demo } = this.#deps.config;
    if (demo === null) this.#show({ error: 'session-expired' });
    else void this.signIn(demo.login, demo.password);
  }

  /** The key once more, where only the hub can say that the password is hers. */
  async #askKey(password: string): Promise<Result<Uint8Array>> {
    const { hub, clock, config, board } = this.#deps;
    const login = board.get('session').user?.login ?? '';
    const credentials = { login, password, lost: 'refuse' } as const;
    const entered = await signIn(hub, config.deviceId, clock, credentials);
    if (!entered.ok) return entered;
    this.#tokens = this.#makeTokens(entered.value);
    return succeed(entered.value.key);
  }

  /** @param stopped between the end of the shift and the blank screen, with her session still there */
  async #leave(
    error: ErrorCode | null = null,
    stopped: () => Promise<void> = async () => undefined,
  ): Promise<void> {
    const { board, clock, config } = this.#deps;
    await this.#shift?.stop();
    await stopped();
    this.#shift = null;
    this.#tokens = null;
    const blank = firstSlices(new Date(clock.now()).toISOString(), config.apiUrl);
    const { session: _, devices: __, ...rest } = blank;
    for (const [name, value] of Object.entries(rest))
      board.set(name as keyof Slices, value as never);
    board.mask(null);
    this.#show({ status: 'signed-out', user: null, protection: null, error });
  }

  #refuse(code: ErrorCode, detail?: string): Result<null> {
    this.#show(this.#shift === null ? { status: 'signed-out', error: code } : { error: code });
    return fail(code, detail);
  }

  #show(change: Partial<Slices['session']>): void {
    this.#deps.board.patch('session', change);
  }
}
