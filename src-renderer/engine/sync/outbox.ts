/**
 * What waits to be sent. The journal is its truth: in memory it is only its projection, made again
 * from the journal after every start. Nothing counts as kept before the journal has it.
 */

import type { MessageItem } from '@shared/contracts/engine/messages-written.ts';
import {
  type JournalRecord,
  journalLineSchema,
  type WorkRecord,
} from '@shared/contracts/journal/record.ts';
import {
  type Mutation,
  type MutationEnvelope,
  mutationBodySchema,
} from '@shared/contracts/sync/mutation.ts';
import type { MutationAnswer } from '@shared/contracts/sync/push.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import { customerOf } from './apply-mutation.ts';
import { type Parked, recordsToKeep } from './records-to-keep.ts';

export type JournalPort = {
  readonly read: () => Promise<Result<{ records: string[]; damaged: number }>>;
  readonly append: (lines: string[], waiting: number) => Promise<Result<null>>;
  readonly compact: (lines: string[], waiting: number) => Promise<Result<null>>;
};

export type Sent = { readonly mutation: Mutation; readonly at: string };

const compactAfterLines = 400;
/** With nothing left to send a short journal is made shorter still. */
const compactWhenIdle = 50;
const sentKept = 100;

/** A journal line of an older or newer program that no longer parses is kept as it is. */
export const asMutation = (envelope: MutationEnvelope): Mutation | null => {
  const body = mutationBodySchema.safeParse({ kind: envelope.kind, payload: envelope.payload });
  return body.success ? { ...envelope, ...body.data } : null;
};

export class Outbox {
  readonly #journal: JournalPort;
  readonly #changed: () => void;
  readonly #pending = new Map<string, Mutation>();
  readonly #parked = new Map<string, Parked>();
  readonly #work = new Map<string, WorkRecord>();
  readonly #messages = new Map<string, MessageItem>();
  readonly #foreign: string[] = [];
  /** Lines that the disk refused: written again before the next ones. */
  #unwritten: string[] = [];
  #sent: Sent[] = [];
  #lines = 0;

  constructor(journal: JournalPort, changed: () => void) {
    this.#journal = journal;
    this.#changed = changed;
  }

  get pending(): readonly Mutation[] {
    return [...this.#pending.values()];
  }

  get parked(): readonly Parked[] {
    return [...this.#parked.values()];
  }

  get sent(): readonly Sent[] {
    return this.#sent;
  }

  get work(): readonly WorkRecord[] {
    return [...this.#work.values()];
  }

  /** Messages that are being written. */
  get messages(): readonly MessageItem[] {
    return [...this.#messages.values()];
  }

  /** Lines of a newer program: kept as they are until that program is back. */
  get newer(): number {
    return this.#foreign.length;
  }

  get onDisk(): boolean {
    return this.#unwritten.length === 0;
  }

  /** Reads the journal; the answer says how many lines were damaged. */
  async load(): Promise<Result<number>> {
    const read = await this.#journal.read();
    if (!read.ok) return read;
    for (const line of read.value.records) {
      const raw: unknown = JSON.parse(line);
      const parsed = journalLineSchema.safeParse(raw);
      if (parsed.success) this.#applyLine(parsed.data, raw as readonly unknown[]);
      else this.#foreign.push(line);
    }
    await this.compact();
    return succeed(read.value.damaged);
  }

  /** Mutations and changes of work that take effect together. Answers when they are on the disk. */
  async write(records: readonly JournalRecord[]): Promise<Result<null>> {
    for (const record of records) this.#apply(record);
    this.#changed();
    const line = JSON.stringify(records);
    const lines = [...this.#unwritten, line];
    this.#unwritten = lines;
    const done = await this.#journal.append(lines, this.#pending.size + this.#parked.size);
    if (done.ok) {
      const written = new Set(lines);
      this.#unwritten = this.#unwritten.filter((one) => !written.has(one));
      this.#lines += lines.length;
    }
    this.#changed();
    if (this.#lines > compactAfterLines) await this.compact();
    return done;
  }

  /** Takes the hub's answers; deferred ones stay where they are. */
  async settle(answers: readonly MutationAnswer[]): Promise<void> {
    const records: JournalRecord[] = [];
    const accepted = answers.filter(
      ({ id, status }) => status === 'accepted' && this.#pending.has(id),
    );
    for (const { id, at } of accepted) {
      const mutation = this.#pending.get(id);
      if (mutation !== undefined) this.#sent = [{ mutation, at }, ...this.#sent].slice(0, sentKept);
    }
    // Of somebody who was erased nothing is kept here either, and nobody has to settle it.
    const erased = answers.filter(
      ({ id, code }) => code === 'customer-erased' && this.#pending.has(id),
    );
    const settled = [...accepted, ...erased].map(({ id }) => id);
    if (settled.length > 0) records.push({ t: 'settled', ids: settled });
    for (const { id, status, code, detail, current, others, at } of answers) {
      if ((status !== 'rejected' && status !== 'superseded') || !this.#pending.has(id)) continue;
      // The hub is older than this desktop: it is no refusal, and waits until the hub is new enough.
      if (code === 'mutation-kind-unknown' || code === 'customer-erased') continue;
      records.push({
        t: 'parked',
        id,
        code: code ?? 'version-superseded',
        detail: detail ?? null,
        current: current ?? null,
        ...(others === undefined ? {} : { others }),
        at,
      });
    }
    if (records.length > 0) await this.write(records);
    const isIdle = this.#pending.size === 0 && this.#lines > compactWhenIdle;
    // Until then what was settled still stands in the file.
    if (isIdle || erased.length > 0) await this.compact();
  }

  /** Of whom something went out or was refused. */
  get customers(): string[] {
    const mutations = [...this.#sent, ...this.parked].map(({ mutation }) => customerOf(mutation));
    return [...new Set(mutations.filter((id) => id !== null))];
  }

  /**
   * The hub says that these are gone. It is asked once more about what it refused of them, which it
   * takes back when they were erased, and nothing that went out is shown or on the disk any more.
   */
  async letGo(customerIds: readonly string[]): Promise<void> {
    if (customerIds.length === 0) return;
    const gone = new Set<string | null>(customerIds);
    this.#sent = this.#sent.filter(({ mutation }) => !gone.has(customerOf(mutation)));
    const again = this.parked.filter(({ mutation }) => gone.has(customerOf(mutation)));
    const begun = this.messages.filter(({ customerId }) => gone.has(customerId));
    const records = [
      ...again.map(({ mutation: { id } }): JournalRecord => ({ t: 'unparked', id })),
      ...begun.map(({ id }): JournalRecord => ({ t: 'message-done', id })),
    ];
    if (records.length > 0) await this.write(records);
    await this.compact();
  }

  /** Writes only what is still needed; a refusal leaves the longer journal as it was. */
  async compact(): Promise<void> {
    const keep = recordsToKeep(this);
    const lines = [...this.#foreign, ...keep.map((records) => JSON.stringify(records))];
    const done = await this.#journal.compact(lines, this.#pending.size + this.#parked.size);
    if (!done.ok) return;
    this.#lines = lines.length;
    this.#unwritten = [];
  }

  /** What a newer program wrote is kept as it stands, with whatever this one would not know of it. */
  #applyLine(records: readonly JournalRecord[], raw: readonly unknown[]): void {
    records.forEach((record, at) => {
      const isNewer = record.t === 'mutation' && asMutation(record.mutation) === null;
      if (isNewer) this.#foreign.push(JSON.stringify([raw[at]]));
      else this.#apply(record);
    });
  }

  #apply(record: JournalRecord): void {
    switch (record.t) {
      case 'mutation': {
        const mutation = asMutation(record.mutation);
        if (mutation === null) this.#foreign.push(JSON.stringify([record]));
        else this.#pending.set(mutation.id, mutation);
        return;
      }
      case 'settled':
        for (const id of record.ids) {
          this.#pending.delete(id);
          this.#parked.delete(id);
        }
        return;
      case 'parked': {
        const mutation = this.#pending.get(record.id) ?? this.#parked.get(record.id)?.mutation;
        if (mutation === undefined) return;
        this.#pending.delete(record.id);
        const { code, detail, at, current, others } = record;
        this.#parked.set(record.id, { mutation, code, detail, current, others, at });
        return;
      }
      case 'unparked': {
        const parked = this.#parked.get(record.id);
        if (parked === undefined) return;
        this.#parked.delete(record.id);
        this.#pending.set(record.id, parked.mutation);
        return;
      }
      case 'work':
        this.#work.set(record.work.id, record.work);
        return;
      case 'work-done':
        this.#work.delete(record.id);
        return;
      case 'message':
        this.#messages.set(record.message.id, record.message);
        return;
      case 'message-done':
        this.#messages.delete(record.id);
    }
  }
}
