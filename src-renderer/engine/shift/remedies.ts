/**
 * What can be done about something that the hub refused. Sent again as it was it gets another answer
 * only when the cause has gone; where the cause lies in the thing itself, it is taken out. Pure.
 */
import type { Remedy } from '@shared/contracts/engine/outbox.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { Parked } from '../sync/records-to-keep.ts';

/** The best first. None for a change of a customer with two values: its fields are asked one by one. */
export const remediesOf = ({ mutation, code }: Pick<Parked, 'mutation' | 'code'>): Remedy[] => {
  switch (code) {
    case 'version-superseded':
      if (mutation.kind === 'customer.change') return [];
      return mutation.kind === 'case.advance' ? ['mine', 'drop'] : ['again', 'drop'];
    case 'callback-taken':
      return ['drop'];
    case 'case-unknown':
      return withoutCase(mutation) === null ? ['again', 'drop'] : ['without-case', 'again', 'drop'];
    case 'grant-beyond-rules':
      return asked(mutation) === null ? ['again', 'drop'] : ['ask-lead', 'drop'];
    default:
      return ['again', 'drop'];
  }
};

const withoutCase = (mutation: MutationBody): MutationBody | null => {
  const { kind, payload } = mutation;
  if (kind === 'interaction.record' && payload.caseId !== null)
    return { kind, payload: { ...payload, caseId: null } };
  if (kind === 'interaction.wrap-up' && payload.caseId !== null)
    return { kind, payload: { ...payload, caseId: null } };
  return null;
};

const asked = ({ kind, payload }: MutationBody): MutationBody | null =>
  kind === 'grant.record' && payload.status === 'granted'
    ? { kind, payload: { ...payload, status: 'asked' } }
    : null;

/** What goes out in its place; null when nothing does. `now` is when she decided. */
export const replacementOf = (
  { mutation }: Pick<Parked, 'mutation'>,
  remedy: Remedy,
  now: string,
): MutationBody | null => {
  if (remedy === 'drop') return null;
  if (remedy === 'without-case') return withoutCase(mutation);
  if (remedy === 'ask-lead') return asked(mutation);
  if (remedy === 'mine' && mutation.kind === 'case.advance')
    return { kind: mutation.kind, payload: { ...mutation.payload, at: now } };
  // `kind` and `payload` belong together; taken apart and joined the type forgets it.
  return { kind: mutation.kind, payload: mutation.payload } as MutationBody;
};
