/** In which language and for whom one writes now. */
import { languagesOf } from '@shared/domain/script/script.ts';
import type { SpeechLanguage } from '@shared/domain/script/text.ts';
import { useEditor } from './editor-store.ts';
import type { Writing } from './translated.ts';

export const useWriting = (): {
  readonly writing: Writing;
  readonly languages: readonly SpeechLanguage[];
} => {
  // Not the whole speech: each box on the canvas asks this, and is not drawn anew at each key.
  const locale = useEditor((state) => state.history.now.locale);
  const others = useEditor((state) => state.history.now.languages);
  const chosen = useEditor((state) => state.language);
  const languages = languagesOf({ locale, ...(others === undefined ? {} : { languages: others }) });
  const language = languages.includes(chosen) ? chosen : locale;
  return { writing: { written: locale, language, tone: null }, languages };
};
