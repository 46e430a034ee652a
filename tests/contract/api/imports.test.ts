import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { type Importer, importer } from './imports.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let agathe: Session;
let camille: Session;
let files: Importer;

beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  camille = await hub.signIn('camille.roussel');
  files = importer(hub, agathe);
});
afterAll(() => hub.close());

let nextNumber = 0;
/** A mobile of ARCEP's range for fiction that nobody else has. */
const number = () => `063998${String(8_000 + ++nextNumber)}`;
const header = ['REF', 'NOM', 'PRENOM', 'TEL_1', 'MAIL', 'CP', 'VILLE'];
const person = (last: string, first = 'Gilles', change: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    REF: '',
    NOM: last,
    PRENOM: first,
    TEL_1: number(),
    MAIL: '',
    CP: '29200',
    VILLE: 'BREST',
    ...change,
  };
  return header.map((name) => cells[name] ?? '');
};
const customersNamed = (last: string) =>
  hub.database.db.selectFrom('customers').selectAll().where('last_name', '=', last).execute();

it('[IMPORT-16] a file comes in, is tried without a trace in the hub, and is written', async () => {
  const read = await files.read([
    header,
    person('TANGUY', 'Ewen'),
    person('TANGUY', 'Lena'),
    person('', ''),
  ]);
  expect(read).toMatchObject({ state: 'ready', lines: 3, missing: [], remembered: false });
  expect(read.columns.map(({ field }) => field)).toEqual([
    'reference',
    'lastName',
    'firstName',
    'phone1',
    'email1',
    'postcode',
    'commune',
  ]);
  const tried = await files.tried(read.id);
  expect(tried).toMatchObject({ state: 'tried', counts: { new: 2, refused: 1, update: 0 } });
  expect(tried.columns[1]).toMatchObject({ filled: 2, mended: { 'proper-case': 2 } });
  expect(await customersNamed('Tanguy')).toEqual([]);
  const done = await files.ran(read.id);
  expect(done).toMatchObject({
    state: 'done',
    written: { created: 2 },
    counts: { refused: 1, new: 0 },
  });
  const made = await customersNamed('Tanguy');
  expect(made.map(({ brand_ids, postcode }) => [brand_ids, postcode])).toEqual([
    [['kerdoual'], '29200'],
    [['kerdoual'], '29200'],
  ]);
  const history = await hub.app.inject({
    url: `${routes.customers}/${made[0]?.id}/history`,
    headers: bearer(agathe),
  });
  expect(history.json().changes).toMatchObject([
    { field: 'created', importId: read.id, changedBy: agathe.user.id },
  ]);
  const found = await hub.app.inject({
    url: `${routes.customers}?name=tanguy`,
    headers: bearer(camille),
  });
  expect(found.json().customers).toHaveLength(2);
});

it('[IMPORT-43] who waits is answered when what is under way has ended, or when the time is over', async () => {
  const { id } = await files.view(files.send('NOM;TEL\nCadiou;0639988999'));
  const waiting = files.ask('GET', `/${id}?wait=30`);
  expect((await files.ask('GET', `/${id}?wait=0`)).json()).toMatchObject({ state: 'reading' });
  await files.work();
  expect((await waiting).json()).toMatchObject({ state: 'ready', lines: 1 });
});

it('[IMPORT-17] a file that is sent twice doubles nothing', async () => {
  const rows = [
    header,
    person('KERVELLA', 'Nolwenn'),
    person('KERVELLA', 'Loïc', { TEL_1: '', REF: 'K-2' }),
    person('KERVELLA', 'Yann', { TEL_1: '', MAIL: 'yann.k@exemple.fr' }),
  ];
  const first = await files.read(rows);
  await files.tried(first.id);
  expect(await files.ran(first.id)).toMatchObject({ written: { created: 3 } });
  const again = await files.read(rows);
  expect(await files.tried(again.id)).toMatchObject({ counts: { same: 3, new: 0, doubt: 0 } });
  expect(await files.ran(again.id)).toMatchObject({ written: { created: 0, updated: 0, same: 3 } });
  expect(await customersNamed('Kervella')).toHaveLength(3);
});

it('[IMPORT-18] what is certainly known is updated by what the file fills, with its history', async () => {
  const id = hub.newId();
  const e164 = '+33639987777';
  const known = make.someCustomer(id, {
    lastName: 'Le Bihan',
    firstName: 'Maël',
    phones: [{ e164, label: 'mobile' }],
    emails: [],
  });
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: known })]);
  const mail = 'mael@exemple.fr';
  const read = await files.read([
    header,
    person('LE BIHAN', 'MAËL', { TEL_1: '0639987777', MAIL: mail, CP: '', VILLE: '' }),
  ]);
  expect(await files.tried(read.id)).toMatchObject({ counts: { update: 1, new: 0 } });
  expect(await files.ran(read.id)).toMatchObject({ written: { updated: 1 } });
  const [card] = await customersNamed('Le Bihan');
  expect(card).toMatchObject({ first_name: 'Maël', emails: [mail], postcode: '29200', version: 2 });
  const history = await hub.app.inject({
    url: `${routes.customers}/${id}/history`,
    headers: bearer(agathe),
  });
  expect(history.json().changes[0]).toMatchObject({
    field: 'emails',
    from: [],
    to: [mail],
    importId: read.id,
  });
});

it('[IMPORT-19] the same person twice in one file is one card', async () => {
  const [phone, other] = [number(), number()];
  const read = await files.read([
    header,
    person('RIOU', 'Anne', { TEL_1: phone }),
    ...Array.from({ length: 30 }, (_, at) => person(`Autre${at}`, 'Jean')),
    person('Riou', 'Anne', { TEL_1: phone, MAIL: 'a.riou@exemple.fr' }),
    person('Riou', 'Anne', { TEL_1: `${phone} / ${other}` }),
  ]);
  // Some lines at a time: each batch meets the lines of those before it.
  await files.step(read.id, 'dry-run');
  await files.work(10);
  expect((await files.see(read.id)).counts).toMatchObject({ new: 31, update: 2 });
  await files.step(read.id, 'run');
  await files.work(10);
  expect(await files.see(read.id)).toMatchObject({ state: 'done', written: { created: 31 } });
  const cards = await customersNamed('Riou');
  expect(cards).toMatchObject([{ emails: ['a.riou@exemple.fr'] }]);
});

it('[IMPORT-20] a doubtful line waits for somebody: same person, same household, two records', async () => {
  const phone = number();
  const first = await files.read([header, person('OTTMANN', 'Lise', { TEL_1: phone })]);
  await files.tried(first.id);
  await files.ran(first.id);
  const household = [1, 2, 3].map((at) => person(`FAMILLE OTTMANN${at}`, '', { TEL_1: phone }));
  const read = await files.read([header, ...household]);
  expect(await files.tried(read.id)).toMatchObject({ counts: { doubt: 3 } });
  const { lines } = await files.lines(read.id, '?status=doubt');
  expect(lines[0]?.doubt).toMatchObject({
    own: { name: 'Famille Ottmann1', line: 2 },
    other: { name: 'Lise Ottmann', line: null },
    reasons: { for: expect.arrayContaining(['same-mobile']) },
  });
  for (const [at, decision] of (['same-person', 'same-household'] as const).entries()) {
    const answer = await files.ask('PATCH', `/${read.id}/lines/${at + 2}`, { decision });
    expect(answer.json()).toMatchObject({ decision, status: at === 0 ? 'update' : 'new' });
  }
  expect(await files.ran(read.id)).toMatchObject({
    written: { created: 1, updated: 1 },
    counts: { doubt: 1 },
  });
  expect(await customersNamed('Famille Ottmann1')).toHaveLength(1);
  expect(await customersNamed('Famille Ottmann2')).toHaveLength(1);
  const apart = await hub.database.db.selectFrom('duplicate_proposals').select('status').execute();
  expect(apart).toEqual([{ status: 'dismissed' }]);
  // The last one follows a rule for all, after the others are in.
  expect(await files.ran(read.id, 'two-records')).toMatchObject({
    written: { created: 2 },
    counts: { doubt: 0 },
  });
});

it('[IMPORT-21] a refused line is corrected in place, or all alike at once', async () => {
  const header = ['NOM', 'TEL', 'MAIL', 'DATE_CONSENT', 'CANAL', 'FINALITE', 'PREUVE'];
  const row = (last: string, mail: string, day: string) => [
    last,
    number(),
    mail,
    day,
    'tel',
    'offres',
    'stand',
  ];
  const read = await files.read([
    header,
    row('Abgrall', 'a@', '30/10/2026'),
    row('Bodénès', 'b@', '30/10/2026'),
    row('Cueff', 'c@exemple.fr', '31/09/2026'),
    row('Derrien', '', '12/08/2025'),
  ]);
  const tried = await files.tried(read.id);
  expect(tried.counts).toMatchObject({ refused: 4, new: 0 });
  expect(tried.columns.find((column) => column.header === 'MAIL')).toMatchObject({ refused: 2 });
  const { lines, reasons } = await files.lines(read.id, '?status=refused&codes=date-impossible');
  expect(lines[0]?.problems[0]).toEqual({
    column: 'DATE_CONSENT',
    field: 'consentDate',
    read: '31/09/2026',
    code: 'date-impossible',
    remedy: { kind: 'replace', value: '30/09/2026' },
  });
  expect(reasons).toContainEqual({ code: 'email-no-domain', column: 'MAIL', lines: 2 });
  const all = await files.step(read.id, 'remedies', {
    column: 'MAIL',
    code: 'email-no-domain',
    remedy: 'clear',
  });
  expect(all.counts).toMatchObject({ refused: 2, new: 2 });
  const corrected = await files.ask('PATCH', `/${read.id}/lines/4`, {
    cells: { DATE_CONSENT: '30/09/2026' },
  });
  expect(corrected.json()).toMatchObject({ status: 'new', problems: [] });
  const without = await files.ask('PATCH', `/${read.id}/lines/5`, { leaveOut: 'consent' });
  expect(without.json()).toMatchObject({
    status: 'new',
    cells: { DATE_CONSENT: '', NOM: 'Derrien' },
  });
  expect(await files.ran(read.id)).toMatchObject({
    written: { created: 4, consents: 3 },
    counts: { refused: 0 },
  });
  expect((await files.ask('PATCH', `/${read.id}/lines/99`, {})).statusCode).toBe(404);
});

it('[IMPORT-22] the mapping of a sort of file is remembered, whatever the order of its columns', async () => {
  const first = await files.read([
    ['Zz', 'NOM', 'TEL'],
    ['x', 'Guével', number()],
  ]);
  expect(first).toMatchObject({ remembered: false });
  const mapped = await files.view(
    files.ask('PUT', `/${first.id}/mapping`, {
      columns: { Zz: 'firstName' },
      constants: { consentText: 'lu au stand' },
    }),
  );
  expect(mapped.columns[0]).toMatchObject({ header: 'Zz', field: 'firstName' });
  const again = await files.read([
    ['TEL', 'ZZ', 'nom'],
    [number(), 'Paul', 'Guével'],
  ]);
  expect(again.remembered).toBe(true);
  expect(again.constants).toEqual({ consentText: 'lu au stand' });
  const wrong = await files.ask('PUT', `/${first.id}/mapping`, {
    columns: { NOM: 'firstName', Zz: 'firstName' },
  });
  expect(wrong.json()).toMatchObject({
    code: 'input-malformed',
    detail: 'columns: firstName is given to two columns',
  });
  const nobody = await files.read([
    ['TEL', 'VILLE'],
    [number(), 'Brest'],
  ]);
  expect(nobody.missing).toEqual([['lastName', 'companyName']]);
  expect((await files.ask('POST', `/${nobody.id}/dry-run`)).json()).toMatchObject({
    code: 'import-columns-missing',
  });
});

it('[IMPORT-23] steps come in their order, and other brands see nothing', async () => {
  const { id } = await files.read([header, person('Salaün')]);
  expect((await files.ask('POST', `/${id}/run`, {})).json()).toMatchObject({
    code: 'import-not-in-state',
    detail: 'it is ready',
  });
  expect((await files.ask('POST', `/${id}/undo`)).json()).toMatchObject({
    code: 'import-not-in-state',
  });
  const hugo = importer(hub, await hub.signIn('hugo.delmas', hub.newId()), 'solvenne');
  expect((await hugo.send('NOM;TEL\nX;1')).statusCode).toBe(404);
  const deeds = await hub.database.db
    .selectFrom('audit_log')
    .select('action')
    .where('entity', '=', 'import')
    .execute();
  const actions = new Set(deeds.map(({ action }) => action));
  for (const action of ['import-sent', 'import-started', 'import-finished'])
    expect(actions).toContain(action);
});
