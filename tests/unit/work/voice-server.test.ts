import { randomUUID } from 'node:crypto';
import { incomingHeaders } from '@renderer/engine/telephony/sip/session/incoming-headers.ts';
import { WorkDesk } from '@renderer/engine/work/work-desk.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { IvrQuery } from '@shared/contracts/http/ivr.ts';
import type { JournalRecord } from '@shared/contracts/journal/record.ts';
import type { Ivr } from '@shared/domain/ivr/ivr.ts';
import { succeed } from '@shared/kernel/result.ts';
import { beforeEach, expect, it } from 'vitest';
import { sampleBundle, sampleNow, sampleReference } from '../../support/desk/samples';
import { until } from '../../support/until';
import { madeSpeech } from '../script/made-speech.ts';

const told: Ivr = {
  steps: [{ kind: 'menu', prompt: null, value: '2', label: 'commande livrée' }],
  reasonCode: 'livraison',
};
const speechFor = (id: string, reasonCodes: string[]) =>
  madeSpeech([{ id: 'only' }], { id, reasonCodes });
let shown: readonly WorkItem[];
let asked: IvrQuery[];
let answer: (ivr: Ivr | null) => void;
let written: JournalRecord[];
let work: WorkDesk;

beforeEach(() => {
  [shown, asked, written] = [[], [], []];
  work = new WorkDesk({
    clock: { now: () => sampleNow },
    newId: randomUUID,
    advisorId: 'b1c7265d-38ff-4917-a5ac-204e14702cc6',
    reference: () => ({
      ...sampleReference(),
      scripts: [speechFor('general', []), speechFor('livraison', ['livraison'])],
    }),
    show: (items) => {
      shown = items;
    },
    showCustomer: () => undefined,
    named: () => undefined,
    bundle: async () => null,
    byPhone: async () => [sampleBundle()],
    lookUp: async () => [],
    ivr: (query) => {
      asked.push(query);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    colleagueAt: async () => null,
    handed: { ask: async () => [], pause: async () => undefined },
    write: async (records) => {
      written.push(...records);
      return succeed(null);
    },
    played: () => undefined,
  });
});

const ring = (own: { ivr?: Ivr; direction?: 'inbound' | 'outbound'; training?: boolean } = {}) =>
  work.begin({
    id: randomUUID(),
    brandId: 'kerdoual',
    direction: 'inbound',
    number: '+33639984117',
    numberDisplay: '06 39 98 41 17',
    calledLabel: 'Service clients',
    training: false,
    callbackId: null,
    customerId: null,
    startedAt: new Date(sampleNow).toISOString(),
    facts: { callUid: 'u1', numberHidden: false, calledNumber: '+33199004110', queue: null },
    ...own,
  });

it('[IVR-3] the pop is there before the hub has answered, and what it answers is added', async () => {
  await ring();
  expect(shown[0]?.match.status).toBe('one');
  expect(shown[0]?.ivr).toBeUndefined();
  expect(asked).toEqual([{ brandId: 'kerdoual', callUid: 'u1', number: '+33639984117' }]);
  answer(told);
  await until('what was said is shown', () => shown[0]?.ivr !== undefined);
  expect(shown[0]?.likelyReasons[0]).toMatchObject({ kind: 'ivr', title: 'Livraison' });
  // She may have chosen meanwhile: nothing is chosen for her any more.
  expect(shown[0]?.draft.reasonCode).toBeNull();
});

it('[CHOICE-20] the speech goes by what the voice server heard, also when that is told a moment after the ring', async () => {
  await ring();
  const before = shown[0]?.script?.id;
  answer(told);
  await until('what was said is shown', () => shown[0]?.ivr !== undefined);
  expect(before).toBe('general');
  expect(shown[0]?.script?.id).toBe('livraison');
});

it('[IVR-3] [IVR-4] with the switch’s headers all of it is there at the first ring, and nobody is asked', async () => {
  const values: Record<string, string> = {
    From: '<sip:0639984117@pbx.example>',
    'X-IVR-Choice': 'commande livr%C3%A9e',
    'X-IVR-Path': '2',
    'X-IVR-Reason': 'livraison',
  };
  const request = { getHeader: (name: string) => values[name], ruri: '', callId: 'x' };
  const { ivr } = incomingHeaders(request as never, []);
  expect(ivr).toEqual(told);
  await ring(ivr === undefined ? {} : { ivr });
  expect(asked).toEqual([]);
  expect(shown[0]).toMatchObject({
    ivr: told,
    draft: { reasonCode: 'livraison' },
    likelyReasons: [{ kind: 'ivr', title: 'Livraison', verdict: 'almost-sure' }],
  });
});

it('[IVR-4] a reason that the brand does not have is not chosen', async () => {
  await ring({ ivr: { ...told, reasonCode: 'inconnu' } });
  expect(shown[0]?.draft.reasonCode).toBeNull();
  expect(shown[0]?.likelyReasons[0]?.title).toBe('commande livrée');
});

it('[IVR-2] what was said leaves with the call’s interaction', async () => {
  await ring({ ivr: told });
  const id = shown[0]?.id ?? '';
  await work.stopped(id);
  const payload = written.flatMap((one) => (one.t === 'mutation' ? [one.mutation.payload] : []));
  expect(payload).toMatchObject([{ id, call: { ivr: told } }]);
});

it('[IVR-3] of calls that she makes nobody is asked', async () => {
  await ring({ direction: 'outbound' });
  expect(asked).toEqual([]);
});
