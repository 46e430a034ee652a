/**
 * Customers of whom the hub refused something: the cache showed it already, and holds what the hub
 * holds again. Who they are is kept before the refusal is settled, so that a kill between changes
 * nothing.
 */
import type { Cache } from '@renderer/cache/cache.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { lookUpResponseSchema } from '@shared/contracts/sync/pull.ts';
import type { MutationAnswer } from '@shared/contracts/sync/push.ts';
import { z } from 'zod';
import { customerOf } from './apply-mutation.ts';
import type { Library } from './library.ts';

const key = 'refused';
const listSchema = z.array(z.uuid()).catch([]);

export class RefusedCustomers {
  readonly #cache: Cache;
  readonly #library: Library;
  readonly #hub: HubClient;

  constructor(cache: Cache, library: Library, hub: HubClient) {
    this.#cache = cache;
    this.#library = library;
    this.#hub = hub;
  }

  async note(sent: readonly Mutation[], answers: readonly MutationAnswer[]): Promise<void> {
    const refused = new Set(
      answers.flatMap(({ id, status }) =>
        status === 'rejected' || status === 'superseded' ? [id] : [],
      ),
    );
    const ids = sent.filter(({ id }) => refused.has(id)).map(customerOf);
    await this.askAbout(ids.filter((id): id is string => id !== null));
  }

  /** The hub is asked for these before the next changes are taken. */
  async askAbout(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#cache.keep(key, [...new Set([...(await this.#list()), ...ids])]);
  }

  /** @returns whose record is the hub's again; the others stay noted. */
  async fetch(): Promise<string[]> {
    const done: string[] = [];
    const wanted = await this.#list();
    for (const id of wanted) {
      const answer = await this.#hub.ask({
        method: 'GET',
        path: routes.lookUp,
        query: { id, protocol: currentProtocol },
        answer: lookUpResponseSchema,
      });
      if (!answer.ok) break;
      await this.#library.replace(id, answer.value.bundles[0] ?? null);
      done.push(id);
    }
    if (done.length > 0)
      await this.#cache.keep(
        key,
        wanted.filter((id) => !done.includes(id)),
      );
    return done;
  }

  async #list(): Promise<string[]> {
    return listSchema.parse(await this.#cache.read(key));
  }
}
