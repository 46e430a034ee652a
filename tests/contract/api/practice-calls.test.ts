import type { Session } from '@shared/contracts/http/auth.ts';
import { intakeMediaType } from '@shared/contracts/http/intake.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { CallFacts } from '@shared/domain/interaction/interaction.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let yanis: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel');
  yanis = await hub.signIn('yanis.morel', hub.newId());
});
afterAll(() => hub.close());

const played: CallFacts = {
  callUid: 'u',
  customerNumber: '+33639980001',
  numberHidden: false,
  calledNumber: '+33199004110',
  answeredAt: '2026-11-05T11:44:04.000Z',
  endedBy: 'advisor',
  failure: null,
  sipStatus: null,
  heldMs: 0,
  transferredTo: null,
  training: true,
};
const wrapUpOf = (interactionId: string) => ({
  interactionId,
  customerId: null,
  reasonCode: 'commande',
  dispositionCode: 'renseigne',
  notes: [],
  caseId: null,
  speech: null,
  wrapUpEndedAt: '2026-11-05T11:54:00.000Z',
});
const inHub = async (table: 'interactions' | 'practice_calls' | 'interaction_revisions') => {
  const column = table === 'interaction_revisions' ? 'interaction_id' : 'id';
  const { rows } = await sql<{
    id: string;
  }>`select ${sql.ref(column)} as id from ${sql.table(table)}`.execute(hub.database.db);
  return rows.map(({ id }) => id);
};
const changes = async (): Promise<number> => {
  const count = sql<{ n: number }>`select count(*)::int as n from change_log`;
  return (await count.execute(hub.database.db)).rows[0]?.n ?? -1;
};

it('[PLAY-27] a practice call is kept apart: no history has it, and its wrap-up adds to it alone', async () => {
  const customer = someCustomer(hub.newId());
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  const before = await changes();
  const call = someInteraction(hub.newId(), {
    customerId: customer.id,
    advisorId: camille.user.id,
    call: played,
  });
  const [recorded] = await push(hub, camille, [
    mutation(hub, { kind: 'interaction.record', payload: call }),
  ]);
  expect(recorded?.status).toBe('accepted');
  const wrapUp = { kind: 'interaction.wrap-up', payload: wrapUpOf(call.id) } as const;
  const [foreign] = await push(hub, yanis, [mutation(hub, wrapUp)]);
  expect(foreign).toMatchObject({ status: 'rejected', code: 'interaction-unknown' });
  const [wrapped] = await push(hub, camille, [mutation(hub, wrapUp)]);
  expect(wrapped?.status).toBe('accepted');
  expect(await inHub('practice_calls')).toEqual([call.id]);
  expect(await inHub('interactions')).not.toContain(call.id);
  expect(await inHub('interaction_revisions')).not.toContain(call.id);
  expect(await changes()).toBe(before);
  const { rows } = await sql<{ code: string }>`
    select disposition_code as code from practice_calls`.execute(hub.database.db);
  expect(rows).toEqual([{ code: 'renseigne' }]);
  const url = `${routes.customers}/${customer.id}/interactions`;
  const shown = await hub.app.inject({ method: 'GET', url, headers: bearer(camille) });
  expect(shown.json().interactions).toEqual([]);
});

it('[PLAY-27] so are practice calls that come in bulk, beside real ones', async () => {
  const hugo = await hub.signIn('hugo.delmas', hub.newId());
  const real = { ...played, training: false };
  const calls = [played, real].map((call) => someInteraction(hub.newId(), { call }));
  const answer = await hub.app.inject({
    method: 'POST',
    url: routes.intake,
    headers: { ...bearer(hugo), 'content-type': intakeMediaType },
    payload: calls.map((call) => JSON.stringify(call)).join('\n'),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  const kept = await inHub('interactions');
  expect(calls.map(({ id }) => kept.includes(id))).toEqual([false, true]);
  expect(await inHub('practice_calls')).toContain(calls[0]?.id);
});
