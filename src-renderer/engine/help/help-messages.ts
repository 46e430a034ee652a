/**
 * What is written between an advisor and her leads. To one person it goes now or not at all, since it is
 * about what happens now; to a team it waits on this desktop for the hub, and goes out once.
 */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import { type WaitingMessage, waitingMessagesSchema } from '@shared/contracts/engine/help-view.ts';
import {
  type HelpMessage,
  helpMessageSchema,
  helpMessagesSchema,
  type MessageOrder,
  messagesShownMs,
} from '@shared/contracts/http/help-messages.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { errorCatalogue } from '@shared/kernel/error-codes.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import type { Board } from '../board/board.ts';

/** What a shift keeps sealed on this desktop. */
type Keeping = {
  readonly read: (key: string) => Promise<unknown>;
  readonly keep: (key: string, value: unknown) => Promise<void>;
};
type Deps = {
  readonly hub: Pick<HubClient, 'ask'>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly board: Board;
  readonly session: { readonly shift: { readonly records: { readonly cache: Keeping } } | null };
};

const waitingKey = 'help-messages-waiting';

export class HelpMessages {
  readonly #deps: Deps;
  /** Tried again with the same words it is the same message: the first try may have come through. */
  #tried: { readonly key: string; readonly id: string } | null = null;
  #opened: Keeping | null = null;
  #sending: Promise<void> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async look(): Promise<void> {
    await this.#open();
    const { hub, board } = this.#deps;
    const answer = await hub.ask({
      method: 'GET',
      path: routes.helpMessages,
      answer: helpMessagesSchema,
    });
    if (answer.ok) board.patch('helpMessages', { hub: 'there', messages: answer.value.messages });
    else if (answer.error.code === 'not-found') board.patch('helpMessages', { hub: 'older' });
    if (answer.ok) await this.#sendWaiting();
  }

  async write(
    wish: CommandInput<'talk.write'>,
  ): Promise<Result<{ readonly gone: 'sent' | 'waits' }>> {
    await this.#open();
    const key = JSON.stringify(wish);
    const id = this.#tried?.key === key ? this.#tried.id : this.#deps.newId();
    this.#tried = { key, id };
    const order = { ...wish, id };
    const sent = await this.#send(order);
    if (sent.ok) return succeed({ gone: 'sent' });
    const isAway = errorCatalogue[sent.error.code].category === 'network';
    if (wish.to.kind !== 'team' || !isAway) return sent;
    this.#tried = null;
    const at = toInstant(this.#deps.clock.now());
    await this.#keep([...this.#waiting, { ...order, at, state: 'waits' }]);
    return succeed({ gone: 'waits' });
  }

  async read(ids: string[]): Promise<Result<null>> {
    const { hub, board, clock } = this.#deps;
    const path = `${routes.helpMessages}/read`;
    const answer = await hub.ask({ method: 'POST', path, body: { ids }, answer: z.null() });
    if (!answer.ok) return answer;
    const readAt = toInstant(clock.now());
    const { messages } = board.get('helpMessages');
    board.patch('helpMessages', {
      messages: messages.map((one) =>
        ids.includes(one.id) && one.isToMe ? { ...one, readAt: one.readAt ?? readAt } : one,
      ),
    });
    return answer;
  }

  async drop(id: string): Promise<Result<null>> {
    await this.#keep(this.#waiting.filter((one) => one.id !== id));
    return succeed(null);
  }

  get #waiting(): readonly WaitingMessage[] {
    return this.#deps.board.get('helpMessages').waiting;
  }

  async #send(order: MessageOrder): Promise<Result<HelpMessage>> {
    const { hub, board } = this.#deps;
    const { helpMessages: path } = routes;
    const answer = await hub.ask({ method: 'POST', path, body: order, answer: helpMessageSchema });
    if (!answer.ok) return answer;
    if (this.#tried?.id === order.id) this.#tried = null;
    const { messages } = board.get('helpMessages');
    const others = messages.filter(({ id }) => id !== order.id);
    board.patch('helpMessages', { hub: 'there', messages: [...others, answer.value] });
    return answer;
  }

  /** In their order, one turn at a time. What waited too long says so instead. */
  #sendWaiting(): Promise<void> {
    this.#sending = this.#sending.then(async () => {
      for (const one of this.#waiting) {
        if (one.state !== 'waits') continue;
        const { at, state: _, ...order } = one;
        const isLate = this.#deps.clock.now() - Date.parse(at) > messagesShownMs;
        const sent = isLate ? null : await this.#send(order);
        if (sent?.ok === true) await this.drop(one.id);
        else if (sent === null) await this.#become(one.id, 'late');
        else if (errorCatalogue[sent.error.code].category === 'network') return;
        else await this.#become(one.id, 'refused');
      }
    });
    return this.#sending;
  }

  #become(id: string, state: WaitingMessage['state']): Promise<void> {
    return this.#keep(this.#waiting.map((one) => (one.id === id ? { ...one, state } : one)));
  }

  /** Shown in any case: a disk that refuses loses it only with the program. */
  async #keep(waiting: readonly WaitingMessage[]): Promise<void> {
    this.#deps.board.patch('helpMessages', { waiting: [...waiting] });
    await this.#deps.session.shift?.records.cache
      .keep(waitingKey, waiting)
      .catch(() => console.warn('a waiting message is kept in memory only'));
  }

  /** What waited when the program ended last. */
  async #open(): Promise<void> {
    const cache = this.#deps.session.shift?.records.cache ?? null;
    if (cache === null || cache === this.#opened) return;
    this.#opened = cache;
    const kept = waitingMessagesSchema.safeParse(await cache.read(waitingKey).catch(() => null));
    if (kept.success && kept.data.length > 0)
      this.#deps.board.patch('helpMessages', { waiting: kept.data });
  }
}
