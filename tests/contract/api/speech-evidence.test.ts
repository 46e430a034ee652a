/** What keeps a speech from being read, what it is approved as, and what was said by it years later. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Draft } from '@shared/contracts/http/scripts.ts';
import type { SpeechRecord } from '@shared/domain/script/progress.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer, someInteraction } from './mutations.ts';
import { someSpeech } from './speeches.ts';

let hub: HubUnderTest;
let camille: Session;
let maelle: Session;
let agathe: Session;
let hugo: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  const as = (login: string) => hub.signIn(login, hub.newId());
  camille = await as('camille.roussel');
  maelle = await as('maelle.lebris');
  agathe = await as('agathe.perrot');
  hugo = await as('hugo.delmas');
});
afterAll(() => hub.close());

const ask = async (session: Session, method: string, url: string, payload?: object) => {
  const sent = payload === undefined ? {} : { payload };
  const headers = bearer(session);
  const answer = await hub.app.inject({ method: method as 'GET', url, headers, ...sent });
  return { status: answer.statusCode, json: answer.body === '' ? null : answer.json() };
};
const at = (id: string, deed = '', version = 1) => `/v1/scripts/${id}/versions/${version}${deed}`;
const drafted = async (id: string, content: Draft): Promise<void> => {
  expect((await ask(hugo, 'POST', `/v1/scripts/${id}/versions`, content)).status).toBe(201);
};
const submit = (id: string, version = 1) =>
  ask(hugo, 'POST', at(id, '/submit', version), { revision: 1 });
const approve = (id: string, version = 1) =>
  ask(agathe, 'POST', at(id, '/approve', version), { revision: 1 });
const withStep = (content: Draft, step: Partial<Script['steps'][number]>): Draft => ({
  ...content,
  steps: content.steps.map((one, place) => (place === 0 ? { ...one, ...step } : one)),
});

describe('what is submitted and approved', () => {
  it('[GOV-15] what the checks block is never submitted, and the refusal says what and where', async () => {
    const lost = { choices: [{ id: 'oui', label: 'Oui', next: 'nulle-part' }] };
    await drafted('bloque', withStep(someSpeech('Bloqué'), lost));
    const { status, json } = await submit('bloque');
    expect([status, json.code]).toEqual([422, 'script-blocked']);
    expect(json.detail).toContain('step-missing at accueil, choices.0');
    const { findings } = (await ask(hugo, 'GET', at('bloque', '/checks'))).json;
    expect(findings[0]).toMatchObject({ severity: 'block', at: { stepId: 'accueil' } });
    const version = (await ask(hugo, 'GET', '/v1/scripts?scriptId=bloque')).json.versions[0];
    expect(version.status).toBe('draft');
  });

  it('[GOV-19] a speech with a word that the brand forbids is not submitted', async () => {
    await drafted(
      'interdit',
      withStep(someSpeech('Interdit'), {
        text: { default: '[[Maison Kerdoual, bonjour.]] Pas de souci !' },
      }),
    );
    const { json: kept } = await ask(hugo, 'GET', '/v1/brands/kerdoual/rules');
    const avoidedWords = [{ words: 'pas de souci', instead: 'avec plaisir', severity: 'block' }];
    const rules = { ...kept.rules, avoidedWords };
    const change = { version: kept.version, rules };
    expect((await ask(hugo, 'PUT', '/v1/brands/kerdoual/rules', change)).status).toBe(200);
    expect((await submit('interdit')).json.detail).toContain('words-forbidden at accueil');
    const back = { version: kept.version + 1, rules: kept.rules };
    await ask(hugo, 'PUT', '/v1/brands/kerdoual/rules', back);
    expect((await submit('interdit')).status).toBe(200);
  });

  it('[GOV-16] a speech that calls another is approved with it, and says the same when that one changes', async () => {
    await drafted('interne', someSpeech('Interne'));
    const outer = someSpeech('Externe');
    const calls: Draft = {
      ...outer,
      steps: [
        ...outer.steps.map((step) => (step.id === 'accord' ? { ...step, id: 'fin' } : step)),
        {
          id: 'accord',
          kind: 'sub-script' as const,
          title: 'Suite',
          text: { default: '' },
          choices: [],
          fields: [],
          routes: [],
          next: 'fin',
          script: { id: 'interne', version: 1 },
        },
      ],
    };
    await drafted('externe', calls);
    expect((await submit('externe')).json.code).toBe('script-blocked');
    await submit('interne');
    await approve('interne');
    expect((await submit('externe')).status).toBe(200);
    expect((await approve('externe')).status).toBe(200);
    const said: Script = (await ask(hugo, 'GET', at('externe'))).json;
    expect(said.steps.map(({ id }) => id)).toContain('accord--accueil');
    expect(said.steps.some(({ kind }) => kind === 'sub-script')).toBe(false);
    const written: Script = (await ask(hugo, 'GET', `${at('externe')}?form=written`)).json;
    expect(written.steps).toEqual(calls.steps);
    await ask(hugo, 'POST', at('interne', '/withdraw'), { reason: 'Faux' });
    expect((await ask(hugo, 'GET', at('externe'))).json).toEqual(said);
  });
});

describe('what was said', () => {
  const record: SpeechRecord = {
    scriptId: 'dit',
    version: 1,
    stepId: 'accord',
    path: ['accueil'],
    choices: { accueil: 'oui' },
    fields: { 'accueil.email': 'h.vasseur@example.fr' },
    objections: [],
    trace: [
      {
        stepId: 'accueil',
        at: '2026-11-05T10:44:00.000Z',
        leftAt: '2026-11-05T10:44:12.000Z',
        words: 'Maison Kerdoual, bonjour. Que puis-je pour vous, Madame Vasseur ?',
        said: 'yes',
      },
      { stepId: 'accord', at: '2026-11-05T10:44:12.000Z', words: 'Merci, c’est noté.' },
    ],
    asked: {
      'accueil.email': {
        words: 'Puis-je vous écrire ?',
        at: '2026-11-05T10:44:08.000Z',
        language: 'fr',
      },
    },
  };
  const spoken = async () => {
    const customer = someCustomer(hub.newId());
    const interaction = someInteraction(hub.newId(), {
      customerId: customer.id,
      advisorId: camille.user.id,
      speech: record,
    });
    await push(hub, camille, [
      mutation(hub, { kind: 'customer.create', payload: customer }),
      mutation(hub, { kind: 'interaction.record', payload: interaction }),
    ]);
    return { customerId: customer.id, url: `/v1/interactions/${interaction.id}/speech` };
  };

  it('[GOV-17] can be read word for word after its version was withdrawn and others followed', async () => {
    await drafted('dit', someSpeech('Dit'));
    await submit('dit');
    await approve('dit');
    await ask(hugo, 'POST', at('dit', '/publish'), {});
    const { url } = await spoken();
    await ask(hugo, 'POST', at('dit', '/withdraw'), { reason: 'Vieux' });
    const { status, json } = await ask(camille, 'GET', url);
    expect(status).toBe(200);
    expect(json).toMatchObject({ scriptId: 'dit', version: 1, name: 'Dit', status: 'withdrawn' });
    expect(json.said).toMatchObject([
      {
        title: 'Accueil',
        at: '2026-11-05T10:44:00.000Z',
        words: 'Maison Kerdoual, bonjour. Que puis-je pour vous, Madame Vasseur ?',
        said: 'yes',
        passages: ['opening', 'identity'],
        answer: 'Il accepte',
      },
      { title: 'Accord', words: 'Merci, c’est noté.', answer: null },
    ]);
    expect(json.fields).toEqual([
      {
        label: 'accueil.email',
        value: 'h.vasseur@example.fr',
        asked: { words: 'Puis-je vous écrire ?', at: '2026-11-05T10:44:08.000Z' },
      },
    ]);
    expect((await ask(maelle, 'GET', url)).json.code).toBe('not-found');
  });

  it('[GOV-18] is shown to nobody while restricted, and gone when the customer is erased; reading is audited', async () => {
    const { customerId, url } = await spoken();
    await ask(camille, 'GET', url);
    const audit = await hub.database.db
      .selectFrom('audit_log')
      .select('action')
      .where('entity', '=', 'interaction-speech')
      .where('entity_id', '=', url.split('/')[3] ?? '')
      .execute();
    expect(audit).toEqual([{ action: 'read' }]);
    const path = `/v1/customers/${customerId}`;
    await ask(agathe, 'PUT', `${path}/restriction`, { reason: 'à vérifier' });
    expect((await ask(camille, 'GET', url)).status).toBe(404);
    await ask(agathe, 'DELETE', `${path}/restriction`);
    expect((await ask(camille, 'GET', url)).status).toBe(200);
    await ask(agathe, 'POST', `${path}/erase`, { reason: 'demande écrite' });
    expect((await ask(camille, 'GET', url)).status).toBe(404);
    const kept = await hub.database.db.selectFrom('interactions').select('speech').execute();
    const words = kept.filter(({ speech }) => speech?.scriptId === 'dit');
    expect(words).toHaveLength(1);
  });
});
