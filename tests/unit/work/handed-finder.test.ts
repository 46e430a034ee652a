import { HandedFinder } from '@renderer/engine/work/handed-finder.ts';
import { newWork } from '@renderer/engine/work/new-work.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import { type Interaction, interactionSchema } from '@shared/domain/interaction/interaction.ts';
import { withHandedAnswers } from '@shared/domain/script/handed-speech.ts';
import { beforeEach, expect, it } from 'vitest';
import { interaction } from '../../component/support/helene.ts';

const number = '+33639980099';
const record = {
  scriptId: 'accueil',
  version: 1,
  stepId: 'solution',
  path: ['accueil'],
  choices: { accueil: 'oui' },
  fields: { 'accueil.nom': 'Marchand', 'accueil.mail': 'o@exemple.fr' },
  objections: [],
};
const handedOver = (): Interaction =>
  interactionSchema.parse(
    interaction({
      channel: 'phone',
      customerId: null,
      startedAt: '2026-11-28T09:50:00.000Z',
      endedAt: '2026-11-28T10:00:00.000Z',
      outcome: 'answered',
      speech: record,
      call: {
        callUid: null,
        customerNumber: number,
        numberHidden: false,
        calledNumber: null,
        answeredAt: null,
        endedBy: null,
        failure: null,
        sipStatus: null,
        heldMs: 0,
        transferredTo: 'Nora',
        training: false,
      },
    }),
  );

let work: WorkRecord;
let answers: (Interaction[] | null)[];
let asked: object[];
let paused: number[];
let told: number;
const finder = () =>
  new HandedFinder({
    get: (id) => (id === work.id ? work : undefined),
    put: (next) => {
      work = next;
    },
    late: () => {
      told += 1;
    },
    handed: {
      ask: async (query) => {
        asked.push(query);
        return answers.length > 1 ? (answers.shift() ?? null) : (answers[0] ?? null);
      },
      pause: async (ms) => {
        paused.push(ms);
      },
    },
  });
beforeEach(() => {
  work = newWork({
    id: 'here',
    brandId: 'kerdoual',
    direction: 'inbound',
    number,
    numberDisplay: '',
    calledLabel: null,
    callbackId: null,
    startedAt: '2026-11-28T10:00:20.000Z',
    training: false,
    facts: { callUid: null, numberHidden: false, calledNumber: null, queue: null },
  });
  [asked, paused, told] = [[], [], 0];
});

it('[SPEECH-35] a call of somebody unknown goes on from the one of its number that was handed over, also when that is recorded a moment later', async () => {
  answers = [[], [], [handedOver()]];
  await finder().find('here');
  expect(asked).toEqual(Array(3).fill({ number, brandId: 'kerdoual' }));
  expect(paused).toHaveLength(2);
  expect(work.handedFrom?.[0]?.speech?.fields).toEqual(record.fields);
  expect(told).toBe(1);
});

it('[SPEECH-35] nothing is asked of a known customer, a colleague or a call without a number, and not for ever', async () => {
  answers = [[]];
  const unknown = work;
  for (const change of [
    { customerId: 'x' },
    { match: { status: 'colleague' as const } },
    { number: null },
  ]) {
    work = { ...unknown, ...change };
    await finder().find('here');
  }
  expect(asked).toEqual([]);
  work = unknown;
  await finder().find('here');
  expect(asked).toHaveLength(4);
});

it('[SPEECH-36] while the hub is away it is not asked on and on; when it is back the answers come', async () => {
  answers = [null];
  const one = finder();
  await one.find('here');
  expect([asked.length, work.handedFrom]).toEqual([1, undefined]);
  answers = [[handedOver()]];
  one.again([work]);
  await expect.poll(() => work.handedFrom).toHaveLength(1);
});

it('[SPEECH-36] what she answered meanwhile stays, where she is, too; what is missing is filled in, once', () => {
  const handed = {
    interaction: handedOver(),
    cause: 'handed-over' as const,
    record: { ...record, from: { interactionId: 'other', fields: record.fields, done: {} } },
  };
  const mine = {
    ...record,
    stepId: 'accueil',
    path: [],
    choices: { accueil: 'non' },
    fields: { 'accueil.nom': 'Martin' },
  };
  const filled = withHandedAnswers(mine, handed);
  expect(filled).toMatchObject({
    stepId: 'accueil',
    path: [],
    choices: { accueil: 'non' },
    fields: { 'accueil.nom': 'Martin', 'accueil.mail': 'o@exemple.fr' },
    from: { interactionId: 'other' },
  });
  expect(withHandedAnswers({ ...filled, fields: {} }, handed).fields).toEqual({});
  expect(withHandedAnswers({ ...mine, scriptId: 'autre' }, handed)).toMatchObject(
    mine.fields ? { fields: mine.fields } : {},
  );
});
