/** The brand's speech for this call: its text with the call's facts, and her walk through it. */
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { heldVersion } from '@shared/domain/script/choice/choose-speech.ts';
import type { Facts } from '@shared/domain/script/facts.ts';
import { type HandedSpeech, withHandedAnswers } from '@shared/domain/script/handed-speech.ts';
import type { SpeechRecord } from '@shared/domain/script/progress.ts';
import { plainSpeech, renderSpeech, type SpokenPart } from '@shared/domain/script/render.ts';
import { resumeSpeech, startSpeech } from '@shared/domain/script/run.ts';
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
import { useHandedSpeech } from './use-handed-speech.ts';

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
  /** The call that this one goes on from, if there is one. */
  readonly handed: HandedSpeech | null;
  readonly startOver: () => void;
  /** What a colleague answered came while she was already talking. */
  readonly fillIn: () => void;
};

const begunAnew = (record: SpeechRecord, handed: HandedSpeech | null): SpeechRecord =>
  handed === null
    ? record
    : {
        ...record,
        from: { interactionId: handed.interaction.id, fields: {}, done: {}, startedOver: true },
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

/** What is written, as it is said in this call. */
export const wordsWith =
  (script: Script, language: SpeechLanguage, { factsIn, mode }: CallFacts) =>
  (text: SpeechText): SpokenPart[] =>
    renderSpeech(
      chooseWords(text, { language, written: script.locale, tone: mode }),
      factsIn(language),
      language,
    );

/** The version that she walks through, a colleague walked through before her, or was chosen. */
const useScript = (
  work: WorkItem,
  kept: SpeechRecord | null,
  handed: HandedSpeech | null,
): Script | null => {
  const reference = useSlice('reference');
  if (reference === undefined) return null;
  const walked = kept ?? handed?.record ?? null;
  const begun = walked === null ? null : { id: walked.scriptId, version: walked.version };
  return heldVersion(reference, begun) ?? heldVersion(reference, work.script);
};

/** Null while the brand has no published speech for this call. */
export const useSpeech = (work: WorkItem): Speech | null => {
  const { draft, edit } = useDraft(work);
  const handed = useHandedSpeech(work);
  const script = useScript(work, draft.speech, handed);
  const known = useCallFacts(work);
  const { clock } = useServices();
  const beganAt = work.answeredAt ?? work.startedAt;
  return useMemo(() => {
    if (script === null) return null;
    const language = languageOf(script, draft.speech ?? handed?.record ?? null, known);
    const facts = known.factsIn(language);
    const resume = (kept: SpeechRecord | null) =>
      resumeSpeech(script, kept ?? handed?.record ?? null, facts);
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
        const before = resume(current.speech);
        const after = by(before);
        if (after === before) return current;
        return filledDraft(current, before, after, { script, nowMs: clock.now(), plain });
      });
    return {
      script,
      facts,
      language,
      mode: known.mode,
      record: resume(draft.speech),
      handed,
      startOver: () =>
        edit((current) => ({ ...current, speech: begunAnew(startSpeech(script, facts), handed) })),
      fillIn: () =>
        edit((current) => {
          if (current.speech === null || handed === null) return current;
          const speech = withHandedAnswers(current.speech, handed);
          return speech === current.speech ? current : { ...current, speech };
        }),
      say,
      plain,
      walk: (step, way = 'onward') =>
        change((before) => traced(before, step(before), scene(), way)),
      note: (by) => change((before) => by(before, scene())),
    };
  }, [script, known, handed, beganAt, draft.speech, edit, clock]);
};
