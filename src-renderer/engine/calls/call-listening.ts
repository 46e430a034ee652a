/** Listens to every answered call four times a second, and tells when there is something to see. */
import type { LiveQuality } from '@shared/domain/call-quality/call-quality.ts';
import type { LiveCall } from './live-call.ts';

const everyMs = 250;

type Deps = {
  readonly calls: () => readonly LiveCall[];
  /** By which kind of network this address of ours is reached. */
  readonly networkOf: (localAddress: string) => Promise<LiveQuality['network']>;
  readonly changed: () => void;
};

export class CallListening {
  readonly #deps: Deps;
  #timer: ReturnType<typeof setInterval> | undefined;
  #listening = false;
  readonly #asked = new Map<string, string>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Called at every change of the calls: nothing runs while nobody talks. */
  follow(): void {
    const talks = this.#answered().length > 0;
    if (talks) this.#timer ??= setInterval(() => void this.#listen(), everyMs);
    else {
      clearInterval(this.#timer);
      this.#timer = undefined;
      this.#asked.clear();
    }
  }

  #answered(): readonly LiveCall[] {
    return this.#deps.calls().filter(({ answeredAt }) => answeredAt !== null);
  }

  async #listen(): Promise<void> {
    if (this.#listening) return;
    this.#listening = true;
    try {
      const before = this.#shown();
      for (const call of this.#answered()) await this.#listenTo(call);
      if (this.#shown() !== before) this.#deps.changed();
    } finally {
      this.#listening = false;
    }
  }

  async #listenTo(call: LiveCall): Promise<void> {
    const sample = await call.line.sample().catch(() => null);
    if (sample === null) return;
    call.quality.take(sample, { muted: call.muted, held: call.state !== 'talking' || call.apart });
    const { id } = call.origin;
    const address = sample.localAddress;
    if (address === null || this.#asked.get(id) === address) return;
    this.#asked.set(id, address);
    call.quality.network = await this.#deps.networkOf(address);
  }

  #shown(): string {
    return JSON.stringify(this.#answered().map(({ quality }) => [quality.live, quality.mos]));
  }
}
