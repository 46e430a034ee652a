/** Whether this call is recorded now, for what, and why not: the first thing that forbids it is said. */
import { type Draw, isDrawn } from './draw.ts';
import type { RecordingPurpose, RecordingRules } from './purpose.ts';

export const callParts = ['talk', 'contract', 'complaint'] as const;
/** What the talk is about by now: its contract phase and a complaint begin at steps of the speech. */
export type CallPart = (typeof callParts)[number];

export type RecordableCall = {
  readonly rules: RecordingRules;
  readonly part: CallPart;
  /** With a simulated customer. */
  readonly training: boolean;
  /** False: the speech says of itself that its calls are not recorded. */
  readonly speechAllows: boolean;
  /** She has objected for ever. */
  readonly opposed: boolean;
  /** She has objected in this call. */
  readonly objected: boolean;
  /** The processing of her data is restricted (GDPR art. 18). */
  readonly restricted: boolean;
  /** The switch can be asked, and can tell her that it records. */
  readonly possible: boolean;
  readonly draw: Draw | null;
};

export const reasonsNotToRecord = [
  'training',
  'opposed',
  'objected',
  'restricted',
  'not-possible',
  'speech',
  'off',
  'sample-full',
  'not-drawn',
] as const;
export type ReasonNotToRecord = (typeof reasonsNotToRecord)[number];

export type RecordingDecision =
  | { readonly record: true; readonly purpose: RecordingPurpose }
  | { readonly record: false; readonly because: ReasonNotToRecord };

const no = (because: ReasonNotToRecord): RecordingDecision => ({ record: false, because });

const forbidden = (call: RecordableCall): ReasonNotToRecord | null => {
  if (call.training) return 'training';
  if (call.objected) return 'objected';
  if (call.opposed) return 'opposed';
  if (call.restricted) return 'restricted';
  return call.possible ? null : 'not-possible';
};

const sampled = ({ rules, speechAllows, draw }: RecordableCall): RecordingDecision => {
  if (!rules.evaluation.on || draw === null) return no('off');
  if (!speechAllows) return no('speech');
  if (draw.chance === 0) return no('sample-full');
  return isDrawn(draw) ? { record: true, purpose: 'evaluation' } : no('not-drawn');
};

/** A contract and a complaint are their own purposes; what is neither may only be in the sample. */
export const shallRecord = (call: RecordableCall): RecordingDecision => {
  const because = forbidden(call);
  if (because !== null) return no(because);
  if (call.part === 'talk') return sampled(call);
  return call.rules[call.part].on ? { record: true, purpose: call.part } : no('off');
};
