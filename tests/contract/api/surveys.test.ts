/** Surveys that were answered later: linked to their call, and counted once in the measures. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { intakeMediaType } from '@shared/contracts/http/intake.ts';
import type { SourceWithSecret } from '@shared/contracts/http/sources.ts';
import type { SpeechMeasures } from '@shared/contracts/http/speech-measures.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer, someInteraction } from './mutations.ts';
import { happened, makeSource, tell } from './sources.ts';
import { someSpeech } from './speeches.ts';

const hourMs = 3_600_000;
const scriptId = 'enquete';
let hub: HubUnderTest;
let camille: Session;
let agathe: Session;
let hugo: Session;
let survey: SourceWithSecret;
let beganMs = 0;
let experimentId = '';
beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  hugo = await hub.signIn('hugo.delmas', hub.newId());
  survey = await makeSource(hub, agathe, { name: 'Enquêtes', kind: 'web-shop' });
  beganMs = hub.clock.now() - 6 * 24 * hourMs;
  await publish();
  await publish();
  const arms = ['a', 'b'].map((id, at) => ({ id, version: at + 1, share: 50 }));
  const made = await ask(hugo, 'POST', `/v1/scripts/${scriptId}/experiments`, {
    name: 'Deux mots',
    outcome: 'resolved',
    plannedPerArm: 100,
    arms,
    from: new Date(hub.clock.now()).toISOString(),
  });
  experimentId = made.json().id ?? '';
});
afterAll(() => hub.close());

const ask = (who: Session, method: 'GET' | 'POST', url: string, payload?: object) =>
  hub.app.inject({ method, url, headers: bearer(who), ...(payload ? { payload } : {}) });
const publish = async () => {
  const written = await ask(
    hugo,
    'POST',
    `/v1/scripts/${scriptId}/versions`,
    someSpeech('Enquête'),
  );
  const at = `/v1/scripts/${scriptId}/versions/${written.json().version}`;
  await ask(hugo, 'POST', `${at}/submit`, { revision: 1 });
  expect((await ask(agathe, 'POST', `${at}/approve`, { revision: 1 })).statusCode).toBe(200);
};

let people = 0;
const person = async () => {
  people += 1;
  const customer = someCustomer(hub.newId(), { emails: [`s${people}@exemple.fr`], phones: [] });
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  return customer;
};
const call = (
  customerId: string,
  {
    version = 1,
    field,
    uid,
    arm,
  }: { version?: number; field?: number; uid?: string; arm?: string } = {},
  atMs = beganMs,
): Interaction =>
  someInteraction(hub.newId(), {
    customerId,
    advisorId: camille.user.id,
    startedAt: new Date(atMs).toISOString(),
    endedAt: new Date(atMs + 240_000).toISOString(),
    call:
      uid === undefined
        ? null
        : {
            callUid: uid,
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
          },
    speech: {
      scriptId,
      version,
      stepId: 'accord',
      path: ['accueil'],
      choices: {},
      fields: field === undefined ? {} : { 'accord.satisfaction': field },
      objections: [],
      ...(arm === undefined ? {} : { experiment: { id: experimentId, arm } }),
    },
  });
const record = async (...calls: readonly Interaction[]) => {
  const sent = calls.map((payload) => mutation(hub, { kind: 'interaction.record', payload }));
  const answers = await push(hub, camille, sent);
  expect(answers.filter(({ status }) => status !== 'accepted')).toEqual([]);
};
let told = 0;
const answered = (
  email: string,
  satisfaction: object,
  atMs = beganMs + 24 * hourMs,
  ref?: string,
) => {
  told += 1;
  const about = { channel: 'sms', title: 'Enquête', customer: { emails: [email] }, satisfaction };
  return tell(hub, survey, happened(ref ?? `s-${told}`, about, new Date(atMs).toISOString()));
};
const measured = async (): Promise<SpeechMeasures> =>
  (await ask(hugo, 'GET', `/v1/scripts/${scriptId}/measures`)).json();
const ofVersion = async (version: number) => {
  const found = (await measured()).versions.find((one) => one.version === version);
  return { n: found?.satisfaction.n, mean: found?.satisfaction.mean };
};
const ten = (score: number, about?: object) => ({
  score,
  scale: { min: 0, max: 10 },
  ...(about === undefined ? {} : { about }),
});

it('[MEASURE-15] the last answer about a call counts, in place of what was answered in the call, and never twice', async () => {
  const who = await person();
  const [email = ''] = who.emails;
  await record(call(who.id, { field: 2 }));
  expect(await ofVersion(1)).toEqual({ n: 1, mean: 2 });
  expect((await answered(email, ten(5))).statusCode).toBe(200);
  expect(await ofVersion(1)).toEqual({ n: 1, mean: 3 });
  await answered(email, ten(10), beganMs + 48 * hourMs);
  await answered(email, ten(0), beganMs + 30 * hourMs);
  expect(await ofVersion(1)).toEqual({ n: 1, mean: 5 });
});

it('[MEASURE-15] the same answer told anew with another score is one answer, corrected', async () => {
  const who = await person();
  const [email = ''] = who.emails;
  await record(call(who.id, { version: 2 }));
  await answered(email, ten(0), beganMs + hourMs, 'once');
  await answered(email, ten(10), beganMs + hourMs, 'once');
  expect(await ofVersion(2)).toEqual({ n: 1, mean: 5 });
});

it('[MEASURE-14] a survey is about what it names, else about the last contact within seven days, whatever became known first', async () => {
  const who = await person();
  const [email = ''] = who.emails;
  const before = await ofVersion(1);
  await answered(email, ten(0, { callUid: 'pbx-late' }), beganMs + 3 * 24 * hourMs);
  await answered(email, ten(0), beganMs + hourMs);
  expect(await ofVersion(1)).toEqual(before);
  await record(
    call(who.id, { uid: 'pbx-late' }),
    call(who.id, { uid: 'pbx-other' }, beganMs + 10 * hourMs),
  );
  // The one that names no call came an hour after the first: it is about that one, and the later wins.
  expect(await ofVersion(1)).toMatchObject({ n: (before.n ?? 0) + 1 });
  const late = await person();
  const [hers = ''] = late.emails;
  await record(call(late.id, {}, beganMs - 48 * hourMs));
  await answered(hers, ten(0), beganMs + 5 * 24 * hourMs + 1);
  expect(await ofVersion(1)).toMatchObject({ n: (before.n ?? 0) + 1 });
  await answered(hers, ten(0), beganMs + 5 * 24 * hourMs);
  expect(await ofVersion(1)).toMatchObject({ n: (before.n ?? 0) + 2 });
});

it('[MEASURE-15] it counts in the arm of the call, each customer once', async () => {
  const who = await person();
  await record(call(who.id, { version: 2, arm: 'b' }, hub.clock.now()));
  hub.clock.advance(60_000);
  await answered(who.emails[0] ?? '', ten(10), hub.clock.now());
  const found = (await measured()).experiments.find(({ id }) => id === experimentId);
  const [a, b] = found?.arms ?? [];
  expect(a?.satisfaction).toMatchObject({ n: 0, mean: null });
  expect(b?.satisfaction).toMatchObject({ n: 1, mean: 5 });
});

it('[MEASURE-13] an answer comes in by hook and in bulk; a score outside its scale is refused at its field', async () => {
  const outside = await answered('x@exemple.fr', ten(11));
  expect(outside.statusCode).toBe(202);
  expect(outside.body).toContain('malformed');
  const waiting = await ask(agathe, 'GET', '/v1/quarantine');
  expect(waiting.body).toContain('data.satisfaction.score');
  const who = await person();
  const row = someInteraction(hub.newId(), { customerId: who.id, channel: 'sms' });
  const lines = [
    { ...row, satisfaction: ten(8) },
    { ...row, id: hub.newId(), satisfaction: ten(-1) },
  ];
  const bulk = await hub.app.inject({
    method: 'POST',
    url: routes.intake,
    headers: { ...bearer(agathe), 'content-type': intakeMediaType },
    payload: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  });
  expect(bulk.json().taken).toBe(1);
  expect(bulk.body).toContain('satisfaction.score');
});
