/** The commands of the campaign screens against a hub that listens: what they ask is there, what it says is read. */
import { moveSequences } from '@api/modules/sequences/service.ts';
import { planningCommands } from '@renderer/engine/commands/planning-commands.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { CommandInput, CommandName } from '@shared/contracts/engine/commands.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson, asker, settings, untilCallingHour } from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

type Planning = Extract<CommandName, `planning.${string}`>;
let hub: HubUnderTest;
beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.clock.advance(untilCallingHour(hub.clock.now()));
});
afterAll(() => hub.close());

it('[PLAN-34] every command is answered by the hub, and its answer is read', async () => {
  const camille = await hub.signIn('camille.roussel');
  const nadia = await hub.signIn('nadia.ferrand', hub.newId());
  const town = '35024';
  await addPerson(hub, camille, town);
  const client = new HubClient(await hub.app.listen({ host: '127.0.0.1', port: 0 }));
  client.takeTokensFrom(async () => succeed(nadia.accessToken));
  const deps = { hub: client, session: { shift: {} } } as unknown as Parameters<
    typeof planningCommands
  >[0];
  const handlers = planningCommands(deps);
  const asked = new Set<string>();
  const ask = async <N extends Planning>(name: N, input: CommandInput<N>) => {
    asked.add(name);
    const got = await (handlers[name] as (given: unknown) => Promise<{ ok: boolean }>)(input);
    expect(got, name).toMatchObject({ ok: true });
    return (got as unknown as { value: never }).value as never;
  };
  const template = {
    brandId: 'kerdoual',
    name: 'Invitation',
    channel: 'post',
    subject: 'Invitation',
    body: 'Bonjour {{customer.formalName}}.',
  };
  const asNadia = asker(hub, () => nadia);
  const templateId: string = (await asNadia('POST', '/v1/templates', template)).json.id;
  const wanted = settings(hub, camille.user.teamId as string, {
    callKind: 'service',
    outcomes: [{ dispositionCode: 'commande-prise', consequence: 'success' }],
    controlPercent: 0,
    sequence: {
      steps: [
        { id: 'lettre', kind: 'letter', templateId },
        { id: 'appel', kind: 'call', afterDays: 2 },
      ],
    },
    experiment: {
      name: 'Appeler ou non',
      outcome: 'ordered',
      baseline: 0.1,
      smallestEffect: 0.05,
    },
  }) as CommandInput<'planning.create'>;
  const { id: campaignId } = (await ask('planning.create', wanted)) as { id: string };
  await ask('planning.campaigns', {});
  const { revision } = (await ask('planning.see', { campaignId })) as { revision: number };
  const renamed = { ...wanted, name: 'Autre' };
  await ask('planning.change', { campaignId, revision, settings: renamed });
  const query = { communes: [town] };
  const listed = await ask('planning.list', { campaignId, query });
  const { listId, added } = listed as { listId: string; added: number };
  expect(added).toBe(1);
  await ask('planning.list-state', { campaignId, listId });
  const { bytes } = (await ask('planning.excluded', { campaignId, listId })) as {
    bytes: ArrayBuffer;
  };
  expect(new TextDecoder().decode(bytes)).toContain('raison');
  await ask('planning.communes', { near: '35238', km: 5 });
  await ask('planning.communes', { search: 'renn' });
  const drawn: [number, number][] = [
    [-1.7, 48],
    [-1.6, 48],
    [-1.6, 48.2],
  ];
  await ask('planning.communes-inside', { drawn });
  await ask('planning.area', { campaignId, communes: [town] });
  await ask('planning.forecast', {
    contacts: 10,
    advisors: 2,
    days: 3,
    hoursPerDay: 4,
    target: null,
    attemptsPerContact: 3,
    reached: { of: 30, was: 10 },
    succeeded: { of: 10, was: 2 },
    reachedS: 240,
    missedS: 40,
    utilisation: 0.5,
    centsPerHour: 2800,
  });
  await ask('planning.events', { campaignId });
  await ask('planning.power', { baseline: 0.1, smallestEffect: 0.05 });
  await ask('planning.experiment', { campaignId });
  await ask('planning.move', { campaignId, move: 'start' });
  await moveSequences(hub);
  await ask('planning.sequence', { campaignId });
  const { mailings } = (await ask('planning.mailings', { campaignId })) as {
    mailings: { id: string; letters: number }[];
  };
  expect(mailings).toMatchObject([{ letters: 1 }]);
  const mailingId = mailings[0]?.id ?? '';
  const startOf = async (as: 'pdf' | 'csv', length: number): Promise<string> => {
    const file = (await ask('planning.mailing-file', { mailingId, as })) as { bytes: ArrayBuffer };
    return new TextDecoder().decode(file.bytes.slice(0, length));
  };
  expect(await startOf('pdf', 5)).toBe('%PDF-');
  expect(await startOf('csv', 200)).toContain(';');
  await ask('planning.figures', { campaignId });
  await ask('planning.dialling', { campaignId });
  await ask('planning.results', { campaignId, by: 'area' });
  await ask('planning.all-figures', { by: 'team', from: '2026-01-01' });
  const sheet = (await ask('planning.all-figures-sheet', {
    by: 'campaign',
    brandId: 'kerdoual',
    language: 'en',
  })) as { bytes: ArrayBuffer };
  expect(new TextDecoder().decode(sheet.bytes)).toContain('people_called');
  await ask('planning.centre-figures', { by: 'team', from: '2026-01-01' });
  const centre = (await ask('planning.centre-figures-sheet', {
    by: 'queue',
    language: 'fr',
  })) as { bytes: ArrayBuffer };
  expect(new TextDecoder().decode(centre.bytes)).toContain('taux_de_prise');
  await ask('planning.experiments', {});
  await ask('planning.people', { campaignId, search: '', offset: 0 });
  await ask('planning.copy', { campaignId, name: 'Copie' });
  const others = Object.keys(handlers).filter((name) => !asked.has(name));
  expect(others).toEqual([]);
});
