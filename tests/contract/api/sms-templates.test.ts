/** A short message that sells without saying how to oppose: neither started with nor sent. */
import { moveSequences } from '@api/modules/sequences/service.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Ask,
  addPerson,
  addRefusal,
  asker,
  running,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let asNadia: Ask;
const written = { brandId: 'kerdoual', name: 'Offre', channel: 'sms' };
const mute = { ...written, body: 'Une offre pour vous.' };
const fair = { ...written, body: 'Une offre pour vous. STOP au 36123' };

beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  camille = await hub.signIn('camille.roussel');
  await addRefusal(hub);
  const nadia = await hub.signIn('nadia.ferrand', hub.newId());
  asNadia = asker(hub, () => nadia);
});
afterAll(() => hub.close());

const template = async (given: object): Promise<string> =>
  (await asNadia('POST', '/v1/templates', given)).json.id;
const wanted = (templateId: string, kind: 'sms' | 'documentation', callKind = 'commercial') => {
  const call = { id: 'appel', kind: 'call' };
  const step = { id: 'ecrit', kind, channel: 'sms', templateId };
  return settings(hub, camille.user.teamId as string, {
    callKind,
    sequence: { steps: kind === 'sms' ? [step, call] : [call, step] },
  });
};
const problemsOf = async (given: object): Promise<string[]> =>
  (await asNadia('POST', '/v1/campaigns', given)).json.problems;

it('[SEQ-15] keeps its campaign from being started, unless what it writes serves', async () => {
  const [silent, telling] = [await template(mute), await template(fair)];
  expect(await problemsOf(wanted(silent, 'sms'))).toContain('no-way-to-oppose');
  for (const given of [
    wanted(telling, 'sms'),
    wanted(silent, 'sms', 'service'),
    wanted(silent, 'documentation'),
  ])
    expect(await problemsOf(given)).not.toContain('no-way-to-oppose');
});

it('[SEQ-15] is not sent either when it was changed after the start', async () => {
  const templateId = await template(fair);
  const town = '62001';
  const anne = await addPerson(hub, camille, town);
  const givenAt = new Date(hub.clock.now() - 86_400_000).toISOString();
  const consent = { ...someConsent(hub.newId(), anne), channel: 'sms', givenAt, until: null };
  await push(hub, camille, [mutation(hub, { kind: 'consent.record', payload: consent })]);
  const id = await running(asNadia, wanted(templateId, 'sms'), town);
  await asNadia('PUT', `/v1/templates/${templateId}`, { revision: 1, template: mute });
  await moveSequences(hub);
  const { skipped } = (await asNadia('GET', `/v1/campaigns/${id}/sequence`)).json;
  expect(skipped).toEqual([{ because: 'no-way-to-oppose', count: 1 }]);
});
