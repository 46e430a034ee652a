/** A switch that a test plays: it does what it is asked, and says what the test wants. */
import type { CallToPlace, LineState, LiveCall, PbxListener, PbxPort } from '@api/pbx/pbx-port.ts';

export class FakeSwitch implements PbxPort {
  readonly placed: CallToPlace[] = [];
  readonly given: { callId: string; extension: string; withinMs: number }[] = [];
  readonly live = new Map<string, LiveCall>();
  readonly hungUp: string[] = [];
  readonly lines = new Map<string, LineState>();
  isAway = false;
  /** Told of each call that is placed, before the order is taken. */
  onPlace: (call: CallToPlace) => void | Promise<void> = () => undefined;
  readonly #listeners: PbxListener[] = [];

  state(): 'ready' | 'away' {
    return this.isAway ? 'away' : 'ready';
  }
  lineOf(extension: string): LineState {
    return this.lines.get(extension) ?? 'unknown';
  }
  async place(call: CallToPlace): Promise<void> {
    if (this.isAway) throw new Error('the switch is away');
    await this.onPlace(call);
    this.placed.push(call);
    this.live.set(call.id, 'ringing');
  }
  async putThrough(callId: string, to: { extension: string; withinMs: number }): Promise<void> {
    this.given.push({ callId, ...to });
  }
  async hangUp(callId: string): Promise<void> {
    this.hungUp.push(callId);
  }
  async liveCalls(): Promise<ReadonlyMap<string, LiveCall>> {
    return new Map(this.live);
  }
  listen(listener: PbxListener): void {
    this.#listeners.push(listener);
  }
  async close(): Promise<void> {}

  say(
    type: 'ringing' | 'answered' | 'machine' | 'put-through' | 'abandoned',
    callId: string,
    told: { readonly silentMs?: number; readonly because?: string; readonly isUnsure?: true } = {},
  ): void {
    const { silentMs = 0, because = null } = told;
    for (const { event } of this.#listeners) {
      if (type === 'machine') event({ type, callId, because });
      else if (type === 'answered')
        event({ type, callId, because, silentMs, isUnsure: told.isUnsure === true });
      else event({ type, callId });
    }
  }
  end(
    callId: string,
    cause: 'hung-up' | 'busy' | 'no-answer' | 'unknown-number' | 'failed' = 'hung-up',
  ): void {
    this.live.delete(callId);
    for (const { event } of this.#listeners) event({ type: 'ended', callId, cause });
  }
  comesBack(): void {
    for (const { back } of this.#listeners) back();
  }
}
