import { settleHelps } from '@api/modules/team-help/settle-helps.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import {
  helpSchema,
  keptHelpPolicySchema,
  myHelpsSchema,
} from '@shared/contracts/http/team-help.ts';
import { routes } from '@shared/contracts/routes.ts';
import { firstHelpPolicy } from '@shared/domain/team-help/policy.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ScriptedCentre } from '../../support/centre/scripted-centre.ts';
import { until } from '../../support/until.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let centre: ScriptedCentre;
let nadia: Session;
let camille: Session;
let yanis: Session;
let agathe: Session;
let hugo: Session;
const extensions = new Map<string, string>();

beforeAll(async () => {
  centre = new ScriptedCentre();
  hub = await startHubUnderTest({ centre });
  const signIn = (login: string) => hub.signIn(login, hub.newId());
  nadia = await signIn('nadia.ferrand');
  camille = await signIn('camille.roussel');
  yanis = await signIn('yanis.morel');
  agathe = await signIn('agathe.perrot');
  hugo = await signIn('hugo.delmas');
  const { db } = hub.database;
  for (const { user_id, extension } of await db.selectFrom('lines').selectAll().execute())
    extensions.set(user_id, extension);
  if (!extensions.has(nadia.user.id))
    await db
      .insertInto('lines')
      .values({ user_id: nadia.user.id, extension: '6090', password: 'ligne-6090' })
      .execute();
});
beforeEach(() => {
  const extension = extensions.get(camille.user.id) ?? '';
  const channel = `PJSIP/${extension}-00000001`;
  const talk = { extension, channel, callId: 'call-1', since: 0, isUp: true };
  centre.shows({ calls: [{ ...talk, peerChannel: 'PJSIP/trunk-00000002' }] });
  centre.refused.clear();
  centre.orders.splice(0);
});
afterEach(async () => {
  if (centre.isAway) centre.comesBack();
  centre.legs.clear();
  hub.clock.advance(5_000);
  await settleHelps({ ...hub, centre });
  await hub.database.db.deleteFrom('help_policy').execute();
  await hub.database.db
    .updateTable('users')
    .set({ team_id: camille.user.teamId })
    .where('id', '=', camille.user.id)
    .execute();
});
afterAll(() => hub.close());

const ask = async (who: Session, path: string, payload?: object, method: 'POST' | 'PUT' = 'POST') =>
  hub.app.inject({
    method: payload === undefined ? 'GET' : method,
    url: `${routes.teamHelp}${path}`,
    headers: bearer(who),
    ...(payload === undefined ? {} : { payload }),
  });
const order = (changes: object = {}) => ({
  advisorId: camille.user.id,
  way: 'listen',
  reason: 'Première semaine, appel difficile',
  ...changes,
});
const begins = async (changes: object = {}) => {
  const answer = await ask(nadia, '', order(changes));
  expect(answer.statusCode, answer.body).toBe(200);
  const help = helpSchema.parse(answer.json());
  centre.legs.set(help.helpId, 'in');
  return help;
};
const mine = async (who: Session) => myHelpsSchema.parse((await ask(who, '/mine')).json());
const journal = async (helpId: string) =>
  (
    await hub.database.db
      .selectFrom('audit_log')
      .select(['action', 'user_id', 'detail'])
      .where('entity_id', '=', helpId)
      .orderBy('id')
      .execute()
  ).map(({ action, user_id, detail }) => ({ action, by: user_id, ...(detail as object) }));
const decide = (policy: object, version = 0, who = agathe) =>
  ask(who, '/policy', { version, policy: { ...firstHelpPolicy, ...policy } }, 'PUT');

describe('a help', () => {
  it('[HELP-9] [HELP-13] goes in, whispers, takes over and leaves, each with its trace', async () => {
    const help = await begins();
    const lead = (
      await hub.database.db
        .selectFrom('lines')
        .select('extension')
        .where('user_id', '=', nadia.user.id)
        .executeTakeFirstOrThrow()
    ).extension;
    const advisor = extensions.get(camille.user.id);
    expect(help).toMatchObject({ way: 'listen', callId: 'call-1', takenOverAt: null });
    await ask(nadia, `/${help.helpId}/way`, { way: 'whisper' });
    const taken = await ask(nadia, `/${help.helpId}/take-over`, {
      reason: 'La cliente me demande',
    });
    expect(helpSchema.parse(taken.json()).takenOverAt).not.toBeNull();
    expect((await mine(nadia)).given).toMatchObject({ helpId: help.helpId, way: 'whisper' });
    expect((await ask(nadia, `/${help.helpId}/end`, {})).statusCode).toBe(204);
    expect(centre.orders).toEqual([
      ['help', help.helpId, { lead, advisor, way: 'listen' }],
      ['changeWay', help.helpId, 'whisper', advisor],
      ['takeOver', help.helpId, advisor],
      ['endHelp', help.helpId],
    ]);
    const about = { by: nadia.user.id, advisorId: camille.user.id, callId: 'call-1' };
    expect(await journal(help.helpId)).toEqual([
      {
        ...about,
        action: 'help-began',
        way: 'listen',
        reason: 'Première semaine, appel difficile',
        brandId: null,
      },
      { ...about, action: 'help-way-changed', from: 'listen', way: 'whisper' },
      { ...about, action: 'help-took-over', reason: 'La cliente me demande' },
      { ...about, action: 'help-ended', because: 'by-lead' },
    ]);
    expect((await mine(nadia)).given).toBeNull();
  });

  it('[HELP-9] takes a reason', async () => {
    expect((await ask(nadia, '', order({ reason: ' ' }))).statusCode).toBe(400);
    expect(centre.orders).toEqual([]);
  });

  it('[HELP-9] [HELP-14] is in the journal before the switch is asked, and again when it refuses', async () => {
    centre.refused.add('help');
    const answer = await ask(nadia, '', order());
    expect(answer.json().code).toBe('help-not-possible');
    expect((await mine(nadia)).given).toBeNull();
    const [last] = await hub.database.db
      .selectFrom('help_sessions')
      .selectAll()
      .orderBy('started_at', 'desc')
      .limit(1)
      .execute();
    expect(last?.ended_because).toBe('refused');
    expect((await journal(last?.id ?? '')).map(({ action }) => action)).toEqual([
      'help-began',
      'help-ended',
    ]);
    centre.refused.clear();
    const help = await begins();
    centre.refused.add('changeWay').add('takeOver');
    const change = await ask(nadia, `/${help.helpId}/way`, { way: 'barge' });
    expect(change.json().code).toBe('help-not-possible');
    const wish = await ask(nadia, `/${help.helpId}/take-over`, { reason: 'Pour finir' });
    expect(wish.json().code).toBe('help-not-possible');
    expect((await mine(nadia)).given).toMatchObject({ way: 'listen', takenOverAt: null });
    expect((await journal(help.helpId)).map(({ action }) => action)).toEqual([
      'help-began',
      'help-way-changed',
      'help-way-refused',
      'help-took-over',
      'help-take-over-refused',
    ]);
  });

  it('[HELP-13] is one at a time, and over when the switch has no leg of it, once', async () => {
    const first = await begins();
    expect((await ask(nadia, '', order())).json().code).toBe('help-under-way');
    centre.legs.delete(first.helpId);
    const other = { ...hub, centre };
    await settleHelps(other);
    expect((await mine(nadia)).given).not.toBeNull();
    hub.clock.advance(10_000);
    await Promise.all([settleHelps(other), settleHelps(other)]);
    expect((await mine(nadia)).given).toBeNull();
    const ends = (await journal(first.helpId)).filter(({ action }) => action === 'help-ended');
    expect(ends).toEqual([
      {
        action: 'help-ended',
        by: nadia.user.id,
        advisorId: camille.user.id,
        callId: 'call-1',
        because: 'over',
      },
    ]);
    expect((await ask(nadia, `/${first.helpId}/way`, { way: 'barge' })).statusCode).toBe(404);
    await begins();
  });

  it('[HELP-13] a help whose end no hub heard does not keep her from the next', async () => {
    const first = await begins();
    centre.legs.delete(first.helpId);
    hub.clock.advance(10_000);
    expect((await begins()).helpId).not.toBe(first.helpId);
  });

  it('[HELP-14] is refused with the switch away, and of who is in no call', async () => {
    centre.goesAway();
    expect((await ask(nadia, '', order())).json().code).toBe('switch-away');
    centre.comesBack();
    centre.shows({ calls: [] });
    expect((await ask(nadia, '', order())).json().code).toBe('help-not-possible');
    expect((await mine(nadia)).given).toBeNull();
  });
});

describe('who may', () => {
  const paths = (helpId: string) =>
    [
      ['', order()],
      [`/${helpId}/way`, { way: 'barge' }],
      [`/${helpId}/take-over`, { reason: 'x' }],
      [`/${helpId}/end`, {}],
    ] as const;

  it('[HELP-8] no advisor, brand manager or administrator, at any of it', async () => {
    const help = await begins();
    for (const who of [camille, yanis, hugo, agathe])
      for (const [path, payload] of paths(help.helpId))
        expect((await ask(who, path, payload)).statusCode, path).toBe(403);
    expect(centre.orders).toHaveLength(1);
  });

  it('[HELP-8] no lead of another team: the advisor and the help look as if they were not there', async () => {
    const help = await begins();
    const { db } = hub.database;
    await db
      .updateTable('users')
      .set({ role: 'team-lead', team_id: null })
      .where('id', '=', yanis.user.id)
      .execute();
    for (const [path, payload] of paths(help.helpId)) {
      if (path.endsWith('/end')) continue;
      expect((await ask(yanis, path, payload)).json().code, path).toBe('not-found');
    }
    expect((await ask(yanis, `/${help.helpId}/end`, {})).statusCode).toBe(204);
    expect(centre.orders).toHaveLength(1);
    expect((await mine(nadia)).given?.helpId).toBe(help.helpId);
    await db
      .updateTable('users')
      .set({ role: 'advisor', team_id: yanis.user.teamId })
      .where('id', '=', yanis.user.id)
      .execute();
  });

  it('[HELP-8] nor her own lead once she has changed the team', async () => {
    const help = await begins();
    await hub.database.db
      .updateTable('users')
      .set({ team_id: null })
      .where('id', '=', camille.user.id)
      .execute();
    const change = await ask(nadia, `/${help.helpId}/way`, { way: 'barge' });
    expect(change.json().code).toBe('not-found');
    expect((await ask(nadia, `/${help.helpId}/end`, {})).statusCode).toBe(204);
  });

  it('[HELP-12] nobody in the calls of a brand that forbids it', async () => {
    const [brandId = ''] = camille.user.brandIds;
    expect((await decide({ closedBrandIds: [brandId] })).statusCode).toBe(200);
    expect((await ask(nadia, '', order())).json().code).toBe('help-not-allowed');
    expect(centre.orders).toEqual([]);
  });
});

describe('what the advisor is shown', () => {
  it('[HELP-10] who is in her call and how, until it is the lead’s', async () => {
    const help = await begins();
    const { helpId, since } = help;
    const sign = { helpId, since, leadName: 'Nadia Ferrand', way: 'listen' };
    expect(await mine(camille)).toEqual({ given: null, inMyCall: [sign], seenBy: [] });
    expect((await mine(yanis)).inMyCall).toEqual([]);
    await ask(nadia, `/${helpId}/take-over`, { reason: 'x' });
    expect((await mine(camille)).inMyCall).toEqual([]);
  });

  it('[HELP-10] nothing of listening where it was decided so, but that somebody barges in', async () => {
    await decide({ sign: 'never', informed: 'Note de service du 3 mars, CSE consulté' });
    const { helpId } = await begins();
    expect((await mine(camille)).inMyCall).toEqual([]);
    await ask(nadia, `/${helpId}/way`, { way: 'barge' });
    expect((await mine(camille)).inMyCall).toMatchObject([{ way: 'barge' }]);
  });

  it('[HELP-10] both desktops are told at once', async () => {
    const address = await hub.app.listen({ host: '127.0.0.1', port: 0 });
    const heard = new Map<Session, string[]>();
    const sockets = [camille, nadia, yanis].map((session) => {
      const socket = new WebSocket(`${address.replace('http', 'ws')}${routes.live}`);
      const types: string[] = [];
      heard.set(session, types);
      socket.on('message', (data) => types.push(JSON.parse(String(data)).type));
      socket.on('open', () =>
        socket.send(
          JSON.stringify({ type: 'hello', accessToken: session.accessToken, protocol: 3 }),
        ),
      );
      return socket;
    });
    await until('all are welcome', () =>
      [...heard.values()].every((types) => types.includes('welcome')),
    );
    const { helpId } = await begins();
    await until('both are told', () =>
      [camille, nadia].every((who) => heard.get(who)?.includes('help')),
    );
    await ask(nadia, `/${helpId}/end`, {});
    await until(
      'and of its end',
      () => heard.get(camille)?.filter((type) => type === 'help').length === 2,
    );
    expect(heard.get(yanis)).not.toContain('help');
    for (const socket of sockets) socket.close();
  });
});

describe('the policy', () => {
  const policy = async (who: Session) =>
    keptHelpPolicySchema.parse((await ask(who, '/policy')).json());

  it('[HELP-11] administrators decide it, everybody reads it, and it is in the journal', async () => {
    expect(await policy(camille)).toMatchObject({ version: 0, policy: firstHelpPolicy });
    expect((await decide({ sign: 'never' })).statusCode).toBe(400);
    expect((await decide({ sign: 'whisper-and-barge' }, 0, nadia)).statusCode).toBe(403);
    const informed = 'Note de service du 3 mars';
    expect((await decide({ sign: 'never', informed })).statusCode).toBe(200);
    expect(await policy(camille)).toMatchObject({
      version: 1,
      policy: { sign: 'never', informed },
      changedBy: agathe.user.id,
    });
    for (const unread of [0, 7])
      expect((await decide({ sign: 'always' }, unread)).json().code).toBe('version-superseded');
    const kept = await hub.database.db
      .selectFrom('audit_log')
      .select('detail')
      .where('action', '=', 'help-policy-changed')
      .execute();
    expect(kept.map(({ detail }) => detail)).toContainEqual({
      version: 1,
      sign: 'never',
      informed,
      closedBrandIds: [],
    });
  });
});
