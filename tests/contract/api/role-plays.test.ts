import { existsSync } from 'node:fs';
import { keepHouse } from '@api/housekeeping.ts';
import { inProject } from '@scripts/project-root';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Repertoire, RunOf } from '@shared/contracts/http/role-plays.ts';
import { routes } from '@shared/contracts/routes.ts';
import { demoPlays, demoSeries } from '@shared/domain/role-play/demo/demo-plays.ts';
import { rolePlayDraftSchema } from '@shared/domain/role-play/role-play.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRolePlay, aRun } from '../../unit/role-play/samples.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let nadia: Session;
let camille: Session;
let maelle: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  [nadia, camille, maelle] = (await Promise.all(
    ['nadia.ferrand', 'camille.roussel', 'maelle.lebris'].map((login) =>
      hub.signIn(login, hub.newId()),
    ),
  )) as [Session, Session, Session];
});
afterAll(() => hub.close());

const ask = async (session: Session, method: string, url: string, payload?: object) => {
  const headers = bearer(session);
  const sent = payload === undefined ? {} : { payload };
  const answer = await hub.app.inject({ method: method as 'GET', url, headers, ...sent });
  return { status: answer.statusCode, json: answer.body === '' ? null : answer.json() };
};
const repertoire = async (session: Session): Promise<Repertoire> =>
  (await ask(session, 'GET', routes.rolePlays)).json;
const runsOf = async (session: Session): Promise<RunOf[]> =>
  (await ask(session, 'GET', routes.rolePlayRuns)).json.runs;
const { id: _, version: __, updatedAt: ___, ...draft } = aRolePlay({ title: 'Elle hésite' });
const make = async (change: object = {}) =>
  (await ask(nadia, 'POST', routes.rolePlays, { ...draft, ...change })).json;
const webm = { mediaType: 'audio/webm', base64: Buffer.from('a voice').toString('base64') };

describe('role-plays in the hub', () => {
  it('[PLAY-9] a team lead makes one and puts it into a series; her advisors read both', async () => {
    const play = await make();
    expect(play).toMatchObject({ version: 1, title: 'Elle hésite' });
    const body = { brandId: 'kerdoual', title: 'Ma série', rolePlayIds: [play.id], passMark: 4 };
    const series = (await ask(nadia, 'POST', routes.rolePlaySeries, body)).json;
    const read = await repertoire(camille);
    expect(read.rolePlays.find(({ id }) => id === play.id)).toEqual(play);
    expect(read.series.find(({ id }) => id === series.id)?.rolePlayIds).toEqual([play.id]);
    for (const [method, url, payload] of [
      ['POST', routes.rolePlays, draft],
      ['PUT', `${routes.rolePlays}/${play.id}`, { version: 1, draft }],
      ['DELETE', `${routes.rolePlays}/${play.id}`],
    ] as const)
      expect((await ask(camille, method, url, payload)).json.code).toBe('role-not-allowed');
    const gone = await ask(nadia, 'DELETE', `${routes.rolePlaySeries}/${series.id}`);
    expect(gone.status).toBe(204);
    expect((await repertoire(nadia)).series.some(({ id }) => id === series.id)).toBe(false);
  });

  it('[PLAY-9] a brand of others looks as if it had none', async () => {
    const play = await make();
    const series = { brandId: 'solvenne', title: 'x', rolePlayIds: [play.id], passMark: 4 };
    expect((await repertoire(maelle)).rolePlays.map(({ brandId }) => brandId)).toEqual([
      'solvenne',
    ]);
    expect(
      (await ask(nadia, 'POST', routes.rolePlays, { ...draft, brandId: 'none' })).json.code,
    ).toBe('not-found');
    // A role-play of one brand in a series of another, and one that moves to another brand.
    expect((await ask(nadia, 'POST', routes.rolePlaySeries, series)).json.code).toBe('not-found');
    const moved = { version: 1, draft: { ...draft, brandId: 'solvenne' } };
    expect((await ask(nadia, 'PUT', `${routes.rolePlays}/${play.id}`, moved)).json.code).toBe(
      'not-found',
    );
  });

  it('[PLAY-10] of two who change one role-play, the second learns that it was changed', async () => {
    const play = await make();
    const url = `${routes.rolePlays}/${play.id}`;
    const first = await ask(nadia, 'PUT', url, { version: 1, draft: { ...draft, mood: 'angry' } });
    expect(first.json).toMatchObject({ version: 2, mood: 'angry' });
    const second = await ask(nadia, 'PUT', url, { version: 1, draft });
    expect(second.json.code).toBe('version-superseded');
  });

  it('[PLAY-11] a deleted one leaves its series, and its reports stay', async () => {
    const [one, other] = [await make(), await make()];
    const rolePlayIds = [one.id, other.id];
    const body = { brandId: 'kerdoual', title: 'Deux', rolePlayIds, passMark: 4 };
    const series = (await ask(nadia, 'POST', routes.rolePlaySeries, body)).json;
    const run = aRun({ id: hub.newId(), rolePlayId: one.id });
    expect((await ask(camille, 'POST', routes.rolePlayRuns, run)).status).toBe(204);
    expect((await ask(nadia, 'DELETE', `${routes.rolePlays}/${one.id}`)).status).toBe(204);
    const left = (await repertoire(nadia)).series.find(({ id }) => id === series.id);
    expect(left?.rolePlayIds).toEqual([other.id]);
    expect((await runsOf(camille)).some(({ id }) => id === run.id)).toBe(true);
  });

  it('[PLAY-12] a recorded sentence is kept, heard in its brand, and forgotten when nobody says it', async () => {
    const keep = async () =>
      (await ask(nadia, 'POST', routes.rolePlaySounds, { ...webm, brandId: 'kerdoual' })).json
        .soundId as string;
    const hear = (session: Session, soundId: string) =>
      ask(session, 'GET', `${routes.rolePlaySounds}/${soundId}`);
    const [said, unsaid] = [await keep(), await keep()];
    const steps = (soundId: string) => [
      { kind: 'say', text: 'Allô ?', sound: { kind: 'recorded', soundId } },
    ];
    expect(
      (await ask(nadia, 'POST', routes.rolePlays, { ...draft, steps: steps(hub.newId()) })).json,
    ).toMatchObject({ code: 'not-found' });
    await make({ steps: steps(said) });
    expect((await hear(camille, said)).json).toEqual(webm);
    expect((await hear(maelle, said)).json.code).toBe('not-found');
    expect((await hear(nadia, unsaid)).status).toBe(200);
    hub.clock.advance(25 * 3_600_000);
    nadia = await hub.signIn('nadia.ferrand', hub.newId());
    camille = await hub.signIn('camille.roussel', hub.newId());
    await make();
    expect((await hear(nadia, unsaid)).json.code).toBe('not-found');
    expect((await hear(camille, said)).status).toBe(200);
  });

  it('[PLAY-13] a report is kept once; the trainee and her team lead see it, nobody else', async () => {
    const run = aRun({ id: hub.newId() });
    for (const note of [run, { ...run, heldMs: 9_999 }])
      expect((await ask(camille, 'POST', routes.rolePlayRuns, note)).status).toBe(204);
    const seen = (runs: readonly RunOf[]) => runs.filter(({ id }) => id === run.id);
    expect(seen(await runsOf(camille))).toEqual([
      { ...run, userId: camille.user.id, userName: 'Camille Roussel' },
    ]);
    expect(seen(await runsOf(nadia))).toHaveLength(1);
    const yanis = await hub.signIn('yanis.morel', hub.newId());
    expect(seen(await runsOf(yanis))).toHaveLength(0);
    const foreign = aRun({ id: hub.newId(), brandId: 'lorvane' });
    expect((await ask(yanis, 'POST', routes.rolePlayRuns, foreign)).json.code).toBe('not-found');
  });

  it('[PLAY-14] reports are forgotten after a year', async () => {
    const endedAt = (days: number) =>
      new Date(hub.clock.now() - days * 24 * 3_600_000).toISOString();
    const runs = [300, 366].map((days) => aRun({ id: hub.newId(), endedAt: endedAt(days) }));
    for (const run of runs) await ask(camille, 'POST', routes.rolePlayRuns, run);
    await keepHouse(hub.database, hub.clock);
    const left = new Set((await runsOf(camille)).map(({ id }) => id));
    expect(runs.map(({ id }) => left.has(id))).toEqual([true, false]);
  });

  it('[PLAY-15] the demo’s role-plays fit their brands, and each sentence can be heard', async () => {
    const admin = await hub.signIn('agathe.perrot', hub.newId());
    const known = (await repertoire(admin)).rolePlays;
    for (const { key, ...play } of demoPlays) {
      expect(rolePlayDraftSchema.parse(play), key).toEqual(play);
      expect(
        known.some(({ title }) => title === play.title),
        key,
      ).toBe(true);
      const { numbers } = (await ask(admin, 'GET', `/v1/brands/${play.brandId}/numbers`)).json;
      expect(numbers.map(({ e164 }: { e164: string }) => e164)).toContain(play.brandNumber);
      const codes = (
        await ask(admin, 'GET', `/v1/brands/${play.brandId}/dispositions`)
      ).json.dispositions.map(({ code }: { code: string }) => code);
      for (const code of play.expectedDispositions) expect(codes, key).toContain(code);
      for (const step of play.steps) {
        if (step.kind !== 'say' || step.sound?.kind !== 'shipped') continue;
        const file = inProject('src-renderer', 'platform', 'speech', `${step.sound.name}.mp3`);
        expect(existsSync(file), file).toBe(true);
      }
    }
    for (const { plays } of demoSeries)
      for (const key of plays) expect(demoPlays.some((play) => play.key === key)).toBe(true);
  });
});
