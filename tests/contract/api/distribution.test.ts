import { drive } from '@api/modules/distribution/drive.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { distributionSchema, queueMoveSchema } from '@shared/contracts/http/distribution.ts';
import { routes } from '@shared/contracts/routes.ts';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ScriptedCentre } from '../../support/centre/scripted-centre.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

const QUEUE = 'kerdoual-service';
let hub: HubUnderTest;
let centre: ScriptedCentre;
let nadia: Session;
let camille: Session;
let agathe: Session;
let hugo: Session;
let extension: string;

beforeAll(async () => {
  centre = new ScriptedCentre();
  hub = await startHubUnderTest({ centre });
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  hugo = await hub.signIn('hugo.delmas', hub.newId());
  const line = await hub.database.db
    .selectFrom('lines')
    .select('extension')
    .where('user_id', '=', camille.user.id)
    .executeTakeFirstOrThrow();
  extension = line.extension;
});
beforeEach(async () => {
  const { db } = hub.database;
  for (const table of [
    'queue_rules',
    'queue_moves',
    'queue_pauses',
    'user_qualifications',
  ] as const)
    await db.deleteFrom(table).execute();
  if (centre.isAway) centre.comesBack();
  const alien = {
    extension: '9999',
    isPaused: false,
    pauseReason: '',
    penalty: 0,
    line: 'free',
    isFixed: false,
  } as const;
  centre.shows({ queues: [{ name: QUEUE, members: [alien] }, { name: 'solvenne-contrats' }] });
  centre.orders.splice(0);
});
afterAll(() => hub.close());

const ask = (who: Session, path: string, payload?: object, method: 'POST' | 'PUT' = 'POST') =>
  hub.app.inject({
    method: payload === undefined ? 'GET' : method,
    url: `${routes.distribution}${path}`,
    headers: bearer(who),
    ...(payload === undefined ? {} : { payload }),
  });
const rule = (changes: object = {}, version = 0) =>
  ask(
    agathe,
    `/queues/${QUEUE}`,
    {
      isDriven: true,
      principles: ['skill'],
      required: [{ kind: 'skill', code: 'chauffage', level: 2 }],
      version,
      ...changes,
    },
    'PUT',
  );
const inMs = (ms: number) => new Date(hub.clock.now() + ms).toISOString();
const move = (changes: object = {}) => ({
  userId: camille.user.id,
  queue: QUEUE,
  direction: 'in',
  penalty: 1,
  reason: 'Pic du matin',
  until: inMs(60_000),
  ...changes,
});
const members = () =>
  centre
    .queues()
    .get(QUEUE)
    ?.members.map((one) => one.extension)
    .sort();
const settled = () => drive({ ...hub, log: pino({ level: 'silent' }) }, centre);
const journal = async (action: string) =>
  (
    await hub.database.db
      .selectFrom('audit_log')
      .select(['user_id', 'entity_id', 'detail'])
      .where('action', '=', action)
      .orderBy('id', 'desc')
      .limit(1)
      .execute()
  )[0];

describe('queues are driven', () => {
  it('[QUEUE-12] [QUEUE-14] by what people are good at, and nobody else is touched', async () => {
    expect((await rule()).statusCode).toBe(200);
    expect(members()).toEqual(['9999']);
    const qualifications = [{ kind: 'skill', code: 'chauffage', level: 4 }];
    const changed = await ask(nadia, `/people/${camille.user.id}`, { qualifications }, 'PUT');
    expect(changed.statusCode).toBe(204);
    expect(centre.orders).toEqual([['join', QUEUE, extension, 1]]);
    const seen = distributionSchema.parse((await ask(nadia, '')).json());
    const queue = seen.queues.find((one) => one.queue === QUEUE);
    expect(queue?.members).toEqual([
      {
        userId: camille.user.id,
        penalty: 1,
        why: [{ by: 'skill', code: 'chauffage', level: 4 }],
        isThere: true,
        isPaused: false,
        pauseReason: '',
      },
    ]);
    await ask(nadia, `/people/${camille.user.id}`, { qualifications: [] }, 'PUT');
    expect(members()).toEqual(['9999']);
    expect((await journal('qualifications-changed'))?.detail).toEqual({ qualifications: [] });
  });

  it('[QUEUE-13] a move holds until its time and goes back by itself, with its trace', async () => {
    await rule();
    const made = await ask(nadia, '/moves', move());
    expect(queueMoveSchema.parse(made.json())).toMatchObject({ by: nadia.user.id, penalty: 1 });
    expect(members()).toContain(extension);
    expect(await journal('queue-moved')).toMatchObject({
      user_id: nadia.user.id,
      entity_id: camille.user.id,
      detail: { queue: QUEUE, direction: 'in', reason: 'Pic du matin' },
    });
    hub.clock.advance(61_000);
    await settled();
    expect(members()).toEqual(['9999']);
  });

  it('[QUEUE-13] one is ended before its time; a pause as well', async () => {
    await rule();
    const { id } = (await ask(nadia, '/moves', move())).json();
    const { userId, queue, until } = move();
    const pause = (await ask(nadia, '/pauses', { userId, queue, until, reason: 'brief' })).json();
    const own = () =>
      centre
        .queues()
        .get(QUEUE)
        ?.members.find((one) => one.extension === extension);
    expect(own()).toMatchObject({ isPaused: true, pauseReason: 'Parlance: brief' });
    expect((await ask(nadia, `/pauses/${pause.id}/end`, {})).statusCode).toBe(204);
    expect(own()).toMatchObject({ isPaused: false });
    expect((await ask(nadia, `/moves/${id}/end`, {})).statusCode).toBe(204);
    expect(own()).toBeUndefined();
    expect((await ask(nadia, `/moves/${id}/end`, {})).json().code).toBe('not-found');
    expect((await journal('queue-move-ended'))?.entity_id).toBe(camille.user.id);
    expect((await journal('queue-pause-ended'))?.entity_id).toBe(camille.user.id);
  });

  it('[QUEUE-14] a switch that was away is made so again', async () => {
    await rule();
    await ask(nadia, '/moves', move());
    centre.goesAway();
    await settled();
    centre.comesBack();
    centre.shows({ queues: [{ name: QUEUE }] });
    await settled();
    expect(members()).toEqual([extension]);
  });
});

describe('who may', () => {
  it('[QUEUE-15] a lead moves her own people, in queues of her brands that are driven', async () => {
    const until = move().until;
    expect((await ask(nadia, '/moves', move())).json().code).toBe('queue-not-driven');
    await rule();
    const past = new Date(hub.clock.now() - 1).toISOString();
    expect((await ask(nadia, '/moves', move({ until: past }))).statusCode).toBe(400);
    for (const wrong of [{ queue: 'unknown' }, { userId: hugo.user.id }, { userId: hub.newId() }])
      expect((await ask(nadia, '/moves', move(wrong))).json().code).toBe('not-found');
    await hub.database.db
      .updateTable('users')
      .set({ team_id: null })
      .where('id', '=', camille.user.id)
      .execute();
    const pause = { userId: camille.user.id, queue: QUEUE, reason: 'x', until };
    for (const [path, body] of [
      ['/moves', move()],
      ['/pauses', pause],
    ] as const)
      expect((await ask(nadia, path, body)).json().code).toBe('not-found');
    const people = await ask(nadia, `/people/${camille.user.id}`, { qualifications: [] }, 'PUT');
    expect(people.json().code).toBe('not-found');
    const seen = distributionSchema.parse((await ask(nadia, '')).json());
    expect(seen.people.map(({ userId }) => userId)).not.toContain(camille.user.id);
    await hub.database.db
      .updateTable('users')
      .set({ team_id: camille.user.teamId })
      .where('id', '=', camille.user.id)
      .execute();
    expect(centre.orders).toEqual([]);
  });

  it('[QUEUE-15] no advisor, no brand manager; a lead sets no rule, and none on top of another', async () => {
    for (const who of [camille, hugo]) {
      expect((await ask(who, '')).statusCode).toBe(403);
      expect((await ask(who, '/moves', move())).statusCode).toBe(403);
    }
    const byLead = { isDriven: true, principles: [], required: [], version: 0 };
    expect((await ask(nadia, `/queues/${QUEUE}`, byLead, 'PUT')).statusCode).toBe(403);
    await rule();
    expect((await rule()).json().code).toBe('version-superseded');
    expect((await rule({}, 7)).json().code).toBe('version-superseded');
    expect((await journal('queue-rule-changed'))?.entity_id).toBe(QUEUE);
  });
});
