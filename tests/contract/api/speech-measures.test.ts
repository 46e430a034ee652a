/** Which words work: counted from the records of calls, by version, arm and step. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Coaching, SpeechMeasures } from '@shared/contracts/http/speech-measures.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import type { SpeechRecord } from '@shared/domain/script/progress.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer, someInteraction } from './mutations.ts';
import { someSpeech } from './speeches.ts';

const scriptId = 'mesure';
const hourMs = 3_600_000;
let hub: HubUnderTest;
let camille: Session;
let yanis: Session;
let nadia: Session;
let agathe: Session;
let hugo: Session;
/** Long enough ago that nobody can come back within seven days of it any more. */
let beganMs = 0;

const ask = async (session: Session, method: string, url: string, payload?: object) => {
  const sent = payload === undefined ? {} : { payload };
  const headers = bearer(session);
  const answer = await hub.app.inject({ method: method as 'GET', url, headers, ...sent });
  return { status: answer.statusCode, json: answer.body === '' ? null : answer.json() };
};
const approve = async (): Promise<number> => {
  const { json } = await ask(hugo, 'POST', `/v1/scripts/${scriptId}/versions`, {
    ...someSpeech('Mesure'),
    objections: [{ id: 'cher', label: 'C’est cher', answer: { default: 'Je comprends.' } }],
  });
  const at = `/v1/scripts/${scriptId}/versions/${json.version}`;
  await ask(hugo, 'POST', `${at}/submit`, { revision: 1 });
  expect((await ask(agathe, 'POST', `${at}/approve`, { revision: 1 })).status).toBe(200);
  return json.version;
};

type Told = Partial<SpeechRecord> & { readonly version: number };
const record = ({ version, ...change }: Told, atMs: number): SpeechRecord => ({
  scriptId,
  version,
  stepId: 'accord',
  path: ['accueil'],
  choices: { accueil: 'oui' },
  fields: {},
  objections: [],
  trace: [
    {
      stepId: 'accueil',
      at: new Date(atMs).toISOString(),
      leftAt: new Date(atMs + 10_000).toISOString(),
      words: 'Maison Kerdoual, bonjour.',
      said: 'yes',
    },
    { stepId: 'accord', at: new Date(atMs + 10_000).toISOString() },
  ],
  ...change,
});
const call = (atMs: number, told: Told, change: Partial<Interaction> = {}): Interaction =>
  someInteraction(hub.newId(), {
    advisorId: camille.user.id,
    customerId: null,
    startedAt: new Date(atMs).toISOString(),
    endedAt: new Date(atMs + 240_000).toISOString(),
    dispositionCode: 'remplacement-envoye',
    speech: record(told, atMs),
    ...change,
  });
const tell = async (calls: readonly Interaction[], session = camille): Promise<void> => {
  const mutations = calls.map((payload) => mutation(hub, { kind: 'interaction.record', payload }));
  const answers = await push(hub, session, mutations);
  expect(answers.filter(({ status }) => status !== 'accepted')).toEqual([]);
};
const measures = async (session = hugo): Promise<SpeechMeasures> =>
  (await ask(session, 'GET', `/v1/scripts/${scriptId}/measures`)).json;

beforeAll(async () => {
  hub = await startHubUnderTest();
  const as = (login: string) => hub.signIn(login, hub.newId());
  camille = await as('camille.roussel');
  yanis = await as('yanis.morel');
  nadia = await as('nadia.ferrand');
  agathe = await as('agathe.perrot');
  hugo = await as('hugo.delmas');
  beganMs = hub.clock.now() - 20 * 24 * hourMs;
  await approve();
  await approve();
});
afterAll(() => hub.close());

describe('what is told of a version', () => {
  beforeAll(async () => {
    const refused = { stepId: 'refus', choices: { accueil: 'non' }, version: 1 };
    const unsaid = {
      version: 1,
      trace: [
        {
          stepId: 'accueil',
          at: new Date(beganMs).toISOString(),
          leftAt: new Date(beganMs + 30_000).toISOString(),
          said: 'no' as const,
        },
        { stepId: 'refus', at: new Date(beganMs + 30_000).toISOString() },
      ],
    };
    const met = { id: 'cher', at: new Date(beganMs).toISOString(), stepId: 'accueil' };
    const practice: Interaction['call'] = {
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
      training: true,
    };
    const customer = someCustomer(hub.newId());
    await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
    await tell([
      call(
        beganMs,
        { version: 1, fields: { 'accord.satisfaction': 5 } },
        { customerId: customer.id },
      ),
      call(
        beganMs + hourMs,
        { version: 1, met: [{ ...met, overcome: true }] },
        {
          customerId: customer.id,
          direction: 'inbound',
        },
      ),
      call(
        beganMs + 2 * hourMs,
        { ...refused, ...unsaid, met: [met, met] },
        {
          dispositionCode: 'transfere-sav',
        },
      ),
      call(beganMs + 3 * hourMs, { version: 1, stepId: 'accueil', trace: [] }),
      call(
        beganMs + 4 * hourMs,
        { version: 1 },
        {
          call: practice,
        },
      ),
    ]);
  });

  it('[MEASURE-5] its calls, aim, settled ones, those that came back, length and satisfaction', async () => {
    const [version] = (await measures()).versions;
    expect(version).toMatchObject({
      version: 1,
      calls: 4,
      reached: { count: 2, n: 4 },
      resolved: { count: 3, n: 4 },
      repeated: { count: 1, n: 2 },
      satisfaction: { n: 1, mean: 5 },
      minutes: { n: 4, mean: 4 },
    });
  });

  it('[MEASURE-6] its steps: reached, seconds beside the reading time, answers, ways, unsaid passages', async () => {
    const [version] = (await measures()).versions;
    const step = version?.steps.find(({ stepId }) => stepId === 'accueil');
    expect(step).toMatchObject({
      title: 'Accueil',
      reached: { count: 3, n: 4 },
      seconds: { n: 3, mean: 50 / 3 },
      readingSeconds: 3,
      skipped: { count: 1, n: 3 },
      answers: [
        { choiceId: 'oui', label: 'Il accepte', share: { count: 3, n: 4 } },
        { choiceId: 'non', share: { count: 1, n: 4 } },
      ],
    });
    const edges = version?.edges.map(({ from, to, share }) => [from, to, share.count, share.n]);
    expect(edges?.sort()).toEqual([
      ['accueil', 'accord', 2, 3],
      ['accueil', 'refus', 1, 3],
    ]);
  });

  it('[MEASURE-7] its objections: calls that met one, and where it was overcome', async () => {
    const [version] = (await measures()).versions;
    expect(version?.objections).toMatchObject([
      { id: 'cher', met: { count: 2, n: 4 }, overcome: { count: 1, n: 1 } },
    ]);
  });

  it('[MEASURE-10] an advisor sees no figures of a speech, and who is of other brands finds nothing', async () => {
    const url = `/v1/scripts/${scriptId}/measures`;
    expect((await ask(camille, 'GET', url)).status).toBe(403);
    expect((await ask(nadia, 'GET', url)).status).toBe(200);
    await ask(agathe, 'PATCH', `/v1/users/${nadia.user.id}`, { brandIds: ['lorvane'] });
    expect((await ask(nadia, 'GET', url)).json.code).toBe('not-found');
    await ask(agathe, 'PATCH', `/v1/users/${nadia.user.id}`, { brandIds: nadia.user.brandIds });
  });
});

it('[MEASURE-8] each customer counts once, and the verdict rests on the first planned ones', async () => {
  const planned = 40;
  const { json: experiment } = await ask(hugo, 'POST', `/v1/scripts/${scriptId}/experiments`, {
    name: 'Plus court',
    arms: [
      { id: 'actuel', version: 1, share: 50 },
      { id: 'court', version: 2, share: 50 },
    ],
    outcome: 'reached',
    plannedPerArm: planned,
  });
  const startMs = hub.clock.now();
  const said = (arm: string, version: number, good: boolean, place: number) =>
    call(startMs + place, {
      version,
      stepId: good ? 'accord' : 'refus',
      experiment: { id: experiment.id, arm },
    });
  const arms = async () => {
    const found = (await measures()).experiments.find(({ id }) => id === experiment.id);
    return found?.arms ?? [];
  };
  const range = Array.from({ length: planned }, (_, place) => place);
  hub.clock.advance(1_000);
  await tell(range.map((place) => said('actuel', 1, place % 4 === 0, place)));
  await tell(range.slice(1).map((place) => said('court', 2, true, place)));
  expect((await arms()).map(({ verdict }) => verdict)).toEqual([null, 'too-few']);
  // One known customer who calls twice: her second call, a success, counts for nothing.
  const customer = someCustomer(hub.newId());
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  const hers = [said('court', 2, false, 50), said('court', 2, true, 60)];
  await tell(hers.map((one) => ({ ...one, customerId: customer.id })));
  const decided = await arms();
  expect(decided[1]).toMatchObject({
    customers: planned,
    rate: { count: planned - 1, n: planned },
    verdict: 'ahead',
  });
  expect(decided[1]?.difference?.low).toBeGreaterThan(0.4);
  // Bad luck afterwards is shown in the versions' figures, and changes no verdict.
  await tell(range.map((place) => said('court', 2, false, 100 + place)));
  expect((await arms())[1]).toMatchObject({
    customers: 2 * planned,
    rate: { count: planned - 1, n: planned },
    verdict: 'ahead',
  });
});

describe('one advisor’s figures', () => {
  const coaching = (session: Session, userId?: string) =>
    ask(session, 'GET', `/v1/speech-coaching${userId === undefined ? '' : `?userId=${userId}`}`);
  const callsOf = ({ json }: { json: Coaching }) =>
    json.speeches.find((one) => one.scriptId === scriptId)?.calls;

  it('[MEASURE-9] are hers at once, her lead’s two days later with a trace, and nobody else’s', async () => {
    const yesterdayMs = hub.clock.now() - 24 * hourMs;
    const mine = { advisorId: yanis.user.id };
    await tell(
      [call(beganMs, { version: 1 }, mine), call(yesterdayMs, { version: 1 }, mine)],
      yanis,
    );
    expect(callsOf(await coaching(yanis))).toBe(2);
    expect(callsOf(await coaching(nadia, yanis.user.id))).toBe(1);
    const { looks } = (await coaching(yanis)).json as Coaching;
    expect(looks.map(({ by }) => by)).toEqual([nadia.user.id]);
    for (const other of [camille, hugo, agathe]) {
      const { status, json } = await coaching(other, yanis.user.id);
      expect([status, json.code]).toEqual([403, 'role-not-allowed']);
    }
    expect((await coaching(nadia, yanis.user.id)).json.looks).toEqual([]);
    await ask(agathe, 'PATCH', `/v1/users/${yanis.user.id}`, { teamId: null });
    expect((await coaching(nadia, yanis.user.id)).status).toBe(403);
  });
});
