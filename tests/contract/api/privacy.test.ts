import { keepsIdsOnly, personalTables } from '@api/modules/privacy/personal-tables.ts';
import { sectionTitles } from '@api/modules/privacy/section-titles.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import {
  erasureSchema,
  erasuresSchema,
  personalDataSchema,
} from '@shared/contracts/http/privacy.ts';
import { routes } from '@shared/contracts/routes.ts';
import { bootstrapResponseSchema, pullResponseSchema } from '@shared/contracts/sync/pull.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';
import { known, makeSource, tell } from './sources.ts';
import { tablesWith } from './tables-with.ts';

let hub: HubUnderTest;
let camille: Session;
let agathe: Session;
const desktop = '0191c0de-0000-7000-8000-0000000000aa';

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', desktop);
  agathe = await hub.signIn('agathe.perrot', hub.newId());
});
afterAll(() => hub.close());

const get = (session: Session, url: string) => hub.app.inject({ url, headers: bearer(session) });
const send = (method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  hub.app.inject({ method, url, headers: bearer(agathe), ...(payload ? { payload } : {}) });
const sharedNumber = '+33261990077';

/** A person with something of everything; her words are found nowhere else. */
const person = async (mark: string) => {
  const id = hub.newId();
  const ownNumber = `+33639${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
  const call = {
    callUid: null,
    customerNumber: ownNumber,
    numberHidden: false,
    calledNumber: null,
    answeredAt: null,
    endedBy: null,
    failure: null,
    sipStatus: null,
    heldMs: 0,
    transferredTo: null,
    training: false,
  };
  const interaction = make.someInteraction(hub.newId(), {
    customerId: id,
    title: `Titre ${mark}`,
    customerWords: `Paroles ${mark}`,
    call,
  });
  const nobody = make.someInteraction(hub.newId(), { title: `Inconnu ${mark}`, call });
  const kase = make.someCase(hub.newId(), id, { title: `Dossier ${mark}` });
  const bodies = [
    {
      kind: 'customer.create' as const,
      payload: make.someCustomer(id, {
        lastName: `Nom${mark}`,
        emails: [`${mark}@exemple.fr`],
        phones: [
          { e164: ownNumber, label: 'mobile' as const },
          { e164: sharedNumber, label: 'home' as const },
        ],
      }),
    },
    { kind: 'interaction.record' as const, payload: interaction },
    { kind: 'interaction.record' as const, payload: nobody },
    { kind: 'case.open' as const, payload: kase },
    {
      kind: 'consent.record' as const,
      payload: { ...make.someConsent(hub.newId(), id), proof: `Preuve ${mark}` },
    },
    {
      kind: 'callback.create' as const,
      payload: make.someCallback(hub.newId(), id, { customerName: `Nom${mark}` }),
    },
    {
      kind: 'customer.change' as const,
      payload: {
        customerId: id,
        base: { firstName: 'Anne' },
        change: { firstName: `Prenom${mark}` },
      },
    },
    // The hub's row comes back with the answer, and is kept with it.
    {
      kind: 'customer.change' as const,
      payload: { customerId: id, base: { firstName: 'Anne' }, change: { firstName: 'Autre' } },
    },
  ];
  const answers = await push(
    hub,
    camille,
    bodies.map((body) => mutation(hub, body, { orderKey: id })),
  );
  expect(answers.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 7 }, () => 'accepted'),
    'superseded',
  ]);
  return { id, ownNumber, interaction, nobody, mark };
};

it('[GDPR-2] no table that belongs to customers is forgotten', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'customer_id'
      and table_name not in (select table_name from information_schema.views)
    union select distinct conrelid::regclass::text from pg_constraint
    where contype = 'f' and confrelid in ('customers'::regclass, 'interactions'::regclass)
    order by 1`.execute(hub.database.db);
  for (const { table } of personalTables) expect(sectionTitles[table], table).toBeDefined();
  const listed = new Set([...personalTables.map(({ table }) => table), ...keepsIdsOnly]);
  expect(rows.map(({ name }) => name).filter((name) => !listed.has(name))).toEqual([]);
});

it('[GDPR-1] everything is handed out, for machines and for people, and that it was is noted', async () => {
  const { id, mark } = await person('acces');
  await get(camille, `${routes.customers}/${id}`);
  const answer = await get(agathe, `${routes.customers}/${id}/personal-data`);
  const data = personalDataSchema.parse(answer.json());
  for (const words of [`Nom${mark}`, `Paroles ${mark}`, `Inconnu ${mark}`, `Preuve ${mark}`])
    expect(answer.body).toContain(words);
  expect(data.seenBy[0]).toMatchObject({ who: 'Agathe Perrot', what: 'handed-out' });
  expect(data.seenBy.some(({ who, what }) => who === 'Camille Roussel' && what === 'read')).toBe(
    true,
  );
  const page = await get(agathe, `${routes.customers}/${id}/personal-data.html`);
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.body).toContain(`Paroles ${mark}`);
  expect(page.body).toContain('Accords et oppositions (1)');
  expect(page.body).toContain('<dt>Vos mots</dt>');
  expect(page.body).toContain('<dt>Sens</dt><dd>reçu</dd>');
  expect(page.body).toContain('<dt>Début</dt><dd>5 novembre 2026');
  expect(page.body).toContain('Camille Roussel, a lu votre fiche');
  expect(page.body).not.toMatch(/<dt>[a-z0-9]+_[a-z0-9_]+<\/dt>/);
});

it('[GDPR-1] what was written into the file is text, not markup', async () => {
  const { id, interaction } = await person('balise');
  const words = 'Paroles <img src=x>';
  const payload = { ...interaction, id: hub.newId(), customerWords: words };
  await push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload })]);
  const page = await get(agathe, `${routes.customers}/${id}/personal-data.html`);
  expect(page.body).not.toContain('<img');
  expect(page.body).toContain('Paroles &lt;img src=x&gt;');
});

it('[GDPR-3] [GDPR-5] erased, she is in no table any more, and the erasure is proved', async () => {
  const { id, ownNumber, mark } = await person('effacee');
  expect(await tablesWith(hub, mark)).toContain('applied_mutations');
  const answer = await send('POST', `${routes.customers}/${id}/erase`, { reason: 'sa demande' });
  const erasure = erasureSchema.parse(answer.json());
  expect(erasure).toMatchObject({
    customerId: id,
    reason: 'sa demande',
    askedBy: agathe.user.id,
    counts: expect.objectContaining({ customers: 1, interactions: 2, cases: 1, consents: 1 }),
  });
  for (const trace of [mark, ownNumber]) expect(await tablesWith(hub, trace)).toEqual([]);
  expect((await get(agathe, `${routes.customers}/${id}/personal-data`)).statusCode).toBe(404);
});

it('[GDPR-3] what other systems said of her goes too; that they said it stays known', async () => {
  const source = await makeSource(hub, agathe);
  const name = 'Tolmer-Kergoat';
  const customer = { lastName: name, firstName: 'Ondine', emails: ['ondine.tolmer@exemple.fr'] };
  const event = known('client-77', customer);
  const told = await tell(hub, source, event);
  expect(told.statusCode).toBe(200);
  const { id } = await hub.database.db
    .selectFrom('customers')
    .select('id')
    .where('last_name', '=', name)
    .executeTakeFirstOrThrow();
  expect(await tablesWith(hub, name)).toContain('external_facts');
  const answer = await send('POST', `${routes.customers}/${id}/erase`, { reason: 'sa demande' });
  expect(answer.statusCode).toBe(200);
  expect(await tablesWith(hub, name)).toEqual([]);
  expect(await tablesWith(hub, 'client-77')).toEqual([]);
});

it('[GDPR-3] with her go the cards that were merged into hers', async () => {
  const [survivor, absorbed] = [await person('survivante'), await person('absorbee')];
  const merged = await send('POST', routes.merges, {
    id: hub.newId(),
    survivorId: survivor.id,
    absorbedId: absorbed.id,
    choices: {},
  });
  expect(merged.statusCode, merged.body).toBe(200);
  await send('POST', `${routes.customers}/${absorbed.id}/erase`, { reason: 'sa demande' });
  for (const trace of ['survivante', 'absorbee', absorbed.ownNumber])
    expect(await tablesWith(hub, trace)).toEqual([]);
});

it('[GDPR-4] a shared number stays with the other who has it', async () => {
  const erased = await person('partagee-1');
  const other = await person('partagee-2');
  const call = { ...other.interaction.call, customerNumber: sharedNumber };
  const ofNobody = make.someInteraction(hub.newId(), {
    call: call as typeof other.interaction.call,
  });
  await push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload: ofNobody })]);
  await send('POST', `${routes.customers}/${erased.id}/erase`, { reason: 'sa demande' });
  expect(await tablesWith(hub, ofNobody.id)).toContain('interactions');
  expect((await get(camille, `${routes.customers}/${other.id}`)).statusCode).toBe(200);
});

it('[GDPR-6] a desktop confirms once its cursor lies behind the erasure', async () => {
  const { id } = await person('confirmee');
  await hub.settle();
  const page = await get(camille, `${routes.bootstrap}?limit=1&protocol=2`);
  let { cursor } = bootstrapResponseSchema.parse(page.json());
  await send('POST', `${routes.customers}/${id}/erase`, { reason: 'sa demande' });
  await hub.settle();
  const confirmedAt = async () => {
    const { erasures } = erasuresSchema.parse((await get(agathe, routes.erasures)).json());
    const own = erasures.find(({ customerId }) => customerId === id);
    return own?.desktops.find(({ deviceId }) => deviceId === desktop)?.confirmedAt;
  };
  const pull = async () =>
    pullResponseSchema.parse(
      (await get(camille, `${routes.pull}?cursor=${cursor}&limit=2000&protocol=2`)).json(),
    );
  const first = await pull();
  expect(first.changes).toContainEqual({ entity: 'customer', id, row: null });
  expect(await confirmedAt()).toBeNull();
  cursor = first.cursor;
  await pull();
  expect(await confirmedAt()).toEqual(expect.any(String));
});

it('[GDPR-7] what was refused before she was erased is taken back when a desktop asks once more', async () => {
  const { id } = await person('refusee');
  const change = mutation(hub, {
    kind: 'customer.change',
    payload: {
      customerId: id,
      base: { firstName: 'ne fut jamais' },
      change: { firstName: 'voulue' },
    },
  });
  const [before] = await push(hub, camille, [change]);
  expect(before).toMatchObject({ status: 'superseded', code: 'version-superseded' });
  expect(await push(hub, camille, [change])).toEqual([before]);
  await send('POST', `${routes.customers}/${id}/erase`, { reason: 'sa demande' });
  const [after] = await push(hub, camille, [change]);
  expect(after).toMatchObject({ status: 'rejected', code: 'customer-erased' });
});

it('[GDPR-7] what an unknowing desktop did is refused with a code that lets it forget', async () => {
  const { id, interaction } = await person('gagnee');
  await send('POST', `${routes.customers}/${id}/erase`, { reason: 'sa demande' });
  const late = make.someInteraction(hub.newId(), { customerId: id, title: 'trop tard gagnee' });
  const answers = await push(
    hub,
    camille,
    [
      { kind: 'interaction.record' as const, payload: late },
      { kind: 'case.open' as const, payload: make.someCase(hub.newId(), id) },
      { kind: 'customer.create' as const, payload: make.someCustomer(id) },
      {
        kind: 'interaction.wrap-up' as const,
        payload: {
          interactionId: interaction.id,
          customerId: null,
          reasonCode: null,
          dispositionCode: null,
          notes: [{ at: interaction.startedAt, text: 'note gagnee' }],
          caseId: null,
          speech: null,
          wrapUpEndedAt: interaction.startedAt,
        },
      },
    ].map((body) => mutation(hub, body)),
  );
  expect(answers.map(({ code }) => code)).toEqual(Array(4).fill('customer-erased'));
  // A desktop of the first protocol does not know this code.
  const old = { kind: 'case.open' as const, payload: make.someCase(hub.newId(), id) };
  const answer = await make.pushRaw(hub, camille, [mutation(hub, old)], desktop, 1);
  expect(answer.json().answers[0].code).toBe('customer-unknown');
  expect(await tablesWith(hub, 'gagnee')).toEqual([]);
});

it('[GDPR-8] restricted, she is nobody to those who work; lifted, everything is back', async () => {
  const { id, interaction } = await person('limitee');
  await hub.settle();
  const start = bootstrapResponseSchema.parse(
    (await get(camille, `${routes.bootstrap}?limit=1&protocol=2`)).json(),
  );
  const url = `${routes.customers}/${id}/restriction`;
  const restricted = await send('PUT', url, { reason: 'exactitude contestée' });
  expect(restricted.json()).toMatchObject({ reason: 'exactitude contestée' });
  expect((await get(camille, `${routes.customers}/${id}`)).statusCode).toBe(404);
  expect((await get(camille, `${routes.lookUp}?id=${id}&protocol=2`)).json().bundles).toEqual([]);
  const open = (await get(camille, `${routes.callbacks}?limit=500`)).json().callbacks;
  expect(open.filter((one: { customerId: string }) => one.customerId === id)).toEqual([]);
  await hub.settle();
  const pulled = async () =>
    pullResponseSchema.parse(
      (await get(camille, `${routes.pull}?cursor=${start.cursor}&limit=2000&protocol=2`)).json(),
    ).changes;
  expect(await pulled()).toContainEqual({ entity: 'customer', id, row: null });
  expect((await get(agathe, `${routes.customers}/${id}/personal-data`)).statusCode).toBe(200);
  expect((await send('DELETE', url)).json()).toMatchObject({ restrictedAt: null, reason: null });
  await hub.settle();
  const changes = await pulled();
  expect(changes.find((one) => one.id === id)?.row).toMatchObject({ id });
  expect(changes.find((one) => one.id === interaction.id)?.row).toMatchObject({
    title: interaction.title,
  });
});
