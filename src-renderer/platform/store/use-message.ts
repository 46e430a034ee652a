/** The message that she writes: opened, typed into, and where words from elsewhere go in. */
import type { MessageItem } from '@shared/contracts/engine/messages-written.ts';
import { withInserted } from '@shared/domain/message/insert-text.ts';
import type { MessageDraft } from '@shared/domain/message/message.ts';
import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Kept, newerDraft } from './draft-keeper.ts';
import { useRequest, useScreen, useServices, useSlice } from './services.tsx';

const none: readonly MessageItem[] = [];

export type Writing = Kept<MessageDraft> & {
  readonly item: MessageItem;
  readonly edit: (change: Partial<MessageDraft>) => void;
};

/** Null while nothing is written. */
export const useWriting = (): Writing | null => {
  const { messages } = useServices();
  const messageId = useScreen((state) => state.messageId);
  const items = useSlice('messages') ?? none;
  const item = items.find(({ id }) => id === messageId) ?? null;
  const held = useStore(messages.store, (state) =>
    messageId === null ? undefined : state[messageId],
  );
  return useMemo(
    () =>
      item === null
        ? null
        : {
            ...newerDraft(item, held),
            item,
            edit: (change) => messages.edit(item, (draft) => ({ ...draft, ...change })),
          },
    [item, held, messages],
  );
};

/** Messages to this customer that were begun and neither sent nor thrown away. */
export const useBegun = (customerId: string): readonly MessageItem[] =>
  (useSlice('messages') ?? none).filter((one) => one.customerId === customerId);

/** Further than any text: a field puts its cursor at its end. */
const atTheEnd = { start: 1_000_000, end: 1_000_000 };

type Beginning = Pick<MessageItem, 'customerId' | 'brandId' | 'inReplyTo' | 'caseId'>;

/** Opens a message, the one begun before where there is one. */
export const useBeginMessage = () => {
  const request = useRequest();
  const { screen } = useServices();
  return useCallback(
    async (beginning: Beginning) => {
      const begun = await request('messages.begin', beginning);
      if (begun.ok)
        screen.setState({ messageId: begun.value.messageId, overlay: null, caret: atTheEnd });
    },
    [request, screen],
  );
};

type Article = { readonly id: string; readonly version: number };
export type Insertion = {
  readonly writing: Writing;
  readonly insert: (words: string, article: Article | null) => void;
};

/**
 * Puts words into the open message where its cursor was last; null while none is open, or another
 * customer's than the one she talks with.
 */
export const useInsertion = (talksWith: string | null = null): Insertion | null => {
  const { messages, screen } = useServices();
  const writing = useWriting();
  return useMemo(() => {
    if (writing === null) return null;
    const { item } = writing;
    if (talksWith !== null && item.customerId !== talksWith) return null;
    const insert = (words: string, article: Article | null) => {
      let caret = 0;
      messages.edit(item, (draft) => {
        const inserted = withInserted(draft, screen.getState().caret, words, article);
        caret = inserted.caret;
        return inserted.draft;
      });
      screen.setState({ caret: { start: caret, end: caret } });
    };
    return { writing, insert };
  }, [writing, messages, screen, talksWith]);
};
