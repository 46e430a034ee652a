/**
 * What was said to a customer, word for word: from the record that was kept with the call, which
 * holds the words as they stood there. The version only names the steps; it is never asked what the
 * words may have been.
 */
import type { SpeechRecord } from '../progress.ts';
import type { Script } from '../script.ts';

export type SaidStep = {
  readonly stepId: string;
  readonly title: string;
  /** Null in a record that kept no times. */
  readonly at: string | null;
  readonly leftAt: string | null;
  /** Null where the words were not kept: nobody invents them. */
  readonly words: string | null;
  /** Of an obligatory passage: whether she said it, by her own word. */
  readonly said: 'yes' | 'no' | null;
  readonly passages: readonly string[];
  /** The label of the answer that was chosen there. */
  readonly answer: string | null;
};

export type SpeechEvidence = {
  readonly said: readonly SaidStep[];
  readonly objections: readonly {
    readonly label: string;
    readonly at: string | null;
    readonly overcome: boolean | null;
  }[];
  readonly fields: readonly {
    readonly label: string;
    readonly value: string;
    /** The words that it was asked with, and when. */
    readonly asked: { readonly words: string; readonly at: string } | null;
  }[];
};

/** A record without a trace has the order of the steps, and nothing else. */
const tracedOf = ({ trace, path, stepId }: SpeechRecord) =>
  trace ?? [...path, stepId].filter((id) => id !== '').map((id) => ({ stepId: id, at: null }));

export const evidenceOf = (record: SpeechRecord, script: Script | null): SpeechEvidence => {
  const step = (stepId: string) => script?.steps.find(({ id }) => id === stepId);
  const objection = (id: string) => script?.objections.find((one) => one.id === id);
  const entries: readonly {
    readonly stepId: string;
    readonly at: string | null;
    readonly leftAt?: string | undefined;
    readonly words?: string | undefined;
    readonly said?: 'yes' | 'no' | undefined;
  }[] = tracedOf(record);
  const met = record.met ?? record.objections.map((id) => ({ id, at: null, overcome: undefined }));
  return {
    said: entries.map((one) => {
      const known = step(one.stepId);
      const chosen = known?.choices.find(({ id }) => id === record.choices[one.stepId]);
      return {
        stepId: one.stepId,
        title: known?.title ?? one.stepId,
        at: one.at,
        leftAt: one.leftAt ?? null,
        words: one.words ?? null,
        said: one.said ?? null,
        passages: known?.passages ?? [],
        answer: chosen?.label ?? null,
      };
    }),
    objections: met.map(({ id, at, overcome }) => ({
      label: objection(id)?.label ?? id,
      at,
      overcome: overcome ?? null,
    })),
    fields: Object.entries(record.fields).map(([key, value]) => {
      const [stepId = '', fieldId = ''] = key.split('.');
      const label = step(stepId)?.fields.find(({ id }) => id === fieldId)?.label ?? key;
      const asked = record.asked?.[key];
      return {
        label,
        value: String(value),
        asked: asked === undefined ? null : { words: asked.words, at: asked.at },
      };
    }),
  };
};
