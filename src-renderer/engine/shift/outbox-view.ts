/** The outbox as a person reads it: parti, en route, sur ce poste, mis de côté. */
import type { OutboxItem } from '@shared/contracts/engine/commands.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { customerSchema } from '@shared/domain/customer/customer.ts';
import { customerOf } from '../sync/apply-mutation.ts';
import type { Outbox, Parked } from '../sync/outbox.ts';

/** Her states and favourites are sent as well, but nobody waits for them. */
export const isNews = ({ kind }: Mutation): boolean =>
  kind !== 'advisor.state' && kind !== 'favourite.set';

const brandOf = ({ payload }: Mutation): string | null =>
  'brandId' in payload && typeof payload.brandId === 'string' ? payload.brandId : null;

const conflictOf = ({ mutation, current }: Parked): OutboxItem['conflict'] => {
  if (mutation.kind !== 'customer.change') return null;
  const hub = customerSchema.safeParse(current);
  if (!hub.success) return null;
  return { base: mutation.payload.base, mine: mutation.payload.change, hub: hub.data };
};

const base = (mutation: Mutation, nameOf: (customerId: string) => string | null) => {
  const customerId = customerOf(mutation);
  return {
    id: mutation.id,
    kind: mutation.kind,
    madeAt: mutation.madeAt,
    customerId,
    customerName: customerId === null ? null : nameOf(customerId),
    brandId: brandOf(mutation),
    sentAt: null,
    code: null,
    detail: null,
    after: null,
    conflict: null,
  };
};

export const outboxItems = (
  outbox: Outbox,
  online: boolean,
  nameOf: (customerId: string) => string | null,
): OutboxItem[] => {
  const pending = outbox.pending.filter(isNews);
  const parked = outbox.parked.map((one): OutboxItem => {
    const { code, detail, mutation } = one;
    return { ...base(mutation, nameOf), status: 'parked', code, detail, conflict: conflictOf(one) };
  });
  const waiting = pending.map((mutation, at): OutboxItem => {
    const before = pending.slice(0, at).findLast(({ orderKey }) => orderKey === mutation.orderKey);
    return {
      ...base(mutation, nameOf),
      status: online ? 'sending' : 'waiting',
      after: before?.id ?? null,
    };
  });
  const sent = outbox.sent
    .filter(({ mutation }) => isNews(mutation))
    .map(
      ({ mutation, at }): OutboxItem => ({ ...base(mutation, nameOf), status: 'sent', sentAt: at }),
    );
  return [...parked, ...waiting, ...sent];
};
