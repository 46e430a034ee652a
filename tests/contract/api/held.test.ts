import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { bootstrapResponseSchema, heldResponseSchema } from '@shared/contracts/sync/pull.ts';
import { usualDesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let agathe: Session;

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  agathe = await hub.signIn('agathe.perrot', hub.newId());
});
afterAll(() => hub.close());

const monthsAgo = (count: number) => {
  const day = new Date(hub.clock.now());
  day.setUTCMonth(day.getUTCMonth() - count);
  return day.toISOString();
};
const customer = async (
  monthsSince: number,
  open: 'nothing' | 'case' | 'callback' = 'nothing',
): Promise<string> => {
  const id = hub.newId();
  const at = monthsAgo(monthsSince);
  const record = { customerId: id, startedAt: at, endedAt: at };
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload: make.someCustomer(id) }),
    mutation(hub, {
      kind: 'interaction.record',
      payload: make.someInteraction(hub.newId(), record),
    }),
    ...(open === 'case'
      ? [mutation(hub, { kind: 'case.open', payload: make.someCase(hub.newId(), id) })]
      : []),
    ...(open === 'callback'
      ? [mutation(hub, { kind: 'callback.create', payload: make.someCallback(hub.newId(), id) })]
      : []),
  ]);
  await sql`update customers set updated_at = ${at} where id = ${id}`.execute(hub.database.db);
  return id;
};
const load = async (hold?: 'needed') => {
  const ids: string[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const query: Record<string, string> = {
      limit: '2',
      protocol: '2',
      ...(hold ? { hold } : {}),
      ...(after === null ? {} : { after }),
    };
    const answer = await hub.app.inject({
      url: `${routes.bootstrap}?${new URLSearchParams(query)}`,
      headers: bearer(camille),
    });
    const page = bootstrapResponseSchema.parse(answer.json());
    ids.push(...page.bundles.map((one) => one.customer.id));
    ({ next: after, total } = page);
  } while (after !== null);
  return { ids, total };
};
const ask = async (ids: readonly string[]) => {
  const answer = await hub.app.inject({
    method: 'POST',
    url: `${routes.held}?protocol=2`,
    headers: bearer(camille),
    payload: { ids },
  });
  return heldResponseSchema.parse(answer.json()).bundles;
};
const limit = async (rules: Partial<typeof usualDesktopRules>) => {
  const payload = { ...usualDesktopRules, ...rules, reason: 'pour essai' };
  const url = routes.desktopRules;
  const done = await hub.app.inject({ method: 'PUT', url, headers: bearer(agathe), payload });
  expect(done.statusCode).toBe(200);
};

it('[CACHE-11] [CACHE-12] a desktop is given whom it is to hold, by age and by number, with what is open', async () => {
  const recent = await customer(1);
  const middle = await customer(20);
  const old = await customer(30);
  const oldWithCase = await customer(40, 'case');
  const oldWithCall = await customer(50, 'callback');
  const all = [recent, middle, old, oldWithCase, oldWithCall];
  expect((await load()).ids).toEqual(all);
  expect(await load('needed')).toEqual({ ids: all.filter((id) => id !== old), total: 4 });
  const held = await ask(all);
  expect(held.map((one) => one.customer.id).sort()).toEqual(all.filter((id) => id !== old).sort());
  expect(held.find((one) => one.customer.id === recent)?.interactions).toHaveLength(1);
  await limit({ monthsAtMost: 12 });
  expect((await load('needed')).ids).toEqual([recent, oldWithCase, oldWithCall]);
  expect(await ask([middle])).toEqual([]);

  // A hundred newer ones, where a hundred are allowed: by number nobody older is left but the open ones.
  await limit({ customersAtMost: 100 });
  const newer = Array.from({ length: 100 }, () => make.someCustomer(hub.newId()));
  await push(
    hub,
    camille,
    newer.map((payload) => mutation(hub, { kind: 'customer.create', payload })),
  );
  hub.clock.advance(11 * 60_000);
  camille = await hub.signIn('camille.roussel', hub.newId());
  const byNumber = await load('needed');
  expect(byNumber.total).toBe(100);
  expect(byNumber.ids).not.toContain(middle);
  expect(byNumber.ids).toEqual(
    expect.arrayContaining([...newer.map(({ id }) => id), oldWithCase, oldWithCall]),
  );
  expect(await ask([middle, newer[0]?.id ?? ''])).toHaveLength(1);
});

it('[CACHE-17] the hub finds by a name, a number in any form, an e-mail or the reference of a case', async () => {
  const one = make.someCustomer(hub.newId(), {
    firstName: 'Hélène',
    lastName: 'Vasseur',
    emails: ['helene.vasseur@exemple.fr'],
    phones: [{ e164: '+33639984117', label: 'mobile' }],
  });
  const reported = make.someCase(hub.newId(), one.id, { reference: 'R-41207' });
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload: one }),
    mutation(hub, { kind: 'case.open', payload: reported }),
  ]);
  const { reference } = await hub.database.db
    .selectFrom('cases')
    .select('reference')
    .where('id', '=', reported.id)
    .executeTakeFirstOrThrow();
  const found = async (text: string) => {
    const url = `${routes.customers}?${new URLSearchParams({ text })}`;
    const answer = await hub.app.inject({ url, headers: bearer(camille) });
    return (answer.json().customers as { id: string }[]).map(({ id }) => id);
  };
  const all = ['vass hel', '06.39.98.41.17', '+33639984117', 'Helene.Vasseur@exemple.fr'];
  for (const text of [...all, reference, reference.toLowerCase()])
    expect(await found(text), text).toEqual([one.id]);
  expect(await found('personne.d.autre@exemple.fr')).toEqual([]);
});
