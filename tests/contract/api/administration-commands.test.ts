/** The commands of the screen against a hub that listens: what they ask is there, what it says is read. */
import { randomBytes } from 'node:crypto';
import { workOnExports } from '@api/modules/exports/work.ts';
import {
  type AdministrationName,
  administrationCommands,
} from '@renderer/engine/commands/administration-commands.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer } from './mutations.ts';
import { makeSource, tell } from './sources.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
let hub: HubUnderTest;
beforeAll(async () => {
  hub = await startHubUnderTest();
});
afterAll(() => hub.close());

it('[ADMIN-19] every command is answered by the hub, and its answer is read', async () => {
  const device = hub.newId();
  const camille = await hub.signIn('camille.roussel', device);
  const agathe = await hub.signIn('agathe.perrot', hub.newId());
  const client = new HubClient(await hub.app.listen({ host: '127.0.0.1', port: 0 }));
  client.takeTokensFrom(async () => succeed(agathe.accessToken));
  const deps = { hub: client, session: { shift: {} } } as unknown as Parameters<
    typeof administrationCommands
  >[0];
  const handlers = administrationCommands(deps);
  const asked = new Set<string>();
  const ask = async <N extends AdministrationName>(name: N, input: CommandInput<N>) => {
    asked.add(name);
    const got = await (handlers[name] as (given: unknown) => Promise<{ ok: boolean }>)(input);
    expect(got, name).toMatchObject({ ok: true });
    return (got as unknown as { value: never }).value as never;
  };
  const customer = someCustomer(hub.newId());
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  const customerId = customer.id;
  const told = await makeSource(hub, agathe);
  await tell(hub, told, { type: 'nonsense' });

  const user = (await ask('admin.create-user', {
    login: 'sarah.klein',
    firstName: 'Sarah',
    lastName: 'Klein',
    role: 'advisor',
    teamId: null,
    locale: 'fr',
    brandIds: ['kerdoual'],
    password: 'assez long pour cela',
  })) as { id: string };
  await ask('admin.change-user', { userId: user.id, change: { active: false } });
  const line = { extension: '6077', password: 'assez long' };
  await ask('admin.set-line', { userId: user.id, line });
  await ask('admin.users', {});
  const team = (await ask('admin.create-team', { name: 'Nuit' })) as { id: string };
  await ask('admin.change-team', { teamId: team.id, change: { outsourcer: 'Voix' } });
  await ask('admin.teams', {});
  await ask('admin.brands', {});
  const brandId = 'kerdoual';
  await ask('admin.change-brand', { brandId, change: { wrapUpSeconds: 90 } });
  const number = (await ask('admin.add-number', {
    brandId,
    number: {
      e164: '+33199004177',
      label: 'Urgence',
      tariffClass: 'normal',
      queue: 'nuit',
      reasonCode: null,
    },
  })) as { id: string };
  await ask('admin.numbers', { brandId });
  await ask('admin.remove-number', { brandId, numberId: number.id });
  const words = {
    label: { fr: 'Ne plus appeler', en: 'Do not call' },
    group: { fr: '', en: '' },
    synonyms: [],
    resolvesCase: false,
    expectsCallback: false,
    opposesCalls: true,
    rank: 50,
  };
  await ask('admin.change-disposition', { brandId, code: 'ne-plus-appeler', words });
  await ask('admin.dispositions', { brandId });
  await ask('admin.remove-disposition', { brandId, code: 'ne-plus-appeler' });
  await ask('admin.law-rules', {});
  const until = new Date(hub.clock.now() + 3_600_000).toISOString();
  const off = { on: false as const, reason: 'essai convenu', until };
  await ask('admin.switch-law-rule', { rule: 'pressure', given: off });
  const rules = (await ask('admin.rules', { brandId })) as { version: number; rules: never };
  await ask('admin.change-rules', { brandId, ...rules });
  const recorded = (await ask('admin.recording-rules', { brandId })) as { rules: never };
  const decided = { brandId, rules: recorded.rules, reason: 'revu sans changement' };
  await ask('admin.change-recording-rules', decided);

  const source = (await ask('admin.create-source', {
    name: 'Magasin',
    kind: 'store',
    brandIds: [brandId],
  })) as { id: string };
  await ask('admin.change-source', { sourceId: source.id, change: { active: false } });
  await ask('admin.rotate-source', { sourceId: source.id, oldValidMinutes: 60 });
  await ask('admin.sources', {});
  const { items } = (await ask('admin.quarantine', {})) as { items: { id: string }[] };
  await ask('admin.replay', { items: items.map(({ id }) => ({ id })) });
  await ask('admin.give-up', { ids: items.map(({ id }) => id), why: 'essai' });
  const subscription = (await ask('admin.subscribe', {
    url: 'https://crm.example/hook',
    events: ['customer.changed'],
    brandIds: [brandId],
  })) as { id: string };
  const subscriptionId = subscription.id;
  await ask('admin.change-webhook', { subscriptionId, change: { active: false } });
  await ask('admin.webhooks', {});
  await ask('admin.deliveries', { subscriptionId, status: 'dead' });
  await ask('admin.redeliver', { subscriptionId, ids: [hub.newId()] });
  await ask('admin.unsubscribe', { subscriptionId });
  const connector = (await ask('admin.create-connector', {
    brandId,
    name: 'Commandes',
    card: 'orders',
    address: 'https://shop.invalid/{phone}',
  })) as { id: string };
  const connectorId = connector.id;
  await ask('admin.change-connector', { connectorId, change: { timeLimitMs: 100 } });
  await ask('admin.try-connector', { connectorId, customerId });
  await ask('admin.connectors', {});
  await ask('admin.remove-connector', { connectorId });

  await ask('admin.retention', {});
  await ask('admin.change-retention', { kind: 'practice', days: 90, reason: 'essai' });
  await ask('admin.purge-now', {});
  await ask('admin.purges', {});
  await ask('admin.journal', { text: 'agathe', limit: 5 });
  await ask('admin.journal-chain', {});
  const file = (await ask('admin.personal-data', { customerId, form: 'json' })) as {
    text: string;
  };
  expect(JSON.parse(file.text)).toMatchObject({ customerId });
  const page = (await ask('admin.personal-data', { customerId, form: 'html' })) as { text: string };
  expect(page.text).toContain('<html');
  await ask('admin.restrict', { customerId, reason: 'à vérifier' });
  await ask('admin.restrict', { customerId, reason: null });
  await ask('admin.erase', { customerId, reason: 'demande écrite' });
  await ask('admin.erasures', {});
  await ask('admin.devices', {});
  await ask('admin.wipe', { deviceId: device, reason: 'perdu' });
  await ask('admin.withdraw-wipe', { deviceId: device });
  const {
    changedBy: _b,
    changedAt: _a,
    why: _w,
    ...desktop
  } = (await ask('admin.desktop-rules', {})) as { changedBy: never; changedAt: never; why: never };
  await ask('admin.change-desktop-rules', { ...desktop, reason: 'essai' } as never);
  const table = (await ask('admin.export', {
    brandId,
    kind: 'customers',
    columns: ['lastName'],
  })) as {
    id: string;
  };
  while (await workOnExports({ ...hub, random }));
  await ask('admin.exports', {});
  const made = (await ask('admin.export-file', { exportId: table.id })) as { bytes: ArrayBuffer };
  expect(new TextDecoder().decode(made.bytes)).toMatch(/^Nom\r\n/);
  await ask('admin.cancel-export', { exportId: table.id });
  expect([...asked].sort()).toEqual(Object.keys(handlers).sort());
});
