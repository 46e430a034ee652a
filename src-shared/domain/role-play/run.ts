/**
 * What is known of one played call, and the note it gets on 5: the mean of what was measured.
 * A report, not a real call: it has no customer and no interaction.
 */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { instantSchema } from '../interaction/interaction.ts';
import { fieldKey } from '../script/answers.ts';
import type { SpeechRecord } from '../script/progress.ts';
import { speechPosition, startSpeech } from '../script/run.ts';
import type { Script } from '../script/script.ts';
import { endingSchema } from './play-script.ts';
import { levels } from './role-play.ts';

const count = z.number().int().min(0).max(1_000);
const milliseconds = z.number().int().min(0).max(86_400_000);

export const followedSpeechSchema = z.object({
  name: z.string().max(120),
  stepsReached: count,
  stepsTotal: count,
  fieldsFilled: count,
  fieldsTotal: count,
});
export type FollowedSpeech = z.infer<typeof followedSpeechSchema>;

export const playRunSchema = z.object({
  id: idSchema,
  /** One going through a series, or one single role-play. */
  takingId: idSchema,
  seriesId: idSchema.nullable(),
  rolePlayId: idSchema,
  title: z.string().max(80),
  level: z.enum(levels),
  brandId: z.string().max(40),
  startedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema,
  heldMs: milliseconds,
  ending: endingSchema,
  transferExpected: z.boolean(),
  /** null: the brand has no speech for such a call. */
  speech: followedSpeechSchema.nullable(),
  disposition: z.object({
    given: z.string().max(60).nullable(),
    expected: z.array(z.string().max(60)).max(9),
  }),
});
export type PlayRun = z.infer<typeof playRunSchema>;

export const aspects = ['answer', 'hold', 'speech', 'disposition', 'ending'] as const;
export type Aspect = (typeof aspects)[number];
/** 0 to 1; null where there was nothing to do. */
export type Marks = { readonly [aspect in Aspect]: number | null };

/** Full marks up to the first, none from the second on. */
const answerMs = { good: 10_000, bad: 30_000 } as const;
const holdMs = { good: 30_000, bad: 120_000 } as const;
export const bestNote = 5;

export const ringMsOf = ({ startedAt, answeredAt, endedAt }: PlayRun): number =>
  Math.max(0, Date.parse(answeredAt ?? endedAt) - Date.parse(startedAt));

export const talkMsOf = ({ answeredAt, endedAt }: PlayRun): number =>
  answeredAt === null ? 0 : Math.max(0, Date.parse(endedAt) - Date.parse(answeredAt));

const between = (value: number, { good, bad }: { good: number; bad: number }): number =>
  Math.min(1, Math.max(0, (bad - value) / (bad - good)));

const speechMark = (speech: FollowedSpeech | null): number | null => {
  const all = speech === null ? 0 : speech.stepsTotal + speech.fieldsTotal;
  return speech === null || all === 0
    ? null
    : Math.min(1, (speech.stepsReached + speech.fieldsFilled) / all);
};

const dispositionMark = ({ given, expected }: PlayRun['disposition']): number => {
  if (given === null) return 0;
  return expected.length === 0 || expected.includes(given) ? 1 : 0;
};

export const marksOf = (run: PlayRun): Marks => {
  if (run.answeredAt === null)
    return { answer: 0, hold: 0, speech: null, disposition: 0, ending: 0 };
  const wanted = run.transferExpected ? 'transferred' : 'finished';
  return {
    answer: between(ringMsOf(run), answerMs),
    hold: between(run.heldMs, holdMs),
    speech: speechMark(run.speech),
    disposition: dispositionMark(run.disposition),
    ending: run.ending === wanted ? 1 : 0,
  };
};

/** On 5, to a tenth. */
export const noteOf = (run: PlayRun): number => {
  const given = Object.values(marksOf(run)).filter((mark) => mark !== null);
  const mean = given.reduce((sum, mark) => sum + mark, 0) / given.length;
  return Math.round(mean * bestNote * 10) / 10;
};

/** Of the way that she took: what lies on other branches is not missing. */
export const followedSpeech = (script: Script, record: SpeechRecord | null): FollowedSpeech => {
  const walked = record ?? startSpeech(script);
  const reached = record === null ? [] : [...new Set([...record.path, record.stepId])];
  const shown = record === null ? [script.firstStep] : reached;
  const asked = script.steps
    .filter(({ id }) => shown.includes(id))
    .flatMap(({ id, fields }) => fields.map((field) => fieldKey(id, field.id)));
  return {
    name: script.name,
    stepsReached: reached.length,
    stepsTotal: Math.max(reached.length, speechPosition(script, walked).total),
    fieldsFilled: asked.filter((field) => walked.fields[field] !== undefined).length,
    fieldsTotal: asked.length,
  };
};
