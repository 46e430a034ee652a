import { randomUUID } from 'node:crypto';
import { ParkDesk } from '@renderer/engine/shift/park-desk.ts';
import { PickUpDesk } from '@renderer/engine/shift/pick-up-desk.ts';
import { TeamCalls } from '@renderer/engine/shift/team-calls.ts';
import type { IncomingHeaders } from '@renderer/engine/telephony/line.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import { freePlace, placesIn, type TeamCall } from '@shared/domain/team-call/team-call.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DeskUnderFaults } from '../../support/desk/desk-under-faults.ts';
import { sampleReference } from '../../support/desk/samples.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HELENE = '+33639984117';
const me = { id: randomUUID(), name: 'Camille Roussel' };

/** A desk in a talk, and a hub that is there or not. */
const talking = async (hubAnswers: (path: string, body: unknown) => Result<unknown>) => {
  const desk = new DeskUnderFaults();
  const clock = { now: () => Date.now() };
  const recorded: MutationBody[] = [];
  const asked: string[] = [];
  const world = { shown: [] as Slices['teamCalls'], gone: 0 };
  const settings = () =>
    ({
      user: '6001',
      pickUp: '*8',
      parking: { places: ['701', '702'], backAfterS: 60 },
    }) as unknown as LineSettings;
  const teamCalls = new TeamCalls({
    clock,
    own: me,
    hub: {
      ask: async ({ path, body }) => {
        asked.push(path.replace(/[0-9a-f-]{36}/, 'ID'));
        return hubAnswers(path, body) as never;
      },
    },
    show: (shown) => {
      world.shown = shown;
    },
  });
  const common = {
    clock,
    newId: () => randomUUID(),
    settings,
    calls: () => desk.calls,
    work: () => desk.work,
    teamCalls,
  };
  const park = new ParkDesk({
    ...common,
    advisorId: me.id,
    reference: () => sampleReference(),
    record: async (body) => {
      recorded.push(body);
      return succeed(null);
    },
  });
  const pickUps = new PickUpDesk({
    ...common,
    board: { get: () => sampleReference() as never, holdUntil: () => undefined },
    line: () => desk.line,
    lineDesk: () => desk.lineDesk,
    park,
    started: () => undefined,
    gone: () => {
      world.gone += 1;
    },
  });
  desk.line.rings(`<sip:${HELENE}@trunk.example>;tag=1`);
  const call = desk.line.calls[0];
  const callId = desk.shown[0]?.id ?? '';
  desk.calls.answer(callId);
  call?.accepts();
  await vi.advanceTimersByTimeAsync(100);
  if (call === undefined) throw new Error('a call');
  return { desk, call, callId, park, pickUps, teamCalls, recorded, asked, world };
};
const away = () => fail('hub-unreachable');
const hub = (path: string, body: unknown): Result<unknown> => {
  if (path.endsWith('/close')) return succeed(null);
  if (path.endsWith('/take')) return fail('team-call-unknown');
  const { lastsS, places, ...offer } = body as { lastsS: number; places: string[] };
  const since = new Date().toISOString();
  const until = new Date(Date.now() + lastsS * 1000).toISOString();
  return succeed({ ...offer, place: places[0], byId: me.id, byName: me.name, since, until });
};

it('[PARK-2] what the switch does not park is still there, and no colleague is told of it', async () => {
  const { desk, call, callId, park, asked, world } = await talking(hub);
  expect((await park.park(callId)).ok).toBe(true);
  expect(world.shown.map(({ place }) => place)).toEqual(['701']);
  call.transferGoes({ stage: 'failed', sipStatus: 486 });
  park.follow(desk.shown);
  expect(desk.shown[0]).toMatchObject({
    phase: 'talking',
    hold: 'active',
    transfer: { to: '701', stage: 'failed', failure: 'call-busy', parking: true },
  });
  expect(world.shown).toEqual([]);
  expect(asked).toEqual(['/v1/team-calls', '/v1/team-calls/ID/close']);
});

it.each<ErrorCode>(['parking-full', 'role-not-allowed'])(
  '[PARK-2] where the hub says %s nothing is sent away',
  async (code) => {
    const { call, callId, park } = await talking(() => fail(code));
    expect(await park.park(callId)).toMatchObject({ ok: false, error: { code } });
    expect(call.transfers).toEqual([]);
    expect(await park.park(callId)).toMatchObject({ ok: false, error: { code } });
  },
);

it('[PARK-8] without the hub she parks at a place that she chose, and takes it back herself', async () => {
  const { desk, call, callId, park, pickUps, world } = await talking(away);
  expect((await park.park(callId)).ok).toBe(true);
  const [own] = world.shown;
  expect(own).toMatchObject({ byMe: true, kind: 'parked' });
  expect(call.transfers[0]?.target).toBe(own?.place);
  const dialled = vi.spyOn(desk.line, 'dial');
  const taken = await pickUps.pickUp(own?.id ?? '');
  expect(taken.ok).toBe(true);
  expect(dialled).toHaveBeenCalledWith(own?.place, expect.anything());
  expect(world.shown).toEqual([]);
});

const parked = async (answers = hub) => {
  const stage = await talking(answers);
  await stage.park.park(stage.callId);
  stage.call.transferGoes({ stage: 'done' });
  const [ended] = stage.desk.ended;
  if (ended === undefined) throw new Error('it is over');
  stage.park.ended(ended);
  return stage;
};

it('[PARK-3] one that comes back waits no more; one that does not is to be called back', async () => {
  const back = await parked();
  const headers = { assertedIdentity: null, called: [], to: '', requestUri: '', callUid: null };
  const rings = { ...headers, from: `<sip:${HELENE}@x>` } as unknown as IncomingHeaders;
  expect(back.park.expects(rings)).toBe(true);
  back.park.incoming(rings);
  expect(back.park.expects(rings)).toBe(false);
  expect(back.asked.at(-1)).toBe('/v1/team-calls/ID/close');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(back.recorded).toEqual([]);
  const lost = await parked();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lost.recorded).toEqual([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(lost.recorded).toMatchObject([
    { payload: { outcome: 'abandoned', call: { customerNumber: HELENE } } },
  ]);
});

it('[PARK-3] one that a colleague has taken is nobody to call back', async () => {
  const taken = await parked((path, body) =>
    path.endsWith('/take') ? fail('team-call-taken') : hub(path, body),
  );
  await vi.advanceTimersByTimeAsync(120_000);
  expect(taken.recorded).toEqual([]);
});

const waiting = async (kind: TeamCall['kind'], place: string) => {
  const stage = await talking((path, body) => {
    if (path.endsWith('/take')) return succeed(null);
    return hub(path, body);
  });
  stage.desk.calls.hangUp(stage.callId);
  await stage.park.park(stage.callId);
  const offered = await stage.teamCalls.offer({
    id: randomUUID(),
    kind,
    places: [place],
    lastsS: 60,
    brandId: 'solvenne',
    number: HELENE,
    numberDisplay: '06 39 98 41 17',
    numberHidden: false,
    calledNumber: null,
    calledLabel: null,
    queue: null,
    callUid: 'uid-1',
    customerId: null,
    customerName: 'Hélène Vasseur',
    note: '',
  });
  if (!offered.ok) throw new Error('offered');
  const dialled = vi.spyOn(stage.desk.line, 'dial');
  const answer = await stage.pickUps.pickUp(offered.value.id);
  if (!answer.ok) throw new Error(answer.error.code);
  return { ...stage, dialled, id: answer.value.callId };
};

it('[PARK-6] taken, it is her customer’s call, with the brand it was, and does not ring', async () => {
  const { desk, dialled, id } = await waiting('parked', '705');
  expect(dialled).toHaveBeenCalledWith('705', ['X-Brand: solvenne', `X-Call-Uid: ${id}`]);
  expect(desk.shown.find((call) => call.id === id)).toMatchObject({
    direction: 'inbound',
    phase: 'connecting',
    brandId: 'solvenne',
    title: 'Hélène Vasseur',
  });
  expect(desk.work.get(id)).toMatchObject({ brandId: 'solvenne', facts: { callUid: 'uid-1' } });
});

it('[PARK-7] who waits no more has given up; a fault of the switch says nothing of that', async () => {
  const { desk, pickUps, id, recorded, world } = await waiting('parked', '705');
  desk.line.calls.at(-1)?.ends({ type: 'rejected', sipStatus: 404 });
  const ended = desk.ended.find(({ origin }) => origin.id === id);
  expect(ended === undefined ? undefined : pickUps.ended(ended)).toBeNull();
  expect(world.gone).toBe(1);
  expect(recorded).toMatchObject([{ payload: { outcome: 'abandoned', brandId: 'solvenne' } }]);
  const fault = await waiting('parked', '705');
  fault.desk.line.calls.at(-1)?.ends({ type: 'rejected', sipStatus: 503 });
  const failed = fault.desk.ended.find(({ origin }) => origin.id === fault.id);
  expect(failed === undefined ? undefined : fault.pickUps.ended(failed)).toBeNull();
  expect([fault.world.gone, fault.recorded.length]).toEqual([0, 0]);
});

it('[PICK-2] what rings at a colleague is called for with the switch’s prefix, and is no call to make', async () => {
  const { desk, dialled, pickUps, id, recorded } = await waiting('ringing', '6002');
  expect(dialled).toHaveBeenCalledWith('*86002', expect.anything());
  desk.line.calls.at(-1)?.ends({ type: 'rejected', sipStatus: 404 });
  const ended = desk.ended.find(({ origin }) => origin.id === id);
  expect(ended === undefined ? undefined : pickUps.ended(ended)).toBeNull();
  expect(recorded).toEqual([]);
});

it('[PARK-5] a free place is chosen among the places; what is configured is read or refused', () => {
  expect(freePlace(['701', '702'], new Set(['701']), 5)).toBe('702');
  expect(freePlace(['701'], new Set(['701']), 0)).toBeNull();
  expect(placesIn('701-703, *72')).toEqual(['701', '702', '703', '*72']);
  expect(placesIn('0701-0702')).toEqual(['0701', '0702']);
  for (const wrong of ['', '709-701', '701-899', 'sept']) expect(placesIn(wrong)).toBeNull();
});
