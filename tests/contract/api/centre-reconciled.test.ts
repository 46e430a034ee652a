/** A day of 5,000 calls: what desktops tell of them against the switch's own queue log. */
import { takeFacts } from '@api/modules/queue-figures/facts-repository.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { queueFiguresAnswerSchema } from '@shared/contracts/http/queue-figures.ts';
import { routes } from '@shared/contracts/routes.ts';
import { groupOf, queueFigures, usualTarget } from '@shared/domain/queue-call/figures.ts';
import { queueCalls } from '@shared/domain/queue-call/queue-call.ts';
import { readLog } from '@shared/domain/queue-call/read-log.ts';
import { seeded } from '@shared/kernel/seeded.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { logOf, type SimulatedCall, simulatedDay } from '../../support/queue/simulated-day.ts';
import { asked, emptyCentre } from './centre.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

const queues = ['kerdoual-service', 'kerdoual-commandes'];
const day = '2026-04-01';
const begins = Date.parse('2026-03-31T22:00:00Z');
let hub: HubUnderTest;
let agathe: Session;
let camille: string;
let yanis: string;
let nadia: string;

beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot');
  [camille = '', yanis = '', nadia = ''] = await Promise.all(
    ['camille.roussel', 'yanis.morel', 'nadia.ferrand'].map(
      async (login) => (await hub.signIn(login, hub.newId())).user.id,
    ),
  );
  await emptyCentre(hub);
});
afterEach(() => emptyCentre(hub));
afterAll(() => hub.close());

type Part = {
  readonly advisorId: string;
  readonly from: number;
  readonly until: number;
  readonly heldMs: number;
  readonly callUid: string;
  readonly queue: string | null;
  readonly number: string | null;
  readonly handed: boolean;
};

/**
 * What the desktops of those who were in a call tell of it. Some are taken over by a lead in the middle,
 * whose desktop knows neither queue nor number; some are sent on to a colleague, which ends them for the
 * queue. Desktops count milliseconds by their own clock, the log whole seconds.
 */
const partsOf = (call: SimulatedCall, place: number, chance: { next: () => number }): Part[] => {
  if (call.end !== 'taken') return [];
  const from = call.joinedAt + call.waitedS * 1000 + 120 + Math.floor(chance.next() * 300);
  const until = from + call.talkedS * 1000 + Math.floor(chance.next() * 900) - 450;
  const middle = from + Math.floor((until - from) * (0.2 + chance.next() * 0.6));
  const first: Part = {
    advisorId: place % 2 === 0 ? camille : yanis,
    from,
    until,
    heldMs: place % 4 === 0 ? Math.floor((until - from) / 5) : 0,
    callUid: call.legId,
    queue: place % 9 === 0 ? null : call.queue,
    number: '+33639980123',
    handed: false,
  };
  const other = { callUid: call.legId, queue: null, handed: false, heldMs: 0 };
  if (place % 25 === 0) {
    const lead = { ...other, advisorId: nadia, from: middle, until, number: null };
    return [{ ...first, until: middle, heldMs: 0 }, lead];
  }
  if (place % 25 === 1) {
    const again = { advisorId: camille, from: until + 3000, until: until + 90_000 };
    return [
      { ...first, handed: true },
      { ...other, ...again, number: first.number },
    ];
  }
  return [first];
};

const record = async (parts: readonly Part[]): Promise<void> => {
  const rows = parts.map((part) => ({ id: hub.newId(), ...part }));
  await sql`insert into interactions (id, brand_id, channel, direction, started_at, ended_at, outcome,
      advisor_id, queue, title, notes, call)
    select id, 'kerdoual', 'phone', 'inbound', to_timestamp("from" / 1000.0 - 4),
      to_timestamp(until / 1000.0), 'answered', "advisorId", queue, 'Appel', '[]',
      jsonb_build_object('callUid', "callUid", 'customerNumber', number, 'numberHidden', false,
        'answeredAt', to_char(to_timestamp("from" / 1000.0) at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'heldMs', "heldMs", 'transferredTo', case when handed then 'Yanis Morel' end, 'training', false)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one(id uuid, "advisorId" uuid,
      "from" bigint, until bigint, "heldMs" integer, "callUid" text, queue text, number text,
      handed boolean)`.execute(hub.database.db);
};

it.each([
  ['before', 7],
  ['after', 11],
] as const)(
  '[CENTRE-8] [CENTRE-9] a day of 5,000 calls is the queue log’s, told %s the switch’s word',
  async (order, seed) => {
    const calls = simulatedDay(queues, 5000, { begins, seed });
    const chance = seeded(seed);
    const parts = calls.flatMap((call, place) => partsOf(call, place, chance));
    const { facts } = readLog(logOf(calls));
    if (order === 'before') await record(parts);
    await takeFacts(hub.database.db, facts);
    if (order === 'after') await record(parts);
    const logged = queueCalls(facts);
    const days = { from: day, to: day };
    const byQueue = await asked(hub, agathe, { ...days, by: 'queue' });
    for (const queue of [...queues, null]) {
      const of = logged.filter((call) => queue === null || call.queue === queue);
      const figures = queueFigures(of.map(groupOf), () => usualTarget);
      const told =
        queue === null ? byQueue.total : byQueue.rows.find(({ key }) => key === queue)?.figures;
      expect(told?.queue, String(queue)).toEqual(figures);
      expect(told?.fromQueues.taken, String(queue)).toBe(figures.taken);
      expect(told?.fromQueues.inTime, String(queue)).toBe(figures.inTime);
      const apart = Math.abs((told?.fromQueues.talkS ?? 0) - figures.talkS);
      expect(apart, `${queue}: seconds apart`).toBeLessThan(figures.taken / 10);
    }
    // The same as at the queues' own route.
    const answer = await hub.app.inject({
      url: routes.queueFigures,
      query: days,
      headers: bearer(agathe),
    });
    expect(byQueue.total.queue).toEqual(queueFiguresAnswerSchema.parse(answer.json()).total);
    const byAdvisor = await asked(hub, agathe, { ...days, by: 'advisor' });
    const of = (id: string) => byAdvisor.rows.find(({ key }) => key === id)?.figures.fromQueues;
    const sum = (one: 'taken' | 'talkS') =>
      [camille, yanis, nadia].reduce((all, id) => all + (of(id)?.[one] ?? 0), 0);
    expect(sum('taken')).toBe(byQueue.total.fromQueues.taken);
    expect(sum('talkS')).toBeCloseTo(byQueue.total.fromQueues.talkS, 3);
    // A lead took none from a queue, and talked in many.
    expect(of(nadia)).toMatchObject({ taken: 0, inTimeRate: null });
    expect(of(nadia)?.talkS).toBeGreaterThan(1000);
  },
);

it('[CENTRE-9] a call that comes back to its queue is two, and who takes it then took it', async () => {
  const queue = 'kerdoual-service';
  const at = begins + 9 * 3_600_000;
  const about = { queue, legId: 'comes-back' };
  await takeFacts(hub.database.db, [
    { ...about, at, kind: 'joined' },
    { ...about, at: at + 5000, kind: 'taken', waitedS: 5, agent: '6001' },
    { ...about, at: at + 65_000, kind: 'ended', talkedS: 60 },
    { ...about, at: at + 70_000, kind: 'joined' },
    { ...about, at: at + 110_000, kind: 'taken', waitedS: 40, agent: '6002' },
    { ...about, at: at + 130_000, kind: 'ended', talkedS: 20 },
  ]);
  const part = { callUid: 'comes-back', heldMs: 0, queue, number: '+33639980123', handed: false };
  await record([
    { ...part, advisorId: camille, from: at + 5000, until: at + 65_000 },
    { ...part, advisorId: yanis, from: at + 110_000, until: at + 130_000 },
  ]);
  const told = await asked(hub, agathe, { from: day, to: day, by: 'queue' });
  expect(told.total.fromQueues).toMatchObject({ taken: 2, inTime: 1, talkS: 80 });
  expect(told.total.queue).toMatchObject({ taken: 2, inTime: 1, talkS: 80 });
});
