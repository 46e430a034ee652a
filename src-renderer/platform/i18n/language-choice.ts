/** The language chosen on this desktop; null follows the advisor's account. */
import { createStore } from 'zustand/vanilla';
import type { Language } from './translator.ts';

const storageKey = 'parlance.language';

const read = (): Language | null => {
  const kept = localStorage.getItem(storageKey);
  return kept === 'fr' || kept === 'en' ? kept : null;
};

export const languageStore = createStore<{ readonly chosen: Language | null }>()(() => ({
  chosen: read(),
}));

export const chooseLanguage = (chosen: Language | null): void => {
  if (chosen === null) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, chosen);
  languageStore.setState({ chosen });
};
