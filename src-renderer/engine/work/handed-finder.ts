/**
 * The call that this one goes on from, where no customer tells it (SPEECH-35): asked of the hub by the
 * number, behind the pop. A colleague's call is recorded a moment after she handed it over, so it is
 * asked a few times; while the hub is away, again when it is back.
 */
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { handedSpeech } from '@shared/domain/script/handed-speech.ts';

export type HandedAsk = {
  /** The last calls of a number with this brand; null: the hub cannot be asked. */
  readonly ask: (query: { number: string; brandId: string }) => Promise<Interaction[] | null>;
  readonly pause: (ms: number) => Promise<void>;
};

type Deps = {
  readonly handed: HandedAsk;
  readonly get: (workId: string) => WorkRecord | undefined;
  readonly put: (work: WorkRecord) => void;
  readonly late: (workId: string) => void;
};

const pausesMs = [1_500, 4_000, 10_000];

export class HandedFinder {
  readonly #deps: Deps;
  readonly #asking = new Set<string>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async find(workId: string): Promise<void> {
    if (this.#asking.has(workId)) return;
    this.#asking.add(workId);
    for (const pauseMs of [0, ...pausesMs]) {
      if (pauseMs > 0) await this.#deps.handed.pause(pauseMs);
      if ((await this.#askOnce(workId)) === 'settled') break;
    }
    this.#asking.delete(workId);
  }

  /** The hub is back: calls that last have what a colleague answered. */
  again(items: readonly WorkRecord[]): void {
    for (const { id, phase } of items) if (phase !== 'wrap-up') void this.find(id);
  }

  async #askOnce(workId: string): Promise<'settled' | 'open'> {
    const begun = this.#deps.get(workId);
    if (begun === undefined || !isOpen(begun) || begun.number === null) return 'settled';
    const { number, brandId } = begun;
    const calls = await this.#deps.handed.ask({ number, brandId });
    const work = this.#deps.get(workId);
    if (work === undefined || calls === null) return 'settled';
    const found = handedSpeech(calls, work);
    if (found === null) return 'open';
    this.#deps.put({ ...work, handedFrom: [found.interaction] });
    this.#deps.late(workId);
    return 'settled';
  }
}

const isOpen = (work: WorkRecord): boolean => {
  const { direction, rolePlay, match, phase, handedFrom, customerId } = work;
  return (
    direction === 'inbound' &&
    customerId === null &&
    rolePlay === undefined &&
    match.status !== 'colleague' &&
    phase !== 'wrap-up' &&
    handedFrom === undefined
  );
};
