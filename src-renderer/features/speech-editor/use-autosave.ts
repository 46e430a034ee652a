/**
 * Saves what is written as it is written. What the hub does not have yet is kept on this desktop, so
 * that neither a cut line nor a crash loses a word; what somebody else saved meanwhile is shown, not
 * overwritten.
 */
import { keepText } from '@renderer/platform/kept-text.ts';
import { useOffline, useServices } from '@renderer/platform/store/services.tsx';
import type { Draft, ScriptVersion } from '@shared/contracts/http/scripts.ts';
import { changed } from '@shared/domain/script/editing/history.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { useCallback, useEffect, useRef } from 'react';
import type { EditorStore, SavingState } from './editor-store.ts';

const quietMs = 600;
/** A large speech takes a while to write down: not at each letter, but within this. */
const keepWithinMs = 250;
const awayCodes = new Set(['hub-unreachable', 'hub-failing', 'engine-unavailable']);

export const draftOf = ({ id: _i, version: _v, publishedAt: _p, ...draft }: Script): Draft => draft;
export const keptName = ({ id, version }: { readonly id: string; readonly version: number }) =>
  `speech ${id} ${version}`;

export type Saver = {
  /** Saves now; true when the hub has every word. */
  readonly saveNow: () => Promise<boolean>;
  /** Takes what somebody else saved; one's own words can be taken back by undo. */
  readonly takeTheirs: () => Promise<void>;
  /** Saves one's own words over theirs, which the hub keeps beside. */
  readonly keepMine: () => Promise<void>;
  /** The one that the hub has now. */
  readonly revision: () => number;
};

type Kept = {
  readonly store: EditorStore;
  readonly scriptId: string;
  readonly version: number;
  /** The revision and the words that the hub has. */
  readonly revision: { current: number };
  readonly saved: { current: Script };
};

/** Sends the words as they stand; true when the hub has every one of them. */
const useSave = ({ store, scriptId, version, revision, saved }: Kept) => {
  const { client, clock } = useServices();
  return useCallback(async (): Promise<boolean> => {
    const content = store.getState().history.now;
    if (content === saved.current) return true;
    store.setState({ saving: 'saving' });
    const answer = await client.request('speeches.save', {
      scriptId,
      version,
      revision: revision.current,
      content: draftOf(content),
    });
    if (answer.ok) {
      revision.current = answer.value.revision;
      saved.current = content;
      const whole = store.getState().history.now === content;
      if (whole) keepText(keptName({ id: scriptId, version }), null);
      store.setState({ saving: whole ? 'saved' : 'unsaved', savedAtMs: clock.now() });
      return whole;
    }
    const { code } = answer.error;
    const away: SavingState = awayCodes.has(code) ? 'kept' : 'refused';
    store.setState({ saving: code === 'version-superseded' ? 'theirs' : away });
    return false;
  }, [client, clock, store, scriptId, version, revision, saved]);
};

/** Keeps each change here at once, and saves it when the keys have rested a moment. */
const useWatch = (
  { store, scriptId, version, saved }: Kept,
  mayWrite: boolean,
  saveNow: () => unknown,
) => {
  const offline = useOffline();
  useEffect(() => {
    if (!mayWrite) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let keeping: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      keeping = undefined;
      const { now } = store.getState().history;
      if (now !== saved.current) keepText(keptName({ id: scriptId, version }), JSON.stringify(now));
    };
    const stop = store.subscribe(({ history, saving }, before) => {
      if (history.now === before.history.now || history.now === saved.current) return;
      keeping ??= setTimeout(keep, keepWithinMs);
      if (saving === 'theirs') return;
      if (saving !== 'kept') store.setState({ saving: 'unsaved' });
      clearTimeout(timer);
      timer = setTimeout(() => void saveNow(), quietMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
      clearTimeout(keeping);
      keep();
    };
  }, [store, mayWrite, saveNow, scriptId, version, saved]);
  // What waited for the hub goes as soon as it is back.
  useEffect(() => {
    if (!offline && store.getState().saving === 'kept') void saveNow();
  }, [offline, store, saveNow]);
};

/** What to do when somebody else saved in between. */
const useTheirs = (
  { store, scriptId, version, revision, saved }: Kept,
  saveNow: () => Promise<boolean>,
) => {
  const { client, clock } = useServices();
  const latest = async (): Promise<ScriptVersion | null> => {
    const answer = await client.request('speeches.versions', { scriptId });
    if (!answer.ok) return null;
    return answer.value.versions.find((one) => one.version === version) ?? null;
  };
  const takeTheirs = async () => {
    const found = await latest();
    const answer = await client.request('speeches.content', { scriptId, version });
    if (found === null || !answer.ok) return;
    revision.current = found.revision;
    saved.current = answer.value;
    keepText(keptName({ id: scriptId, version }), null);
    store.setState(({ history }) => ({
      history: changed(history, answer.value, { place: null, atMs: clock.now() }),
      saving: 'saved',
      savedAtMs: clock.now(),
    }));
  };
  const keepMine = async () => {
    const found = await latest();
    if (found === null) return;
    revision.current = found.revision;
    await saveNow();
  };
  return { takeTheirs, keepMine };
};

export const useAutosave = (
  store: EditorStore,
  { id: scriptId, version, revision: began }: ScriptVersion,
  mayWrite: boolean,
): Saver => {
  const revision = useRef(began);
  const saved = useRef(store.getState().history.now);
  const running = useRef<Promise<boolean> | null>(null);
  const kept: Kept = { store, scriptId, version, revision, saved };
  const save = useSave(kept);
  /** One saving at a time: the next one knows the revision that the last one made. */
  const saveNow = useCallback(async (): Promise<boolean> => {
    const before = running.current;
    const mine = (async () => {
      await before;
      return save();
    })();
    running.current = mine;
    return mine;
  }, [save]);
  useWatch(kept, mayWrite, saveNow);
  return { saveNow, ...useTheirs(kept, saveNow), revision: () => revision.current };
};
