import { keepHouse } from '@api/housekeeping.ts';
import { accessTokenLifetimeMs } from '@api/modules/auth/access-tokens.ts';
import { refreshLifetimeMs, replayGraceMs } from '@api/modules/auth/service.ts';
import { allowedFailures, windowMs } from '@api/modules/auth/sign-in-failures-repository.ts';
import { sessionSchema } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bearer,
  deviceId,
  type HubUnderTest,
  password,
  startHubUnderTest,
} from './hub-under-test.ts';

let hub: HubUnderTest;
beforeAll(async () => {
  hub = await startHubUnderTest();
});
afterAll(() => hub.close());

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  hub.app.inject({ method: 'POST', url, payload, headers });
const refresh = (refreshToken: string, device = deviceId) =>
  post(routes.refresh, { refreshToken, deviceId: device });
const me = (accessToken: string) =>
  hub.app.inject({ method: 'GET', url: routes.me, headers: bearer({ accessToken }) });

describe('sign-in', () => {
  it('[AUTH-1] passwords are kept as argon2id only', async () => {
    const row = await hub.database.db
      .selectFrom('users')
      .select('password_hash')
      .executeTakeFirst();
    expect(row?.password_hash).toMatch(/^\$argon2id\$/);
    expect(row?.password_hash).not.toContain(password);
  });

  it('[AUTH-2] a right login and password answer a session with the user and short tokens', async () => {
    const session = sessionSchema.parse(await hub.signIn('camille.roussel'));
    expect(session.user.brandIds).toEqual(['kerdoual', 'lorvane', 'solvenne']);
    const lifetime = Date.parse(session.accessExpiresAt) - Date.parse(session.serverTime);
    expect(lifetime).toBeLessThanOrEqual(accessTokenLifetimeMs);
    expect((await me(session.accessToken)).json().login).toBe('camille.roussel');
  });

  it('[AUTH-3] after sign-in the desktop has its line settings', async () => {
    const { line } = await hub.signIn('camille.roussel');
    expect(line).toMatchObject({ user: '6001', password: 'ligne-6001', training: true });
    expect(line?.urls[0]).toMatch(/^ws:\/\/.*\/sip$/);
  });

  it('[AUTH-4] a wrong password and an unknown login look the same', async () => {
    const wrong = await post(routes.signIn, { login: 'lea.fontaine', password: 'no', deviceId });
    const unknown = await post(routes.signIn, { login: 'nobody', password: 'no', deviceId });
    expect(wrong.statusCode).toBe(401);
    for (const answer of [wrong, unknown]) expect(answer.json().code).toBe('sign-in-refused');
    expect({ ...wrong.json(), correlationId: '' }).toEqual({
      ...unknown.json(),
      correlationId: '',
    });
  });

  it('[AUTH-5] guessing one login from one address is slowed down, others are not', async () => {
    const guess = () => post(routes.signIn, { login: 'yanis.morel', password: 'no', deviceId });
    for (let tries = 0; tries < allowedFailures; tries += 1) {
      expect((await guess()).json().code).toBe('sign-in-refused');
    }
    const limited = await post(routes.signIn, { login: 'yanis.morel', password, deviceId });
    expect(limited.statusCode).toBe(429);
    expect(limited.json().code).toBe('rate-limited');
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    await hub.signIn('camille.roussel');
    hub.clock.advance(windowMs + 1);
    await hub.signIn('yanis.morel');
  });

  it('[AUTH-6] an access token ends by itself, a forged one never begins', async () => {
    const session = await hub.signIn('camille.roussel');
    const forged = `${session.accessToken.slice(0, -4)}AAAA`;
    expect((await me(forged)).json().code).toBe('session-expired');
    hub.clock.advance(accessTokenLifetimeMs + 1000);
    expect((await me(session.accessToken)).json().code).toBe('session-expired');
  });
});

describe('refresh', () => {
  it('[AUTH-7] each refresh answers a new pair, and the tokens are kept as hashes', async () => {
    const first = await hub.signIn('camille.roussel');
    const second = sessionSchema.parse((await refresh(first.refreshToken)).json());
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect((await me(second.accessToken)).statusCode).toBe(200);
    const kept = await hub.database.db.selectFrom('refresh_tokens').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(second.refreshToken);
  });

  it('[AUTH-8] an old token used again ends the whole session', async () => {
    const first = await hub.signIn('camille.roussel');
    const second = (await refresh(first.refreshToken)).json();
    const third = (await refresh(second.refreshToken)).json();
    expect((await refresh(first.refreshToken)).json().code).toBe('session-reused');
    expect((await refresh(third.refreshToken)).json().code).toBe('session-expired');
    expect((await me(third.accessToken)).json().code).toBe('session-expired');
  });

  it('[AUTH-9] a desktop that lost the answer may send its token once more within seconds', async () => {
    const first = await hub.signIn('camille.roussel');
    await refresh(first.refreshToken);
    const again = await refresh(first.refreshToken);
    expect(again.statusCode).toBe(200);
    expect((await refresh(again.json().refreshToken)).statusCode).toBe(200);
  });

  it('[AUTH-9] after the grace the former token is a reused one', async () => {
    const first = await hub.signIn('camille.roussel');
    const lost = (await refresh(first.refreshToken)).json();
    hub.clock.advance(replayGraceMs + 1);
    expect((await refresh(first.refreshToken)).json().code).toBe('session-reused');
    expect((await refresh(lost.refreshToken)).json().code).toBe('session-expired');
  });

  it('[AUTH-8] a token from another device ends the session', async () => {
    const session = await hub.signIn('camille.roussel');
    const stolen = await refresh(session.refreshToken, hub.newId());
    expect(stolen.json().code).toBe('session-reused');
    expect((await refresh(session.refreshToken)).json().code).toBe('session-expired');
  });

  it('[AUTH-7] of two refreshes at once at most one lives on', async () => {
    const { refreshToken } = await hub.signIn('camille.roussel');
    const both = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    const pairs = both.filter((answer) => answer.statusCode === 200).map((answer) => answer.json());
    hub.clock.advance(replayGraceMs + 1);
    const alive = await Promise.all(pairs.map((pair) => refresh(pair.refreshToken)));
    expect(alive.filter((answer) => answer.statusCode === 200).length).toBeLessThanOrEqual(1);
  });

  it('[AUTH-10] a refresh token ends after two weeks without use', async () => {
    const session = await hub.signIn('camille.roussel');
    hub.clock.advance(refreshLifetimeMs + 1);
    expect((await refresh(session.refreshToken)).json().code).toBe('session-expired');
  });

  it('[AUTH-11] signing out ends access and refresh at once, and never fails', async () => {
    const session = await hub.signIn('camille.roussel');
    const body = { refreshToken: session.refreshToken, deviceId };
    expect((await post(routes.signOut, body)).statusCode).toBe(204);
    expect((await post(routes.signOut, body)).statusCode).toBe(204);
    expect((await me(session.accessToken)).json().code).toBe('session-expired');
    expect((await refresh(session.refreshToken)).json().code).toBe('session-expired');
  });

  it('[AUTH-13] tokens that ended are forgotten a day later, living ones are not', async () => {
    const { db } = hub.database;
    const living = await hub.signIn('camille.roussel');
    const count = async () => (await db.selectFrom('refresh_tokens').select('id').execute()).length;
    await keepHouse(hub.database, hub.clock);
    expect((await refresh(living.refreshToken)).statusCode).toBe(200);
    hub.clock.advance(refreshLifetimeMs + 2 * 24 * 3_600_000);
    await keepHouse(hub.database, hub.clock);
    expect(await count()).toBe(0);
    expect(await db.selectFrom('session_families').select('id').execute()).toEqual([]);
  });
});
