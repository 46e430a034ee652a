import { runBatch } from '@api/modules/imports/run-lines.ts';
import { undoBatch } from '@api/modules/imports/undo.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { importKeptSchema } from '@shared/contracts/http/imports.ts';
import { routes } from '@shared/contracts/routes.ts';
import { sql } from 'kysely';
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
const number = () => `063998${String(6_000 + ++nextNumber)}`;
const header = ['NOM', 'PRENOM', 'TEL', 'MAIL', 'VILLE'];
const person = (last: string, first: string, phone = number(), mail = '', place = '') => [
  last,
  first,
  phone,
  mail,
  place,
];
const named = (last: string) =>
  hub.database.db
    .selectFrom('customers')
    .selectAll()
    .where('last_name', '=', last)
    .orderBy('first_name')
    .execute();
const imported = async (rows: readonly (readonly string[])[]) => {
  const { id } = await files.read([header, ...rows]);
  await files.tried(id);
  await files.ran(id);
  return id;
};
const keptOf = async (id: string) =>
  importKeptSchema.parse((await files.ask('GET', `/${id}/kept`)).json()).kept;
const someCase = (id: string) => ({
  kind: 'case.open' as const,
  payload: make.someCase(hub.newId(), id),
});

it('[IMPORT-24] undone, cards that nobody worked on go, and those that somebody did are named', async () => {
  const id = await imported([
    person('Quéré', 'Alan'),
    person('Quéré', 'Bleuenn'),
    person('Quéré', 'Corentin'),
  ]);
  const [alan, bleuenn] = await named('Quéré');
  await push(hub, camille, [mutation(hub, someCase(alan?.id ?? ''))]);
  const change = {
    customerId: bleuenn?.id ?? '',
    base: { firstName: 'Bleuenn' },
    change: { firstName: 'Bleuenn-Marie' },
  };
  await push(hub, camille, [mutation(hub, { kind: 'customer.change', payload: change })]);
  const undone = await files.undone(id);
  expect(undone).toMatchObject({
    state: 'undone',
    undone: { takenBack: 1, kept: 2 },
    undoUntil: null,
  });
  expect((await named('Quéré')).map(({ first_name }) => first_name)).toEqual([
    'Alan',
    'Bleuenn-Marie',
  ]);
  expect(await keptOf(id)).toMatchObject([
    { line: 2, name: 'Alan Quéré', because: 'worked-on' },
    { line: 3, because: 'worked-on' },
  ]);
  // Asked again, it is undone once.
  expect(await files.step(id, 'undo')).toMatchObject({ state: 'undone', undone: { takenBack: 1 } });
});

it('[IMPORT-25] undone, fields get back what they were, unless they were changed since', async () => {
  const phone = number();
  const first = await imported([person('Stéphan', 'Malo', phone, '', 'Brest')]);
  const second = await imported([
    person('Stéphan', 'Malo', `${phone} / 0298000001`, 'malo@exemple.fr', 'Quimper'),
  ]);
  const [card] = await named('Stéphan');
  expect(card).toMatchObject({ commune: 'Quimper', emails: ['malo@exemple.fr'] });
  const payload = {
    customerId: card?.id ?? '',
    base: { emails: ['malo@exemple.fr'] },
    change: { emails: ['malo@exemple.fr', 'm@exemple.fr'] },
  };
  await push(hub, camille, [mutation(hub, { kind: 'customer.change', payload })]);
  expect(await files.undone(second)).toMatchObject({ undone: { takenBack: 1, kept: 0 } });
  const [restored] = await named('Stéphan');
  expect(restored).toMatchObject({ commune: 'Brest', emails: ['m@exemple.fr'] });
  const phones = await hub.database.db
    .selectFrom('customer_phones')
    .select('e164')
    .where('customer_id', '=', restored?.id ?? '')
    .execute();
  expect(phones).toHaveLength(1);
  const address = { lines: [], postcode: '', commune: 'Lannion', inseeCode: null, country: 'FR' };
  const third = await imported([person('Stéphan', 'Malo', phone, '', 'Morlaix')]);
  const moved = {
    customerId: card?.id ?? '',
    base: { address: { ...address, commune: 'Morlaix' } },
    change: { address },
  };
  await push(hub, camille, [mutation(hub, { kind: 'customer.change', payload: moved })]);
  await files.undone(third);
  expect((await named('Stéphan'))[0]).toMatchObject({ commune: 'Lannion' });
  expect(await keptOf(third)).toMatchObject([{ because: 'changed-since' }]);
  expect(await files.undone(first)).toMatchObject({ undone: { takenBack: 0, kept: 1 } });
});

it('[IMPORT-26] who was merged since is kept, who was erased since is gone, and nothing of her is left', async () => {
  const phone = number();
  const id = await imported([
    person('Tréguier', 'Une'),
    person('Tréguier', 'Deux'),
    person('Trébaol', 'Ondine', phone),
  ]);
  const [two, one] = await named('Tréguier');
  const [erased] = await named('Trébaol');
  const merged = await hub.app.inject({
    method: 'POST',
    url: routes.merges,
    headers: bearer(agathe),
    payload: { id: hub.newId(), survivorId: one?.id, absorbedId: two?.id, choices: {} },
  });
  expect(merged.statusCode, merged.body).toBeLessThan(300);
  // A line of another file that still waits names her too.
  const waiting = await files.read([
    header,
    person('Famille', '', phone),
    ['', 'Ondine', phone, '', ''],
  ]);
  expect(await files.tried(waiting.id)).toMatchObject({ counts: { doubt: 1, refused: 1 } });
  const erasing = await hub.app.inject({
    method: 'POST',
    url: `${routes.customers}/${erased?.id}/erase`,
    headers: bearer(agathe),
    payload: { reason: 'sa demande' },
  });
  expect(erasing.json().counts).toMatchObject({ import_lines: 2, import_changes: 1 });
  for (const trace of ['Ondine', 'Trébaol', phone, phone.slice(1)]) {
    for (const table of [
      'import_lines',
      'import_keys',
      'import_changes',
      'imports',
      'import_chunks',
    ]) {
      const { rows } = await sql<{
        hit: boolean;
      }>`select exists (select from ${sql.table(table)} one
        where to_jsonb(one)::text like ${`%${trace}%`}) as hit`.execute(hub.database.db);
      expect([table, trace, rows[0]?.hit]).toEqual([table, trace, false]);
    }
  }
  expect(await files.undone(id)).toMatchObject({ undone: { takenBack: 0, kept: 2 } });
  expect((await keptOf(id)).map(({ because }) => because)).toEqual(['merged', 'merged']);
});

it('[IMPORT-27] after seven days nothing can be undone, and nothing of the file is kept', async () => {
  const id = await imported([person('Ulliac', 'Paol'), ['', 'sans nom', number(), '', '']]);
  hub.clock.advance(8 * 24 * 3_600_000);
  const late = await hub.signIn('agathe.perrot', hub.newId());
  const again = importer(hub, late);
  expect(await again.see(id)).toMatchObject({ undoUntil: null });
  expect((await again.ask('POST', `/${id}/undo`)).json()).toMatchObject({
    code: 'import-undo-over',
    status: 410,
  });
  const { keepHouse } = await import('@api/housekeeping.ts');
  await keepHouse(hub.database, hub.clock);
  const { rows } = await sql<{ lines: number; changes: number }>`select
    (select count(*)::int from import_lines where import_id = ${id}) as lines,
    (select count(*)::int from import_changes where import_id = ${id}) as changes`.execute(
    hub.database.db,
  );
  expect(rows).toEqual([{ lines: 0, changes: 0 }]);
  files = again;
  agathe = late;
  camille = await hub.signIn('camille.roussel');
});

it('[IMPORT-28] cancelled in the middle it keeps what was written, tells it, and that can be undone', async () => {
  const rows = Array.from({ length: 30 }, (_, at) => person('Vaillant', `P${at}`));
  const { id } = await files.read([header, ...rows]);
  await files.tried(id);
  await files.step(id, 'run', { doubts: 'wait' });
  await runBatch(hub, 10);
  // A batch that is under way ends first.
  const [batch, cancelled] = await Promise.all([runBatch(hub, 10), files.step(id, 'cancel')]);
  expect(batch || cancelled.state === 'cancelled').toBe(true);
  await files.work();
  const seen = await files.see(id);
  const written = (await named('Vaillant')).length;
  expect(seen).toMatchObject({ state: 'cancelled', written: { created: written } });
  expect([10, 20]).toContain(written);
  expect(await files.undone(id)).toMatchObject({ undone: { takenBack: written } });
  expect(await named('Vaillant')).toEqual([]);
});

it('[IMPORT-29] two instances that work at once, and one that dies in the middle, lose and double nothing', async () => {
  const rows = Array.from({ length: 200 }, (_, at) => person('Wrac’h', `P${at}`));
  const { id } = await files.read([header, ...rows]);
  await files.tried(id);
  await files.step(id, 'run', { doubts: 'wait' });
  // The hub's clock fails once in each of its first batches, as a hub that dies there would.
  let deaths = 3;
  const dying = {
    ...hub,
    newId: () => {
      if (deaths-- === 1) throw new Error('killed');
      return hub.newId();
    },
  };
  await expect(runBatch(dying, 40)).rejects.toThrow('killed');
  const work = async () => {
    for (let idle = 0; idle < 40; ) idle = (await runBatch(hub, 7)) ? 0 : idle + 1;
  };
  await Promise.all([work(), work(), work()]);
  expect(await files.see(id)).toMatchObject({ state: 'done', written: { created: 200 } });
  expect(await named('Wrac’h')).toHaveLength(200);
  await files.step(id, 'undo');
  const undo = async () => {
    for (let idle = 0; idle < 40; ) idle = (await undoBatch(hub, 9)) ? 0 : idle + 1;
  };
  await Promise.all([undo(), undo()]);
  expect(await files.see(id)).toMatchObject({
    state: 'undone',
    undone: { takenBack: 200, kept: 0 },
  });
  expect(await named('Wrac’h')).toEqual([]);
});
