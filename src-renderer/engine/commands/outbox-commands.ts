/** The outbox on the screen: what waits, what was parked, and her answers to it. */
import { customerName } from '@renderer/cache/entry-of.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { outboxItems } from '../shift/outbox-view.ts';
import { resolutionOf } from '../shift/resolve-conflict.ts';
import { type CommandDeps, done, type Part, withShift } from './command-parts.ts';

export const outboxCommands = ({ session, board }: CommandDeps): Part<'outbox'> => {
  const on = withShift(session);
  return {
    'outbox.list': on(async (shift) => {
      const { outbox, library } = shift.records;
      const names = new Map<string, string>();
      const items = outboxItems(outbox, board.get('sync').hub === 'online', () => null);
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
    'outbox.retry': on(async (shift, { id }) => {
      await shift.records.outbox.retry(id);
      shift.records.retryNow();
      return done;
    }),
    'outbox.discard': on(async (shift, { id }) => {
      await shift.records.outbox.discard(id);
      return done;
    }),
    'outbox.resolve': on(async (shift, { id, keep }) => {
      const parked = shift.records.outbox.parked.find(({ mutation }) => mutation.id === id);
      if (parked === undefined) return fail('not-found');
      const body = resolutionOf(parked, keep);
      if (body === null) await shift.records.outbox.discard(id);
      else {
        const mutation = shift.work.mutation(body, parked.mutation.orderKey);
        await shift.records.write([
          { t: 'settled', ids: [id] },
          { t: 'mutation', mutation },
        ]);
      }
      return done;
    }),
  };
};
