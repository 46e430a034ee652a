/** Templates of a brand at the hub: whose they are, how they are changed, seen, and what the mail house gets. */
import { moveSequences } from '@api/modules/sequences/service.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pagesOf, textOf } from '../../support/pdf-words.ts';
import { type Ask, addPerson, asker, running, settings, untilCallingHour } from './campaigns.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let nadia: Session;
let camille: Session;
let asNadia: Ask;
let asForeign: Ask;
let own: { id: string; revision: number; template: { readonly subject: string } };
const brandId = 'kerdoual';
const letter = {
  brandId,
  name: 'Modèle',
  channel: 'post',
  subject: 'Invitation à {{customer.commune}}',
  body: 'Bonjour {{customer.formalName}}, {{appointment.day}}.',
};

beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  nadia = await hub.signIn('nadia.ferrand');
  camille = await hub.signIn('camille.roussel', hub.newId());
  asNadia = asker(hub, () => nadia);
  const { id } = (await hub.signIn('hugo.delmas', hub.newId())).user;
  await hub.database.db
    .deleteFrom('user_brands')
    .where('user_id', '=', id)
    .where('brand_id', '=', brandId)
    .execute();
  const foreign = await hub.signIn('hugo.delmas', hub.newId());
  expect(foreign.user.brandIds).not.toContain(brandId);
  asForeign = asker(hub, () => foreign);
  own = (await asNadia('POST', '/v1/templates', letter)).json;
});
afterAll(() => hub.close());
const one = () => `/v1/templates/${own.id}`;
const fetched = (url: string) => hub.app.inject({ method: 'GET', url, headers: bearer(nadia) });

it('[LETTER-1] is changed by whoever read it last, keeps its brand and channel, and is told by brand', async () => {
  const template = { ...own.template, signature: 'La direction' };
  expect((await asNadia('PUT', one(), { revision: 1, template })).json).toEqual({
    id: own.id,
    revision: 2,
    template,
  });
  expect((await asNadia('PUT', one(), { revision: 1, template })).json.code).toBe(
    'version-superseded',
  );
  for (const moved of [{ brandId: 'solvenne' }, { channel: 'sms' }])
    expect(
      (await asNadia('PUT', one(), { revision: 2, template: { ...template, ...moved } })).status,
    ).toBe(400);
  const listed = async (query: string): Promise<string[]> =>
    (await asNadia('GET', `/v1/templates${query}`)).json.templates.map(
      ({ id }: { id: string }) => id,
    );
  expect(await listed('?brandId=kerdoual')).toContain(own.id);
  expect(await listed('?brandId=lorvane')).not.toContain(own.id);
  expect((await asNadia('GET', '/v1/templates')).json.templates).toContainEqual({
    id: own.id,
    revision: 2,
    template,
  });
});

it('[LETTER-1] does not exist for other brands: not in the list, seen, changed or made', async () => {
  expect((await asForeign('GET', '/v1/templates')).json.templates).toEqual([]);
  expect((await asForeign('GET', `/v1/templates?brandId=${brandId}`)).json.templates).toEqual([]);
  const refused = [
    await asForeign('GET', `${one()}/preview`),
    await asForeign('GET', `${one()}/preview.pdf`),
    await asForeign('PUT', one(), { revision: 2, template: own.template }),
    await asForeign('POST', '/v1/templates/preview.pdf', letter),
  ];
  expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect((await asForeign('POST', '/v1/templates', letter)).status).toBe(400);
});

it('[LETTER-2] refuses fields that nobody can fill, by name, new and changed', async () => {
  const template = { ...letter, body: '{{client.nom}}' };
  const issues = [
    (await asNadia('POST', '/v1/templates', template)).json.issues,
    (await asNadia('PUT', one(), { revision: 2, template })).json.issues,
  ];
  expect(issues).toMatchObject([
    [{ path: 'body/body', message: expect.stringContaining('no field {{client.nom}}') }],
    [{ path: 'body/template/body', message: expect.stringContaining('no field {{client.nom}}') }],
  ]);
});

it('[LETTER-3] is seen as a customer would get it, with what of her is missing; of another brand she is not there', async () => {
  const anne = await addPerson(hub, camille, '62001');
  const address = {
    lines: ['1234 boulevard du Général Leclerc de Hauteclocque'],
    postcode: '29200',
    commune: 'Brest',
    inseeCode: '62001',
    country: 'FR',
  };
  const far = await addPerson(hub, camille, '62001', { address });
  const seen = async (id: string) =>
    (await asNadia('GET', `${one()}/preview?customerId=${id}`)).json;
  expect(await seen(anne)).toEqual({
    subject: 'Invitation à Brest',
    body: 'Bonjour Madame Le Gall, .',
    missing: ['appointment.day'],
    addressLines: ['MME ANNE LE GALL', '3 RUE DU PORT', '29200 BREST'],
    shortened: false,
  });
  expect(await seen(far)).toMatchObject({
    addressLines: ['MME ANNE LE GALL', '1234 BD DU GAL LECLERC DE HAUTECLOCQUE', '29200 BREST'],
    shortened: true,
  });
  expect((await seen(hub.newId())).code).toBe('customer-unknown');
  const pdf = await fetched(`${one()}/preview.pdf?customerId=${anne}`);
  const [page] = await pagesOf(pdf.rawPayload);
  expect(textOf(page)).toContain('Bonjour Madame Le Gall');
  const mail = await asNadia('POST', '/v1/templates', { ...letter, channel: 'email' });
  expect((await asNadia('GET', `/v1/templates/${mail.json.id}/preview.pdf`)).status).toBe(400);
});

it('[LETTER-8] the mail house gets each letter with its lines, pages and first page, as they are in the PDF', async () => {
  const town = '62002';
  const long = {
    lines: ['1234 boulevard du Général Leclerc de Hauteclocque', 'Bât. C'],
    postcode: '29200',
    commune: 'Brest',
    inseeCode: town,
    country: 'FR',
  };
  await addPerson(hub, camille, town, { address: long });
  for (const _ of [1, 2]) await addPerson(hub, camille, town);
  const body = `Bonjour {{customer.formalName}}.\n${'Une ligne.\n'.repeat(80)}`;
  const { id: templateId } = (
    await asNadia('POST', '/v1/templates', { ...letter, name: 'Long', body })
  ).json;
  const steps = [
    { id: 'lettre', kind: 'letter', templateId },
    { id: 'appel', kind: 'call', afterDays: 2 },
  ];
  const wanted = settings(hub, camille.user.teamId as string, {
    callKind: 'service',
    outcomes: [{ dispositionCode: 'commande-prise', consequence: 'success' }],
    sequence: { steps },
  });
  const id = await running(asNadia, wanted, town);
  await moveSequences(hub);
  const listed = `/v1/mailings?campaignId=${id}`;
  const [mailing] = (await asNadia('GET', listed)).json.mailings;
  expect(mailing).toMatchObject({ letters: 3, shortened: 1, templateName: 'Long', isOpen: true });
  const csv = (await fetched(`/v1/mailings/${mailing.id}/data.csv`)).body.split('\r\n');
  expect(csv[0]).toMatch(
    /reference;ligne_1;ligne_2;ligne_3;ligne_4;ligne_5;ligne_6;premiere_page;pages;adresse_raccourcie$/,
  );
  const rows = csv.slice(1, 4).map((line) => line.split(';'));
  const pages = await pagesOf((await fetched(`/v1/mailings/${mailing.id}/letters.pdf`)).rawPayload);
  const firsts = rows.map((row) => Number(row[7]));
  expect(rows.map((row) => Number(row[8]))).toEqual([2, 2, 2]);
  expect([firsts, pages.length]).toEqual([[1, 3, 5], 6]);
  for (const [at, row] of rows.entries()) {
    const sheet = textOf(pages[(firsts[at] ?? 0) - 1]);
    for (const line of row.slice(1, 7).filter((cell) => cell !== '')) expect(sheet).toContain(line);
    expect([row[6], sheet.includes('Invitation à')]).toEqual(['29200 BREST', true]);
  }
  expect(rows.filter((row) => row[9] === 'oui').map((row) => row.slice(2, 5))).toEqual([
    ['1234 BD DU GAL LECLERC DE HAUTECLOCQUE', 'BAT C', ''],
  ]);
  expect((await asForeign('GET', listed)).json.mailings).toEqual([]);
  for (const file of ['data.csv', 'letters.pdf'])
    expect((await asForeign('GET', `/v1/mailings/${mailing.id}/${file}`)).status).toBe(404);
  // Closed by the end of its day.
  hub.clock.advance(2 * 86_400_000);
  nadia = await hub.signIn('nadia.ferrand');
  expect((await asNadia('GET', listed)).json.mailings).toMatchObject([{ isOpen: false }]);
});
