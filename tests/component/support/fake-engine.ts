/** An engine in memory: delivers slices, records commands, answers as it was told to. */
import type { EngineClient, EngineListener } from '@shared/contracts/engine/client.ts';
import {
  type CommandInput,
  type CommandName,
  type CommandOutput,
  commands,
} from '@shared/contracts/engine/commands.ts';
import type { SliceName, Slices } from '@shared/contracts/engine/views.ts';
import type { BoardNews } from '@shared/contracts/live/board-state.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Failure, Result } from '@shared/kernel/result.ts';

type Answered<N extends CommandName> = Result<CommandOutput<N>, Failure>;
type Answers = {
  [N in CommandName]?: (input: CommandInput<N>) => Answered<N> | Promise<Answered<N>>;
};
type Sent = { readonly name: CommandName; readonly input: unknown };

const usual: Answers = {
  'work.save': () => ({ ok: true, value: { savedAt: '2026-11-05T10:48:09.000Z', saved: 'disk' } }),
  'customer.view': () => ({ ok: true, value: { others: [] } }),
  'outside.list': () => ({ ok: true, value: { cards: [], known: true } }),
  'diaries.hours': () => ({
    ok: true,
    value: { proposed: [], slots: [], because: 'nobody-covers', appointments: [], known: true },
  }),
  'letters.list': () => ({ ok: true, value: { templates: [] } }),
  'campaigns.mine': () => ({ ok: true, value: { campaigns: [], contacts: [], known: true } }),
  'callbacks.list': () => ({ ok: true, value: [] }),
  'promises.list': () => ({ ok: true, value: { deadlines: [], asked: [], known: true } }),
  'duplicates.of': () => ({ ok: true, value: { likenesses: [] } }),
  'colleagues.list': () => ({ ok: true, value: { colleagues: [], known: true } }),
  'outbox.list': () => ({ ok: true, value: [] }),
  'customer.recent': () => ({ ok: true, value: [] }),
  'customer.search': () => ({ ok: true, value: [] }),
  'customer.search-hub': () => ({ ok: true, value: { asked: true, hits: [] } }),
  'customer.open': () => ({ ok: true, value: null }),
  'articles.search': () => ({ ok: true, value: [] }),
  'articles.suggest': () => ({ ok: true, value: [] }),
  'articles.shown': () => ({ ok: true, value: [] }),
  'training.list': () => ({ ok: true, value: { rolePlays: [], series: [], runs: [] } }),
};

export class FakeEngine implements EngineClient {
  readonly sent: Sent[] = [];
  #listeners = new Set<EngineListener>();
  #slices: Slices;
  #bundles: readonly CustomerBundle[];
  #answers: Answers;

  constructor(slices: Slices, bundles: readonly CustomerBundle[] = [], answers: Answers = {}) {
    this.#slices = slices;
    this.#bundles = bundles;
    this.#answers = { ...usual, ...answers };
  }

  request = <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ): Promise<Result<CommandOutput<N>, Failure>> => {
    // A command that the contract refuses is a mistake of the screen.
    commands[name].input.parse(input);
    this.sent.push({ name, input });
    const answer = this.#answers[name] as
      | ((given: CommandInput<N>) => Answered<N> | Promise<Answered<N>>)
      | undefined;
    return Promise.resolve(
      answer?.(input) ?? ({ ok: true, value: null } as Result<CommandOutput<N>, Failure>),
    );
  };

  listen = (listener: EngineListener): (() => void) => {
    this.#listeners.add(listener);
    listener.connected(true);
    for (const bundle of this.#bundles) listener.customer(bundle, '2026-11-05T10:43:00.000Z');
    for (const [name, value] of Object.entries(this.#slices))
      listener.slice(name as SliceName, value as Slices[SliceName]);
    return () => this.#listeners.delete(listener);
  };

  answer(answers: Answers): void {
    this.#answers = { ...this.#answers, ...answers };
  }

  deliver<N extends SliceName>(name: N, value: Slices[N]): void {
    this.#slices = { ...this.#slices, [name]: value };
    for (const listener of this.#listeners) listener.slice(name, value);
  }

  tellBoard(news: BoardNews): void {
    for (const listener of this.#listeners) listener.leadBoard?.(news);
  }

  deliverCustomer(bundle: CustomerBundle): void {
    for (const listener of this.#listeners) listener.customer(bundle, '2026-11-05T10:43:00.000Z');
  }

  notify(name: Parameters<EngineListener['notice']>[0], workId: string | null): void {
    for (const listener of this.#listeners) listener.notice(name, workId);
  }

  disconnect(): void {
    for (const listener of this.#listeners) listener.connected(false);
  }

  /** Inputs of the commands sent under one name, oldest first. */
  inputs<N extends CommandName>(name: N): CommandInput<N>[] {
    return this.sent.filter((one) => one.name === name).map((one) => one.input as CommandInput<N>);
  }
}
