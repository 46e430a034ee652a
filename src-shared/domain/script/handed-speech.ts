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
const withinMs = { 'handed-over': 15 * 60_000, 'broken-off': 30 * 60_000 } as const;

const causeOf = ({ call }: Interaction): HandedSpeech['cause'] | null => {
  if (call === null || call.training) return null;
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

/** The latest one that fits; null: this call begins at the beginning. */
export const handedSpeech = (
  interactions: readonly Interaction[],
  here: GoingOn,
): HandedSpeech | null => {
  const startedMs = Date.parse(here.startedAt);
  let latest: HandedSpeech | null = null;
  for (const interaction of interactions) {
    const { id, brandId, endedAt, speech } = interaction;
    const cause = causeOf(interaction);
    if (cause === null || speech === null || endedAt === null) continue;
    if (id === here.id || brandId !== here.brandId) continue;
    if (startedMs - Date.parse(endedAt) > withinMs[cause]) continue;
    // The call of before began before; one that she makes meanwhile is another story.
    if (Date.parse(interaction.startedAt) >= startedMs) continue;
    if (latest !== null && (latest.interaction.endedAt ?? '') >= endedAt) continue;
    latest = { interaction, record: carriedOn(interaction, speech), cause };
  }
  return latest;
};
