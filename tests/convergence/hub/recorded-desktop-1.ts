/**
 * The desktop of protocol 1 as it was when protocols began to be told apart. It stays as it is: it
 * says no protocol, and what it does not know makes it fail.
 */

import type { HubApp } from '@api/hub-app.ts';
import type { Random } from '@api/seed/random.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { MutationEnvelope } from '@shared/contracts/sync/mutation.ts';
import type { BootstrapResponse, PullResponse } from '@shared/contracts/sync/pull.ts';
import type { MutationAnswer } from '@shared/contracts/sync/push.ts';
import type { Network } from './model-desktop.ts';

type Store = Map<string, unknown>;

const words: { readonly [entity: string]: { readonly [field: string]: readonly string[] } } = {
  customer: { kind: ['person', 'company'], language: ['fr', 'en'] },
  interaction: {
    channel: [
      ...['phone', 'email', 'sms', 'form', 'chat', 'post', 'counter', 'store'],
      ...['social', 'representative', 'web', 'app', 'catalogue'],
    ],
    direction: ['inbound', 'outbound'],
    outcome: [
      ...['answered', 'missed', 'abandoned', 'refused', 'failed', 'busy', 'no-answer'],
      ...['answered-elsewhere', 'done', 'unanswered', 'undelivered'],
    ],
  },
  case: {
    kind: ['complaint', 'order', 'request', 'contract'],
    status: ['open', 'waiting', 'resolved', 'closed'],
  },
  consent: { status: ['given', 'limited', 'opposed'] },
  callback: {
    kind: ['callback', 'appointment', 'missed', 'abandoned'],
    status: ['open', 'done', 'cancelled'],
  },
  reference: {},
};

const key = (entity: string, id: string) => `${entity}:${id}`;

/** As strict as its schemas were: one word that it does not know spoils the whole answer. */
const understand = (entity: string, row: unknown): unknown => {
  const known = words[entity];
  if (known === undefined) throw new Error(`protocol 1 has no ${entity}`);
  for (const [field, values] of Object.entries(known)) {
    const value = (row as Record<string, unknown> | null)?.[field];
    if (row !== null && !values.includes(String(value)))
      throw new Error(`protocol 1 has no ${entity}.${field} ${value}`);
  }
  return row;
};

export class RecordedDesktop1 {
  readonly outbox: MutationEnvelope[] = [];
  readonly answers = new Map<string, MutationAnswer>();
  readonly store: Store = new Map();
  cursor = '';
  readonly #app: () => HubApp;
  readonly #token: string;
  readonly #deviceId: string;
  readonly #random: Random;
  readonly #network: Network;

  constructor(
    app: () => HubApp,
    token: string,
    deviceId: string,
    random: Random,
    network: Network,
  ) {
    this.#app = app;
    this.#token = token;
    this.#deviceId = deviceId;
    this.#random = random;
    this.#network = network;
  }

  /** Loses requests, loses answers, sends twice; null when nothing came back. */
  async #ask<T>(method: 'GET' | 'POST', url: string, payload?: object): Promise<T | null> {
    const fate = this.#network.mode === 'reliable' ? 1 : this.#random.next();
    if (fate < 0.2) return null;
    const send = () =>
      this.#app().inject({
        method,
        url,
        headers: { authorization: `Bearer ${this.#token}` },
        ...(payload === undefined ? {} : { payload }),
      });
    const [answer] = await Promise.all(fate < 0.35 ? [send(), send()] : [send()]);
    if (fate < 0.5 || answer === undefined || answer.statusCode >= 500) return null;
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
    return answer.json() as T;
  }

  async load(): Promise<void> {
    let after = '';
    for (;;) {
      const url = `${routes.bootstrap}?limit=3${after}`;
      const page = await this.#ask<BootstrapResponse>('GET', url);
      if (page === null) continue;
      if (after === '') this.cursor = page.cursor;
      for (const { customer, cases, consents, callbacks, interactions } of page.bundles) {
        this.store.set(key('customer', customer.id), understand('customer', customer));
        for (const row of cases) this.store.set(key('case', row.id), understand('case', row));
        for (const row of consents)
          this.store.set(key('consent', row.id), understand('consent', row));
        for (const row of callbacks)
          this.store.set(key('callback', row.id), understand('callback', row));
        for (const row of interactions)
          this.store.set(key('interaction', row.id), understand('interaction', row));
      }
      if (page.next === null) return;
      after = `&after=${page.next}`;
    }
  }

  async push(): Promise<void> {
    const mutations = this.outbox.slice(0, this.#random.between(1, 12));
    if (mutations.length === 0) return;
    const payload = { deviceId: this.#deviceId, mutations };
    const reply = await this.#ask<{ answers: MutationAnswer[] }>('POST', routes.push, payload);
    for (const answer of reply?.answers ?? []) {
      if (answer.status === 'deferred') continue;
      this.answers.set(answer.id, answer);
      const index = this.outbox.findIndex((one) => one.id === answer.id);
      if (index >= 0) this.outbox.splice(index, 1);
    }
  }

  /** @returns whether there is more. */
  async pull(): Promise<boolean> {
    const limit = this.#random.between(1, 20);
    const url = `${routes.pull}?cursor=${this.cursor}&limit=${limit}`;
    const page = await this.#ask<PullResponse>('GET', url);
    if (page === null) return true;
    for (const { entity, id, row } of page.changes) {
      if (row === null) this.store.delete(key(entity, id));
      else this.store.set(key(entity, id), understand(entity, row));
    }
    this.cursor = page.cursor;
    return page.more;
  }
}
