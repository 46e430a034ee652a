/** How a letter looks, at a hub that listens: seen as PDF before it is kept, and no picture that breaks a mailing. */
import { letterCommands } from '@renderer/engine/commands/letter-commands.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import { templateSchema } from '@shared/domain/letter/template.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pagesOf, textOf } from '../../support/pdf-words.ts';
import { addressOf, pngOf } from '../../support/pictures.ts';
import { type Ask, asker } from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let asNadia: Ask;
let commands: ReturnType<typeof letterCommands>;
const written = templateSchema.parse({
  brandId: 'kerdoual',
  name: 'Invitation',
  channel: 'post',
  subject: 'Invitation',
  body: 'Bonjour {{customer.formalName}}.',
  sender: ['12 quai de la Fosse'],
  signature: 'Élodie Cœur',
  signatureTitle: 'Directrice',
  signatureImage: addressOf(pngOf()),
  logo: addressOf(pngOf({ width: 80 })),
  footer: 'Kerdoual SA · RCS Brest 412 555 777',
});
const broken = addressOf(pngOf({ packed: Buffer.from('not packed') }));

beforeAll(async () => {
  hub = await startHubUnderTest();
  const nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  const client = new HubClient(await hub.app.listen({ host: '127.0.0.1', port: 0 }));
  client.takeTokensFrom(async () => succeed(nadia.accessToken));
  commands = letterCommands({ hub: client, session: { shift: {} } } as never);
});
afterAll(() => hub.close());

const shown = async (template: object) =>
  (commands['letters.pdf'] as (input: object) => Promise<never>)({ template }) as Promise<{
    ok: boolean;
    value: { bytes: ArrayBuffer };
    error: { code: string; detail: string };
  }>;

it('[LETTER-9] a letter is seen as PDF as it is typed, for an example customer, and nothing is kept', async () => {
  const before = (await asNadia('GET', '/v1/templates?brandId=kerdoual')).json.templates.length;
  const got = await shown(written);
  expect(got.ok).toBe(true);
  const [page] = await pagesOf(Buffer.from(got.value.bytes));
  for (const one of [
    'MME HELENE EXEMPLE',
    'Bonjour Madame Exemple.',
    'Élodie Cœur',
    'Directrice',
    '12 quai de la Fosse',
    'Kerdoual SA · RCS Brest 412 555 777',
  ])
    expect(textOf(page)).toContain(one);
  const after = (await asNadia('GET', '/v1/templates?brandId=kerdoual')).json.templates;
  expect(after).toHaveLength(before);
});

it('[LETTER-9] a look is kept with its template, and a picture that cannot be printed is refused by its name', async () => {
  const kept = await asNadia('POST', '/v1/templates', written);
  expect(kept.json.template).toEqual(written);
  const at = `/v1/templates/${kept.json.id}`;
  for (const field of ['logo', 'signatureImage']) {
    const wrong = { ...written, [field]: broken };
    const told = [
      await asNadia('POST', '/v1/templates', wrong),
      await asNadia('PUT', at, { revision: 1, template: wrong }),
    ];
    for (const { status, json } of told) {
      expect(status).toBe(400);
      expect(json).toMatchObject({ code: 'input-malformed', detail: `${field}: no whole PNG` });
    }
    expect((await shown(wrong)).error).toMatchObject({ detail: `${field}: no whole PNG` });
  }
  const lines = { ...written, footer: '1\n2\n3\n4\n5' };
  expect((await asNadia('POST', '/v1/templates', lines)).status).toBe(400);
});

it('[LETTER-9] is seen of no other brand, and only of letters', async () => {
  expect((await shown({ ...written, brandId: 'nobody' })).error.code).toBe('not-found');
  const mail = { ...written, channel: 'email' };
  expect((await shown(mail)).error.detail).toContain('only a letter is a PDF');
});
