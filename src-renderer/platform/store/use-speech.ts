/** The brand's speech for this call: its text with the call's facts, and her walk through it. */
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { heldVersion } from '@shared/domain/script/choice/choose-speech.ts';
import type { Facts } from '@shared/domain/script/facts.ts';
import type { SpeechRecord } from '@shared/domain/script/progress.ts';
import { plainSpeech, renderSpeech, type SpokenPart } from '@shared/domain/script/render.ts';
import { resumeSpeech } from '@shared/domain/script/run.ts';
import { languagesOf, type Script } from '@shared/domain/script/script.ts';
import {
  chooseWords,
  type Labels,
  labelIn,
  type RelationMode,
  type SpeechLanguage,
  type SpeechText,
} from '@shared/domain/script/text.ts';
import { type Scene, traced, type Way } from '@shared/domain/script/trace.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { useMemo } from 'react';
import { filledDraft } from './filled-draft.ts';
import { useDraft, useServices, useSlice } from './services.tsx';
import { type CallFacts, useCallFacts } from './use-call-facts.ts';

export type Speech = {
  readonly script: Script;
  readonly facts: Facts;
  readonly record: SpeechRecord;
  readonly mode: RelationMode | null;
  readonly language: SpeechLanguage;
  readonly say: (text: SpeechText) => SpokenPart[];
  /** A label in the language of the call, with its merged fields and without marks. */
  readonly plain: (written: string, others?: Labels) => string;
  /** Goes on by a pure step; `aside` for back and for jumps. What became of each step is kept. */
  readonly walk: (step: (record: SpeechRecord) => SpeechRecord, way?: Way) => void;
  /** A change of the record that needs to know the moment: what was not said, what was done. */
  readonly note: (change: (record: SpeechRecord, scene: Scene) => SpeechRecord) => void;
};

/** Her own choice, else the customer's language if the speech has it, else its own. */
const languageOf = (
  script: Script,
  record: SpeechRecord | null,
  { spokenBy }: CallFacts,
): SpeechLanguage => {
  const wished = record?.language ?? spokenBy;
  return languagesOf(script).find((one) => one === wished) ?? script.locale;
};

const wordsWith =
  (script: Script, language: SpeechLanguage, { factsIn, mode }: CallFacts) =>
  (text: SpeechText): SpokenPart[] =>
    renderSpeech(
      chooseWords(text, { language, written: script.locale, tone: mode }),
      factsIn(language),
      language,
    );

/** Null while the brand has no published speech for this call. */
export const useSpeech = (work: WorkItem): Speech | null => {
  const reference = useSlice('reference');
  const { draft, edit } = useDraft(work);
  const script = reference === undefined ? null : heldVersion(reference, work.script);
  const known = useCallFacts(work);
  const { clock } = useServices();
  const beganAt = work.answeredAt ?? work.startedAt;
  return useMemo(() => {
    if (script === null) return null;
    const language = languageOf(script, draft.speech, known);
    const facts = known.factsIn(language);
    const say = wordsWith(script, language, known);
    const scene = (): Scene => ({
      script,
      at: toInstant(clock.now()),
      beganAt,
      wordsOf: (step) =>
        say(step.text)
          .map((part) => part.text)
          .join(''),
    });
    const plain = (written: string, others?: Labels) =>
      plainSpeech(labelIn(written, others, language), facts, language);
    const change = (by: (record: SpeechRecord) => SpeechRecord) =>
      edit((current) => {
        const before = resumeSpeech(script, current.speech, facts);
        const after = by(before);
        if (after === before) return current;
        return filledDraft(current, before, after, { script, nowMs: clock.now(), plain });
      });
    return {
      script,
      facts,
      language,
      mode: known.mode,
      record: resumeSpeech(script, draft.speech, facts),
      say,
      plain,
      walk: (step, way = 'onward') =>
        change((before) => traced(before, step(before), scene(), way)),
      note: (by) => change((before) => by(before, scene())),
    };
  }, [script, known, beganAt, draft.speech, edit, clock]);
};
