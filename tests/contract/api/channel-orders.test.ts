/** The order of channels in an experiment: who is written to, who is called, who is both. */
import { moveSequences } from '@api/modules/sequences/service.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { levelOf } from '@shared/domain/experiment/design.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Ask,
  addPerson,
  addRefusal,
  asker,
  reserveIn,
  running,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let camille: Session;
let asNadia: Ask;
let asCamille: Ask;

beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  camille = await hub.signIn('camille.roussel');
  const nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  asCamille = asker(hub, () => camille);
  await addRefusal(hub);
});
afterAll(() => hub.close());

const lettersOf = async (customerId: string): Promise<number> =>
  (
    await hub.database.db
      .selectFrom('interactions')
      .select('id')
      .where('customer_id', '=', customerId)
      .where('channel', '=', 'post')
      .execute()
  ).length;

it('[EXP-4] by the design of an experiment some are called without a letter, and some written to and not called', async () => {
  const town = '66001';
  for (let made = 0; made < 12; made += 1) await addPerson(hub, camille, town);
  const template = {
    brandId: 'kerdoual',
    name: 'Invitation',
    channel: 'post',
    subject: 'Invitation',
    body: 'Bonjour {{customer.formalName}}.',
  };
  const templateId = (await asNadia('POST', '/v1/templates', template)).json.id;
  const sequence = {
    steps: [
      { id: 'lettre', kind: 'letter', templateId },
      { id: 'appel', kind: 'call', afterDays: 2 },
    ],
  };
  const levels = ['call-only', 'written-only'] as const;
  const experiment = {
    name: 'Lettre ou appel',
    factors: [{ kind: 'order', levels }],
    outcome: 'ordered',
    baseline: 0.1,
    smallestEffect: 0.1,
  };
  const id = await running(
    asNadia,
    settings(hub, camille.user.teamId as string, { sequence, experiment }),
    town,
  );
  await moveSequences(hub);
  const factor = { kind: 'order' as const, levels: [...levels] };
  const isCalled = ({ customerId }: { readonly customerId: string }) =>
    levelOf(id, factor, customerId) === 0;
  const contacts = (await asNadia('GET', `/v1/campaigns/${id}/contacts`)).json.contacts;
  const [called, written] = [
    contacts.filter(isCalled),
    contacts.filter((one: { customerId: string }) => !isCalled(one)),
  ];
  expect(Math.min(called.length, written.length)).toBeGreaterThan(0);
  for (const one of written)
    expect(one).toMatchObject({ state: 'over', overBecause: 'experiment' });
  for (const { customerId } of written) expect(await lettersOf(customerId)).toBe(1);
  for (const { customerId } of called) expect(await lettersOf(customerId)).toBe(0);
  const handed = await reserveIn(asCamille, id, { count: 60 });
  expect(handed).toHaveLength(called.length);
});
