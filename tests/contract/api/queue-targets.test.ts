/** What queues are to achieve is decided by people, and the commands of a lead's desktop about queues. */

import { readQueues } from '@api/modules/lead-board/people-repository.ts';
import { boardQueues } from '@api/modules/lead-board/queues.ts';
import { takeFacts } from '@api/modules/queue-figures/facts-repository.ts';
import { countsOfToday } from '@api/modules/queue-figures/today.ts';
import { queueCommands } from '@renderer/engine/commands/queue-commands.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { queueTargetsSchema } from '@shared/contracts/http/queue-targets.ts';
import { routes } from '@shared/contracts/routes.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ScriptedCentre } from '../../support/centre/scripted-centre.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

const QUEUE = 'kerdoual-service';
let hub: HubUnderTest;
let nadia: Session;
let agathe: Session;
let hugo: Session;
let camille: Session;

beforeAll(async () => {
  hub = await startHubUnderTest({ centre: new ScriptedCentre() });
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  hugo = await hub.signIn('hugo.delmas', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
});
beforeEach(async () => {
  await hub.database.db.deleteFrom('queue_targets').execute();
});
afterAll(() => hub.close());

const ask = (who: Session, path = '', payload?: object) =>
  hub.app.inject({
    method: payload === undefined ? 'GET' : 'PUT',
    url: `${routes.queueTargets}${path}`,
    headers: bearer(who),
    ...(payload === undefined ? {} : { payload }),
  });
const target = { targetS: 30, shortS: 3, answeredShare: 90, waitS: 60 };

it('[QUEUE-20] a target is decided once on top of what was read, in the journal, and holds at once', async () => {
  const { db } = hub.database;
  const seen = queueTargetsSchema.parse((await ask(nadia)).json()).targets;
  expect(seen.find(({ queue }) => queue === QUEUE)).toMatchObject({
    version: 0,
    target: { targetS: 20, shortS: 5, answeredShare: null, waitS: null },
  });
  const now = hub.clock.now();
  const at = now - (now % 1000);
  await takeFacts(db, [
    { queue: QUEUE, legId: 'a', at, kind: 'taken', waitedS: 25, agent: '6001' },
  ]);
  expect((await countsOfToday(db, now)).get(QUEUE)?.answeredInTime).toBe(0);
  const first = await ask(nadia, `/${QUEUE}`, { target, version: 0 });
  expect(first.json()).toMatchObject({ target, version: 1 });
  expect((await countsOfToday(db, now)).get(QUEUE)?.answeredInTime).toBe(1);
  const board = boardQueues(null, await readQueues(db), new Map(), []);
  expect(board.find(({ name }) => name === QUEUE)?.goal).toEqual({ answeredShare: 90, waitS: 60 });
  expect(board.find(({ name }) => name !== QUEUE)?.goal).toEqual({
    answeredShare: null,
    waitS: null,
  });
  expect((await ask(agathe, `/${QUEUE}`, { target, version: 0 })).json().code).toBe(
    'version-superseded',
  );
  expect((await ask(agathe, `/${QUEUE}`, { target, version: 1 })).json().version).toBe(2);
  const entry = await db
    .selectFrom('audit_log')
    .select(['user_id', 'entity', 'entity_id', 'detail'])
    .where('action', '=', 'queue-target-decided')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  expect(entry).toEqual({
    user_id: nadia.user.id,
    entity: 'queue',
    entity_id: QUEUE,
    detail: target,
  });
});

it('[QUEUE-20] of no queue of another brand, by nobody else, and nothing that cannot be', async () => {
  const { db } = hub.database;
  expect((await ask(hugo, `/${QUEUE}`, { target, version: 0 })).statusCode).toBe(403);
  expect((await ask(camille)).statusCode).toBe(403);
  expect((await ask(nadia, '/unknown', { target, version: 0 })).json().code).toBe('not-found');
  for (const wrong of [{ targetS: 0 }, { answeredShare: 101 }, { waitS: 1 }, { shortS: -1 }])
    expect(
      (await ask(nadia, `/${QUEUE}`, { target: { ...target, ...wrong }, version: 0 })).statusCode,
    ).toBe(400);
  await db
    .deleteFrom('user_brands')
    .where('user_id', '=', nadia.user.id)
    .where('brand_id', '=', 'kerdoual')
    .execute();
  const again = await hub.signIn('nadia.ferrand', hub.newId());
  expect((await ask(again, `/${QUEUE}`, { target, version: 0 })).json().code).toBe('not-found');
  const shown = queueTargetsSchema.parse((await ask(again)).json()).targets;
  expect(shown.map(({ brandId }) => brandId)).not.toContain('kerdoual');
  await db
    .insertInto('user_brands')
    .values({ user_id: nadia.user.id, brand_id: 'kerdoual' })
    .execute();
});

it('[QUEUE-21] every command of a lead about queues is answered, and its answer is read', async () => {
  const { db } = hub.database;
  const rule = JSON.stringify({ isDriven: true, principles: [], required: [] });
  await db.insertInto('queue_rules').values({ queue: QUEUE, rule, version: 1 }).execute();
  const client = new HubClient(await hub.app.listen({ host: '127.0.0.1', port: 0 }));
  client.takeTokensFrom(async () => succeed(nadia.accessToken));
  const commands = queueCommands({ hub: client, session: { shift: {} } } as never);
  const value = <T>(got: { ok: boolean; value?: T }): T => {
    expect(got).toMatchObject({ ok: true });
    return got.value as T;
  };
  const until = new Date(hub.clock.now() + 3_600_000).toISOString();
  const order = { userId: camille.user.id, queue: QUEUE, reason: 'Pic du matin', until };
  const move = value(await commands['lead.move']({ ...order, direction: 'in', penalty: 0 }));
  const pause = value(await commands['lead.queue-pause']({ ...order, queue: null }));
  const seen = value(await commands['lead.distribution']({}));
  expect([seen.moves.map(({ id }) => id), seen.pauses.map(({ id }) => id)]).toEqual([
    [move.id],
    [pause.id],
  ]);
  value(await commands['lead.end-move']({ what: 'moves', id: move.id }));
  value(await commands['lead.end-move']({ what: 'pauses', id: pause.id }));
  const kept = value(
    await commands['lead.decide-queue-target']({ queue: QUEUE, target, version: 0 }),
  );
  const { targets } = value(await commands['lead.queue-targets']({}));
  expect(targets.find(({ queue }) => queue === QUEUE)).toEqual(kept);
});
