import { workThroughSome } from '@api/modules/insights/worker.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { intakeMediaType } from '@shared/contracts/http/intake.ts';
import type { SourceWithSecret } from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCase, someCustomer, someInteraction } from './mutations.ts';
import { happened, makeSource, tell } from './sources.ts';

let hub: HubUnderTest;
let agathe: Session;
let camille: Session;
let gateway: SourceWithSecret;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot');
  camille = await hub.signIn('camille.roussel', hub.newId());
  gateway = await makeSource(hub, agathe, { kind: 'mail-gateway', name: 'Passerelle' });
});
afterAll(() => hub.close());

const at = (hour: number) => `2026-11-05T${String(hour).padStart(2, '0')}:00:00.000Z`;
let count = 0;
const person = async () => {
  count += 1;
  const number = `+3363998${String(7_000 + count)}`;
  const customer = someCustomer(hub.newId(), {
    phones: [{ e164: number, label: 'mobile' }],
    emails: [`p${count}@exemple.fr`],
  });
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  return { id: customer.id, email: `p${count}@exemple.fr` };
};
const pushed = async (change: Partial<Interaction>) => {
  const payload = someInteraction(hub.newId(), { endedAt: null, ...change });
  await push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload })]);
  return payload.id;
};
const inBulk = async (change: Partial<Interaction>) => {
  const row = someInteraction(hub.newId(), { endedAt: null, ...change });
  const answer = await hub.app.inject({
    method: 'POST',
    url: routes.intake,
    headers: { ...bearer(agathe), 'content-type': intakeMediaType },
    payload: `${JSON.stringify(row)}\n`,
  });
  expect(answer.json().taken).toBe(1);
  return row.id;
};
const told = async (ref: string, data: object, hour: number) => {
  const answer = await tell(hub, gateway, happened(ref, { channel: 'email', ...data }, at(hour)));
  expect(answer.statusCode, answer.body).toBe(200);
};
const threadsOf = async (customerId: string) => {
  while ((await workThroughSome(hub)) > 0);
  const rows = await hub.database.db
    .selectFrom('interactions')
    .select(['id', 'title', 'thread_id'])
    .where('customer_id', '=', customerId)
    .orderBy('started_at')
    .execute();
  return rows;
};

it('[THREAD-6] a call pushed, a form in bulk and a mail by hook about one reason are one thread', async () => {
  const { id, email } = await person();
  const about = { customerId: id, reasonCode: 'livraison' };
  const first = await pushed({ ...about, startedAt: at(8) });
  await inBulk({ ...about, channel: 'form', startedAt: at(10) });
  await told(`mail-${id}`, { reasonCode: 'livraison', customer: { emails: [email] } }, 12);
  const rows = await threadsOf(id);
  expect(rows.map((row) => row.thread_id)).toEqual([first, first, first]);
});

it('[THREAD-6] an answer that comes before its question finds it, and what is older takes the lead', async () => {
  const { id, email } = await person();
  const customer = { emails: [email] };
  await told(
    `b-${id}`,
    { title: 'Réponse', direction: 'outbound', repliesTo: `a-${id}`, customer },
    12,
  );
  expect((await threadsOf(id)).map((row) => row.thread_id)).toEqual([null]);
  await told(`a-${id}`, { title: 'Question', customer }, 9);
  const both = await threadsOf(id);
  expect(both.map(({ title }) => title)).toEqual(['Question', 'Réponse']);
  const [question] = both;
  expect(both.map((row) => row.thread_id)).toEqual([question?.id, question?.id]);
});

it('[THREAD-6] a mail that names the case of a call belongs to it', async () => {
  const { id, email } = await person();
  const payload = someCase(hub.newId(), id, { reference: `R-77${count}` });
  await push(hub, camille, [mutation(hub, { kind: 'case.open', payload })]);
  const call = await pushed({ customerId: id, caseId: payload.id, startedAt: at(8) });
  await told(
    `c-${id}`,
    { title: `Photos, dossier R-77${count}`, customer: { emails: [email] } },
    20,
  );
  expect((await threadsOf(id)).map((row) => row.thread_id)).toEqual([call, call]);
});

it('[THREAD-4] a cart broken off and a call after it are one exchange', async () => {
  const { id } = await person();
  const web = await inBulk({
    customerId: id,
    channel: 'web',
    outcome: 'unanswered',
    startedAt: at(8),
  });
  await pushed({ customerId: id, startedAt: at(9) });
  expect((await threadsOf(id)).map((row) => row.thread_id)).toEqual([web, web]);
});
