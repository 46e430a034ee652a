import { keepHouse } from '@api/housekeeping.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import {
  hookAnswerSchema,
  quarantineSchema,
  type SettledItem,
  type SourceWithSecret,
  settledSchema,
} from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { happened, makeSource, tell } from './sources.ts';

let hub: HubUnderTest;
let agathe: Session;
let hugo: Session;
let own: SourceWithSecret;
let shared: SourceWithSecret;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot');
  hugo = await hub.signIn('hugo.delmas', hub.newId());
  own = await makeSource(hub, agathe);
  shared = await makeSource(hub, agathe, { name: 'Passerelle', brandIds: ['kerdoual', 'lorvane'] });
});
afterAll(() => hub.close());

const list = async (session: Session, query = '') => {
  const url = `${routes.quarantine}?${query}`;
  const answer = await hub.app.inject({ url, headers: bearer(session) });
  return quarantineSchema.parse(answer.json());
};
const settle = async (session: Session, how: 'replay' | 'give-up', payload: object) => {
  const answer = await hub.app.inject({
    method: 'POST',
    url: `${routes.quarantine}/${how}`,
    headers: bearer(session),
    payload,
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return settledSchema.parse(answer.json()).items;
};
const setAside = async (source: SourceWithSecret, event: unknown): Promise<string> => {
  const answer = hookAnswerSchema.parse((await tell(hub, source, event)).json());
  expect(answer.status).toBe('quarantined');
  return answer.eventId;
};
const wrong = (data: object = {}) => happened('wrong', { title: '', ...data });
const statuses = (items: readonly SettledItem[]) => items.map(({ status }) => status);
const titled = (title: string) =>
  hub.database.db.selectFrom('interactions').select('id').where('title', '=', title).execute();

it('[HOOK-18] lists what waits, oldest first, to whom it concerns', async () => {
  const kerdoual = await setAside(own, wrong());
  const unreadable = await setAside(own, 'nonsense');
  const lorvane = await setAside(shared, wrong({ brandId: 'lorvane' }));
  const both = await setAside(shared, 'nonsense');
  const all = await list(agathe);
  expect(all.items.map(({ id }) => id)).toEqual([kerdoual, unreadable, lorvane, both]);
  expect(all.items[0]).toMatchObject({
    sourceName: 'Boutique',
    type: 'interaction.happened',
    brandId: 'kerdoual',
    reason: 'malformed',
    issues: [{ path: 'data.title' }],
    body: JSON.stringify(wrong()),
  });
  expect((await list(hugo)).items.map(({ id }) => id)).toEqual([kerdoual, unreadable]);
  const paged = await list(agathe, 'limit=3');
  expect(paged).toMatchObject({ total: 4, next: lorvane });
  expect((await list(agathe, `limit=3&after=${lorvane}`)).items.map(({ id }) => id)).toEqual([
    both,
  ]);
  expect((await list(agathe, 'reason=not-json')).items).toHaveLength(2);
  expect(statuses(await settle(hugo, 'replay', { items: [{ id: lorvane }] }))).toEqual(['gone']);
});

it('[HOOK-19] is tried again as it is, corrected, many at once, each once, and audited', async () => {
  const ahead = new Date(hub.clock.now() + 3_600_000).toISOString();
  const early = await setAside(own, happened('early', { title: 'Trop tôt' }, ahead));
  const empty = await setAside(own, wrong({ ref: 'empty' }));
  const hopeless = await setAside(own, wrong({ ref: 'hopeless' }));
  const event = happened('empty', { title: 'Corrigé' });
  const items = [{ id: early }, { id: empty, event }, { id: hopeless }];
  const first = await settle(agathe, 'replay', { items });
  expect(statuses(first)).toEqual(['quarantined', 'applied', 'quarantined']);
  expect(first.map(({ reason }) => reason)).toEqual(['time-ahead', null, 'malformed']);
  hub.clock.advance(3_600_000);
  agathe = await hub.signIn('agathe.perrot');
  const [now, again] = await Promise.all([
    settle(agathe, 'replay', { items }),
    settle(agathe, 'replay', { items }),
  ]);
  const together = [...statuses(now), ...statuses(again)].sort();
  expect(together).toEqual(['applied', 'gone', 'gone', 'gone', 'quarantined', 'quarantined']);
  expect(await titled('Trop tôt')).toHaveLength(1);
  expect(await titled('Corrigé')).toHaveLength(1);
  const given = { ids: [hopeless, empty], why: 'Essai de la boutique' };
  expect(statuses(await settle(agathe, 'give-up', given))).toEqual(['given-up', 'gone']);
  const row = await hub.database.db
    .selectFrom('hook_events')
    .select(['status', 'settled_by', 'settled_why'])
    .where('id', '=', hopeless)
    .executeTakeFirst();
  expect(row).toEqual({
    status: 'given-up',
    settled_by: agathe.user.id,
    settled_why: 'Essai de la boutique',
  });
  const audit = await hub.database.db
    .selectFrom('audit_log')
    .select('action')
    .where('entity', '=', 'hook-event')
    .where('entity_id', '=', hopeless)
    .execute();
  expect(audit.map(({ action }) => action)).toEqual([
    'replayed',
    'replayed',
    'replayed',
    'given-up',
  ]);
});

it('[HOOK-20] bodies that took effect are forgotten after thirty days, what waits is kept', async () => {
  await tell(hub, own, happened('old', { title: 'Ancien' }), 'msg_old');
  const waits = await setAside(own, wrong({ ref: 'still' }));
  const bodies = async () => {
    const rows = await hub.database.db
      .selectFrom('hook_events')
      .select(['id', 'message_id', 'body'])
      .execute();
    const of = (found: (row: (typeof rows)[number]) => boolean) => rows.find(found)?.body ?? null;
    return [of((row) => row.message_id === 'msg_old'), of((row) => row.id === waits)];
  };
  hub.clock.advance(29 * 86_400_000);
  await keepHouse(hub.database, hub.clock);
  expect((await bodies()).every((body) => body !== null)).toBe(true);
  hub.clock.advance(2 * 86_400_000);
  await keepHouse(hub.database, hub.clock);
  const [taken, kept] = await bodies();
  expect(taken).toBeNull();
  expect(kept).not.toBeNull();
  const repeated = await tell(hub, own, happened('old', { title: 'Ancien' }), 'msg_old');
  expect(repeated.statusCode).toBe(200);
  expect(await titled('Ancien')).toHaveLength(1);
});
