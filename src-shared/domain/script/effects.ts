/**
 * What the answers and actions of a speech fill by themselves: the wrap-up, the case, the callback,
 * the customer's card and the consents, each with the words that it rests on. Pure: the same record
 * gives the same effects on every machine.
 */

import type { Action } from './action.ts';
import { fieldKey } from './answers.ts';
import type { SpeechRecord } from './progress.ts';
import type { Script } from './script.ts';
import { type ConsentAsk, type FillTarget, kindOf, type SpeechField, type Step } from './step.ts';

type Fill = { readonly target: FillTarget; readonly value: string; readonly label: string };

export type ConsentGiven = {
  readonly stepId: string;
  readonly fieldId: string;
  readonly answer: 'yes' | 'no';
  readonly ask: ConsentAsk;
};

export type SpeechEffects = {
  readonly dispositionCode: string | null;
  readonly fills: readonly Fill[];
  readonly consents: readonly ConsentGiven[];
  /** Actions that she carried out, in the order of the script. */
  readonly actions: readonly { readonly step: Step; readonly action: Action }[];
};

/** What was answered in this call: what a colleague asked before the handover, she has filled. */
const answerOf = (
  record: SpeechRecord,
  key: string,
): SpeechRecord['fields'][string] | undefined => {
  const value = record.fields[key];
  return value === '' || record.from?.fields[key] === value ? undefined : value;
};

const isDoneHere = ({ done, from }: SpeechRecord, stepId: string): boolean =>
  done?.[stepId] !== undefined && from?.done[stepId] !== done[stepId];

const fillOf = (step: Step, field: SpeechField, record: SpeechRecord): readonly Fill[] => {
  const value = answerOf(record, fieldKey(step.id, field.id));
  if (field.fills === undefined || value === undefined) return [];
  return [{ target: field.fills, value: String(value).trim(), label: field.label }];
};

const consentOf = (
  step: Step,
  field: SpeechField,
  record: SpeechRecord,
): readonly ConsentGiven[] => {
  const answer = answerOf(record, fieldKey(step.id, field.id));
  if (field.consent === undefined || (answer !== 'yes' && answer !== 'no')) return [];
  return [{ stepId: step.id, fieldId: field.id, answer, ask: field.consent }];
};

/** Of several ways to qualify the call the last one that she came by counts. */
const dispositionOf = (script: Script, record: SpeechRecord): string | null => {
  const order = [...record.path, record.stepId];
  let code: string | null = null;
  for (const stepId of order) {
    const step = script.steps.find((one) => one.id === stepId);
    const chosen = step?.choices.find((one) => one.id === record.choices[stepId]);
    code = chosen?.dispositionCode ?? code;
    if (step !== undefined && kindOf(step) === 'end') code = step.dispositionCode ?? code;
    const { action } = step ?? {};
    if (action?.type === 'disposition' && record.done?.[stepId] !== undefined) code = action.code;
  }
  return code;
};

export const effectsOf = (script: Script, record: SpeechRecord): SpeechEffects => {
  const each = <T>(
    of: (step: Step, field: SpeechField, record: SpeechRecord) => readonly T[],
  ): readonly T[] =>
    script.steps.flatMap((step) => step.fields.flatMap((field) => of(step, field, record)));
  return {
    dispositionCode: dispositionOf(script, record),
    fills: each(fillOf),
    consents: each(consentOf),
    actions: script.steps.flatMap((step) =>
      step.action === undefined || !isDoneHere(record, step.id)
        ? []
        : [{ step, action: step.action }],
    ),
  };
};

/** Whether the aim of the speech was reached; null while she stands on no end. */
export const resultOf = (script: Script, record: SpeechRecord): Step['result'] | null => {
  const step = script.steps.find((one) => one.id === record.stepId);
  return step !== undefined && kindOf(step) === 'end' ? (step.result ?? 'neutral') : null;
};
