import type { Session } from '@shared/contracts/http/auth.ts';
import {
  type IntakeAnswer,
  intakeAnswerSchema,
  intakeLimits,
  intakeMediaType,
} from '@shared/contracts/http/intake.ts';
import { problemSchema } from '@shared/contracts/http/problem.ts';
import { routes } from '@shared/contracts/routes.ts';
import { bootstrapResponseSchema, pullResponseSchema } from '@shared/contracts/sync/pull.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let hugo: Session;
let camille: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  hugo = await hub.signIn('hugo.delmas');
  camille = await hub.signIn('camille.roussel', hub.newId());
});
afterAll(() => hub.close());

const send = (payload: string, session = hugo, type = intakeMediaType) =>
  hub.app.inject({
    method: 'POST',
    url: routes.intake,
    headers: { ...bearer(session), 'content-type': type },
    payload,
  });
const lines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const takeIn = async (rows: readonly unknown[]): Promise<IntakeAnswer> => {
  const answer = await send(lines(rows));
  expect(answer.statusCode, answer.body).toBe(200);
  return intakeAnswerSchema.parse(answer.json());
};
const some = (change: Partial<Interaction> = {}) => someInteraction(hub.newId(), change);
const someRows = (count: number) => Array.from({ length: count }, () => some());
const stored = async (rows: readonly Interaction[]) => {
  const ids = rows.map(({ id }) => id);
  const { db } = hub.database;
  return db.selectFrom('interactions').selectAll().where('id', 'in', ids).execute();
};

describe('what comes in', () => {
  it('[API-28] a row that is no interaction is refused with its line and reason, the others are in', async () => {
    const [first, second] = [
      some(),
      some({ channel: 'form', title: 'Formulaire « retour »\t\\N' }),
    ];
    const wrong = { ...some(), channel: 'pigeon', title: 7 };
    const body = `${lines([first])}{"id":\n\n${lines([wrong, second])}42\n${JSON.stringify(first)}`;
    const answer = intakeAnswerSchema.parse((await send(body)).json());
    expect(answer).toEqual({
      taken: 2,
      duplicates: 1,
      refused: [
        { line: 2, id: null, code: 'input-malformed', detail: 'not JSON' },
        { line: 4, id: wrong.id, code: 'input-malformed', detail: 'malformed: channel, title' },
        { line: 6, id: null, code: 'input-malformed', detail: 'malformed: ' },
      ],
    });
    const rows = await stored([first, second]);
    expect(rows.map(({ title }) => title).sort()).toEqual([first.title, second.title].sort());
  });

  it('[API-28] a row whose times no clock shows is refused with the field', async () => {
    const now = hub.clock.now();
    const at = (ms: number) => new Date(now + ms).toISOString();
    const wrong = [
      some({ startedAt: at(3_600_000) }),
      some({ startedAt: '1999-12-31T00:00:00.000Z' }),
      some({ startedAt: at(-60_000), endedAt: at(-120_000) }),
      some({ startedAt: at(-60_000), endedAt: at(3_600_000) }),
      some({ zone: 'Europe/Pariss' }),
    ];
    const good = some({ startedAt: at(60_000), endedAt: null });
    const answer = intakeAnswerSchema.parse((await send(lines([...wrong, good]))).json());
    expect(answer.taken).toBe(1);
    expect(answer.refused.map(({ detail }) => detail?.split(':')[0])).toEqual([
      'startedAt',
      'startedAt',
      'endedAt',
      'endedAt',
      'zone',
    ]);
  });

  it('[API-28] a row of another brand, an unknown customer, case or advisor is refused', async () => {
    const nobody = hub.newId();
    const elsewhere = someCustomer(hub.newId(), {
      relations: someCustomer('').relations.map((one) => ({ ...one, brandId: 'solvenne' })),
    });
    await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: elsewhere })]);
    const rows = [
      some({ brandId: 'solvenne' }),
      some({ customerId: nobody }),
      some({ caseId: nobody }),
      some({ advisorId: nobody }),
      some({ customerId: elsewhere.id }),
      some({ advisorId: camille.user.id }),
    ];
    const { taken, refused } = await takeIn(rows);
    expect(taken).toBe(1);
    expect(refused.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '1 role-not-allowed',
      '2 customer-unknown',
      '3 case-unknown',
      '4 input-malformed',
      '5 customer-unknown',
    ]);
    expect(await stored(rows)).toHaveLength(1);
  });

  it('[API-28] what PostgreSQL cannot store is refused alone, wherever it stands', async () => {
    const rows = someRows(40);
    const poison = [some({ title: 'a\u0000b' }), some({ startedAt: '0000-01-01T00:00:00Z' })];
    const half = { at: rows[0]?.startedAt ?? '', text: 'half a pair \ud800' };
    poison.push(some({ notes: [half] }));
    const body = [...rows.slice(0, 7), ...poison.slice(0, 1), ...rows.slice(7), ...poison.slice(1)];
    const answer = await takeIn(body);
    expect(answer.refused.map(({ id }) => id)).toEqual(poison.map(({ id }) => id));
    expect(answer.taken).toBe(40);
    expect(await stored(rows)).toHaveLength(40);
  });

  it('[API-28] whatever lines come, good ones are in and the others are refused by line', async () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, '·')),
      fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
      fc
        .record({
          field: fc.constantFrom(...Object.keys(someInteraction(''))),
          value: fc.jsonValue(),
        })
        .map(({ field, value }) =>
          JSON.stringify({ ...some(), id: 'x', [field]: value, outcome: 0 }),
        ),
    );
    const part = fc.oneof(odd, fc.constant('good'));
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
        const good: Interaction[] = [];
        const body = parts.map((one) => {
          if (one !== 'good') return one;
          const row = some();
          good.push(row);
          return JSON.stringify(row);
        });
        const answer = await send(body.join('\n'));
        expect(answer.statusCode, answer.body).toBe(200);
        const { taken, refused } = intakeAnswerSchema.parse(answer.json());
        const notBlank = (one: string) => [...Buffer.from(one)].some((byte) => byte > 0x20);
        const expected = parts.flatMap((one, at) =>
          one !== 'good' && notBlank(one) ? [at + 1] : [],
        );
        expect(refused.map(({ line }) => line)).toEqual(expected);
        expect(taken).toBe(good.length);
      }),
      { numRuns: 60, seed: 20_817 },
    );
  });

  it('[API-28] a body of another kind is refused as such', async () => {
    for (const type of ['application/json', 'text/plain']) {
      const answer = await send('[]', hugo, type);
      expect(problemSchema.parse(answer.json()).code).toBe('media-type-unsupported');
    }
    const elsewhere = await hub.app.inject({
      method: 'POST',
      url: routes.signIn,
      headers: { 'content-type': intakeMediaType },
      payload: '{}',
    });
    expect(elsewhere.json().code).toBe('media-type-unsupported');
  });
});

describe('once', () => {
  it('[API-29] a repeat changes nothing and is counted', async () => {
    const rows = someRows(3);
    expect(await takeIn(rows)).toMatchObject({ taken: 3, duplicates: 0 });
    const changed = rows.map((row) => ({ ...row, id: row.id.toUpperCase(), title: 'Autre' }));
    expect(await takeIn([...changed, some()])).toMatchObject({ taken: 1, duplicates: 3 });
    expect((await stored(rows)).map(({ title }) => title)).toEqual(rows.map(({ title }) => title));
  });

  it('[API-29] of many who send the same rows at once each row is taken from one', async () => {
    const rows = someRows(600);
    const pushed = rows
      .slice(0, 100)
      .map((payload) => mutation(hub, { kind: 'interaction.record', payload }));
    const [answers, ...taken] = await Promise.all([
      push(hub, camille, pushed),
      takeIn(rows),
      takeIn([...rows].reverse()),
      takeIn(rows.slice(200)),
      takeIn([...rows.slice(300), ...rows.slice(0, 300)]),
    ]);
    expect(answers.every(({ status }) => status === 'accepted')).toBe(true);
    expect(taken.flatMap(({ refused }) => refused)).toEqual([]);
    const sum = taken.reduce((all, one) => all + one.taken, 0);
    expect(sum).toBeGreaterThanOrEqual(500);
    expect(sum).toBeLessThanOrEqual(600);
    expect(taken.map((one) => one.taken + one.duplicates)).toEqual([600, 600, 400, 600]);
    expect(await stored(rows)).toHaveLength(600);
  });

  it('[API-29] a database that goes away in between answers so, and the same rows go in later', async () => {
    const rows = someRows(5);
    const blocker = await hub.database.connectAlone();
    await blocker.query('begin; lock table interactions in share mode');
    const answer = send(lines(rows));
    await until('the rows wait', async () => {
      const { rowCount } = await blocker.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rowCount === 1;
    });
    const refused = await answer;
    await blocker.end();
    expect(problemSchema.parse(refused.json()).code).toBe('hub-failing');
    expect(await takeIn(rows)).toEqual({ taken: 5, duplicates: 0, refused: [] });
  });
});

describe('what follows', () => {
  it('[API-30] desktops pull rows taken in, and each transaction leaves one audit entry', async () => {
    await hub.settle();
    const ask = (url: string) => hub.app.inject({ url, headers: bearer(camille) });
    const { cursor } = bootstrapResponseSchema.parse((await ask(routes.bootstrap)).json());
    const rows = someRows(1_200);
    await takeIn([...rows, 'nonsense']);
    await hub.settle();
    const first = pullResponseSchema.parse(
      (await ask(`${routes.pull}?cursor=${encodeURIComponent(cursor)}&limit=2000`)).json(),
    );
    const heard = first.changes.map(({ id }) => id).sort();
    expect(heard).toEqual(rows.map(({ id }) => id).sort());
    const entries = await hub.database.db
      .selectFrom('audit_log')
      .select(['user_id', 'action', 'detail'])
      .where('action', '=', 'taken-in')
      .orderBy('id', 'desc')
      .limit(2)
      .execute();
    expect(entries).toEqual([
      { user_id: hugo.user.id, action: 'taken-in', detail: { taken: 200 } },
      { user_id: hugo.user.id, action: 'taken-in', detail: { taken: 1_000 } },
    ]);
  });

  it('[API-30] the live channel hears of them', async () => {
    const listener = await hub.database.connectAlone();
    let heard = 0;
    listener.on('notification', () => {
      heard += 1;
    });
    await listener.query('listen hub_changed');
    await takeIn(someRows(50));
    await until('one word for all of them', () => heard === 1);
    await listener.end();
  });
});

describe('limits', () => {
  it('[API-31] too many rows and too long a line answer payload-too-large; rows before stay', async () => {
    const rows = someRows(1_000);
    const many = await send(`${lines(rows)}${'0\n'.repeat(intakeLimits.rows - 999)}`);
    expect(problemSchema.parse(many.json()).code).toBe('payload-too-large');
    expect(await stored(rows)).toHaveLength(1_000);
    const long = await send(`"${'x'.repeat(intakeLimits.lineBytes)}"`);
    expect(problemSchema.parse(long.json()).code).toBe('payload-too-large');
    expect(long.headers['connection']).toBe('close');
  });

  it('[API-31] a body that says it is too long is refused before it is read', async () => {
    const answer = await hub.app.inject({
      method: 'POST',
      url: routes.intake,
      headers: {
        ...bearer(hugo),
        'content-type': intakeMediaType,
        'content-length': String(intakeLimits.bytes + 1),
      },
      payload: lines([some()]),
    });
    expect(problemSchema.parse(answer.json()).code).toBe('payload-too-large');
  });
});
