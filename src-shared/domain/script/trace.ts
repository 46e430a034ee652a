/**
 * What became of each step: when she came and went, the words that stood there, and whether what
 * had to be said was said. Laid over the pure walk: `traced(before, after)` adds what it did.
 */
import type { SpeechRecord, TracedStep } from './progress.ts';
import { currentStep } from './run.ts';
import type { Script } from './script.ts';
import { type Passage, passages, type Step } from './step.ts';

export type Scene = {
  readonly script: Script;
  /** Now, and when this speech was first on screen in the call. */
  readonly at: string;
  readonly beganAt: string;
  /** The words of a step as she reads them: facts merged, marks left out. */
  readonly wordsOf: (step: Step) => string;
};

const maxTrace = 1_000;
const maxWords = 4_000;

const entryOf = (stepId: string, at: string, scene: Scene): TracedStep => {
  const step = scene.script.steps.find((one) => one.id === stepId);
  const words = step === undefined ? '' : scene.wordsOf(step).slice(0, maxWords);
  return { stepId, at, ...(words === '' ? {} : { words }) };
};

/** `onward`: as the speech leads. `aside`: back, or a jump, which claims nothing of the step left. */
export type Way = 'onward' | 'aside';

/** Going on from an obligatory passage says it was said, unless she said that it was not. */
const left = (entry: TracedStep, scene: Scene, way: Way): TracedStep => {
  const step = scene.script.steps.find((one) => one.id === entry.stepId);
  const { words } = entryOf(entry.stepId, entry.at, scene);
  const asked = way === 'onward' && (step?.passages ?? []).length > 0 && entry.said === undefined;
  return {
    ...entry,
    leftAt: scene.at,
    ...(words === undefined ? {} : { words }),
    ...(asked ? { said: 'yes' as const } : {}),
  };
};

const begun = (record: SpeechRecord, scene: Scene): readonly TracedStep[] =>
  record.trace ?? [entryOf(currentStep(scene.script, record).id, scene.beganAt, scene)];

/** The record after a step of the walk, with its trace. An unchanged record stays as it is. */
export const traced = (
  before: SpeechRecord,
  after: SpeechRecord,
  scene: Scene,
  way: Way,
): SpeechRecord => {
  if (after === before) return before;
  const trace = begun(before, scene);
  if (after.stepId === before.stepId && after.path.length === before.path.length)
    return { ...after, trace: [...trace] };
  const last = trace.at(-1);
  const closed = last === undefined ? [] : [...trace.slice(0, -1), left(last, scene, way)];
  return { ...after, trace: [...closed, entryOf(after.stepId, scene.at, scene)].slice(-maxTrace) };
};

/** Notes which objection was met where, for the measure; the walk itself keeps only its name. */
export const metObjection = (record: SpeechRecord, id: string, at: string): SpeechRecord => ({
  ...record,
  met: [...(record.met ?? []), { id, at, stepId: record.stepId }].slice(-200),
});

/** Whether the last answer to this objection convinced. */
export const settleObjection = (
  record: SpeechRecord,
  id: string,
  overcome: boolean,
): SpeechRecord => {
  const before = record.met ?? [];
  const last = before.map((one) => one.id).lastIndexOf(id);
  if (last === -1) return record;
  return { ...record, met: before.map((one, at) => (at === last ? { ...one, overcome } : one)) };
};

/** She did not say it, or takes that back. Nothing makes her claim what she did not say. */
export const toggleUnsaid = (record: SpeechRecord, scene: Scene): SpeechRecord => {
  const trace = begun(record, scene);
  const last = trace.at(-1);
  if (last === undefined) return record;
  const { said, ...others } = last;
  const turned: TracedStep = said === 'no' ? others : { ...others, said: 'no' };
  return { ...record, trace: [...trace.slice(0, -1), turned] };
};

/** What she says now of the step she stands on. */
export const isUnsaid = (record: SpeechRecord): boolean =>
  record.trace?.at(-1)?.stepId === record.stepId && record.trace.at(-1)?.said === 'no';

/** What every call owes from its first minute on, wherever it went afterwards. */
const owedAtOnce: readonly Passage[] = ['opening', 'identity', 'commercial-nature', 'recording'];

/** The obligatory passages that this call owed and that nobody said. */
export const skippedPassages = (script: Script, record: SpeechRecord): readonly Passage[] => {
  const trace = record.trace ?? [];
  const passagesAt = (stepIds: readonly string[]): ReadonlySet<Passage> =>
    new Set(
      script.steps
        .filter((step) => stepIds.includes(step.id))
        .flatMap((step) => step.passages ?? []),
    );
  const stood = passagesAt(trace.map((one) => one.stepId));
  const said = passagesAt(trace.filter((one) => one.said === 'yes').map((one) => one.stepId));
  const written = new Set(script.steps.flatMap((step) => step.passages ?? []));
  return passages.filter(
    (one) => !said.has(one) && (stood.has(one) || (written.has(one) && owedAtOnce.includes(one))),
  );
};

/** The words that something was asked with, beside its answer: whoever doubts it later reads them. */
export const keepAsked = (
  record: SpeechRecord,
  key: string,
  asked: NonNullable<SpeechRecord['asked']>[string],
): SpeechRecord => ({ ...record, asked: { ...record.asked, [key]: asked } });

/** The action of a step was carried out, or is taken back. */
export const toggleDone = (record: SpeechRecord, stepId: string, at: string): SpeechRecord => {
  const { [stepId]: was, ...others } = record.done ?? {};
  return { ...record, done: was === undefined ? { ...others, [stepId]: at } : others };
};

/** The obligatory passages that she stood before, each with what she says of it. */
export const passagesMet = (
  script: Script,
  record: SpeechRecord,
): readonly { readonly step: Step; readonly said: 'yes' | 'no' }[] => {
  const trace = record.trace ?? [];
  return script.steps
    .filter(
      ({ id, passages: owed = [] }) => owed.length > 0 && trace.some((one) => one.stepId === id),
    )
    .map((step) => ({
      step,
      said: trace.some((one) => one.stepId === step.id && one.said === 'yes') ? 'yes' : 'no',
    }));
};

/** She corrects it afterwards: what counts is what the customer heard. */
export const setSaid = (
  record: SpeechRecord,
  stepId: string,
  said: 'yes' | 'no',
): SpeechRecord => ({
  ...record,
  trace: (record.trace ?? []).map((one) => (one.stepId === stepId ? { ...one, said } : one)),
});
