/** One connection to the manager interface for everybody in the hub who asks it or hears it. */
import type { FastifyBaseLogger } from 'fastify';
import { AmiClient, type AmiListener, type AmiSettings, type amiLimits } from './client.ts';
import type { AmiMessage } from './message.ts';

type Limits = { readonly [limit in keyof typeof amiLimits]: number };

export class AmiConnection {
  readonly #client: AmiClient;
  readonly #listeners: AmiListener[] = [];

  constructor(
    settings: AmiSettings,
    log: Pick<FastifyBaseLogger, 'info' | 'warn'>,
    limits?: Limits,
  ) {
    const listener: AmiListener = {
      event: (message) => {
        for (const { event } of this.#listeners) event(message);
      },
      ready: () => {
        log.info('the switch is there');
        for (const { ready } of this.#listeners) ready();
      },
      away: (cause) => {
        log.warn({ cause }, 'the switch is away');
        for (const { away } of this.#listeners) away(cause);
      },
    };
    this.#client = new AmiClient(settings, listener, limits);
  }

  get isReady(): boolean {
    return this.#client.isReady;
  }

  /** As AmiClient.ask. */
  ask(
    action: string,
    lines: readonly (readonly [string, string])[] = [],
    id?: string,
  ): Promise<readonly AmiMessage[]> {
    return this.#client.ask(action, lines, id);
  }

  listen(listener: AmiListener): void {
    this.#listeners.push(listener);
  }

  close(): void {
    this.#client.close();
  }
}

/** What of it those need who ask and hear. */
export type Ami = Pick<AmiConnection, 'isReady' | 'ask' | 'listen'>;
