/** The speech of a work item: chosen while it rings, by what is known by then, and kept from the answer on. */
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { CustomerBundle, Reference } from '@shared/contracts/sync/pull.ts';
import type { Reason } from '@shared/domain/brand/brand.ts';
import { chooseSpeech, type SpeechMoment } from '@shared/domain/script/choice/choose-speech.ts';
import type { SpeechRecord } from '@shared/domain/script/progress.ts';

export type Choosing = {
  readonly reference: Reference;
  readonly nowMs: number;
  /** Null while it is not known who calls. */
  readonly customer: CustomerBundle['customer'] | null;
  /** Of that customer. */
  readonly cases?: CustomerBundle['cases'];
};

/** The newest that waits; what is resolved or closed is not why somebody calls. */
const openCaseOf = (brandId: string, cases: CustomerBundle['cases'] = []): string | null => {
  const open = cases.filter(
    (one) => one.brandId === brandId && (one.status === 'open' || one.status === 'waiting'),
  );
  return open.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0]?.kind ?? null;
};

/** Where the demo and most French houses are; a brand with opening hours says its own. */
const usualZone = 'Europe/Paris';

/** The reason that the voice server heard, if the brand knows it. */
export const heardReason = (
  { brandId, ivr }: Pick<WorkRecord, 'brandId' | 'ivr'>,
  reasons: readonly Reason[],
): Reason | undefined =>
  reasons.find((one) => one.brandId === brandId && one.code === ivr?.reasonCode);

const momentOf = (
  work: WorkRecord,
  { reference, nowMs, customer, cases }: Choosing,
): SpeechMoment => {
  const { id, brandId, direction, draft, facts } = work;
  const { calledNumber, queue, campaign, campaignScript } = facts;
  const number = reference.numbers.find(({ e164 }) => e164 === calledNumber);
  return {
    brandId,
    direction,
    calledNumber,
    // What she dials with says nothing of why she calls.
    numberReason: direction === 'inbound' ? (number?.reasonCode ?? null) : null,
    campaign: campaign ?? null,
    campaignSpeech: campaignScript ?? null,
    queue,
    // It may be told after the first ring: then it is no reason that she chose, but one to speak by.
    reason: draft.reasonCode ?? heardReason(work, reference.reasons)?.code ?? null,
    openCase: openCaseOf(brandId, cases),
    relation: customer?.relations.find((one) => one.brandId === brandId) ?? null,
    language: customer?.language ?? 'fr',
    atMs: nowMs,
    zone: reference.rules.find((one) => one.brandId === brandId)?.hours.zone ?? usualZone,
    who: customer?.id ?? id,
  };
};

/** A call that was answered, or whose speech was begun, keeps the version it began with. */
const mayChoose = ({ phase, answeredAt, draft }: WorkRecord): boolean =>
  phase === 'ringing' && answeredAt === null && draft.speech === null;

export const withSpeech = (work: WorkRecord, choosing: Choosing): WorkRecord => {
  if (!mayChoose(work)) return work;
  const chosen = chooseSpeech(choosing.reference, momentOf(work, choosing));
  if (chosen === null) return { ...work, script: null, scriptBecause: [], experiment: null };
  const { script, because, experiment } = chosen;
  return {
    ...work,
    script: { id: script.id, version: script.version, firstStep: script.firstStep },
    scriptBecause: [...because],
    experiment,
  };
};

/** What was taken back while it rang is said to nobody: another speech is chosen as she answers. */
export const unlessTakenBack = (
  work: WorkRecord,
  choosing: Pick<Choosing, 'reference' | 'nowMs'>,
): WorkRecord => {
  const { script } = work;
  const { scripts, upcomingScripts = [], trialScripts = [] } = choosing.reference;
  const held = [...scripts, ...upcomingScripts, ...trialScripts];
  const isHeld = held.some(({ id, version }) => id === script?.id && version === script.version);
  return script === null || isHeld ? work : withSpeech(work, { ...choosing, customer: null });
};

/** What is kept of the speech with the interaction; one that was shown and not walked counts too. */
export const spokenOf = ({
  draft,
  script,
  answeredAt,
  experiment,
}: WorkRecord): SpeechRecord | null => {
  if (draft.speech !== null) return { ...draft.speech, experiment: experiment ?? null };
  if (script === null || answeredAt === null) return null;
  return {
    scriptId: script.id,
    version: script.version,
    stepId: script.firstStep ?? '',
    path: [],
    choices: {},
    fields: {},
    objections: [],
    experiment: experiment ?? null,
  };
};
