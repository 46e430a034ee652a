/** Words of the interface in her language. */
import type { i18n } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './translator.ts';

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export type Words = { readonly t: Say; readonly language: Language };

/** Words without values, once looked up: a screen that appears asks for hundreds of them. */
const known = new WeakMap<i18n, Map<string, string>>();

const wordsOf = (translator: i18n): Map<string, string> => {
  const words = known.get(translator) ?? new Map<string, string>();
  known.set(translator, words);
  return words;
};

/** The same object until the language changes. */
export const useText = (): Words => {
  const { t: translate, i18n: translator } = useTranslation();
  const language = translator.language === 'en' ? 'en' : 'fr';
  return useMemo(() => {
    const words = wordsOf(translator);
    const t: Say = (key, values) => {
      if (values !== undefined) return translate(key, { ...values });
      const name = `${language} ${key}`;
      const said = words.get(name) ?? translate(key);
      words.set(name, said);
      return said;
    };
    return { t, language };
  }, [translate, translator, language]);
};
