/** Light, dark, or as the system: kept on this desktop, read before the first paint. */
import { createStore } from 'zustand/vanilla';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = 'light' | 'dark';

const storageKey = 'parlance.theme';
const system = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

const readChoice = (): ThemeChoice => {
  const kept = localStorage.getItem(storageKey);
  return themeChoices.find((choice) => choice === kept) ?? 'system';
};

const resolve = (choice: ThemeChoice): Theme => {
  if (choice !== 'system') return choice;
  return system().matches ? 'dark' : 'light';
};

type ThemeState = { readonly choice: ThemeChoice; readonly theme: Theme };

export const themeStore = createStore<ThemeState>()(() => ({ choice: 'system', theme: 'light' }));

const apply = (choice: ThemeChoice): void => {
  const theme = resolve(choice);
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.dataset['mantineColorScheme'] = theme;
  themeStore.setState({ choice, theme });
};

export const chooseTheme = (choice: ThemeChoice): void => {
  localStorage.setItem(storageKey, choice);
  apply(choice);
};

/** Called once, before anything is drawn. */
export const startTheme = (): void => {
  apply(readChoice());
  system().addEventListener('change', () => apply(themeStore.getState().choice));
};
