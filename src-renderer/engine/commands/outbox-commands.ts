/** The outbox on the screen: what waits, what was parked, and her answers to it. */
import { customerName } from '@renderer/cache/entry-of.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { outboxItems } from '../shift/outbox-view.ts';
import { replacementOf } from '../shift/remedies.ts';
import { resolutionOf } from '../shift/resolve-conflict.ts';
import type { Shift } from '../shift/shift.ts';
import type { Parked } from '../sync/records-to-keep.ts';
import { type CommandDeps, done, type Part, withShift } from './command-parts.ts';

const parkedOf = (shift: Shift, id: string): Parked | undefined =>
  shift.records.outbox.parked.find(({ mutation }) => mutation.id === id);

/** `body` goes out in the place of what was put aside; null: nothing does. */
const settle = async (shift: Shift, { mutation }: Parked, body: MutationBody | null) => {
  const { records, work } = shift;
  await records.write([
    { t: 'settled', ids: [mutation.id] },
    ...(body === null
      ? []
      : [{ t: 'mutation' as const, mutation: work.mutation(body, mutation.orderKey) }]),
  ]);
  return done;
};

export const outboxCommands = ({ session, board, clock }: CommandDeps): Part<'outbox'> => {
  const on = withShift(session);
  return {
    'outbox.list': on(async (shift) => {
      const { outbox, library } = shift.records;
      const names = new Map<string, string>();
      const online = board.get('sync').hub === 'online';
      const items = outboxItems(outbox, { online, ...shift.records.unsendable });
      for (const { customerId } of items) {
        if (customerId === null || names.has(customerId)) continue;
        const bundle = await library.bundle(customerId);
        if (bundle !== null) names.set(customerId, customerName(bundle.customer));
      }
      return succeed(
        items.map((item) => ({
          ...item,
          customerName: item.customerId === null ? null : (names.get(item.customerId) ?? null),
        })),
      );
    }),
    'outbox.remedy': on((shift, { id, remedy }) => {
      const parked = parkedOf(shift, id);
      if (parked === undefined) return Promise.resolve(fail('not-found'));
      return settle(shift, parked, replacementOf(parked, remedy, toInstant(clock.now())));
    }),
    'outbox.send-now': on((shift) => {
      shift.records.retryNow();
      return Promise.resolve(done);
    }),
    'outbox.resolve': on((shift, { id, keep }) => {
      const parked = parkedOf(shift, id);
      if (parked === undefined) return Promise.resolve(fail('not-found'));
      return settle(shift, parked, resolutionOf(parked, keep));
    }),
  };
};
