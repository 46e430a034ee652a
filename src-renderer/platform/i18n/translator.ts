/** The two message catalogues behind one i18next; the language is hers, not the system's. */
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'fr' | 'en';
export type Catalogues = { readonly [language in Language]: object };

/** Made once per window; both catalogues are inside, so that a change of language is immediate. */
export const createTranslator = (catalogues: Catalogues, language: Language): i18n => {
  const translator = i18next.createInstance();
  void translator.use(initReactI18next).init({
    resources: {
      fr: { translation: catalogues.fr },
      en: { translation: catalogues.en },
    },
    lng: language,
    fallbackLng: 'fr',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    showSupportNotice: false,
  });
  return translator;
};
