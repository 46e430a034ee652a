/** What an expression may ask about in a speech: the facts, and the answers of its steps. */
import type { ExpressionEnvironment, ExpressionType } from './expression/types.ts';
import { type Facts, factTypes } from './facts.ts';
import type { SpeechRecord } from './progress.ts';
import type { Script } from './script.ts';
import type { SpeechField, Step } from './step.ts';

/** Key under which the answer of a field is kept. */
export const fieldKey = (stepId: string, fieldId: string): string => `${stepId}.${fieldId}`;

/** Consent has three answers: an unasked one is none of them. */
export const consentAnswers = ['yes', 'no'] as const;

/** Null: nothing of it is kept, and nothing can be asked of it. */
const typeOfField = ({ type, options }: SpeechField): ExpressionType | null => {
  if (type === 'payment') return null;
  if (type === 'one-of') return { kind: type, values: (options ?? []).map((one) => one.id) };
  if (type === 'consent') return { kind: 'one-of', values: consentAnswers };
  if (type === 'email' || type === 'phone') return { kind: 'text' };
  return { kind: type };
};

const typesOfStep = (step: Step): readonly (readonly [string, ExpressionType])[] => [
  ...(step.choices.length === 0
    ? []
    : [
        [
          `answer.${step.id}`,
          { kind: 'one-of', values: step.choices.map((choice) => choice.id) },
        ] as const,
      ]),
  ...step.fields.flatMap((field) => {
    const type = typeOfField(field);
    return type === null ? [] : [[`answer.${fieldKey(step.id, field.id)}`, type] as const];
  }),
];

/** Every name that an expression of this speech may use, with its type. */
export const environmentOf = (script: Pick<Script, 'steps'>): ExpressionEnvironment =>
  new Map<string, ExpressionType>([
    ...Object.entries(factTypes),
    ...script.steps.flatMap((step) => typesOfStep(step)),
  ]);

export type Values = ReadonlyMap<string, string | number | boolean>;

/** The values behind those names in this call. What is not known is not in it. */
export const valuesOf = (record: SpeechRecord, facts: Facts): Values => {
  const values = new Map<string, string | number | boolean>();
  for (const [name, value] of Object.entries(facts))
    if (value !== undefined) values.set(name, value);
  for (const [stepId, choice] of Object.entries(record.choices))
    values.set(`answer.${stepId}`, choice);
  for (const [key, value] of Object.entries(record.fields)) values.set(`answer.${key}`, value);
  return values;
};
