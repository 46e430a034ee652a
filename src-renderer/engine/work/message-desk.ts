/**
 * Messages that she writes: each keystroke is in the journal before it counts as saved, and a message
 * that was sent is an exchange in the same line in which its draft ends (WRITE-10 to WRITE-13).
 */
import type { MessageItem } from '@shared/contracts/engine/messages-written.ts';
import type { JournalRecord } from '@shared/contracts/journal/record.ts';
import type { Mutation, MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { CustomerBundle, Reference } from '@shared/contracts/sync/pull.ts';
import type { MessageDraft } from '@shared/domain/message/message.ts';
import { messageFault } from '@shared/domain/message/message-fault.ts';
import { beginMessage, messageWays } from '@shared/domain/message/message-ways.ts';
import { writtenExchange } from '@shared/domain/message/written-exchange.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';

type Deps = {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly advisorId: string;
  readonly reference: () => Reference;
  /** As the journal holds them. */
  readonly kept: () => readonly MessageItem[];
  readonly show: (messages: MessageItem[]) => void;
  readonly bundle: (customerId: string) => Promise<CustomerBundle | null>;
  readonly mutation: (body: MutationBody, orderKey: string) => Mutation;
  readonly write: (records: readonly JournalRecord[]) => Promise<Result<null>>;
};
type Beginning = Pick<MessageItem, 'customerId' | 'brandId' | 'inReplyTo' | 'caseId'>;

export class MessageDesk {
  readonly #deps: Deps;
  readonly #items = new Map<string, MessageItem>();
  readonly #writing = new Map<string, Promise<Result<null>>>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Takes up what a former run of the program left. */
  restore(messages: readonly MessageItem[]): void {
    for (const message of messages) this.#items.set(message.id, message);
    this.#show();
  }

  /** The one begun before to the same customer, answering the same, is gone on with. */
  async begin(beginning: Beginning): Promise<Result<{ messageId: string }>> {
    const { customerId, brandId, inReplyTo } = beginning;
    const begun = [...this.#items.values()].find(
      (one) =>
        one.customerId === customerId && one.inReplyTo === inReplyTo && one.brandId === brandId,
    );
    if (begun !== undefined) return succeed({ messageId: begun.id });
    const bundle = await this.#deps.bundle(customerId);
    if (bundle === null) return fail('customer-unknown');
    const answered = bundle.interactions.find(({ id }) => id === inReplyTo) ?? null;
    if (inReplyTo !== null && answered === null) return fail('interaction-unknown');
    const rules = this.#deps.reference().rules.find((one) => one.brandId === brandId)?.knowledge;
    const moment = { brandId, rules, nowMs: this.#deps.clock.now() };
    const message: MessageItem = {
      ...beginning,
      id: this.#deps.newId(),
      caseId: answered?.caseId ?? beginning.caseId,
      threadId: answered?.threadId ?? null,
      draft: beginMessage(messageWays(bundle, answered, moment), answered),
      revision: 0,
      savedAt: null,
      saved: 'none',
    };
    this.#items.set(message.id, message);
    this.#show();
    return succeed({ messageId: message.id });
  }

  async save(
    messageId: string,
    revision: number,
    draft: MessageDraft,
  ): Promise<Result<{ savedAt: string; saved: 'disk' | 'memory' }>> {
    if (!this.#take(messageId, revision, draft)) return fail('not-found');
    const kept = await this.#keep(messageId);
    const savedAt = toInstant(this.#deps.clock.now());
    const saved = kept.ok ? 'disk' : 'memory';
    const now = this.#items.get(messageId);
    if (now !== undefined) this.#items.set(messageId, { ...now, savedAt, saved });
    this.#show();
    return succeed({ savedAt, saved });
  }

  async send(
    messageId: string,
    revision: number,
    draft: MessageDraft,
  ): Promise<Result<{ interactionId: string }>> {
    if (!this.#take(messageId, revision, draft)) return fail('not-found');
    const { clock, newId, advisorId, mutation, write } = this.#deps;
    const bundle = await this.#deps.bundle(this.#items.get(messageId)?.customerId ?? '');
    if (bundle === null) return fail('customer-unknown');
    await this.#writing.get(messageId);
    const message = this.#items.get(messageId);
    if (message === undefined) return fail('not-found');
    const standing = { ...bundle, brandId: message.brandId, nowMs: clock.now() };
    const fault = messageFault(message.draft, standing);
    if (fault !== null) {
      this.#show();
      await this.#keep(messageId);
      return fail(fault.code, fault.field);
    }
    // Asked for twice, it is sent once.
    this.#items.delete(messageId);
    this.#show();
    const payload = writtenExchange(message.draft, {
      ...message,
      id: newId(),
      advisorId,
      at: toInstant(clock.now()),
    });
    const made = mutation(
      { kind: 'interaction.record', payload },
      `customer:${message.customerId}`,
    );
    await write([
      { t: 'mutation', mutation: made },
      { t: 'message-done', id: messageId },
    ]);
    return succeed({ interactionId: payload.id });
  }

  async drop(messageId: string): Promise<Result<null>> {
    if (!this.#items.delete(messageId)) return fail('not-found');
    this.#show();
    await this.#writing.get(messageId);
    return this.#deps.write([{ t: 'message-done', id: messageId }]);
  }

  #take(messageId: string, revision: number, draft: MessageDraft): boolean {
    const message = this.#items.get(messageId);
    if (message === undefined) return false;
    // Its customer was erased meanwhile: nothing of it is kept, and nothing written again.
    const isGone =
      message.savedAt !== null && !this.#deps.kept().some(({ id }) => id === messageId);
    if (isGone) {
      this.#items.delete(messageId);
      this.#show();
      return false;
    }
    if (revision > message.revision) this.#items.set(messageId, { ...message, draft, revision });
    return true;
  }

  /** Writes the newest state; while one write is under way the next takes all since. */
  #keep(messageId: string): Promise<Result<null>> {
    const before = this.#writing.get(messageId) ?? Promise.resolve(succeed(null));
    const next = before.then(() => {
      const message = this.#items.get(messageId);
      return message === undefined ? succeed(null) : this.#deps.write([{ t: 'message', message }]);
    });
    this.#writing.set(messageId, next);
    return next;
  }

  #show(): void {
    this.#deps.show([...this.#items.values()]);
  }
}
