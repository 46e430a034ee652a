/**
 * What she types, kept ahead of the engine: each edit goes out at once, whole, with a revision
 * that grows (WRAP-3, WRITE-10). The engine's own draft is taken up only where nothing newer is held here.
 */
import type { EngineClient } from '@shared/contracts/engine/client.ts';
import type { MessageItem } from '@shared/contracts/engine/messages-written.ts';
import type { WorkDraft, WorkItem } from '@shared/contracts/engine/views.ts';
import type { MessageDraft } from '@shared/domain/message/message.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import type { Failure, Result } from '@shared/kernel/result.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Something of the engine's that she types into. */
type Typed<D> = {
  readonly id: string;
  readonly draft: D;
  readonly revision: number;
  readonly savedAt: string | null;
  readonly saved: 'none' | 'disk' | 'memory';
};

export type Kept<D> = Omit<Typed<D>, 'id'> & {
  /** Highest revision that the engine has answered for. */
  readonly savedRevision: number;
  readonly error: ErrorCode | null;
};
export type KeptDraft = Kept<WorkDraft>;

export type Keeper<D> = {
  readonly store: StoreApi<{ readonly [id: string]: Kept<D> }>;
  readonly edit: (of: Typed<D>, change: (draft: D) => D) => void;
};

type Saved = Pick<Typed<unknown>, 'savedAt' | 'saved'>;
type Save<D> = (id: string, revision: number, draft: D) => Promise<Result<Saved, Failure>>;

const fromEngine = <D>({ draft, revision, savedAt, saved }: Typed<D>): Kept<D> => ({
  draft,
  revision,
  savedRevision: revision,
  savedAt,
  saved,
  error: null,
});

/** The newer of the two; the same object while nothing changed, so that screens stay still. */
export const newerDraft = <D>(of: Typed<D>, held: Kept<D> | undefined): Kept<D> =>
  held !== undefined && held.revision >= of.revision ? held : fromEngine(of);

/** Drops what belongs to finished work. */
export const forgetFinished = <D>(
  { store }: Keeper<D>,
  still: readonly { readonly id: string }[],
): void => {
  const open = new Set(still.map(({ id }) => id));
  const state = store.getState();
  if (Object.keys(state).every((id) => open.has(id))) return;
  store.setState(Object.fromEntries(Object.entries(state).filter(([id]) => open.has(id))), true);
};

const createKeeper = <D>(save: Save<D>): Keeper<D> => {
  const store = createStore<{ readonly [id: string]: Kept<D> }>()(() => ({}));
  const settle = (id: string, answered: Partial<Kept<D>>) =>
    store.setState((state) => {
      const held = state[id];
      return held === undefined ? state : { [id]: { ...held, ...answered } };
    });
  const send = async (id: string, revision: number, draft: D): Promise<void> => {
    const answer = await save(id, revision, draft);
    const held = store.getState()[id];
    if (held === undefined || revision < held.savedRevision) return;
    if (!answer.ok) {
      if (revision === held.revision) settle(id, { error: answer.error.code });
      return;
    }
    settle(id, { ...answer.value, savedRevision: revision, error: null });
  };
  return {
    store,
    edit: (of, change) => {
      const held = newerDraft(of, store.getState()[of.id]);
      const draft = change(held.draft);
      if (draft === held.draft) return;
      const revision = held.revision + 1;
      store.setState({ [of.id]: { ...held, draft, revision } });
      void send(of.id, revision, draft);
    },
  };
};

export type WorkKeeper = Keeper<WorkDraft>;
export const createWorkKeeper = (client: EngineClient): WorkKeeper =>
  createKeeper((workId: WorkItem['id'], revision, draft) =>
    client.request('work.save', { workId, revision, draft }),
  );

export type MessageKeeper = Keeper<MessageDraft>;
export const createMessageKeeper = (client: EngineClient): MessageKeeper =>
  createKeeper((messageId: MessageItem['id'], revision, draft) =>
    client.request('messages.save', { messageId, revision, draft }),
  );
