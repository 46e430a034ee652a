import { randomBytes } from 'node:crypto';
import { keepHouse, passTime } from '@api/housekeeping.ts';
import { readAudit } from '@api/modules/audit/repository.ts';
import { workOnExports } from '@api/modules/exports/work.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { type ExportView, exportSchema } from '@shared/contracts/http/exports.ts';
import { routes } from '@shared/contracts/routes.ts';
import { exportFieldsOf, exportHeaders } from '@shared/domain/export/columns.ts';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { importer } from './imports.ts';
import { mutation, push, someConsent, someCustomer, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let agathe: Session;
let camille: Session;
const people: string[] = [];

const person = (number: number, change: Parameters<typeof someCustomer>[1] = {}) =>
  someCustomer(hub.newId(), {
    firstName: 'Anne',
    lastName: `Le Gall-${'abcdefghij'[number] ?? number}`,
    phones: [{ e164: `+336399810${String(10 + number)}`, label: 'mobile' }],
    emails: [`anne${number}@exemple.fr`],
    ...change,
  });
const relation = (change: object) => [{ ...someCustomer('x').relations[0], ...change }] as never;

beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
  const all = [
    person(0, { firstName: '=cmd|calc', phones: [], emails: ['zero@exemple.fr'] }),
    person(1, { relations: relation({ segment: 'premium', vip: true }) }),
    person(2, {
      kind: 'company',
      civility: 'none',
      firstName: '',
      lastName: '',
      companyName: 'Faïencerie du Port',
      registration: '73282932000074',
    }),
    person(3, { phones: [], emails: [] }),
    person(4, { relations: relation({ brandId: 'solvenne' }) }),
  ];
  people.push(...all.map(({ id }) => id));
  await push(
    hub,
    camille,
    all.flatMap((payload) => [
      mutation(hub, { kind: 'customer.create', payload }),
      ...(payload.relations[0]?.brandId === 'solvenne'
        ? []
        : [
            mutation(hub, {
              kind: 'interaction.record',
              payload: someInteraction(hub.newId(), {
                customerId: payload.id,
                summary: 'Deux lignes\n-et un tiret',
              }),
            }),
            mutation(hub, {
              kind: 'consent.record',
              payload: {
                ...someConsent(hub.newId(), payload.id),
                channel: 'email' as const,
                until: null,
                givenAt: '2026-11-01T10:00:00.123Z',
              },
            }),
          ]),
    ]),
  );
});
afterAll(() => hub.close());

const call = (method: 'GET' | 'POST', path: string, payload?: object, session = agathe) =>
  hub.app.inject({
    method,
    url: `${routes.exports}${path}`,
    headers: bearer(session),
    ...(payload === undefined ? {} : { payload }),
  });
const asked = async (payload: object = {}): Promise<ExportView> => {
  const got = await call('POST', '', { brandId: 'kerdoual', kind: 'customers', ...payload });
  expect(got.statusCode, got.body).toBe(201);
  return exportSchema.parse(got.json());
};
const see = async (id: string) => exportSchema.parse((await call('GET', `/${id}`)).json());
const random = (length: number) => new Uint8Array(randomBytes(length));
const batch = (rows: number) => workOnExports({ ...hub, random }, rows);
const work = async (rows = 500) => {
  while (await batch(rows));
};
const file = async (id: string) => (await call('GET', `/${id}/file`)).body;
const made = async (payload: object = {}, rows = 500) => {
  const { id } = await asked(payload);
  await work(rows);
  return { id, text: await file(id) };
};
const lines = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');

describe('what goes out', () => {
  it('[EXPORT-1] the columns that were chosen, by segment, period and language', async () => {
    const { text } = await made({
      columns: ['lastName', 'vip', 'phone1'],
      segments: ['premium'],
      language: 'en',
    });
    expect(lines(text)).toEqual(['Last name;VIP;Phone', "Le Gall-b;yes;'+33639981011"]);
    expect(lines((await made({ vip: 'only' })).text)).toHaveLength(2);
    const none = await made({ to: '2020-01-01T00:00:00.000Z' });
    expect(lines(none.text)).toHaveLength(1);
    const whole = await made();
    expect(lines(whole.text)[0]?.split(';')).toEqual(
      exportFieldsOf.customers.map((field) => exportHeaders[field].fr),
    );
    expect(lines(whole.text)).toHaveLength(5);
    const { id } = await asked({ format: 'xlsx', columns: ['lastName'] });
    await work();
    const got = await call('GET', `/${id}/file`);
    expect(got.headers['content-disposition']).toMatch(/clients-kerdoual-.*\.xlsx"$/);
    const sheet = unzipSync(new Uint8Array(got.rawPayload))['xl/worksheets/sheet1.xml'];
    expect(strFromU8(sheet ?? new Uint8Array())).toContain('Le Gall-b');
  });

  it('[EXPORT-1] what is not of the kind, or is nowhere, is refused by its field', async () => {
    const wrong = async (payload: object) =>
      (await call('POST', '', { brandId: 'kerdoual', kind: 'customers', ...payload })).json();
    expect((await wrong({ columns: ['startedAt'] })).issues[0]).toMatchObject({
      path: 'body/columns',
      message: 'startedAt is no column of customers',
    });
    expect((await wrong({ columns: ['vip', 'vip'] })).issues[0].path).toBe('body/columns');
    const now = new Date().toISOString();
    expect((await wrong({ from: now, to: now })).issues[0].path).toBe('body/to');
    expect((await wrong({ brandId: 'nowhere' })).detail).toMatch(/^brandId:/);
  });

  it('[EXPORT-6] no text runs as a formula', async () => {
    const { text } = await made({ columns: ['firstName', 'lastName'] });
    expect(text).toContain("'=cmd|calc;Le Gall-a");
    const exchanges = await made({ kind: 'interactions', columns: ['summary'] });
    expect(exchanges.text).toContain('"Deux lignes\n-et un tiret"');
  });
});

describe('for whom', () => {
  it('[EXPORT-2] of one’s own brands alone; no advisor', async () => {
    const hugo = await hub.signIn('hugo.delmas', hub.newId());
    expect((await call('POST', '', {}, camille)).statusCode).toBe(403);
    const foreign = hugo.user.brandIds.includes('lorvane') ? 'solvenne' : 'lorvane';
    await hub.database.db
      .deleteFrom('user_brands')
      .where('user_id', '=', hugo.user.id)
      .where('brand_id', '=', foreign)
      .execute();
    const { id } = await asked({ brandId: foreign });
    await work();
    expect((await call('GET', `/${id}/file`, undefined, hugo)).statusCode).toBe(404);
    expect((await call('GET', `/${id}`, undefined, hugo)).statusCode).toBe(404);
  });

  it('[EXPORT-2] who is restricted or erased since is not in the file, nor kept of the erased', async () => {
    const gone = person(8);
    const still = person(9);
    await push(hub, camille, [
      mutation(hub, { kind: 'customer.create', payload: gone }),
      mutation(hub, { kind: 'customer.create', payload: still }),
    ]);
    const { id } = await asked({ columns: ['lastName'] });
    await work();
    expect(await file(id)).toContain('Le Gall-i');
    const path = (one: { id: string }) => `${routes.customers}/${one.id}`;
    const headers = bearer(agathe);
    const payload = { reason: 'demande écrite' };
    await hub.app.inject({ method: 'PUT', url: `${path(still)}/restriction`, headers, payload });
    await hub.app.inject({ method: 'POST', url: `${path(gone)}/erase`, headers, payload });
    const text = await file(id);
    expect(text).not.toContain('Le Gall-i');
    expect(text).not.toContain('Le Gall-j');
    expect(text).toContain('Le Gall-d');
    const kept = await hub.database.db
      .selectFrom('export_lines')
      .select('customer_id')
      .where('export_id', '=', id)
      .execute();
    expect(kept.map((line) => line.customer_id)).not.toContain(gone.id);
    expect((await made({ columns: ['lastName'] })).text).not.toContain('Le Gall-j');
  });
});

describe('made in the background', () => {
  it('[EXPORT-3] says how far it is, and goes on elsewhere without a line twice or missing', async () => {
    const { id, progress } = await asked({ columns: ['reference'] });
    expect(progress.done).toBe(0);
    await batch(2);
    expect(await see(id)).toMatchObject({ state: 'making', progress: { done: 2 } });
    expect((await call('GET', `/${id}/file`)).json()).toMatchObject({
      code: 'export-not-in-state',
      detail: 'it is making',
    });
    // A hub that dies in its batch leaves nothing of it.
    const died = {
      database: hub.database,
      random,
      clock: {
        now: () => {
          throw new Error('died');
        },
      },
    };
    await expect(workOnExports(died, 2)).rejects.toThrow('died');
    expect((await see(id)).progress.done).toBe(2);
    await Promise.all([work(1), work(1)]);
    const rows = lines(await file(id)).slice(1);
    expect(rows.slice().sort()).toEqual([...new Set(rows)].sort());
    expect(rows).toEqual(expect.arrayContaining(people.slice(0, 4)));
    expect((await see(id)).progress).toEqual({ done: rows.length, total: rows.length });
  });

  it('[EXPORT-4] cancelled, nothing of it is left', async () => {
    const { id } = await asked();
    await batch(1);
    expect((await call('POST', `/${id}/cancel`)).json()).toMatchObject({ state: 'cancelled' });
    await work();
    const left = () =>
      hub.database.db.selectFrom('export_lines').where('export_id', '=', id).selectAll().execute();
    expect(await left()).toEqual([]);
    expect((await call('POST', `/${id}/cancel`)).statusCode).toBe(409);
    const other = await made();
    await call('POST', `/${other.id}/cancel`);
    expect((await call('GET', `/${other.id}/file`)).statusCode).toBe(409);
  });

  it('[EXPORT-5] its lines are sealed, and gone after a day', async () => {
    const { id } = await made({ columns: ['lastName'] });
    const { rows } = await sql<{ body: Buffer }>`
      select body from export_lines where export_id = ${id}`.execute(hub.database.db);
    expect(rows.length).toBeGreaterThan(0);
    expect(Buffer.concat(rows.map(({ body }) => body)).includes('Le Gall')).toBe(false);
    const later = { now: () => hub.clock.now() + 24 * 3_600_000 + 1 };
    await passTime(hub.database, later);
    await keepHouse(hub.database, hub.clock);
    expect(await see(id)).toMatchObject({ state: 'expired', until: null });
    const left = await sql`select 1 from export_lines where export_id = ${id}`.execute(
      hub.database.db,
    );
    expect(left.rows).toEqual([]);
  });

  it('[EXPORT-7] who asked and who took it, and what, is in the journal', async () => {
    const { id } = await made({ columns: ['lastName', 'email1'], segments: ['standard'] });
    const { entries } = await readAudit(hub.database.db, { entityId: id, limit: 9 });
    const what = { kind: 'customers', columns: 'lastName email1', segments: ['standard'] };
    expect(entries).toMatchObject([
      { action: 'exported', userId: agathe.user.id, detail: what },
      { action: 'export-asked', userId: agathe.user.id, detail: what },
    ]);
  });
});

describe('imported again unchanged', () => {
  it.each([
    ['customers', 'fr', 'csv'],
    ['customers', 'en', 'xlsx'],
    ['consents', 'fr', 'csv'],
    ['interactions', 'fr', 'csv'],
    ['interactions', 'en', 'xlsx'],
  ] as const)('[EXPORT-8] %s in %s as %s change nothing', async (kind, language, format) => {
    const { id } = await asked({ kind, language, format });
    await work();
    const got = await call('GET', `/${id}/file`);
    const count = async (table: 'customers' | 'consents' | 'interactions') =>
      (await hub.database.db.selectFrom(table).select('id').execute()).length;
    const before = await Promise.all([
      count('customers'),
      count('consents'),
      count('interactions'),
    ]);
    const versions = () =>
      hub.database.db.selectFrom('customers').select(['id', 'version']).orderBy('id').execute();
    const was = await versions();
    const imports = importer(hub, agathe);
    const read = await imports.read(got.rawPayload, kind);
    const tried = await imports.tried(read.id);
    const { lines: shown } = await imports.lines(read.id, '?status=refused');
    expect(shown.map(({ problems }) => problems)).toEqual([]);
    expect(tried.counts.same).toBeGreaterThan(2);
    expect(tried.counts).toMatchObject({ refused: 0, doubt: 0, new: 0, update: 0 });
    const ran = await imports.ran(read.id);
    expect(ran.written).toMatchObject({ created: 0, updated: 0, consents: 0, interactions: 0 });
    expect(await versions()).toEqual(was);
    expect(
      await Promise.all([count('customers'), count('consents'), count('interactions')]),
    ).toEqual(before);
  });
});
