/**
 * The walk through a published speech: pure functions from one record to the next. The record is
 * kept with the call, so that a speech goes on where it was after a drop, a reload or a crash.
 */
import type { Facts } from './facts.ts';
import type { SpeechRecord } from './progress.ts';
import type { Condition, Script, Step } from './script.ts';

type Answer = SpeechRecord['fields'][string];

const maxPath = 500;

export const startSpeech = (script: Script): SpeechRecord => ({
  scriptId: script.id,
  version: script.version,
  stepId: script.firstStep,
  path: [],
  choices: {},
  fields: {},
  objections: [],
});

const findStep = (script: Script, stepId: string): Step | undefined =>
  script.steps.find((step) => step.id === stepId);

/** The record to go on with: the kept one if it belongs to this version, else a new start. */
export const resumeSpeech = (script: Script, kept: SpeechRecord | null): SpeechRecord =>
  kept !== null &&
  kept.scriptId === script.id &&
  kept.version === script.version &&
  findStep(script, kept.stepId)
    ? kept
    : startSpeech(script);

/** The step she stands on; a record that points nowhere stands on the first one. */
export const currentStep = (script: Script, record: SpeechRecord): Step => {
  const step = findStep(script, record.stepId) ?? findStep(script, script.firstStep);
  const first = script.steps[0];
  if (step !== undefined) return step;
  if (first === undefined) throw new Error('a published speech has at least one step');
  return first;
};

type Value = string | number | boolean | undefined;

/** A condition may ask for a fact of the call, a kept field (`step.field`) or a chosen answer. */
const askedValue = (name: string, facts: Facts, record: SpeechRecord): Value =>
  new Map<string, Value>([
    ...Object.entries(record.choices),
    ...Object.entries(record.fields),
    ...Object.entries(facts),
  ]).get(name);

const holds = (condition: Condition, facts: Facts, record: SpeechRecord): boolean => {
  const value = askedValue(condition.fact, facts, record);
  const present = value !== undefined && value !== '' && value !== false;
  switch (condition.is) {
    case 'present':
      return present;
    case 'absent':
      return !present;
    case 'equal':
      return value === condition.value;
    case 'not-equal':
      return value !== condition.value;
    case 'at-least':
      return (
        typeof value === 'number' && typeof condition.value === 'number' && value >= condition.value
      );
    case 'at-most':
      return (
        typeof value === 'number' && typeof condition.value === 'number' && value <= condition.value
      );
  }
};

/** First branch whose conditions all hold; then the chosen answer's `next`; then the step's. */
const nextStepId = (script: Script, record: SpeechRecord, facts: Facts): string | null => {
  const step = currentStep(script, record);
  const branch = step.branches.find(({ when }) => when.every((one) => holds(one, facts, record)));
  const chosen = step.choices.find((choice) => choice.id === record.choices[step.id]);
  const next = branch?.next ?? chosen?.next ?? step.next;
  return next !== undefined && findStep(script, next) ? next : null;
};

/** Goes where the branches, the chosen answer or the step lead; stays where nothing leads on. */
export const advanceSpeech = (script: Script, record: SpeechRecord, facts: Facts): SpeechRecord => {
  const next = nextStepId(script, record, facts);
  if (next === null || record.path.length >= maxPath) return record;
  return { ...record, stepId: next, path: [...record.path, currentStep(script, record).id] };
};

/** Whether → leads anywhere from here. */
export const canAdvance = (script: Script, record: SpeechRecord, facts: Facts): boolean =>
  nextStepId(script, record, facts) !== null;

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

/** Key under which the answer of a field is kept. */
export const fieldKey = (stepId: string, fieldId: string): string => `${stepId}.${fieldId}`;

/** Keeps what was said for a field of the current step; an empty text forgets it. */
export const keepField = (
  script: Script,
  record: SpeechRecord,
  fieldId: string,
  value: Answer,
): SpeechRecord => {
  const step = currentStep(script, record);
  if (!step.fields.some((one) => one.id === fieldId)) return record;
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

const stepsAhead = (script: Script, record: SpeechRecord): number => {
  const seen = new Set(record.path);
  let step: Step | undefined = currentStep(script, record);
  let count = 0;
  while (step !== undefined && !seen.has(step.id)) {
    seen.add(step.id);
    count += 1;
    const here: Step = step;
    const chosen = here.choices.find((choice) => choice.id === record.choices[here.id]);
    const next: string | undefined =
      chosen?.next ?? here.next ?? here.choices.find((choice) => choice.next)?.next;
    step = next === undefined ? undefined : findStep(script, next);
  }
  return Math.max(count, 1);
};

/** "3 of 6": steps behind and here, and how many the likeliest way has in all. */
export const speechPosition = (
  script: Script,
  record: SpeechRecord,
): { readonly position: number; readonly total: number } => ({
  position: record.path.length + 1,
  total: record.path.length + stepsAhead(script, record),
});
