import { randomUUID } from 'node:crypto';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import type { JournalRecord } from '@shared/contracts/journal/record.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import type { MutationAnswer } from '@shared/contracts/sync/push.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryJournal } from '../../support/desk/memory-journal.ts';
import { sampleBundle, sampleInteraction, sampleNow } from '../../support/desk/samples.ts';

let journal: MemoryJournal;
let outbox: Outbox;
const at = new Date(sampleNow).toISOString();

const mutation = (orderKey = 'customer:a'): Mutation => ({
  id: randomUUID(),
  orderKey,
  madeAt: at,
  kind: 'interaction.record',
  payload: sampleInteraction(),
});
const write = (...mutations: Mutation[]) =>
  outbox.write(mutations.map((one): JournalRecord => ({ t: 'mutation', mutation: one })));
const answer = (id: string, status: MutationAnswer['status']): MutationAnswer => ({
  id,
  status,
  at,
  ...(status === 'rejected' ? { code: 'interaction-unknown' as const } : {}),
});

/** The program dies and starts again: only the journal is left. */
const restarted = async (): Promise<Outbox> => {
  const fresh = new Outbox(journal, () => undefined);
  await fresh.load();
  return fresh;
};

beforeEach(() => {
  journal = new MemoryJournal();
  outbox = new Outbox(journal, () => undefined);
});

describe('the outbox', () => {
  it('[SYNC-1] what was written is there after a restart, in its order', async () => {
    const [one, two] = [mutation(), mutation()];
    await write(one, two);
    expect((await restarted()).pending).toEqual([one, two]);
  });

  it('[SYNC-2] what the hub accepted is not sent again, not even after a restart', async () => {
    const [one, two] = [mutation(), mutation()];
    await write(one, two);
    await outbox.settle([answer(one.id, 'accepted'), answer(two.id, 'deferred')]);
    expect(outbox.pending).toEqual([two]);
    expect((await restarted()).pending).toEqual([two]);
  });

  it('[GDPR-7] of who is gone nothing that went stays, and what was refused is asked about once more', async () => {
    const about = (customerId: string): Mutation => {
      const payload = sampleInteraction({ customerId, title: `appel de ${customerId}` });
      return { ...mutation(`customer:${customerId}`), kind: 'interaction.record', payload };
    };
    const [gone, other] = [randomUUID(), randomUUID()];
    const [went, refused, stays] = [about(gone), about(gone), about(other)];
    await write(went, refused, stays);
    await outbox.settle([
      answer(went.id, 'accepted'),
      answer(refused.id, 'rejected'),
      answer(stays.id, 'rejected'),
    ]);
    await outbox.letGo([gone]);
    expect(outbox.sent).toEqual([]);
    expect(outbox.pending).toEqual([refused]);
    expect(outbox.parked.map(({ mutation: one }) => one)).toEqual([stays]);
    expect(journal.lines.join()).not.toContain(went.id);
    await outbox.settle([{ ...answer(refused.id, 'rejected'), code: 'customer-erased' }]);
    expect(journal.lines.join()).not.toContain(gone);
    expect((await restarted()).parked).toHaveLength(1);
  });

  it('[GDPR-7] of somebody who was erased nothing is kept, sent again or put aside', async () => {
    const [one, two] = [mutation(), mutation()];
    await write(one, two);
    const erased = { ...answer(one.id, 'rejected'), code: 'customer-erased' as const };
    await outbox.settle([erased]);
    expect(outbox.pending).toEqual([two]);
    const fresh = await restarted();
    expect([fresh.pending, fresh.parked]).toEqual([[two], []]);
    expect(fresh.sent).toEqual([]);
  });

  it('[SYNC-21] what a hub does not know yet stays, and is not put aside', async () => {
    const one = mutation();
    await write(one);
    await outbox.settle([{ ...answer(one.id, 'rejected'), code: 'mutation-kind-unknown' }]);
    expect(outbox.pending).toEqual([one]);
    expect(outbox.parked).toEqual([]);
  });

  it('[SYNC-30] what a newer program wrote stays as it is, is counted, and costs nothing else', async () => {
    const known = mutation();
    const newer = { ...mutation(), kind: 'parcel.weigh', payload: { grams: 12 }, colour: 'blue' };
    const lines = [
      JSON.stringify([{ t: 'parcel', id: 7 }]),
      JSON.stringify([{ t: 'mutation', mutation: newer, since: 9 }]),
    ];
    journal.lines = [JSON.stringify([{ t: 'mutation', mutation: known }]), ...lines];
    outbox = await restarted();
    expect(outbox.newer).toBe(2);
    await outbox.settle([answer(known.id, 'accepted')]);
    await write(mutation());
    await outbox.compact();
    outbox = await restarted();
    expect(outbox.newer).toBe(2);
    expect(outbox.pending).toHaveLength(1);
    for (const line of lines) expect(journal.lines).toContain(line);
  });

  it('[SYNC-3] a rejected mutation is parked with its code and the next ones go on', async () => {
    const [poison, next] = [mutation(), mutation()];
    await write(poison, next);
    await outbox.settle([answer(poison.id, 'rejected'), answer(next.id, 'accepted')]);
    const again = await restarted();
    expect(again.pending).toEqual([]);
    expect(again.parked).toMatchObject([
      { mutation: { id: poison.id }, code: 'interaction-unknown' },
    ]);
  });

  it('[SYNC-3] a parked mutation goes when it is settled; one that an older program sent again goes out', async () => {
    const [one, two] = [mutation(), mutation()];
    await write(one, two);
    await outbox.settle([answer(one.id, 'rejected'), answer(two.id, 'rejected')]);
    await outbox.write([{ t: 'unparked', id: one.id }]);
    await outbox.write([{ t: 'settled', ids: [two.id] }]);
    const again = await restarted();
    expect(again.pending.map(({ id }) => id)).toEqual([one.id]);
    expect(again.parked).toEqual([]);
  });

  it('[SYNC-10] with a full disk everything is kept in memory and written as soon as it can be', async () => {
    const [one, two] = [mutation(), mutation()];
    journal.full = true;
    expect(await write(one)).toMatchObject({ error: { code: 'journal-unwritable' } });
    expect(outbox.pending).toEqual([one]);
    expect(outbox.onDisk).toBe(false);
    journal.full = false;
    await write(two);
    expect(outbox.onDisk).toBe(true);
    expect((await restarted()).pending).toEqual([one, two]);
  });

  it('[SYNC-8] the journal does not grow without end while she types', async () => {
    for (let at = 0; at < 1_000; at += 1) await write(mutation());
    await outbox.settle(outbox.pending.map(({ id }) => answer(id, 'accepted')));
    expect(journal.lines).toEqual([]);
  }, 30_000);

  it('[SYNC-8] lines of another version of the program are kept as they are', async () => {
    const foreign = JSON.stringify([{ t: 'from-the-future', value: 1 }]);
    journal.lines = [foreign];
    await (await restarted()).compact();
    expect(journal.lines).toEqual([foreign]);
  });

  it('[SYNC-2] any order of writes, answers and restarts sends each mutation until it is answered, once', async () => {
    const step = fc.constantFrom('write', 'accept', 'reject', 'defer', 'restart', 'fill', 'free');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        journal = new MemoryJournal();
        outbox = new Outbox(journal, () => undefined);
        const open = new Set<string>();
        const parked = new Set<string>();
        for (const what of steps) {
          const [first] = outbox.pending;
          if (what === 'fill' || what === 'free') journal.full = what === 'fill';
          else if (what === 'write') {
            const made = mutation();
            await write(made);
            open.add(made.id);
          } else if (what === 'restart') {
            if (outbox.onDisk) outbox = await restarted();
          } else if (first !== undefined) {
            const status =
              what === 'accept' ? 'accepted' : what === 'reject' ? 'rejected' : 'deferred';
            await outbox.settle([answer(first.id, status)]);
            if (status !== 'deferred') open.delete(first.id);
            if (status === 'rejected') parked.add(first.id);
          }
          expect(new Set(outbox.pending.map(({ id }) => id))).toEqual(open);
          expect(new Set(outbox.parked.map((one) => one.mutation.id))).toEqual(parked);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[SYNC-1] a line of several records takes effect whole', async () => {
    const made = mutation();
    const { customer } = sampleBundle();
    await outbox.write([
      { t: 'mutation', mutation: made },
      {
        t: 'mutation',
        mutation: { ...mutation(), kind: 'customer.create', payload: customer } as Mutation,
      },
    ]);
    expect(journal.lines).toHaveLength(1);
    expect((await restarted()).pending).toHaveLength(2);
  });
});
