/** The words of a message that its brand avoids, each once, what blocks first. */
import { useSlice } from '@renderer/platform/store/services.tsx';
import type { MessageDraft } from '@shared/domain/message/message.ts';
import { findAvoided } from '@shared/domain/script/checks/words.ts';
import type { SpeechLanguage } from '@shared/domain/script/text.ts';
import { useMemo } from 'react';

export type Avoided = {
  /** As she wrote it. */
  readonly found: string;
  readonly instead?: string | undefined;
  readonly severity: 'block' | 'advice';
};

export const useAvoided = (
  { channel, subject, body }: MessageDraft,
  brandId: string,
  language: SpeechLanguage,
): readonly Avoided[] => {
  const rules = useSlice('reference')?.rules.find((one) => one.brandId === brandId)?.avoidedWords;
  const text = channel === 'email' ? `${subject}\n\n${body}` : body;
  return useMemo(() => {
    const each = new Map<string, Avoided>();
    for (const { from, to, instead, severity } of findAvoided(text, language, rules ?? [])) {
      const found = text.slice(from, to);
      if (each.get(found.toLowerCase())?.severity !== 'block')
        each.set(found.toLowerCase(), { found, instead, severity });
    }
    const all = [...each.values()];
    return [
      ...all.filter((one) => one.severity === 'block'),
      ...all.filter((one) => one.severity !== 'block'),
    ];
  }, [text, language, rules]);
};
