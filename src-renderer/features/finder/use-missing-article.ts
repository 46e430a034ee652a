/** What she searches is nowhere written: one key says so to the brand (KNOW-46). */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { useState } from 'react';

export type MissingArticle = {
  /** Whose article it would be; null: it cannot be told for which brand. */
  readonly brandId: string | null;
  /** The words that were reported last. */
  readonly said: string | null;
  readonly say: (words: string) => void;
};

export const useMissingArticle = (work: WorkItem | null): MissingArticle => {
  const request = useRequest();
  const { language } = useText();
  const own = useSlice('session')?.user?.brandIds ?? [];
  const [said, setSaid] = useState<string | null>(null);
  const brandId = work?.brandId ?? (own.length === 1 ? (own[0] ?? null) : null);
  const say = (words: string) => {
    const asked = words.trim().slice(0, 120);
    if (brandId === null || asked === '') return;
    const note = { kind: 'missing' as const, brandId, language, words: asked };
    void request('articles.note', { ...note, reasonCode: work?.draft.reasonCode ?? null }).then(
      ({ ok }) => ok && setSaid(asked),
    );
  };
  return { brandId, said, say };
};
