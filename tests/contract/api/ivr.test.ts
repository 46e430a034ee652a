import type { Session } from '@shared/contracts/http/auth.ts';
import { ivrAnswerSchema } from '@shared/contracts/http/ivr.ts';
import { hookAnswerSchema, type SourceWithSecret } from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { CallFacts, Interaction } from '@shared/domain/interaction/interaction.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someInteraction } from './mutations.ts';
import { makeSource, tell } from './sources.ts';

let hub: HubUnderTest;
let agathe: Session;
let camille: Session;
let server: SourceWithSecret;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot');
  camille = await hub.signIn('camille.roussel', hub.newId());
  server = await makeSource(hub, agathe, { kind: 'ivr', name: 'Serveur vocal' });
});
afterAll(() => hub.close());

const card = '4970 1012 3456 7893';
const ago = (seconds: number) => new Date(hub.clock.now() - seconds * 1000).toISOString();
const heard = (data: object, timestamp = ago(60)) => ({
  type: 'ivr.input',
  timestamp,
  data: {
    brandId: 'kerdoual',
    steps: [
      { kind: 'menu', prompt: 'Votre demande ?', value: '2', label: 'commande livrée' },
      { kind: 'digits', value: '44712086' },
    ],
    reasonCode: 'livraison',
    ...data,
  },
});
const says = async (event: unknown, status = 'applied') => {
  const response = await tell(hub, server, event);
  expect(hookAnswerSchema.parse(response.json()).status, response.body).toBe(status);
  return hookAnswerSchema.parse(response.json());
};
const ask = async (query: string) => {
  const url = `${routes.ivr}?brandId=kerdoual&${query}`;
  const answer = await hub.app.inject({ url, headers: bearer(camille) });
  return ivrAnswerSchema.parse(answer.json()).ivr;
};
const facts: CallFacts = {
  callUid: null,
  customerNumber: null,
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
const call = (change: Partial<CallFacts>, own: Partial<Interaction> = {}) =>
  someInteraction(hub.newId(), { startedAt: ago(30), call: { ...facts, ...change }, ...own });
const record = async (payload: Interaction) => {
  const sent = [mutation(hub, { kind: 'interaction.record', payload })];
  expect((await push(hub, camille, sent))[0]?.status).toBe('accepted');
};
const keptWith = async (id: string) => {
  const row = await hub.database.db
    .selectFrom('interactions')
    .select('call')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.call?.ivr;
};
const wanted = {
  steps: [{ label: 'commande livrée' }, { value: '44712086' }],
  reasonCode: 'livraison',
};

it('[IVR-1] is found by the name of the call, and by the number within ten minutes', async () => {
  await says(heard({ callUid: 'uid-1', number: '06 39 98 20 01' }, ago(120)));
  await says(
    heard({ callUid: 'uid-1', steps: [{ kind: 'words', value: 'pied cassé' }] }, ago(100)),
  );
  expect(await ask('callUid=uid-1')).toMatchObject({
    steps: [...wanted.steps, { kind: 'words', value: 'pied cassé', label: null, prompt: null }],
  });
  await says(heard({ number: '0639982002' }, ago(9 * 60)));
  await says(heard({ number: '0639982003' }, ago(11 * 60)));
  expect(await ask(`number=${encodeURIComponent('+33639982002')}`)).toMatchObject(wanted);
  expect(await ask(`number=${encodeURIComponent('+33639982003')}`)).toBeNull();
  expect(await ask('callUid=other')).toBeNull();
  const url = `${routes.ivr}?brandId=nowhere&callUid=uid-1`;
  const foreign = await hub.app.inject({ url, headers: bearer(camille) });
  expect(foreign.json().code).toBe('not-found');
});

it('[IVR-2] is kept with the call, whichever came first', async () => {
  await says(heard({ callUid: 'first' }));
  const after = call({ callUid: 'first' });
  await record(after);
  expect(await keptWith(after.id)).toMatchObject(wanted);

  const before = call({ callUid: 'second' });
  await record(before);
  await says(heard({ callUid: 'second' }));
  expect(await keptWith(before.id)).toMatchObject(wanted);

  await says(heard({ number: '0639982004' }));
  const byNumber = call({ customerNumber: '+33639982004' });
  await record(byNumber);
  expect(await keptWith(byNumber.id)).toMatchObject(wanted);

  const own = { steps: [], reasonCode: 'retour' };
  await says(heard({ callUid: 'own' }));
  const sent = call({ callUid: 'own', ivr: own });
  await record(sent);
  expect(await keptWith(sent.id)).toEqual(own);

  const other = call({ callUid: 'nothing heard' });
  await record(other);
  expect(await keptWith(other.id)).toBeUndefined();
});

it('[IVR-7] who withholds her number is found by her call; without one the event waits', async () => {
  await says(heard({ callUid: 'hidden', number: 'Anonymous' }));
  expect(await ask('callUid=hidden')).not.toBeNull();
  await says(heard({ number: 'Anonymous', callUid: undefined }), 'quarantined');
});

it('[IVR-5] card numbers are masked wherever they are kept, in quarantine too', async () => {
  const steps = [
    { kind: 'digits', value: card },
    { kind: 'digits', value: '987' },
    { kind: 'words', value: `ma carte ${card.replaceAll(' ', '')} merci` },
  ];
  await says(heard({ callUid: 'card', steps }));
  expect(await ask('callUid=card')).toMatchObject({
    steps: [
      { value: '•••• •••• •••• 7893' },
      { value: '•••' },
      { value: 'ma carte ••••••••••••7893 merci' },
    ],
  });
  await says(heard({ callUid: 'wrong', steps, brandId: 'solvenne' }), 'quarantined');
  const pushed = call({
    callUid: 'pushed',
    ivr: { steps: [{ kind: 'digits', prompt: null, value: card, label: null }], reasonCode: null },
  });
  await record(pushed);
  const { rows } = await sql<{ text: string }>`
    select convert_from(body, 'UTF8') as text from hook_events
    union all select steps::text from ivr_inputs
    union all select call::text from interactions where call is not null
    union all select fact::text from external_facts`.execute(hub.database.db);
  const all = rows.map(({ text }) => text).join('\n');
  expect(all).toContain('7893');
  for (const form of [card, card.replaceAll(' ', ''), '"987"']) expect(all).not.toContain(form);
  expect(hub.logged.join('')).not.toContain(card);
});
