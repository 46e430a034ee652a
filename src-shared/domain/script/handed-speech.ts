/**
 * The speech of the call that this one goes on from: a colleague handed the customer over, or the
 * line broke and the customer is here again. It goes on at the same step with the same answers.
 */
import type { Interaction } from '../interaction/interaction.ts';
import type { SpeechRecord } from './progress.ts';

/** This call, as far as it matters here. */
export type GoingOn = {
  readonly id: string;
  readonly brandId: string;
  readonly startedAt: string;
};

export type HandedSpeech = {
  readonly interaction: Interaction;
  readonly record: SpeechRecord;
  readonly cause: 'handed-over' | 'broken-off';
};

/** How long before this call the other may have ended: a queue lies between, or a dead battery. */
const withinMs = { 'handed-over': 5 * 60_000, 'broken-off': 30 * 60_000 } as const;

const causeOf = ({ call }: Interaction): HandedSpeech['cause'] | null => {
  if (call === null) return null;
  if (call.transferredTo !== null) return 'handed-over';
  return call.endedBy === 'network' || call.endedBy === 'program-stopped' ? 'broken-off' : null;
};

/**
 * The record to begin with. What the other call has filled is remembered, so that nothing is filled
 * twice; what was said and objected there is that call's story, and stays with it.
 */
const carriedOn = (
  interaction: Interaction,
  { trace: _, met: __, ...record }: SpeechRecord,
): SpeechRecord => ({
  ...record,
  objections: [],
  from: { interactionId: interaction.id, fields: record.fields, done: record.done ?? {} },
});

/** Something of it was walked: a speech that was only shown is no place to go on from. */
const isBegun = ({ path, fields, choices }: SpeechRecord): boolean =>
  path.length + Object.keys(fields).length + Object.keys(choices).length > 0;

/** The customer's last call with this brand before this one. */
const callBefore = (interactions: readonly Interaction[], here: GoingOn): Interaction | null => {
  const startedMs = Date.parse(here.startedAt);
  let latest: Interaction | null = null;
  for (const one of interactions) {
    if (one.call === null || one.endedAt === null || one.call.training) continue;
    if (one.id === here.id || one.brandId !== here.brandId) continue;
    // One that began meanwhile is another story.
    if (Date.parse(one.startedAt) >= startedMs) continue;
    if (latest === null || (latest.endedAt ?? '') < one.endedAt) latest = one;
  }
  return latest;
};

/** Null: this call begins at the beginning. */
export const handedSpeech = (
  interactions: readonly Interaction[],
  here: GoingOn,
): HandedSpeech | null => {
  const interaction = callBefore(interactions, here);
  const cause = interaction === null ? null : causeOf(interaction);
  if (interaction === null || cause === null) return null;
  const { speech, endedAt } = interaction;
  if (speech === null || endedAt === null || !isBegun(speech)) return null;
  if (Date.parse(here.startedAt) - Date.parse(endedAt) > withinMs[cause]) return null;
  return { interaction, record: carriedOn(interaction, speech), cause };
};

/**
 * What a colleague answered came while she was already talking (SPEECH-36): she stays where she is, what
 * she answered herself stays, and only what is missing is filled in.
 */
export const withHandedAnswers = (mine: SpeechRecord, { record }: HandedSpeech): SpeechRecord => {
  if (mine.scriptId !== record.scriptId || mine.from !== undefined) return mine;
  return {
    ...mine,
    fields: { ...record.fields, ...mine.fields },
    choices: { ...record.choices, ...mine.choices },
    ...(record.from === undefined ? {} : { from: record.from }),
  };
};
