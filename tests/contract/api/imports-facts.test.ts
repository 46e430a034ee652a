import { sendFile } from '@api/seed/story/sent-file.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { type Importer, importer } from './imports.ts';

let hub: HubUnderTest;
let agathe: Session;
let files: Importer;
let customerId: string;
const phone = '0639985001';

beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  files = importer(hub, agathe);
  const { id } = await files.read([
    ['REF', 'NOM', 'PRENOM', 'TEL', 'MAIL'],
    ['C-1', 'Guyomard', 'Soizic', phone, 'soizic@exemple.fr'],
  ]);
  await files.tried(id);
  await files.ran(id);
  const card = await hub.database.db
    .selectFrom('customers')
    .select('id')
    .where('last_name', '=', 'Guyomard')
    .executeTakeFirstOrThrow();
  customerId = card.id;
});
afterAll(() => hub.close());

const consents = () =>
  hub.database.db
    .selectFrom('consents')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('given_at')
    .execute();
const inFrench = (instant: number) =>
  new Date(instant).toISOString().slice(0, 10).split('-').reverse().join('/');
const day = (daysAgo: number) => inFrench(hub.clock.now() - daysAgo * 24 * 3_600_000);
const consentHeader = ['REF', 'DATE', 'CANAL', 'STATUT', 'FINALITE', 'PREUVE'];
const importAll = async (
  rows: readonly (readonly string[])[],
  kind: 'consents' | 'interactions',
) => {
  const { id } = await files.read(rows, kind);
  const tried = await files.tried(id);
  return { id, tried, done: await files.ran(id) };
};

it('[IMPORT-30] consents come in with their proof; an older one never beats a newer, an opposition always wins', async () => {
  const given = ['C-1', day(30), 'tel', 'oui', 'offres', 'formulaire F12'];
  const older = ['C-1', day(200), 'tel', 'oui', 'offres', 'appel enregistré'];
  const first = await importAll(
    [
      consentHeader,
      given,
      older,
      ['C-9', ...given.slice(1)],
      ['C-1', day(500), 'tel', 'oui', 'offres', 'x'],
    ],
    'consents',
  );
  expect(first.tried.counts).toMatchObject({ new: 2, refused: 2 });
  expect(first.done.written).toMatchObject({ consents: 2 });
  const [old, now] = await consents();
  expect(now).toMatchObject({
    status: 'given',
    purpose: 'offres',
    proof: 'formulaire F12',
    recorded_by: agathe.user.id,
  });
  expect(old?.given_at.slice(0, 4)).toBeTruthy();
  expect(Date.parse(now?.until ?? '') - Date.parse(now?.given_at ?? '')).toBeGreaterThan(
    364 * 24 * 3_600_000,
  );
  const { reasons } = await files.lines(first.id);
  expect(reasons.map(({ code }) => code).sort()).toEqual(['consent-expired', 'customer-unknown']);
  // The same file once more says nothing new.
  expect((await importAll([consentHeader, given, older], 'consents')).done.written).toMatchObject({
    consents: 0,
    same: 2,
  });
  const opposed = await importAll(
    [consentHeader, ['C-1', day(100), 'téléphone', 'opposition', '', '']],
    'consents',
  );
  expect(opposed.done.written).toMatchObject({ consents: 1 });
  const standing = (await consents()).at(-1);
  expect(standing).toMatchObject({ status: 'opposed' });
  expect(standing?.proof).toContain('Décision du');
  const again = await importAll(
    [consentHeader, ['C-1', day(2), 'tel', 'oui', 'offres', 'relance']],
    'consents',
  );
  expect(again.tried.counts).toMatchObject({ refused: 1 });
  expect((await files.lines(again.id)).lines[0]?.problems[0]).toMatchObject({
    code: 'customer-opposed',
    number: new Date(hub.clock.now()).getUTCFullYear(),
  });
  // Undone, the consents go and the opposition stays.
  expect(await files.undone(first.id)).toMatchObject({ undone: { takenBack: 2 } });
  expect(await files.undone(opposed.id)).toMatchObject({ undone: { takenBack: 0, kept: 1 } });
  expect(await consents()).toMatchObject([{ status: 'opposed' }]);
});

it('[IMPORT-31] exchanges come in once by their source’s name, with their time in its zone and their customer', async () => {
  const header = ['ID TICKET', 'Date heure', 'Canal', 'Tel', 'Mail', 'Nom', 'Objet', 'Message'];
  const rows = [
    header,
    ['T-1', '14/10/2026 09:30', 'téléphone', phone, '', '', 'Devis', 'Je voudrais un devis.'],
    ['T-2', '15/10/2026 18:00', 'mail', '', 'Soizic@exemple.fr', '', 'Suite', ''],
    ['T-3', '15/10/2026 18:00', 'sms', phone, '', 'Le Fur', 'Autre nom', ''],
    ['T-4', '15/10/2026 18:00', 'sms', '0639985999', '', '', 'Inconnu', ''],
    ['T-1', '14/10/2026 09:30', 'téléphone', phone, '', '', 'Devis', 'Je voudrais un devis.'],
  ];
  const first = await importAll(rows, 'interactions');
  expect(first.tried.counts).toMatchObject({ new: 2, same: 1, refused: 2 });
  expect(first.done.written).toMatchObject({ interactions: 2, same: 1 });
  const told = await hub.database.db
    .selectFrom('interactions')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('started_at')
    .execute();
  expect(told).toMatchObject([
    {
      started_at: '2026-10-14T07:30:00.000Z',
      zone: 'Europe/Paris',
      channel: 'phone',
      title: 'Devis',
      customer_words: 'Je voudrais un devis.',
    },
    { channel: 'email', title: 'Suite', direction: 'inbound', outcome: 'done' },
  ]);
  expect((await importAll(rows, 'interactions')).done.written).toMatchObject({
    interactions: 0,
    same: 3,
  });
  expect(await files.undone(first.id)).toMatchObject({ undone: { takenBack: 2, kept: 0 } });
});

const errorsOf = (id: string, query = '') =>
  hub.app.inject({ url: `${routes.imports}/${id}/errors${query}`, headers: bearer(agathe) });

it('[IMPORT-32] the refused lines come as a file that is corrected and sent again as it is', async () => {
  const header = ['NOM', 'TEL', 'MAIL', 'COULEUR'];
  const { id } = await files.read([
    header,
    ['=Corre', '06399', 'a@', '12'],
    ['Bon', '0639985100', '', '7'],
    ['Daniel', '0639985101', 'b@', '=1+1'],
  ]);
  await files.tried(id);
  await files.ran(id);
  const answer = await errorsOf(id);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(answer.headers['content-disposition']).toContain('essai-refus.csv');
  const [head, ...rows] = answer.body.split('\r\n');
  expect(head).toBe(
    '\ufeffNOM;TEL;MAIL;COULEUR;Parlance : ligne;Parlance : colonne;Parlance : pourquoi;Parlance : remède',
  );
  expect(rows).toEqual([
    "'=Corre;06399;a@;12;2;TEL ; MAIL;5 chiffres sur 10 ; sans domaine;corriger ; laisser vide"
      .replace('TEL ; MAIL', '"TEL ; MAIL"')
      .replace('5 chiffres sur 10 ; sans domaine', '"5 chiffres sur 10 ; sans domaine"')
      .replace('corriger ; laisser vide', '"corriger ; laisser vide"'),
    "Daniel;0639985101;b@;'=1+1;4;MAIL;sans domaine;laisser vide",
    '',
  ]);
  const corrected = answer.body
    .replace('06399;', '0639985102;')
    .replace('a@', '')
    .replace('b@', 'b@exemple.fr');
  const again = await files.read(Buffer.from(corrected));
  expect(
    again.columns
      .filter(({ header: one }) => one.startsWith('Parlance'))
      .every(({ field }) => field === null),
  ).toBe(true);
  expect(again.remembered || again.lines === 2).toBe(true);
  await files.tried(again.id);
  expect(await files.ran(again.id)).toMatchObject({
    written: { created: 2 },
    counts: { refused: 0 },
  });
  const [corre] = await hub.database.db
    .selectFrom('customers')
    .select('last_name')
    .where('last_name', 'like', '%Corre')
    .execute();
  expect(corre?.last_name).toBe('=Corre');
  const workbook = await errorsOf(id, '?format=xlsx&language=en');
  const [sheet] = await readWorkbook(workbook.rawPayload);
  expect(sheet?.data[1]?.slice(0, 7)).toEqual([
    '=Corre',
    '06399',
    'a@',
    '12',
    2,
    'TEL ; MAIL',
    '5 digits out of 10 ; without a domain',
  ]);
  const fromXlsx = await files.read(workbook.rawPayload);
  expect(fromXlsx).toMatchObject({
    state: 'ready',
    lines: 2,
    shape: { format: 'xlsx', sheet: 'essai' },
  });
});

it('[IMPORT-33] what cannot be read is said with what to do, and leaves nothing', async () => {
  const read = await files.read('NOM;TEL\n');
  expect(read).toMatchObject({ state: 'unreadable', unreadable: { code: 'header-only' } });
  const left = await hub.database.db.selectFrom('import_chunks').select('import_id').execute();
  expect(left).toEqual([]);
});

it('[IMPORT-33] an empty body and a file that is declared too large are refused before anything', async () => {
  const empty = await files.send('');
  expect(empty.json()).toMatchObject({
    code: 'input-malformed',
    detail: expect.stringContaining('empty'),
  });
  const declared = await hub.app.inject({
    method: 'POST',
    url: `${routes.imports}?brandId=kerdoual&kind=customers`,
    payload: 'NOM',
    headers: { ...bearer(agathe), 'content-type': 'text/csv', 'content-length': String(1024 ** 3) },
  });
  expect(declared.json()).toMatchObject({
    code: 'payload-too-large',
    detail: 'a file has at most 256 MB',
  });
  expect((await files.send('NOM', 'customers', '&brandId=x')).statusCode).toBe(400);
});

it('[IMPORT-42] the demo has a file that waits to be tried, with lines to correct and a doubt', async () => {
  await hub.database.db
    .updateTable('customers')
    .set({ brand_ids: ['kerdoual', 'solvenne'] })
    .where('id', '=', customerId)
    .execute();
  const id = await sendFile(hub.database.db, hub.clock.now());
  await files.work();
  expect(await files.see(id)).toMatchObject({ state: 'ready', lines: 8, missing: [] });
  const tried = await files.tried(id);
  expect(tried.counts).toMatchObject({ new: 3, refused: 4, doubt: 1 });
  const { reasons } = await files.lines(id);
  expect(reasons.map(({ code }) => code).sort()).toEqual([
    'consent-expired',
    'date-impossible',
    'email-no-domain',
    'phone-automated',
    'phone-digits',
    'postcode-letter-o',
  ]);
});
