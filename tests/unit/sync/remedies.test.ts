import { randomUUID } from 'node:crypto';
import { outboxItems } from '@renderer/engine/shift/outbox-view.ts';
import { remediesOf, replacementOf } from '@renderer/engine/shift/remedies.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { type Mutation, mutationBodySchema } from '@shared/contracts/sync/mutation.ts';
import { errorCodes } from '@shared/kernel/error-codes.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MemoryJournal } from '../../support/desk/memory-journal.ts';
import { sampleBundle, sampleInteraction, sampleNow } from '../../support/desk/samples.ts';

const at = new Date(sampleNow).toISOString();
const later = new Date(sampleNow + 60_000).toISOString();
const { customer } = sampleBundle();
const caseId = randomUUID();

const bodies: readonly Pick<Mutation, 'kind' | 'payload'>[] = [
  { kind: 'interaction.record', payload: sampleInteraction({ caseId }) },
  { kind: 'interaction.record', payload: sampleInteraction({ caseId: null }) },
  { kind: 'customer.create', payload: customer },
  {
    kind: 'customer.change',
    payload: { customerId: customer.id, base: { firstName: 'A' }, change: { firstName: 'B' } },
  },
  { kind: 'case.advance', payload: { caseId, status: 'resolved', at } },
  {
    kind: 'callback.close',
    payload: { callbackId: randomUUID(), status: 'done', interactionId: null },
  },
  {
    kind: 'grant.record',
    payload: {
      id: randomUUID(),
      customerId: customer.id,
      brandId: 'kerdoual',
      interactionId: null,
      caseId: null,
      kind: 'gesture',
      amountCents: 4_000,
      reasonCode: null,
      note: '',
      status: 'granted',
      byId: randomUUID(),
      at,
      decidedById: null,
      decidedAt: null,
    },
  },
];
const mutationOf = (body: Pick<Mutation, 'kind' | 'payload'>): Mutation =>
  ({ id: randomUUID(), orderKey: 'a', madeAt: at, ...body }) as Mutation;
const anything = fc.record({
  mutation: fc.constantFrom(...bodies).map(mutationOf),
  code: fc.constantFrom(...errorCodes),
});

it('[SETTLE-5] whatever the hub refused, and why: there is a remedy, and giving up is the last', async () => {
  await fc.assert(
    fc.asyncProperty(anything, fc.boolean(), async ({ mutation, code }, known) => {
      const outbox = new Outbox(new MemoryJournal(), () => undefined);
      await outbox.write([{ t: 'mutation', mutation }]);
      const current = known ? customer : { id: 7 };
      const status = code === 'version-superseded' ? 'superseded' : 'rejected';
      await outbox.settle([{ id: mutation.id, status, at, code, current }]);
      const nobody = new Set<string>();
      const items = outboxItems(outbox, { online: true, held: nobody, deferred: nobody });
      for (const item of items.filter((one) => one.status === 'parked')) {
        if (item.conflict !== null) expect(item.remedies).toEqual([]);
        else expect(item.remedies.at(-1)).toBe('drop');
      }
    }),
  );
});

it('[SETTLE-5] what goes out in its place is one that the hub can read; given up, nothing does', () => {
  fc.assert(
    fc.property(anything, (parked) => {
      for (const remedy of remediesOf(parked)) {
        const body = replacementOf(parked, remedy, later);
        expect(body === null).toBe(remedy === 'drop');
        if (body !== null) expect(mutationBodySchema.safeParse(body).success).toBe(true);
      }
    }),
  );
});

it('[SETTLE-5] the cause is taken out: without the unknown case, asked for beyond the limit, decided anew', () => {
  const first = (kind: Mutation['kind'], code: (typeof errorCodes)[number]) => {
    const body = bodies.find((one) => one.kind === kind);
    if (body === undefined) throw new Error(`no ${kind} among the samples`);
    const mutation = mutationOf(body);
    const [remedy] = remediesOf({ mutation, code });
    return [remedy, replacementOf({ mutation }, remedy ?? 'drop', later)?.payload];
  };
  expect(first('interaction.record', 'case-unknown')).toMatchObject([
    'without-case',
    { caseId: null },
  ]);
  expect(first('grant.record', 'grant-beyond-rules')).toMatchObject([
    'ask-lead',
    { status: 'asked' },
  ]);
  expect(first('case.advance', 'version-superseded')).toMatchObject(['mine', { at: later }]);
  expect(first('callback.close', 'callback-taken')).toEqual(['drop', undefined]);
});
