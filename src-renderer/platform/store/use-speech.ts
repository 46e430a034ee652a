/** The brand's speech for this call: its text with the call's facts, and her walk through it. */
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { Facts } from '@shared/domain/script/facts.ts';
import { gatherFacts } from '@shared/domain/script/gather-facts.ts';
import type { SpeechRecord } from '@shared/domain/script/progress.ts';
import { chooseVariant, renderSpeech, type SpokenPart } from '@shared/domain/script/render.ts';
import { resumeSpeech } from '@shared/domain/script/run.ts';
import type { RelationMode, Script, SpeechText } from '@shared/domain/script/script.ts';
import { useMemo } from 'react';
import { useCustomer, useDraft, useSlice } from './services.tsx';
import { useBrand } from './use-reference.ts';

export type Speech = {
  readonly script: Script;
  readonly facts: Facts;
  readonly record: SpeechRecord;
  readonly mode: RelationMode | null;
  readonly say: (text: SpeechText) => SpokenPart[];
  readonly walk: (step: (record: SpeechRecord) => SpeechRecord) => void;
};

const useCallFacts = (work: WorkItem, locale: 'fr' | 'en') => {
  const brand = useBrand(work.brandId);
  const advisor = useSlice('session')?.user ?? null;
  const bundle = useCustomer(work.customerId)?.bundle;
  return useMemo(() => {
    const customer = bundle?.customer ?? null;
    const openCase =
      bundle?.cases.find((one) => one.status !== 'closed' && one.brandId === work.brandId) ?? null;
    const openOrder =
      bundle?.cases.find(
        ({ kind, status, brandId }) =>
          kind === 'order' &&
          brandId === work.brandId &&
          status !== 'closed' &&
          status !== 'resolved',
      ) ?? null;
    const relation = customer?.relations.find((one) => one.brandId === work.brandId);
    return {
      facts: gatherFacts({ locale, brand, advisor, customer, openCase, openOrder }),
      mode: relation?.relationMode ?? null,
    };
  }, [work.brandId, bundle, brand, advisor, locale]);
};

/** Null while the brand has no published speech for this call. */
export const useSpeech = (work: WorkItem): Speech | null => {
  const scripts = useSlice('reference')?.scripts;
  const { draft, edit } = useDraft(work);
  const script =
    scripts?.find((one) => one.id === work.script?.id && one.version === work.script.version) ??
    null;
  const { facts, mode } = useCallFacts(work, script?.locale ?? 'fr');
  return useMemo(() => {
    if (script === null) return null;
    return {
      script,
      facts,
      mode,
      record: resumeSpeech(script, draft.speech),
      say: (text) => renderSpeech(chooseVariant(text, mode), facts, script.locale),
      walk: (step) =>
        edit((current) => {
          const before = resumeSpeech(script, current.speech);
          const after = step(before);
          return after === before ? current : { ...current, speech: after };
        }),
    };
  }, [script, facts, mode, draft.speech, edit]);
};
