/** What the editor holds: the speech with what can be taken back, what is chosen, what was saved. */
import { isTypingIn } from '@renderer/platform/keys/use-keys.ts';
import {
  changed,
  type History,
  redone,
  startHistory,
  undone,
} from '@shared/domain/script/editing/history.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { RelationMode, SpeechLanguage } from '@shared/domain/script/text.ts';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type Selection =
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'objection'; readonly id: string }
  | { readonly kind: 'head' };

/** Said on the phone, or read. */
export const previewChannels = ['phone', 'email', 'sms', 'chat'] as const;
export type PreviewChannel = (typeof previewChannels)[number];

/** `theirs`: somebody else saved in between. `kept`: no hub; what was written stays on this desktop. */
export type SavingState = 'saved' | 'saving' | 'unsaved' | 'kept' | 'theirs' | 'refused';

export type EditorState = {
  readonly history: History<Script>;
  readonly selected: Selection;
  readonly view: 'graph' | 'text';
  readonly tone: RelationMode;
  /** Where the preview says it. */
  readonly channel: PreviewChannel;
  /** The language that is written and heard now. */
  readonly language: SpeechLanguage;
  readonly saving: SavingState;
  readonly savedAtMs: number | null;
  /** The place that a check named: the field that is to have the focus. */
  readonly sought: string | null;
};

export type EditorStore = StoreApi<EditorState>;

export const createEditorStore = (script: Script, savedAtMs: number | null): EditorStore =>
  createStore<EditorState>()(() => ({
    history: startHistory(script),
    selected: { kind: 'step', id: script.firstStep },
    view: 'graph',
    tone: 'expert',
    channel: 'phone',
    language: script.locale,
    saving: 'saved',
    savedAtMs,
    sought: null,
  }));

type Desk = {
  readonly store: EditorStore;
  readonly readOnly: boolean;
  readonly nowMs: () => number;
};
const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('a part of the editor is rendered outside its desk');
  return desk;
};

export const useEditorStore = (): EditorStore => useDesk().store;
export const useReadOnly = (): boolean => useDesk().readOnly;
export const useEditor = <T>(select: (state: EditorState) => T): T =>
  useStore(useDesk().store, select);
export const useScript = (): Script => useEditor((state) => state.history.now);

export type Edit = (place: string, change: (script: Script) => Script) => void;

/** Letters typed in one place soon after each other are taken back together. */
export const useEdit = (): Edit => {
  const { store, readOnly, nowMs } = useDesk();
  return (place, change) => {
    if (readOnly) return;
    const typed = isTypingIn(document.activeElement) ? place : null;
    store.setState(({ history }) => ({
      history: changed(history, change(history.now), { place: typed, atMs: nowMs() }),
    }));
  };
};

/** A step that is gone is not chosen any more. */
const stillThere = ({ history, selected }: Pick<EditorState, 'history' | 'selected'>): Selection =>
  selected.kind === 'step' && !history.now.steps.some(({ id }) => id === selected.id)
    ? { kind: 'step', id: history.now.firstStep }
    : selected;

const turn = (store: EditorStore, by: (history: History<Script>) => History<Script>): void =>
  store.setState((state) => {
    const history = by(state.history);
    return { history, selected: stillThere({ history, selected: state.selected }) };
  });
export const undo = (store: EditorStore): void => turn(store, undone);
export const redo = (store: EditorStore): void => turn(store, redone);

export const selectStep = (store: EditorStore, id: string): void =>
  store.setState({ selected: { kind: 'step', id }, sought: null });
