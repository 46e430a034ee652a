import { RecordingDesk } from '@renderer/engine/recording/recording-desk.ts';
import type { HubRequest } from '@renderer/platform/hub-client.ts';
import type { RecordingView } from '@shared/contracts/engine/recording.ts';
import type { CallRecording } from '@shared/contracts/http/recordings.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { beforeEach, describe, expect, it } from 'vitest';

const callId = '0191c0de-0000-7000-8000-00000000ca11';
const recordingId = '0191c0de-0000-7000-8000-000000000ec0';
const talking = {
  id: callId,
  phase: 'talking',
  hold: 'active',
  number: '+33639980123',
  brandId: 'kerdoual',
  training: false,
  consultFor: null,
};
const item = {
  customerId: null,
  training: false,
  script: null,
  draft: { speech: null as unknown },
};

type Asked = { readonly method: string; readonly path: string; readonly body: unknown };

let asked: Asked[];
let waiting: (() => void)[];
let shown: readonly RecordingView[];
let answers: (asked: Asked) => CallRecording | null;
let work: typeof item;
let desk: RecordingDesk;

const told = (state: string, causes: string[] = []): CallRecording =>
  ({
    because: null,
    recordings: [{ id: recordingId, purpose: 'evaluation', state, causes }],
  }) as CallRecording;
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
const follow = async (change: object = {}) => {
  desk.follow([{ ...talking, ...change } as never]);
  await settled();
};
const turn = async () => {
  for (const run of waiting.splice(0)) run();
  await settled();
};
const causesOf = (one: Asked | undefined) =>
  (one?.body as { causes: string[] } | undefined)?.causes ?? [];

beforeEach(() => {
  asked = [];
  waiting = [];
  shown = [];
  work = item;
  let causes: string[] = [];
  answers = (one) => {
    if (one.method !== 'GET') causes = causesOf(one);
    return told(causes.length === 0 ? 'recording' : 'paused', causes);
  };
  desk = new RecordingDesk({
    hub: {
      ask: async (request: HubRequest<never>) => {
        const one = { method: request.method, path: request.path, body: request.body };
        asked.push(one);
        const answer = answers(one);
        return (answer === null ? fail('hub-unreachable') : succeed(answer)) as never;
      },
    },
    show: (views) => {
      shown = views;
    },
    work: () => work as never,
    callUid: () => null,
    script: () =>
      ({ steps: [{ id: 'terms', title: '', text: '', passages: ['confirmation'] }] }) as never,
    later: (run) => {
      waiting.push(run);
      return () => {
        waiting = waiting.filter((one) => one !== run);
      };
    },
  });
});

describe('[REC-18] the recording of a call that goes on', () => {
  it('[REC-18] the hub is asked once, and followed until the customer was told', async () => {
    let state = 'announcing';
    answers = () => told(state);
    await follow();
    await follow();
    expect(asked.map(({ method }) => method)).toEqual(['POST']);
    expect(shown[0]?.state).toBe('announcing');
    state = 'recording';
    await turn();
    expect(shown[0]).toMatchObject({ state: 'recording', purpose: 'evaluation', pending: false });
    expect(waiting).toEqual([]);
  });

  it('[REC-18] another customer, another part of the speech: it is asked again', async () => {
    await follow();
    work = { ...item, draft: { speech: { scriptId: 'x', stepId: 'terms', trace: [] } } };
    await follow();
    expect(asked.map(({ body }) => (body as { part: string }).part)).toEqual(['talk', 'contract']);
  });

  it('[REC-18] a call with a colleague and a call that rings are not asked for', async () => {
    await follow({ consultFor: callId });
    await follow({ phase: 'ringing' });
    expect(asked).toEqual([]);
    expect(shown).toEqual([]);
  });

  it('[REC-18] who waits is not recorded, and handed over it goes on', async () => {
    await follow();
    await follow({ hold: 'held' });
    expect(shown[0]).toMatchObject({ state: 'paused', causes: ['hold'] });
    desk.follow([]);
    await settled();
    expect(causesOf(asked.at(-1))).toEqual([]);
    expect(shown).toEqual([]);
  });
});

describe('[REC-19] a pause', () => {
  it('[REC-19] is answered when the switch has done it, and tried until it has', async () => {
    await follow();
    const done = answers;
    answers = () => null;
    const refused = await desk.pause(callId, 'payment');
    expect(refused).toMatchObject({ ok: false, error: { code: 'recording-not-changed' } });
    expect(shown[0]).toMatchObject({ state: 'recording', pending: true, causes: ['payment'] });
    answers = done;
    await turn();
    expect(shown[0]).toMatchObject({ state: 'paused', pending: false });
  });

  it('[REC-19] of a payment field stays when its window is gone; by hand and field do not end each other', async () => {
    await follow();
    expect((await desk.pause(callId, 'payment')).ok).toBe(true);
    await desk.pause(callId, 'by-hand');
    await desk.resume(callId, 'payment');
    expect(shown[0]).toMatchObject({ state: 'paused', causes: ['by-hand'] });
    await desk.resume(callId, 'by-hand');
    expect(shown[0]).toMatchObject({ state: 'recording', causes: [] });
  });

  it('[REC-19] where nothing is recorded it is done at once, where nobody knows it is not', async () => {
    answers = () => null;
    await follow();
    expect(shown[0]?.state).toBe('unknown');
    expect((await desk.pause(callId, 'payment')).ok).toBe(false);
    answers = () => ({ because: 'not-drawn', recordings: [] });
    await turn();
    expect(shown[0]).toMatchObject({ state: 'none', because: 'not-drawn' });
    expect((await desk.pause(callId, 'payment')).ok).toBe(true);
    expect(asked.some(({ method }) => method === 'PUT')).toBe(false);
  });

  it('[REC-19] the customer objects: it is over', async () => {
    await follow();
    answers = () => told('objected');
    expect((await desk.object(callId, 'always')).ok).toBe(true);
    expect(asked.at(-1)).toMatchObject({ path: `/v1/recording-calls/${callId}/objection` });
    expect(shown[0]?.state).toBe('objected');
  });
});
