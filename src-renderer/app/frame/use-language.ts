/** Hers: the choice made here, else her account's; the document says which it is. */
import { languageStore } from '@renderer/platform/i18n/language-choice.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';

export const useLanguage = (): void => {
  const { i18n } = useTranslation();
  const chosen = useStore(languageStore, (state) => state.chosen);
  const account = useSlice('session')?.user?.locale;
  const language = chosen ?? account ?? 'fr';
  useEffect(() => {
    document.documentElement.lang = language;
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [i18n, language]);
};
