/** The outbox as a person reads it: parti, en route, sur ce poste, mis de côté; and why. */
import type { OutboxItem } from '@shared/contracts/engine/outbox.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { caseSchema, customerSchema } from '@shared/domain/customer/customer.ts';
import { customerOf } from '../sync/apply-mutation.ts';
import type { Outbox } from '../sync/outbox.ts';
import type { Parked } from '../sync/records-to-keep.ts';
import { remediesOf } from './remedies.ts';

/** What keeps things from going out now, as the exchange with the hub knows it. */
export type SendState = {
  readonly online: boolean;
  /** Ids that wait for a newer hub. */
  readonly held: ReadonlySet<string>;
  /** Ids that the hub could not take when it was last asked, and wants again. */
  readonly deferred: ReadonlySet<string>;
};

/** Her states, her favourites, her word on an article and whom she saw are sent as well, but nobody waits for them. */
const quiet: ReadonlySet<string> = new Set([
  'advisor.state',
  'article.told',
  'favourite.set',
  'customer.seen',
  'dial.decided',
]);
export const isNews = ({ kind }: Mutation): boolean => !quiet.has(kind);

const brandOf = ({ payload }: Mutation): string | null =>
  'brandId' in payload && typeof payload.brandId === 'string' ? payload.brandId : null;

const conflictOf = ({ mutation, code, current, others }: Parked): OutboxItem['conflict'] => {
  if (mutation.kind !== 'customer.change' || code !== 'version-superseded') return null;
  const hub = customerSchema.safeParse(current);
  if (!hub.success) return null;
  const { base, change: mine } = mutation.payload;
  return { base, mine, hub: hub.data, others: [...(others ?? [])] };
};

const standingOf = ({ mutation, current }: Parked): OutboxItem['standing'] => {
  if (mutation.kind !== 'case.advance') return null;
  const hub = caseSchema.safeParse(current);
  if (!hub.success) return null;
  const { kind, status, updatedAt: at } = hub.data;
  return { kind, mine: mutation.payload.status, hub: status, at };
};

const base = (mutation: Mutation) => ({
  id: mutation.id,
  kind: mutation.kind,
  madeAt: mutation.madeAt,
  customerId: customerOf(mutation),
  customerName: null,
  brandId: brandOf(mutation),
  sentAt: null,
  code: null,
  detail: null,
  reason: null,
  remedies: [],
  after: null,
  conflict: null,
  standing: null,
});

const parkedItem = (one: Parked): OutboxItem => {
  const { code, detail, mutation } = one;
  const conflict = conflictOf(one);
  const remedies = remediesOf(one);
  return {
    ...base(mutation),
    status: 'parked',
    code,
    detail,
    conflict,
    standing: standingOf(one),
    // Two values of which one cannot be read here cannot be shown side by side.
    remedies: conflict === null && remedies.length === 0 ? ['again', 'drop'] : remedies,
  };
};

const waitingItem = (
  mutation: Mutation,
  before: Mutation | undefined,
  { online, held, deferred }: SendState,
): OutboxItem => {
  const reason = (): NonNullable<OutboxItem['reason']> => {
    if (deferred.has(mutation.id)) return 'hub-failing';
    if (!online) return 'offline';
    if (held.has(mutation.id)) return 'hub-older';
    return before === undefined ? 'sending' : 'follows';
  };
  return {
    ...base(mutation),
    status: online && !held.has(mutation.id) ? 'sending' : 'waiting',
    reason: reason(),
    after: before?.id ?? null,
  };
};

/** What waits for her first, then what goes in its order, then what went. Names are for who asks. */
export const outboxItems = (outbox: Outbox, state: SendState): OutboxItem[] => {
  const pending = outbox.pending.filter(isNews);
  const waiting = pending.map((mutation, at) => {
    const before = pending.slice(0, at).findLast(({ orderKey }) => orderKey === mutation.orderKey);
    return waitingItem(mutation, before, state);
  });
  const sent = outbox.sent
    .filter(({ mutation }) => isNews(mutation))
    .map(({ mutation, at }): OutboxItem => ({ ...base(mutation), status: 'sent', sentAt: at }));
  return [...outbox.parked.map(parkedItem), ...waiting, ...sent];
};
