/** The global keys as chosen on this desktop, for every window that names one; kept by main. */
import type { HotkeyMap } from '@shared/contracts/ipc/desktop.ts';
import { createStore } from 'zustand/vanilla';

const storageKey = 'parlance.hotkeys';

type Answer = { readonly answer: string | null };

const read = (): Answer => {
  const kept = localStorage.getItem(storageKey);
  return { answer: kept === null ? 'F2' : kept === '' ? null : kept };
};

export const hotkeyNames = createStore<Answer>()(() => read());

/** Windows of the same origin hear it by the storage event. */
export const nameHotkeys = ({ answer }: HotkeyMap): void => {
  localStorage.setItem(storageKey, answer ?? '');
  hotkeyNames.setState({ answer });
};

/** For a window that stays open while the keys are changed in another. */
export const followHotkeyNames = (): void => {
  window.addEventListener('storage', ({ key }) => {
    if (key === storageKey) hotkeyNames.setState(read());
  });
};
