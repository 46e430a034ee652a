import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let yanis: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  yanis = await hub.signIn('yanis.morel', hub.newId());
});
afterAll(() => hub.close());

const number = '+33639980077';
const call = (minutesAgo: number, change: Partial<Interaction> = {}, of = number): Interaction => {
  const endMs = hub.clock.now() - minutesAgo * 60_000;
  return someInteraction(hub.newId(), {
    advisorId: camille.user.id,
    startedAt: new Date(endMs - 60_000).toISOString(),
    endedAt: new Date(endMs).toISOString(),
    call: {
      callUid: null,
      customerNumber: of,
      numberHidden: false,
      calledNumber: null,
      answeredAt: null,
      endedBy: null,
      failure: null,
      sipStatus: null,
      heldMs: 0,
      transferredTo: 'Yanis Morel',
      training: false,
    },
    ...change,
  });
};
const asked = async (query: Record<string, string>) => {
  const url = `${routes.handedCalls}?${new URLSearchParams(query)}`;
  const answer = await hub.app.inject({ method: 'GET', url, headers: bearer(yanis) });
  return { status: answer.statusCode, json: answer.json() };
};

it('[SPEECH-35] a colleague is told the last calls of the number with the brand, of somebody unknown, too', async () => {
  const last = call(1);
  const before = call(10);
  const others = [call(50), call(1, {}, '+33639980078'), call(1, { outcome: 'missed' })];
  const mutations = [last, before, ...others].map((payload) =>
    mutation(hub, { kind: 'interaction.record', payload }),
  );
  const answers = await push(hub, camille, mutations);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['accepted']));
  const { status, json } = await asked({ number, brandId: 'kerdoual' });
  expect(status).toBe(200);
  const found = json.interactions as Interaction[];
  expect(found.map(({ id }) => id)).toEqual([last.id, before.id]);
  expect(found[0]).toMatchObject({ customerId: null, call: { transferredTo: 'Yanis Morel' } });
  expect((await asked({ number, brandId: 'elsewhere' })).status).toBe(404);
  expect((await asked({ number: '06', brandId: 'kerdoual' })).status).toBe(400);
});
