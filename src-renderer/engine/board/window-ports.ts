/** Serves the windows: every request is parsed, refused with a code or answered; slices flow out. */
import {
  type CommandName,
  type CommandOutput,
  cardCommands,
  commands,
  lockedCommands,
  wallCommands,
} from '@shared/contracts/engine/commands.ts';
import {
  type EngineMessage,
  type NoticeName,
  requestMessageSchema,
} from '@shared/contracts/engine/messages.ts';
import type { SliceName, Slices } from '@shared/contracts/engine/views.ts';
import type { WindowKind } from '@shared/contracts/ipc/bridge.ts';
import type { BoardNews } from '@shared/contracts/live/board-state.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { fail, type Result } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import type { Board } from './board.ts';

export type CommandHandlers = {
  readonly [N in CommandName]: (
    input: z.output<(typeof commands)[N]['input']>,
  ) => Promise<Result<CommandOutput<N>>> | Result<CommandOutput<N>>;
};

/** A brokered port; tests make theirs with a MessageChannel. */
export type Port = MessagePort;

const mayAsk = (kind: WindowKind, name: string): name is CommandName => {
  if (!Object.hasOwn(commands, name)) return false;
  if (kind === 'wall') return (wallCommands as readonly string[]).includes(name);
  return kind === 'app' || (kind === 'card' && (cardCommands as readonly string[]).includes(name));
};

/** The wall goes on when the lead's desktop is locked: it shows nobody's name. */
const forWall = ({ session, reference }: { readonly [N in SliceName]?: Slices[N] }) => ({
  ...(session === undefined ? {} : { session }),
  ...(reference === undefined ? {} : { reference }),
});

/** The card's window hears of nothing but what rings and who is signed in. */
const forCard = ({ card, session }: { readonly [N in SliceName]?: Slices[N] }) => ({
  ...(card === undefined ? {} : { card }),
  ...(session === undefined ? {} : { session }),
});

const shownTo = (kind: WindowKind, changes: { readonly [N in SliceName]?: Slices[N] }) => {
  if (kind === 'card') return forCard(changes);
  return kind === 'wall' ? forWall(changes) : changes;
};

const mayNow = (isLocked: boolean, kind: WindowKind, name: CommandName): boolean =>
  !isLocked || kind === 'wall' || (lockedCommands as readonly string[]).includes(name);

/** Answers one request of a window; never throws. */
export const answerRequest = async (
  handlers: CommandHandlers,
  kind: WindowKind,
  name: string,
  input: unknown,
  isLocked = false,
): Promise<Result<unknown>> => {
  if (!mayAsk(kind, name)) return fail('input-malformed', 'no such command for this window');
  if (!mayNow(isLocked, kind, name)) return fail('desktop-locked');
  const parsed = commands[name].input.safeParse(input);
  if (!parsed.success)
    return fail('input-malformed', `${name}: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  try {
    const handler = handlers[name] as (
      input: unknown,
    ) => Promise<Result<unknown>> | Result<unknown>;
    return await handler(parsed.data);
  } catch (error) {
    console.error(`command ${name} failed:`, error instanceof Error ? error.message : 'unknown');
    return fail('internal', name);
  }
};

export class WindowPorts {
  readonly #board: Board;
  readonly #handlers: CommandHandlers;
  readonly #ports = new Map<WindowKind, { port: Port; unfollow: () => void }>();

  readonly #attached: () => void;

  /** @param attached called when a window has its slices and wants the customers they show */
  constructor(board: Board, handlers: CommandHandlers, attached: () => void) {
    this.#board = board;
    this.#handlers = handlers;
    this.#attached = attached;
  }

  /** A window that reloads brings a new port; the old one of its kind is let go. */
  attach(port: Port, kind: WindowKind): void {
    this.#ports.get(kind)?.unfollow();
    port.onmessage = ({ data }) => void this.#receive(port, kind, data);
    const unfollow = this.#board.follow((changes) => {
      const slices = shownTo(kind, changes);
      if (Object.keys(slices).length > 0)
        port.postMessage({ type: 'slices', slices } satisfies EngineMessage);
    });
    this.#ports.set(kind, { port, unfollow });
    if (kind === 'app') this.#attached();
  }

  /** Before the work item that shows it, so that the 360 is there when the item is. */
  showCustomer(bundle: CustomerBundle, freshAt: string): void {
    if (this.#isLocked) return;
    this.#send({ type: 'customer', bundle, freshAt });
  }

  leadBoard(news: BoardNews): void {
    const message: EngineMessage = { type: 'lead-board', news };
    if (!this.#isLocked) this.#send(message);
    this.#ports.get('wall')?.port.postMessage(message);
  }

  notice(name: NoticeName, id: string | null): void {
    this.#send({ type: 'notice', name, id });
  }

  get #isLocked(): boolean {
    const session: Slices['session'] | undefined = this.#board.get('session');
    return session?.status === 'locked';
  }

  #send(message: EngineMessage): void {
    this.#ports.get('app')?.port.postMessage(message);
  }

  async #receive(port: Port, kind: WindowKind, data: unknown): Promise<void> {
    const request = requestMessageSchema.safeParse(data);
    if (!request.success) return;
    const { id, name, input } = request.data;
    const result = await answerRequest(this.#handlers, kind, name, input, this.#isLocked);
    port.postMessage(
      result.ok
        ? { type: 'response', id, ok: true, value: result.value }
        : { type: 'response', id, ok: false, error: result.error },
    );
  }
}
