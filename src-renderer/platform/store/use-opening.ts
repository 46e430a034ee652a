/** The first words of a speech for a customer who is not on the line yet; null: the brand has no such speech. */
import { saidAt } from '@shared/domain/script/choice/said-now.ts';
import { renderSpeech, type SpokenPart } from '@shared/domain/script/render.ts';
import { languagesOf } from '@shared/domain/script/script.ts';
import { chooseWords, type SpeechLanguage } from '@shared/domain/script/text.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { useMemo } from 'react';
import { useMinute } from '../clock/use-now.ts';
import { useSlice } from './services.tsx';
import { useCallFacts } from './use-call-facts.ts';

export type Opening = { readonly words: SpokenPart[]; readonly language: SpeechLanguage };

export const useOpening = (
  customerId: string,
  brandId: string,
  scriptId: string | null,
): Opening | null => {
  const nowMs = useMinute();
  const reference = useSlice('reference');
  const facts = useCallFacts({
    customerId,
    brandId,
    direction: 'outbound',
    calledNumber: null,
    queue: null,
    startedAt: toInstant(nowMs),
    answeredAt: null,
    draft: { reasonCode: null },
  });
  return useMemo(() => {
    if (reference === undefined) return null;
    const { scripts, upcomingScripts = [] } = reference;
    const script = saidAt([...scripts, ...upcomingScripts], nowMs).find(
      (one) => one.id === scriptId && one.brandId === brandId,
    );
    if (script === undefined) return null;
    const { factsIn, mode, spokenBy } = facts;
    const language = languagesOf(script).find((one) => one === spokenBy) ?? script.locale;
    const said = chooseWords(script.opening, { language, written: script.locale, tone: mode });
    return { words: renderSpeech(said, factsIn(language), language), language };
  }, [reference, nowMs, scriptId, brandId, facts]);
};
