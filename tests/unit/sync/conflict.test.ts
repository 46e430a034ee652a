import { randomUUID } from 'node:crypto';
import { outboxItems } from '@renderer/engine/shift/outbox-view.ts';
import { resolutionOf } from '@renderer/engine/shift/resolve-conflict.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import type { Parked } from '@renderer/engine/sync/records-to-keep.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { describe, expect, it } from 'vitest';
import { MemoryJournal } from '../../support/desk/memory-journal.ts';
import { sampleBundle, sampleInteraction, sampleNow } from '../../support/desk/samples.ts';

const at = new Date(sampleNow).toISOString();
const { customer } = sampleBundle();
const phone = (e164: string) => ({ e164, label: 'mobile' as const });
const change = { phones: [phone('+33639985521')] };
const mutation: Mutation = {
  id: randomUUID(),
  orderKey: `customer:${customer.id}`,
  madeAt: at,
  kind: 'customer.change',
  payload: { customerId: customer.id, base: { phones: [phone('+33639985502')] }, change },
};
const hub = { ...customer, phones: [phone('+33639985512')], version: 4 };
const parked: Parked = { mutation, code: 'version-superseded', detail: null, current: hub, at };

const nothing: ReadonlySet<string> = new Set();
const reached = { online: true, held: nothing, deferred: nothing };

describe('a conflict', () => {
  it("[SYNC-14] answered with hers is a change against the hub's newest value", () => {
    expect(resolutionOf(parked, { phones: 'mine' })).toEqual({
      kind: 'customer.change',
      payload: { customerId: customer.id, base: { phones: hub.phones }, change },
    });
  });

  it('[SYNC-14] answered with both keeps both numbers, once each', () => {
    const both = resolutionOf(
      { ...parked, current: { ...hub, phones: [...hub.phones, ...change.phones] } },
      { phones: 'both' },
    );
    expect(both?.kind === 'customer.change' && both.payload.change.phones).toEqual([
      ...hub.phones,
      ...change.phones,
    ]);
  });

  it("[SYNC-14] answered with the hub's sends nothing", () => {
    expect(resolutionOf(parked, { phones: 'hub' })).toBeNull();
  });

  it('[SYNC-12] the outbox says what is parked, on its way, waiting for another, and sent', async () => {
    const outbox = new Outbox(new MemoryJournal(), () => undefined);
    const record = (orderKey: string): Mutation => ({
      id: randomUUID(),
      orderKey,
      madeAt: at,
      kind: 'interaction.record',
      payload: sampleInteraction({ customerId: customer.id }),
    });
    const [done, first, second] = [record('a'), record('b'), record('b')];
    await outbox.write(
      [done, mutation, first, second].map((one) => ({ t: 'mutation' as const, mutation: one })),
    );
    await outbox.settle([
      { id: done.id, status: 'accepted', at },
      { id: mutation.id, status: 'superseded', at, current: hub },
    ]);
    const items = outboxItems(outbox, { ...reached, online: false });
    expect(items.map(({ status, after }) => [status, after])).toEqual([
      ['parked', null],
      ['waiting', null],
      ['waiting', first.id],
      ['sent', null],
    ]);
    expect(items[0]?.conflict?.hub.version).toBe(4);
    expect(outboxItems(outbox, reached)[1]?.status).toBe('sending');
  });

  it('[SETTLE-4] each unsent thing has its reason', async () => {
    const outbox = new Outbox(new MemoryJournal(), () => undefined);
    const record = (orderKey: string): Mutation => ({
      id: randomUUID(),
      orderKey,
      madeAt: at,
      kind: 'interaction.record',
      payload: sampleInteraction({ customerId: customer.id }),
    });
    const [first, second, newer, put] = [record('a'), record('a'), record('b'), record('c')];
    const made = [first, second, newer, put];
    await outbox.write(made.map((one) => ({ t: 'mutation' as const, mutation: one })));
    const state = { online: true, held: new Set([newer.id]), deferred: new Set([put.id]) };
    const reasons = (of: typeof state) => outboxItems(outbox, of).map(({ reason }) => reason);
    expect(reasons(state)).toEqual(['sending', 'follows', 'hub-older', 'hub-failing']);
    expect(reasons({ ...state, online: false })).toEqual([
      'offline',
      'offline',
      'offline',
      'hub-failing',
    ]);
  });

  it('[SETTLE-3] a field that is not answered with hers keeps what the hub has', () => {
    const two = {
      ...mutation.payload,
      base: { ...mutation.payload.base, firstName: 'Helene' },
      change: { ...change, firstName: 'Hélène' },
    };
    const both = { ...parked, mutation: { ...mutation, payload: two } as Mutation };
    expect(resolutionOf(both, { phones: 'hub', firstName: 'mine' })).toEqual({
      kind: 'customer.change',
      payload: {
        customerId: customer.id,
        base: { firstName: hub.firstName },
        change: { firstName: 'Hélène' },
      },
    });
    expect(resolutionOf(both, {})).toBeNull();
  });
});
