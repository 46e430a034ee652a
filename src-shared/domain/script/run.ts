/**
 * The walk through a published speech: pure functions from one record to the next. The record is
 * kept with the call, so that a speech goes on where it was after a drop, a reload or a crash.
 */
import { fieldKey } from './answers.ts';
import type { Facts } from './facts.ts';
import type { Answer, SpeechRecord } from './progress.ts';
import { findStep, leadFrom, likelyNext } from './routes.ts';
import type { Script } from './script.ts';
import { isPassedThrough, type Step } from './step.ts';

/** Of a walk in circles the oldest steps are forgotten: she always gets on. */
const maxPath = 500;

/** A speech may begin with a branch: she stands where it leads. */
const firstStanding = (script: Script, record: SpeechRecord, facts: Facts): string => {
  const first = findStep(script, script.firstStep);
  if (first === undefined || !isPassedThrough(first)) return script.firstStep;
  return leadFrom(first, { script, record, facts })?.id ?? script.firstStep;
};

export const startSpeech = (script: Script, facts: Facts = {}): SpeechRecord => {
  const record: SpeechRecord = {
    scriptId: script.id,
    version: script.version,
    stepId: script.firstStep,
    path: [],
    choices: {},
    fields: {},
    objections: [],
  };
  return { ...record, stepId: firstStanding(script, record, facts) };
};

/** The record to go on with: the kept one if it belongs to this version, else a new start. */
export const resumeSpeech = (
  script: Script,
  kept: SpeechRecord | null,
  facts: Facts = {},
): SpeechRecord =>
  kept !== null &&
  kept.scriptId === script.id &&
  kept.version === script.version &&
  findStep(script, kept.stepId)
    ? kept
    : startSpeech(script, facts);

/** The step she stands on; a record that points nowhere stands on the first one. */
export const currentStep = (script: Script, record: SpeechRecord): Step => {
  const step = findStep(script, record.stepId) ?? findStep(script, script.firstStep);
  const first = script.steps[0];
  if (step !== undefined) return step;
  if (first === undefined) throw new Error('a published speech has at least one step');
  return first;
};

const goTo = (script: Script, record: SpeechRecord, stepId: string): SpeechRecord => ({
  ...record,
  stepId,
  path: [...record.path, currentStep(script, record).id].slice(-maxPath),
});

/** Goes where the routes, the chosen answer or the step lead; stays where nothing leads on. */
export const advanceSpeech = (script: Script, record: SpeechRecord, facts: Facts): SpeechRecord => {
  const next = leadFrom(currentStep(script, record), { script, record, facts });
  return next === null ? record : goTo(script, record, next.id);
};

/** Whether → leads anywhere from here. */
export const canAdvance = (script: Script, record: SpeechRecord, facts: Facts): boolean =>
  leadFrom(currentStep(script, record), { script, record, facts }) !== null;

/** Keeps the answer and goes where it leads. An answer that the step does not have is ignored. */
export const chooseAnswer = (
  script: Script,
  record: SpeechRecord,
  choiceId: string,
  facts: Facts,
): SpeechRecord => {
  const step = currentStep(script, record);
  if (!step.choices.some((choice) => choice.id === choiceId)) return record;
  const answered = { ...record, choices: { ...record.choices, [step.id]: choiceId } };
  return advanceSpeech(script, answered, facts);
};

/** ←: one step back, answers kept. */
export const goBack = (record: SpeechRecord): SpeechRecord => {
  const stepId = record.path.at(-1);
  return stepId === undefined ? record : { ...record, stepId, path: record.path.slice(0, -1) };
};

/** To any step: talks do not follow graphs. ← comes back. */
export const jumpTo = (script: Script, record: SpeechRecord, stepId: string): SpeechRecord => {
  const target = findStep(script, stepId);
  if (target === undefined || isPassedThrough(target) || stepId === record.stepId) return record;
  return goTo(script, record, stepId);
};

/** Keeps what was said for a field of the current step; an empty text forgets it. */
export const keepField = (
  script: Script,
  record: SpeechRecord,
  fieldId: string,
  value: Answer,
): SpeechRecord => {
  const step = currentStep(script, record);
  const field = step.fields.find((one) => one.id === fieldId);
  // What is typed of a card is kept nowhere (REC-23).
  if (field === undefined || field.type === 'payment') return record;
  const { [fieldKey(step.id, fieldId)]: _, ...others } = record.fields;
  if (value === '') return { ...record, fields: others };
  return { ...record, fields: { ...others, [fieldKey(step.id, fieldId)]: value } };
};

/** Notes that an objection was answered; the step stays. */
export const raiseObjection = (
  script: Script,
  record: SpeechRecord,
  objectionId: string,
): SpeechRecord =>
  script.objections.some((objection) => objection.id === objectionId) &&
  record.objections.length < 200
    ? { ...record, objections: [...record.objections, objectionId] }
    : record;

/** The step she stands on and those that the likeliest way leads to, as far as it is new. */
export const stepsAhead = (script: Script, record: SpeechRecord, facts: Facts): readonly Step[] => {
  const seen = new Set(record.path);
  const ahead: Step[] = [];
  let step: Step | null = currentStep(script, record);
  while (step !== null && !seen.has(step.id)) {
    seen.add(step.id);
    ahead.push(step);
    step = likelyNext(step, { script, record, facts });
  }
  return ahead;
};

/** "3 of 6": steps behind and here, and how many the likeliest way has in all. */
export const speechPosition = (
  script: Script,
  record: SpeechRecord,
  facts: Facts = {},
): { readonly position: number; readonly total: number } => ({
  position: record.path.length + 1,
  total: record.path.length + Math.max(stepsAhead(script, record, facts).length, 1),
});

/** Steps that can be jumped to, in the order of the script. */
export const standableSteps = (script: Script): readonly Step[] =>
  script.steps.filter((step) => !isPassedThrough(step));
