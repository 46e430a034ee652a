/** Words of the interface in her language. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './translator.ts';

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export type Words = { readonly t: Say; readonly language: Language };

/** The same object until the language changes. */
export const useText = (): Words => {
  const { t: translate, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'fr';
  return useMemo(
    () => ({ t: (key, values) => translate(key, { ...values }), language }),
    [translate, language],
  );
};
