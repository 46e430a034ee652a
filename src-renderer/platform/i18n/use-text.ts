/** Words of the interface in her language. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './translator.ts';

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export const useText = (): { readonly t: Say; readonly language: Language } => {
  const { t: translate, i18n } = useTranslation();
  const t = useCallback<Say>((key, values) => translate(key, { ...values }), [translate]);
  return { t, language: i18n.language === 'en' ? 'en' : 'fr' };
};
