/** Reports that the hub does not have yet: kept on this desktop until it took them. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type PlayRun, playRunSchema } from '@shared/domain/role-play/run.ts';
import { errorCatalogue } from '@shared/kernel/error-codes.ts';
import { z } from 'zod';

export class KeptRuns {
  readonly #hub: Pick<HubClient, 'ask'>;
  readonly #store: Pick<Storage, 'getItem' | 'setItem'>;
  readonly #key: () => string;

  /** @param key of whom they are: another advisor's are not sent in this one's name */
  constructor(hub: Pick<HubClient, 'ask'>, store: Storage, key: () => string) {
    this.#hub = hub;
    this.#store = store;
    this.#key = key;
  }

  get waiting(): readonly PlayRun[] {
    const kept = z
      .array(playRunSchema)
      .safeParse(JSON.parse(this.#store.getItem(this.#key()) ?? '[]'));
    return kept.success ? kept.data : [];
  }

  async keep(run: PlayRun): Promise<void> {
    this.#put([...this.waiting, run]);
    await this.send();
  }

  /** In their order; what the hub refuses for good is dropped, the rest waits. */
  async send(): Promise<void> {
    for (const run of this.waiting) {
      const path = routes.rolePlayRuns;
      const sent = await this.#hub.ask({ method: 'POST', path, body: run, answer: z.unknown() });
      if (!sent.ok && errorCatalogue[sent.error.code].category !== 'input') return;
      this.#put(this.waiting.filter(({ id }) => id !== run.id));
    }
  }

  #put(runs: readonly PlayRun[]): void {
    this.#store.setItem(this.#key(), JSON.stringify(runs));
  }
}
