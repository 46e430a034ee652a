/** In which language and for whom one writes now. */
import { languagesOf } from '@shared/domain/script/script.ts';
import type { SpeechLanguage } from '@shared/domain/script/text.ts';
import { useEditor, useScript } from './editor-store.ts';
import type { Writing } from './translated.ts';

export const useWriting = (): {
  readonly writing: Writing;
  readonly languages: readonly SpeechLanguage[];
} => {
  const script = useScript();
  const chosen = useEditor((state) => state.language);
  const languages = languagesOf(script);
  const language = languages.includes(chosen) ? chosen : script.locale;
  return { writing: { written: script.locale, language, tone: null }, languages };
};
