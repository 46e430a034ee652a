/**
 * What a speech leaves besides the wrap-up: consents with the words they were asked in, what the
 * customer said of herself, and documents to send. What does not fit her card goes into the notes.
 */
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import { customerChangeSchema, type MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import type { Interaction, NoteLine } from '@shared/domain/interaction/interaction.ts';
import { parseNumber } from '@shared/domain/number/parse-number.ts';
import { fieldKey } from '@shared/domain/script/answers.ts';
import { type ConsentGiven, effectsOf } from '@shared/domain/script/effects.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { FillTarget } from '@shared/domain/script/step.ts';

type Around = {
  readonly script: Script | undefined;
  /** Null: nobody, or her card cannot be read now; what she said of herself is noted then. */
  readonly customer: Customer | null;
  readonly advisorId: string;
  readonly now: string;
  readonly newId: () => string;
};
type Change = ReturnType<typeof customerChangeSchema.parse>;
type Fill = { readonly target: FillTarget; readonly value: string; readonly label: string };

const mostProof = 500;

const monthsLater = (instant: string, months: number): string => {
  const at = new Date(instant);
  const day = at.getUTCDate();
  at.setUTCMonth(at.getUTCMonth() + months);
  // A month without that day ends on its last: a consent never outlives what was asked for.
  if (at.getUTCDate() !== day) at.setUTCDate(0);
  return at.toISOString();
};

const consentOf = (
  { stepId, fieldId, answer, ask }: ConsentGiven,
  work: WorkRecord,
  customerId: string,
  { script, now, newId }: Around,
): MutationBody[] => {
  if (answer === 'no' && ask.onRefusal === 'nothing') return [];
  const asked = work.draft.speech?.asked?.[fieldKey(stepId, fieldId)];
  const givenAt = asked?.at ?? now;
  const proof = `${script?.id ?? ''} v${script?.version ?? 0}, ${stepId}: ${answer} — ${asked?.words ?? ''}`;
  return [
    {
      kind: 'consent.record',
      payload: {
        id: newId(),
        customerId,
        brandId: work.brandId,
        channel: ask.channel,
        status: answer === 'yes' ? 'given' : 'opposed',
        purpose: ask.purpose,
        givenAt,
        until: answer === 'yes' ? monthsLater(givenAt, ask.months) : null,
        proof: proof.slice(0, mostProof),
      },
    },
  ];
};

/** One answer as a change of her card; null where it does not fit or changes nothing. */
const changeOf = (customer: Customer, { target, value }: Fill): Change | null => {
  switch (target) {
    case 'customer.email': {
      const known = customer.emails.some((one) => one.toLowerCase() === value.toLowerCase());
      return known ? {} : { emails: [value, ...customer.emails].slice(0, 10) };
    }
    case 'customer.phone': {
      const { e164 } = parseNumber(value);
      if (e164 === null) return null;
      const known = customer.phones.some((one) => one.e164 === e164);
      return known ? {} : { phones: [...customer.phones, { e164, label: 'other' as const }] };
    }
    case 'customer.firstName':
      return { firstName: value };
    case 'customer.lastName':
      return { lastName: value };
    case 'customer.companyName':
      return { companyName: value };
    case 'customer.birthDate':
      return { birthDate: value };
    case 'customer.registration':
      return { registration: value.replaceAll(/\s/g, '') };
    default:
      return null;
  }
};

const ofHer = (fills: readonly Fill[]): readonly Fill[] =>
  fills.filter(({ target }) => target.startsWith('customer.'));

/** Each answer for itself, so that one that does not fit takes none of the others with it. */
const changesOf = (customer: Customer, fills: readonly Fill[]) => {
  let change: Change = {};
  const unfit: Fill[] = [];
  for (const fill of ofHer(fills)) {
    const next = changeOf({ ...customer, ...change } as Customer, fill);
    const parsed = next === null ? null : customerChangeSchema.safeParse(next);
    if (parsed?.success !== true) unfit.push(fill);
    else change = { ...change, ...parsed.data };
  }
  return { change, unfit };
};

const customerChange = (customer: Customer, change: Change): MutationBody[] => {
  const keys = Object.keys(change) as (keyof Change)[];
  if (keys.length === 0) return [];
  const base = Object.fromEntries(keys.map((key) => [key, customer[key]]));
  return [
    {
      kind: 'customer.change',
      payload: { customerId: customer.id, base: customerChangeSchema.parse(base), change },
    },
  ];
};

/** For whoever sends it: the hub tells of it by its webhooks. */
const documentOf = (
  work: WorkRecord,
  { name, channel }: { readonly name: string; readonly channel: Interaction['channel'] },
  { advisorId, now, newId }: Around,
): MutationBody => ({
  kind: 'interaction.record',
  payload: {
    id: newId(),
    customerId: work.customerId,
    brandId: work.brandId,
    channel,
    direction: 'outbound',
    startedAt: now,
    endedAt: now,
    recordedAt: null,
    outcome: 'done',
    advisorId,
    queue: null,
    campaignId: null,
    reasonCode: work.draft.reasonCode,
    dispositionCode: null,
    title: name,
    customerWords: null,
    summary: null,
    notes: [],
    caseId: null,
    threadId: null,
    call: null,
    speech: null,
    wrapUpEndedAt: null,
  },
});

/** What the answers say that belongs into no field of its own. */
export const speechNotes = (work: WorkRecord, around: Around): NoteLine[] => {
  const { script, customer, now } = around;
  if (script === undefined || work.draft.speech === null) return [];
  const { fills } = effectsOf(script, work.draft.speech);
  const unfit = customer === null ? ofHer(fills) : changesOf(customer, fills).unfit;
  return [...fills.filter(({ target }) => target === 'note'), ...unfit].map(({ label, value }) => ({
    at: now,
    text: `${label} : ${value}`,
  }));
};

export const speechMutations = (work: WorkRecord, around: Around): MutationBody[] => {
  const { script, customer } = around;
  const { customerId } = work;
  const { speech } = work.draft;
  if (script === undefined || speech === null || customerId === null) return [];
  const { consents, fills, actions } = effectsOf(script, speech);
  return [
    ...(customer === null ? [] : customerChange(customer, changesOf(customer, fills).change)),
    ...consents.flatMap((one) => consentOf(one, work, customerId, around)),
    ...actions.flatMap(({ action }) =>
      action.type === 'send-document' ? [documentOf(work, action, around)] : [],
    ),
  ];
};
