/**
 * What she types, kept ahead of the engine: each edit goes out at once, whole, with a revision
 * that grows (WRAP-3). The engine's own draft is taken up only where nothing newer is held here.
 */
import type { EngineClient } from '@shared/contracts/engine/client.ts';
import type { WorkDraft, WorkItem } from '@shared/contracts/engine/views.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type KeptDraft = {
  readonly draft: WorkDraft;
  readonly revision: number;
  /** Highest revision that the engine has answered for. */
  readonly savedRevision: number;
  readonly savedAt: string | null;
  readonly saved: 'none' | 'disk' | 'memory';
  readonly error: ErrorCode | null;
};

export type DraftState = { readonly [workId: string]: KeptDraft };
export type DraftKeeper = {
  readonly store: StoreApi<DraftState>;
  readonly edit: (work: WorkItem, change: (draft: WorkDraft) => WorkDraft) => void;
};

const fromEngine = (work: WorkItem): KeptDraft => ({
  draft: work.draft,
  revision: work.revision,
  savedRevision: work.revision,
  savedAt: work.savedAt,
  saved: work.saved,
  error: null,
});

/** The newer of the two; the same object while nothing changed, so that screens stay still. */
export const newerDraft = (work: WorkItem, held: KeptDraft | undefined): KeptDraft =>
  held !== undefined && held.revision >= work.revision ? held : fromEngine(work);

/** Drops what belongs to finished work. */
export const forgetFinished = (keeper: DraftKeeper, works: readonly WorkItem[]): void => {
  const open = new Set(works.map((work) => work.id));
  const state = keeper.store.getState();
  if (Object.keys(state).every((id) => open.has(id))) return;
  keeper.store.setState(
    Object.fromEntries(Object.entries(state).filter(([id]) => open.has(id))),
    true,
  );
};

export const createDraftKeeper = (client: EngineClient): DraftKeeper => {
  const store = createStore<DraftState>()(() => ({}));
  const settle = (workId: string, answered: Partial<KeptDraft>) =>
    store.setState((state) => {
      const held = state[workId];
      return held === undefined ? state : { [workId]: { ...held, ...answered } };
    });
  const send = async (workId: string, revision: number, draft: WorkDraft): Promise<void> => {
    const answer = await client.request('work.save', { workId, revision, draft });
    const held = store.getState()[workId];
    if (held === undefined || revision < held.savedRevision) return;
    if (!answer.ok) {
      if (revision === held.revision) settle(workId, { error: answer.error.code });
      return;
    }
    settle(workId, { ...answer.value, savedRevision: revision, error: null });
  };
  return {
    store,
    edit: (work, change) => {
      const held = newerDraft(work, store.getState()[work.id]);
      const draft = change(held.draft);
      if (draft === held.draft) return;
      const revision = held.revision + 1;
      store.setState({ [work.id]: { ...held, draft, revision } });
      void send(work.id, revision, draft);
    },
  };
};
