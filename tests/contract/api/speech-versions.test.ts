/** The life of a speech's version at the hub: who may what, what desktops are told, what is kept. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Draft, ScriptVersion } from '@shared/contracts/http/scripts.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Reference } from '@shared/contracts/sync/pull.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { someSpeech } from './speeches.ts';

/** Shorter than an access token lives. */
const aheadMs = 120_000;
let hub: HubUnderTest;
let camille: Session;
let nadia: Session;
let agathe: Session;
let hugo: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  const as = (login: string) => hub.signIn(login, hub.newId());
  camille = await as('camille.roussel');
  nadia = await as('nadia.ferrand');
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

/** A speech of its own for each test, so that none meets what another left. */
let id = '';
let count = 0;
let content: Draft;
beforeEach(() => {
  count += 1;
  id = `essai-${count}`;
  content = someSpeech(`Essai ${count}`);
});

const at = (version: number, deed = '') => `/v1/scripts/${id}/versions/${version}${deed}`;
const draft = async (session = hugo): Promise<ScriptVersion> =>
  (await ask(session, 'POST', `/v1/scripts/${id}/versions`, content)).json;
const approved = async (): Promise<number> => {
  const { version } = await draft();
  await ask(hugo, 'POST', at(version, '/submit'), { revision: 1 });
  expect((await ask(agathe, 'POST', at(version, '/approve'), { revision: 1 })).status).toBe(200);
  return version;
};
const publish = async (from?: string): Promise<number> => {
  const version = await approved();
  expect((await ask(hugo, 'POST', at(version, '/publish'), from ? { from } : {})).status).toBe(200);
  return version;
};
const withdraw = (version: number) =>
  ask(hugo, 'POST', at(version, '/withdraw'), { reason: 'Prix faux' });
const reference = async (): Promise<Reference> =>
  (await ask(camille, 'GET', `${routes.bootstrap}?limit=1`)).json.reference;
const versionsIn = (scripts: readonly Script[] | undefined) =>
  scripts?.filter((one) => one.id === id).map(({ version }) => version);

describe('writing and deciding', () => {
  it('[GOV-1] whoever saved cannot approve, also when the other one saved last', async () => {
    const { version } = await draft();
    const save = (session: Session, revision: number) =>
      ask(session, 'PUT', at(version), { revision, content: { ...content, name: `r${revision}` } });
    await save(agathe, 1);
    const saved = (await save(hugo, 2)).json as ScriptVersion;
    expect(new Set(saved.writers)).toEqual(new Set([hugo.user.id, agathe.user.id]));
    await ask(hugo, 'POST', at(version, '/submit'), { revision: 3 });
    for (const session of [hugo, agathe]) {
      const { status, json } = await ask(session, 'POST', at(version, '/approve'), { revision: 3 });
      expect([status, json.code]).toEqual([409, 'script-own-work']);
    }
  });

  it('[EDIT-34] who only moves a step on the canvas has written nothing; no desktop is told where it stands', async () => {
    const { version } = await draft();
    const places = { accueil: { x: 120, y: -40 } };
    const save = (more: object, revision: number) =>
      ask(agathe, 'PUT', at(version), { revision, content: { ...content, ...more } });
    expect((await save({ places }, 1)).json.writers).toEqual([hugo.user.id]);
    expect((await ask(hugo, 'GET', at(version))).json.places).toEqual(places);
    await ask(hugo, 'POST', at(version, '/submit'), { revision: 2 });
    expect((await ask(agathe, 'POST', at(version, '/approve'), { revision: 2 })).status).toBe(200);
    await ask(hugo, 'POST', at(version, '/publish'), {});
    expect((await ask(hugo, 'GET', at(version))).json.places).toEqual(places);
    const said = (await reference()).scripts.find((one) => one.id === id);
    expect([said?.version, said?.places]).toEqual([version, undefined]);
  });

  it('[GOV-2] who works for an outsourcer reads what is said and changes nothing, whatever her role', async () => {
    const version = await publish();
    const { json: team } = await ask(agathe, 'POST', '/v1/teams', {
      name: 'Plateau de Lille',
      outsourcer: 'Voix du Nord Services',
    });
    expect(team.outsourcer).toBe('Voix du Nord Services');
    const change = (teamId: string | null) =>
      ask(agathe, 'PATCH', `/v1/users/${hugo.user.id}`, { teamId });
    await change(team.id);
    expect((await ask(hugo, 'GET', at(version))).status).toBe(200);
    const list = (await ask(hugo, 'GET', `/v1/scripts?scriptId=${id}`)).json;
    expect([list.writes, list.versions[0].may]).toEqual([false, []]);
    const tries = await Promise.all([
      ask(hugo, 'POST', `/v1/scripts/${id}/versions`, content),
      ask(hugo, 'PUT', at(version), { revision: 1, content }),
      withdraw(version),
      ask(hugo, 'POST', at(version, '/comments'), { text: 'Non' }),
    ]);
    expect(tries.map(({ json }) => json.code)).toEqual(Array(4).fill('role-not-allowed'));
    await change(hugo.user.teamId);
    expect((await draft()).status).toBe('draft');
  });

  it('[GOV-3] a draft is not published without approval, nor said again once withdrawn', async () => {
    const { version } = await draft();
    const early = await ask(hugo, 'POST', at(version, '/publish'), {});
    expect([early.status, early.json.code]).toEqual([409, 'script-not-in-state']);
    await withdraw(version);
    for (const deed of ['submit', 'approve', 'publish', 'recall']) {
      const again = await ask(agathe, 'POST', at(version, `/${deed}`), { revision: 1 });
      expect(again.json.code, deed).toBe('script-not-in-state');
    }
  });

  it('[GOV-5] of two who save, the second is told, and her text is kept beside the draft', async () => {
    const { version } = await draft();
    const name = (words: string) => ({ revision: 1, content: { ...content, name: words } });
    const first = await ask(hugo, 'PUT', at(version), name('De Hugo'));
    expect([first.status, first.json.revision]).toEqual([200, 2]);
    const second = await ask(agathe, 'PUT', at(version), name('D’Agathe'));
    expect([second.status, second.json.code]).toEqual([409, 'version-superseded']);
    expect((await ask(hugo, 'GET', at(version))).json.name).toBe('De Hugo');
    const { asides } = (await ask(hugo, 'GET', at(version, '/asides'))).json;
    expect(asides).toMatchObject([
      { by: agathe.user.id, revision: 1, content: { name: 'D’Agathe' } },
    ]);
  });

  it('[GOV-6] submitting and approving a revision that moved on is refused', async () => {
    const { version } = await draft();
    await ask(hugo, 'PUT', at(version), { revision: 1, content });
    const stale = await ask(hugo, 'POST', at(version, '/submit'), { revision: 1 });
    expect(stale.json.code).toBe('version-superseded');
    await ask(hugo, 'POST', at(version, '/submit'), { revision: 2 });
    const unread = await ask(agathe, 'POST', at(version, '/approve'), { revision: 1 });
    expect(unread.json.code).toBe('version-superseded');
  });

  it('[GOV-7] a refusal and a withdrawal say why, and the history keeps it', async () => {
    const { version } = await draft();
    await ask(hugo, 'POST', at(version, '/submit'), { revision: 1 });
    expect((await ask(agathe, 'POST', at(version, '/refuse'), { reason: ' ' })).status).toBe(400);
    const refused = await ask(agathe, 'POST', at(version, '/refuse'), { reason: 'Trop long' });
    expect(refused.json).toMatchObject({ status: 'draft', reason: 'Trop long' });
    const gone = (await withdraw(version)).json;
    expect(gone).toMatchObject({ status: 'withdrawn', withdrawnBy: hugo.user.id });
    const { events } = (await ask(hugo, 'GET', at(version, '/events'))).json;
    expect(
      events.map(({ deed, reason }: { deed: string; reason: string }) => [deed, reason]),
    ).toEqual([
      ['create', null],
      ['submit', null],
      ['refuse', 'Trop long'],
      ['withdraw', 'Prix faux'],
    ]);
  });

  it('[GOV-11] remarks stand on a step, are answered in a thread, settled and opened again', async () => {
    const { version } = await draft();
    const remark = (payload: object) => ask(agathe, 'POST', at(version, '/comments'), payload);
    const stepId = content.firstStep;
    const { json: first } = await remark({ stepId, text: 'Trop familier' });
    const { json: reply } = await remark({ parentId: first.id, text: 'Corrigé' });
    expect(reply).toMatchObject({ stepId, parentId: first.id });
    const { json: deeper } = await remark({ parentId: reply.id, text: 'Merci' });
    expect(deeper.parentId).toBe(first.id);
    expect((await remark({ stepId: 'nulle-part', text: 'Quoi ?' })).status).toBe(404);
    const settle = (resolved: boolean) =>
      ask(hugo, 'PUT', at(version, `/comments/${first.id}/resolved`), { resolved });
    const open = async () =>
      (await ask(hugo, 'GET', `/v1/scripts?scriptId=${id}`)).json.versions[0].openComments;
    expect(await open()).toBe(1);
    expect((await settle(true)).json.resolvedBy).toBe(hugo.user.id);
    expect(await open()).toBe(0);
    await settle(false);
    const { comments } = (await ask(hugo, 'GET', at(version, '/comments'))).json;
    expect(comments.map(({ text }: { text: string }) => text)).toEqual([
      'Trop familier',
      'Corrigé',
      'Merci',
    ]);
    expect(comments[0].resolvedAt).toBeNull();
  });

  it('[GOV-12] who does not write sees versions that were published, and no drafts', async () => {
    const { version } = await draft();
    const seen = async (session: Session) => [
      (await ask(session, 'GET', at(version))).status,
      (await ask(session, 'GET', `/v1/scripts?scriptId=${id}`)).json.versions.length,
    ];
    expect(await seen(camille)).toEqual([404, 0]);
    expect(await seen(nadia)).toEqual([404, 0]);
    expect(await seen(agathe)).toEqual([200, 1]);
  });
});

it('[EDIT-41] the list says every language that a version is whole in', async () => {
  const written = await draft();
  content = { ...content, languages: ['fr', 'en'] };
  await ask(hugo, 'PUT', at(written.version), { revision: 1, content });
  const { json } = await ask(hugo, 'GET', `/v1/scripts?scriptId=${id}`);
  expect([written.languages, json.versions[0].languages]).toEqual([[], ['fr', 'en']]);
});

describe('what desktops hold', () => {
  it('[GOV-8] a version published from a date reaches desktops ahead, and is said from then on', async () => {
    const first = await publish();
    const from = new Date(hub.clock.now() + aheadMs).toISOString();
    const second = await publish(from);
    const ahead = await reference();
    expect(versionsIn(ahead.scripts)).toEqual([first]);
    expect(ahead.upcomingScripts?.find((one) => one.id === id)).toMatchObject({
      version: second,
      publishedAt: from,
    });
    hub.clock.advance(aheadMs + 1);
    const then = await reference();
    expect([versionsIn(then.scripts), versionsIn(then.upcomingScripts)]).toEqual([[second], []]);
    expect(versionsIn(then.retiredScripts)).toEqual([first]);
  });

  it('[GOV-9] a withdrawn version leaves with the next pull; the version before is said again', async () => {
    const first = await publish();
    const second = await publish();
    await hub.settle();
    const { cursor } = (await ask(camille, 'GET', `${routes.bootstrap}?limit=1`)).json;
    expect(versionsIn((await reference()).scripts)).toEqual([second]);
    await withdraw(second);
    await hub.settle();
    const pulled = (await ask(camille, 'GET', `${routes.pull}?cursor=${cursor}`)).json;
    const { row } = pulled.changes.find(({ entity }: { entity: string }) => entity === 'reference');
    expect(versionsIn(row.scripts)).toEqual([first]);
  });

  it('[GOV-10] one that was lately said stays readable for calls that began with it', async () => {
    const version = await publish();
    await withdraw(version);
    const lately = await reference();
    expect([versionsIn(lately.scripts), versionsIn(lately.retiredScripts)]).toEqual([
      [],
      [version],
    ]);
    expect((await ask(camille, 'GET', at(version))).status).toBe(200);
    const never = await approved();
    await withdraw(never);
    expect(versionsIn((await reference()).retiredScripts)).toEqual([version]);
  });

  it('[GOV-13] saving a draft tells no desktop anything', async () => {
    const logged = async () =>
      (await hub.database.db.selectFrom('change_log').select('seq').execute()).length;
    const before = await logged();
    const { version } = await draft();
    await ask(hugo, 'PUT', at(version), { revision: 1, content });
    await ask(hugo, 'POST', at(version, '/submit'), { revision: 2 });
    expect(await logged()).toBe(before);
    await ask(agathe, 'POST', at(version, '/approve'), { revision: 2 });
    await ask(hugo, 'POST', at(version, '/publish'), {});
    expect(await logged()).toBe(before + 1);
  });
});

describe('experiments', () => {
  const plan = (change: object = {}) => ({
    name: 'Plus court',
    arms: [
      { id: 'actuel', version: 1, share: 95 },
      { id: 'court', version: 2, share: 5 },
    ],
    outcome: 'reached',
    plannedPerArm: 400,
    ...change,
  });
  const start = (change: object = {}) =>
    ask(hugo, 'POST', `/v1/scripts/${id}/experiments`, plan(change));

  it('[CHOICE-16] run on approved versions, one at a time, and change no more', async () => {
    await publish();
    await draft();
    expect((await start()).json.code).toBe('script-not-in-state');
    await ask(hugo, 'POST', at(2, '/submit'), { revision: 1 });
    await ask(agathe, 'POST', at(2, '/approve'), { revision: 1 });
    const { status, json: first } = await start();
    expect([status, first.createdBy]).toEqual([201, hugo.user.id]);
    expect((await start()).json.code).toBe('script-not-in-state');
    expect((await start({ arms: plan().arms.slice(1) })).status).toBe(400);
    const stop = () => ask(hugo, 'POST', `/v1/script-experiments/${first.id}/stop`);
    expect((await stop()).json.stoppedBy).toBe(hugo.user.id);
    expect((await stop()).json.code).toBe('script-not-in-state');
    expect((await start()).status).toBe(201);
    const { experiments } = (await ask(nadia, 'GET', `/v1/script-experiments?scriptId=${id}`)).json;
    expect(experiments).toHaveLength(2);
  });

  it('[CHOICE-17] desktops learn of it and its versions, and when it is stopped or one is withdrawn', async () => {
    await publish();
    await approved();
    const { json } = await start();
    const told = async () => {
      const { trialScripts, experiments } = await reference();
      const mine = experiments?.filter(({ scriptId }) => scriptId === id);
      return [versionsIn(trialScripts), mine?.map((one) => one.id)];
    };
    expect(await told()).toEqual([[2], [json.id]]);
    const changes = () => hub.database.db.selectFrom('change_log').select('seq').execute();
    const before = (await changes()).length;
    await withdraw(2);
    expect(await told()).toEqual([[], [json.id]]);
    await ask(hugo, 'POST', `/v1/script-experiments/${json.id}/stop`);
    expect(await told()).toEqual([[], []]);
    expect((await changes()).length).toBe(before + 2);
  });
});
