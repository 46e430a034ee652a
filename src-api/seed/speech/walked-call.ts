/** A call of the demo that followed a speech: which steps, how long, what was answered and said. Pure. */

import { readingSeconds } from '@shared/domain/script/checks/reading-time.ts';
import type { Facts } from '@shared/domain/script/facts.ts';
import type { SpeechRecord, TracedStep } from '@shared/domain/script/progress.ts';
import { plainSpeech } from '@shared/domain/script/render.ts';
import {
  advanceSpeech,
  chooseAnswer,
  currentStep,
  startSpeech,
} from '@shared/domain/script/run.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { Random } from '../random.ts';

const stepsAtMost = 14;

export type Walk = {
  readonly facts: Facts;
  readonly startMs: number;
  /** How many in a hundred hang up at each step. */
  readonly breaksOff: number;
  readonly random: Random;
};

const stayOf = (
  script: Script,
  record: SpeechRecord,
  { facts, random }: Walk,
  atMs: number,
): TracedStep & { readonly leftAt: string } => {
  const step = currentStep(script, record);
  const words = plainSpeech(step.text.default, facts, script.locale);
  const seconds = 2 + readingSeconds(step.text.default) * (0.8 + random.next());
  const owed = (step.passages ?? []).length > 0;
  return {
    stepId: step.id,
    at: toInstant(atMs),
    leftAt: toInstant(atMs + Math.round(seconds * 1000)),
    ...(words === '' ? {} : { words }),
    ...(owed ? { said: random.chance(0.95) ? ('yes' as const) : ('no' as const) } : {}),
  };
};

/** The first answer is the usual one, the others are rarer. */
const onward = (script: Script, record: SpeechRecord, { facts, random }: Walk): SpeechRecord => {
  const { choices } = currentStep(script, record);
  const usual = choices[0];
  if (usual === undefined) return advanceSpeech(script, record, facts);
  const choice = random.chance(0.46) ? usual : random.pick(choices);
  return chooseAnswer(script, record, choice.id, facts);
};

const metBy = ({ objections }: Script, record: SpeechRecord, { random, startMs }: Walk) => {
  if (objections.length === 0 || !random.chance(0.3)) return {};
  const { id } = random.pick(objections);
  const at = toInstant(startMs + 20_000);
  const overcome = random.chance(0.65);
  return { objections: [id], met: [{ id, at, stepId: record.stepId, overcome }] };
};

export const walkedCall = (script: Script, walk: Walk): SpeechRecord => {
  const trace: TracedStep[] = [];
  let record = startSpeech(script, walk.facts);
  let atMs = walk.startMs;
  for (let steps = 0; steps < stepsAtMost; steps++) {
    const stay = stayOf(script, record, walk, atMs);
    const next = onward(script, record, walk);
    const ends = next.stepId === record.stepId || walk.random.chance(walk.breaksOff / 100);
    if (ends) {
      const { leftAt: _, ...last } = stay;
      trace.push(last);
      break;
    }
    trace.push(stay);
    record = next;
    atMs = Date.parse(stay.leftAt);
  }
  const rated = walk.random.chance(0.45);
  return {
    ...record,
    ...metBy(script, record, walk),
    fields: rated
      ? { ...record.fields, [`${record.stepId}.satisfaction`]: walk.random.pick([3, 4, 4, 5, 5]) }
      : record.fields,
    trace,
  };
};
