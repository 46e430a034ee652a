/** A person who is spoken of where nobody knows her yet: files that wait, quarantine, voice servers. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { personalDataSchema } from '@shared/contracts/http/privacy.ts';
import { routes } from '@shared/contracts/routes.ts';
import { bootstrapResponseSchema, pullResponseSchema } from '@shared/contracts/sync/pull.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { importer } from './imports.ts';
import { mutation, push, someCustomer } from './mutations.ts';
import { brokenOff, happened, known, makeSource, tell } from './sources.ts';
import { tablesWith } from './tables-with.ts';

let hub: HubUnderTest;
let camille: Session;
let agathe: Session;

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  agathe = await hub.signIn('agathe.perrot', hub.newId());
});
afterAll(() => hub.close());

const get = (session: Session, url: string) => hub.app.inject({ url, headers: bearer(session) });
const send = (method: 'POST' | 'PUT', url: string, payload: object) =>
  hub.app.inject({ method, url, headers: bearer(agathe), payload });
const cardsNamed = (lastName: string) =>
  hub.database.db.selectFrom('customers').select('id').where('last_name', '=', lastName).execute();

it('[GDPR-15] lines of files and events in quarantine are hers too, a namesake’s are not', async () => {
  const files = importer(hub, agathe);
  const source = await makeSource(hub, agathe);
  const name = 'Quémeneur-Zell';
  const told = { lastName: name, firstName: 'Ondine', phones: ['06 39 98 77 01'] };
  await tell(hub, source, known('client-91', { ...told, emails: ['o.zell@exemple.fr'] }));
  const renamed = known('client-91', { firstName: 'Ondine-Marie' }, '2026-11-06T12:00:00+01:00');
  await tell(hub, source, renamed);
  const [card] = await cardsNamed(name);
  const later = (ref: string, customer: object, title: string) =>
    happened(ref, { title, customer }, '2036-11-28T10:00:00');
  const steps = [{ kind: 'words', value: 'dit au serveur' }];
  const heard = { brandId: 'kerdoual', number: '06 39 98 77 01', steps };
  const hers = [
    later('w1', { ref: 'client-91' }, 'par reference'),
    later('w2', { phones: ['+33 (0)6 39 98 77 01'] }, 'par numero'),
    later('w3', { lastName: 'QUEMENEUR ZELL', firstName: 'ondine' }, 'par nom'),
    { type: 'ivr.input', timestamp: '2026-11-05T12:40:00+01:00', data: heard },
  ];
  for (const event of hers) await tell(hub, source, event);
  const other = { lastName: name, firstName: 'Ondine', emails: ['autre@exemple.fr'] };
  await tell(hub, source, later('w5', other, 'homonyme'));
  const header = ['NOM', 'PRENOM', 'CP', 'TEL', 'MAIL'];
  const raw = await files.read([header, ['Sans', 'Nom', '', '06.39.98.77.01', '']]);
  const refused = await files.read([
    header,
    ['QUEMENEUR ZELL', 'Ondine', '', '', 'illisible'],
    [name, 'ondine marie', '', '', 'biscornu'],
    [name, 'Ondine', '', '', 'autre@exemple.fr'],
  ]);
  await files.tried(refused.id);
  const file = personalDataSchema.parse(
    (await get(agathe, `${routes.customers}/${card?.id}/personal-data`)).json(),
  );
  const rows = (table: string) => file.sections.find((one) => one.name === table)?.rows.length;
  expect([rows('hook_events'), rows('import_lines')]).toEqual([6, 3]);
  const bodies = file.sections.find((one) => one.name === 'hook_events')?.rows ?? [];
  expect(bodies.map(({ body }) => body).join()).toContain('dit au serveur');
  const erased = await send('POST', `${routes.customers}/${card?.id}/erase`, { reason: 'demandé' });
  expect(erased.statusCode, erased.body).toBe(200);
  for (const trace of [
    'par reference',
    'par numero',
    'par nom',
    'dit au serveur',
    'illisible',
    'biscornu',
  ]) {
    expect([trace, await tablesWith(hub, trace)]).toEqual([trace, []]);
  }
  expect(await tablesWith(hub, 'homonyme')).toEqual(['hook_events']);
  expect(await tablesWith(hub, 'autre@exemple.fr')).toContain('import_lines');
  expect(await tablesWith(hub, '06.39.98.77.01')).toEqual([]);
  expect((await files.see(raw.id)).state).toBe('ready');
  const left = (await get(agathe, `${routes.quarantine}?sourceId=${source.id}`)).json();
  expect(left).toMatchObject({ total: 1, items: [{ body: expect.stringContaining('homonyme') }] });
});

it('[GDPR-16] restricted, she gets no second card from a file or a source, and nothing of her goes out', async () => {
  const id = hub.newId();
  const phone = '+33639987702';
  const card = someCustomer(id, {
    lastName: 'Figée',
    firstName: 'Anne',
    phones: [{ e164: phone, label: 'mobile' }],
  });
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: card })]);
  await send('PUT', `${routes.customers}/${id}/restriction`, { reason: 'exactitude contestée' });
  const files = importer(hub, agathe);
  const header = ['NOM', 'PRENOM', 'TEL'];
  const mother = ['Figée', 'Yvonne', phone];
  const read = await files.read([
    header,
    ['FIGEE', 'Anne', phone],
    ['Sanséau', 'Paol', ''],
    mother,
  ]);
  expect(await files.tried(read.id)).toMatchObject({ counts: { refused: 1, new: 2 } });
  const { lines } = await files.lines(read.id, '?status=refused');
  expect(lines).toMatchObject([{ line: 2, problems: [{ code: 'customer-restricted' }] }]);
  const ran = await files.ran(read.id);
  expect(ran).toMatchObject({ written: { created: 2 }, counts: { refused: 1 } });
  const source = await makeSource(hub, agathe);
  const customer = { ref: 'c-1', lastName: 'Figée', firstName: 'Anne', phones: [phone] };
  await hub.settle();
  const start = await get(camille, `${routes.bootstrap}?limit=1&protocol=3`);
  const { cursor } = bootstrapResponseSchema.parse(start.json());
  const events = ['interaction.created', 'interaction.changed', 'callback.created'];
  await send('POST', routes.webhooks, {
    url: 'https://partner.exemple.fr/in',
    events,
    brandIds: ['kerdoual'],
  });
  const justNow = new Date(hub.clock.now() - 60_000).toISOString();
  const cart = brokenOff('p-1', { customer }, justNow);
  expect((await tell(hub, source, cart)).statusCode).toBe(200);
  const words = happened('p-2', { title: 'Mots figés', customer }, justNow);
  expect((await tell(hub, source, words)).statusCode).toBe(200);
  const kept = await hub.database.db
    .selectFrom('interactions')
    .select('id')
    .where('customer_id', '=', id)
    .execute();
  expect(kept).toHaveLength(2);
  await hub.settle();
  const pulled = await get(camille, `${routes.pull}?cursor=${cursor}&limit=2000&protocol=3`);
  expect(pullResponseSchema.parse(pulled.json()).changes.map(({ entity }) => entity)).toEqual(
    expect.arrayContaining(['interaction', 'purchase', 'callback']),
  );
  for (const trace of [id, phone, 'Mots figés']) expect(pulled.body).not.toContain(trace);
  expect((await get(camille, '/v1/carts?limit=200')).body).not.toContain(id);
  const { rows: told } = await sql`select event from webhook_deliveries`.execute(hub.database.db);
  expect(told).toEqual([]);
  expect(await cardsNamed('Figée')).toHaveLength(2);
  const open = (await get(camille, `${routes.callbacks}?limit=500`)).json().callbacks;
  expect(open.filter((one: { number: string }) => one.number === phone)).toEqual([]);
});
