import { applyMutation, customerOf } from '@renderer/engine/sync/apply-mutation.ts';
import { finishMutations } from '@renderer/engine/work/finish-work.ts';
import { interactionOf, newWork } from '@renderer/engine/work/new-work.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { expect, it } from 'vitest';
import { sampleBundle } from '../../support/desk/samples.ts';

const id = (end: number): string => `0191c0de-0000-7000-8000-0000000000${end}`;
const { customer } = sampleBundle();
const at = '2026-11-05T09:00:00.000Z';

const wrappedUp = (training: boolean): WorkRecord => {
  const work = newWork({
    id: id(11),
    brandId: 'kerdoual',
    direction: 'outbound',
    number: '+33639984117',
    numberDisplay: '',
    calledLabel: null,
    callbackId: id(12),
    startedAt: at,
    training,
    facts: { callUid: null, numberHidden: false, calledNumber: null, queue: null },
  });
  const callback = { dueAt: at, assignee: 'me', reason: '' } as const;
  const opened = { mode: 'open', kind: 'complaint', title: 'x', detail: '' } as const;
  const draft = { ...work.draft, callback, case: opened };
  return { ...work, customerId: customer.id, answeredAt: at, outcome: 'answered', draft };
};
const kinds = (training: boolean): string[] => {
  const around = { brand: undefined, reasons: [], dispositions: [], advisorId: id(13), now: at };
  const made = finishMutations(wrappedUp(training), { ...around, newId: () => id(14) });
  return made.ok ? made.value.map(({ kind }) => kind) : [made.error.code];
};

it('[PLAY-27] no case and no callback follows from a practice call, and it keeps none it was made for', () => {
  expect(kinds(false)).toEqual([
    'case.open',
    'interaction.wrap-up',
    'callback.close',
    'callback.create',
  ]);
  expect(kinds(true)).toEqual(['interaction.wrap-up']);
});

it('[PLAY-27] the customer’s history on this desktop has none either', () => {
  const mutationOf = (training: boolean): Mutation => ({
    id: id(15),
    orderKey: `customer:${customer.id}`,
    madeAt: at,
    kind: 'interaction.record',
    payload: interactionOf(wrappedUp(training), id(13)),
  });
  expect(customerOf(mutationOf(false))).toBe(customer.id);
  expect(customerOf(mutationOf(true))).toBeNull();
  const wrapUp = finishMutations(wrappedUp(true), {
    brand: undefined,
    reasons: [],
    dispositions: [],
    advisorId: id(13),
    now: at,
    newId: () => id(14),
  });
  const [body] = wrapUp.ok ? wrapUp.value : [];
  if (body === undefined) throw new Error('no wrap-up');
  const bundle = sampleBundle();
  const after = applyMutation(bundle, { ...mutationOf(true), ...body } as Mutation);
  expect(after.interactions).toEqual(bundle.interactions);
});
