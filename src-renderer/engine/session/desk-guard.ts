/**
 * Locks the desktop when nobody is there, and destroys its copy when the hub was not heard for too long
 * or has ordered it. Never in a call.
 */
import { destroyCaches } from '@renderer/cache/cache.ts';
import { invoke } from '@renderer/platform/bridge.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { WipeOrder } from '@shared/contracts/http/devices.ts';
import { routes } from '@shared/contracts/routes.ts';
import { isExpired } from '@shared/domain/desktop/expiry.ts';
import { shouldLock } from '@shared/domain/desktop/lock.ts';
import type { Clock } from '@shared/kernel/clock.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import type { Board } from '../board/board.ts';
import { lockedSlices } from '../board/locked-slices.ts';
import type { Shift } from '../shift/shift.ts';

type Deps = {
  readonly board: Board;
  /** The machine's own: a correction by the hub's locks nobody out and ends no copy. */
  readonly wallClock: Clock;
  readonly hub: HubClient;
  readonly shift: () => Shift | null;
  /** By the hub, where no password of hers is known here; the answer is the key. */
  readonly askHub: (password: string) => Promise<Result<Uint8Array>>;
  /** Ends the shift; `stopped` comes between its end and the blank screen. */
  readonly leave: (error: ErrorCode, stopped: () => Promise<void>) => Promise<void>;
};

const lookEveryMs = 10_000;
const confirmTries = 3;

export class DeskGuard {
  readonly #deps: Deps;
  #inputAt: number;
  #callEndedAt = 0;
  #busy = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#inputAt = deps.wallClock.now();
    setInterval(() => void this.look(), lookEveryMs);
  }

  noteInput(): void {
    this.#inputAt = this.#deps.wallClock.now();
  }

  /** The system's own screen was locked. */
  screenLocked(): void {
    if (this.#deps.shift()?.records.contact.rules.lockAfterMinutes != null) this.lock();
  }

  lock(): Result<null> {
    const { board, shift } = this.#deps;
    const current = shift();
    if (current === null || board.get('session').status !== 'signed-in')
      return fail('sign-in-required');
    if (this.#liveCalls > 0) return fail('call-not-in-state');
    board.mask(lockedSlices);
    board.patch('session', { status: 'locked', error: null });
    current.lock();
    void invoke('vault.lock', null);
    return succeed(null);
  }

  async unlock(password: string): Promise<Result<null>> {
    const { board, shift, askHub } = this.#deps;
    const current = shift();
    if (current === null || board.get('session').status !== 'locked')
      return fail('sign-in-required');
    const here = await invoke('vault.unlock', { password });
    const needsHub = !here.ok && here.error.code === 'vault-locked';
    const opened = needsHub ? await askHub(password) : here.ok ? succeed(here.value.key) : here;
    if (!opened.ok) {
      board.patch('session', { error: opened.error.code });
      return opened;
    }
    this.noteInput();
    await current.unlock(opened.value);
    board.patch('session', { status: 'signed-in', error: null });
    board.mask(null);
    await current.catchUp();
    return succeed(null);
  }

  /** Looks at how long nobody was there, and how long the hub was not heard. */
  async look(): Promise<void> {
    const { board, wallClock, shift } = this.#deps;
    const current = shift();
    if (current === null || this.#busy) return;
    const now = wallClock.now();
    const liveCalls = this.#liveCalls;
    if (liveCalls > 0) this.#callEndedAt = now;
    const { contact } = current.records;
    await contact.note('passed');
    if (liveCalls === 0 && isExpired(contact.heard, now)) {
      await this.#destroy('expired', 'cache-expired', current, async () => undefined);
      return;
    }
    if (board.get('session').status !== 'signed-in') return;
    const idle = await invoke('machine.idle', null);
    const presence = {
      now,
      systemIdleMs: idle.ok ? idle.value.idleMs : null,
      inputAt: this.#inputAt,
      callEndedAt: this.#callEndedAt,
      liveCalls,
    };
    if (shouldLock(presence, contact.rules)) this.lock();
  }

  /** What could be sent has been sent. In a call it waits for the next exchange. */
  async wipe(order: WipeOrder): Promise<void> {
    const current = this.#deps.shift();
    if (current === null || this.#busy || this.#liveCalls > 0) return;
    const left = current.records.left;
    await this.#destroy('wipe', 'device-wiped', current, () => this.#confirm(order, left));
  }

  get #liveCalls(): number {
    return this.#deps.board.get('calls').filter(({ phase }) => phase !== 'ended').length;
  }

  async #destroy(
    why: 'expired' | 'wipe',
    error: ErrorCode,
    current: Shift,
    after: () => Promise<void>,
  ): Promise<void> {
    this.#busy = true;
    const left = current.records.left;
    try {
      await this.#deps.leave(error, async () => {
        // The key first: from here on nothing of the copy can be read, whatever becomes of the rest.
        await invoke('vault.shred', { why, left });
        await destroyCaches().catch(() => undefined);
        await after();
      });
    } finally {
      this.#deps.board.mask(null);
      this.#busy = false;
    }
  }

  /** Unheard, the hub orders it again at the next sign-in. */
  async #confirm({ id }: WipeOrder, left: number): Promise<void> {
    for (let attempt = 0; attempt < confirmTries; attempt += 1) {
      const done = await this.#deps.hub.ask({
        method: 'POST',
        path: `${routes.devices}/wipes/${id}/done`,
        body: { left },
        answer: z.null(),
      });
      if (done.ok || !['hub-unreachable', 'hub-failing'].includes(done.error.code)) return;
    }
  }
}
