/**
 * Sign-in and the life of a session: a refresh token is used once; the one just before the current
 * may come again for a few seconds (its answer was lost), any older one ends the session.
 */
import { createHash } from 'node:crypto';
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { lineSettingsOf } from '@api/modules/lines/service.ts';
import type { SignedIn } from '@api/plugins/access.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { AccessTokens } from './access-tokens.ts';
import { passwordFits } from './passwords.ts';
import * as sessions from './repository.ts';
import { countFailure, forgetFailures, secondsToWait } from './sign-in-failures-repository.ts';

export const refreshLifetimeMs = 14 * 24 * 3_600_000;
/** How long a desktop that lost the answer may send its former token again. */
export const replayGraceMs = 10_000;

export type Caller = {
  readonly address: string;
  readonly trainingAddress: string;
  readonly correlationId: string;
};
type Db = HubDependencies['database']['db'];
type Hub = HubDependencies & { readonly tokens: AccessTokens };
type Device = { readonly deviceId: string };

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const issueRefreshToken = async (hub: Hub, db: Db, sessionId: string) => {
  const token = Buffer.from(hub.random(32)).toString('base64url');
  const id = hub.newId();
  const issuedAt = toInstant(hub.clock.now());
  const expiresAt = toInstant(hub.clock.now() + refreshLifetimeMs);
  await sessions.addRefreshToken(db, { id, sessionId, hash: hashOf(token), issuedAt, expiresAt });
  return { id, token, expiresAt };
};

const sessionOf = async (
  hub: Hub,
  user: User,
  sessionId: string,
  refresh: { token: string; expiresAt: string },
  caller: Caller,
): Promise<Session> => {
  const access = await hub.tokens.issue({ userId: user.id, sessionId });
  return {
    accessToken: access.token,
    accessExpiresAt: toInstant(access.expiresAtMs),
    refreshToken: refresh.token,
    refreshExpiresAt: refresh.expiresAt,
    user,
    line: await lineSettingsOf(hub, user, caller.trainingAddress),
    serverTime: toInstant(hub.clock.now()),
  };
};

/** How long to wait before trying that login again, in seconds; 0 when it may be tried. */
export const signInDelay = (hub: Hub, login: string, caller: Caller): Promise<number> =>
  secondsToWait(hub.database.db, hub.clock, login, caller.address);

/** `sign-in-refused` says neither whether the login exists nor whether it is active. */
export const signIn = async (
  hub: Hub,
  input: Device & { login: string; password: string },
  caller: Caller,
): Promise<Result<Session>> => {
  const { db } = hub.database;
  const known = await sessions.findCredentials(db, input.login);
  const fits = await passwordFits(known?.passwordHash ?? null, input.password);
  const audit = { entity: 'session', correlationId: caller.correlationId };
  if (known === null || !fits) {
    await countFailure(db, hub.clock, input.login, caller.address);
    const userId = known?.user.id ?? null;
    await recordAudit(db, { ...audit, userId, action: 'sign-in-refused', entityId: null });
    return fail('sign-in-refused');
  }
  await forgetFailures(db, input.login, caller.address);
  const sessionId = hub.newId();
  const { user } = known;
  const refresh = await db.transaction().execute(async (tx) => {
    const at = toInstant(hub.clock.now());
    await sessions.startSession(tx, {
      id: sessionId,
      userId: user.id,
      deviceId: input.deviceId,
      at,
    });
    await recordAudit(tx, { ...audit, userId: user.id, action: 'signed-in', entityId: sessionId });
    return issueRefreshToken(hub, tx, sessionId);
  });
  return succeed(await sessionOf(hub, user, sessionId, refresh, caller));
};

type Held = NonNullable<Awaited<ReturnType<typeof sessions.lockRefreshToken>>>;

/** Whether a token that was exchanged already may be exchanged once more: its answer got lost. */
const isLostAnswer = async (hub: Hub, db: Db, held: Held): Promise<boolean> => {
  if (held.replacedAt === null || held.replacedBy === null) return false;
  if (hub.clock.now() - Date.parse(held.replacedAt) > replayGraceMs) return false;
  return sessions.isUnusedToken(db, held.replacedBy);
};

const exchange = async (hub: Hub, db: Db, refreshToken: string, deviceId: string) => {
  const held = await sessions.lockRefreshToken(db, hashOf(refreshToken));
  const now = hub.clock.now();
  const at = toInstant(now);
  if (held === null || held.endedAt !== null) return fail('session-expired');
  const isCurrent = held.replacedAt === null;
  const known = isCurrent || (await isLostAnswer(hub, db, held));
  if (held.deviceId !== deviceId || !known) {
    await sessions.endSession(db, held.sessionId, 'reused', at);
    return fail('session-reused');
  }
  if (Date.parse(held.expiresAt) <= now) return fail('session-expired');
  const user = await sessions.findSessionUser(db, held.userId, held.sessionId);
  if (user === null) return fail('session-expired');
  const refresh = await issueRefreshToken(hub, db, held.sessionId);
  if (!isCurrent && held.replacedBy !== null) {
    await sessions.replaceRefreshToken(db, held.replacedBy, refresh.id, at);
  }
  await sessions.replaceRefreshToken(db, held.id, refresh.id, held.replacedAt ?? at);
  return succeed({ user, sessionId: held.sessionId, refresh });
};

/** `session-reused` also ends the session: somebody else holds a copy of a token. */
export const refreshSession = async (
  hub: Hub,
  input: Device & { refreshToken: string },
  caller: Caller,
): Promise<Result<Session>> => {
  const exchanged = await hub.database.db
    .transaction()
    .execute((tx) => exchange(hub, tx, input.refreshToken, input.deviceId));
  if (!exchanged.ok) return exchanged;
  const { user, sessionId, refresh } = exchanged.value;
  return succeed(await sessionOf(hub, user, sessionId, refresh, caller));
};

/** Ends the session of a refresh token; an unknown token is no error, so that signing out never fails. */
export const signOut = async (hub: Hub, input: { refreshToken: string }): Promise<void> => {
  await hub.database.db.transaction().execute(async (tx) => {
    const held = await sessions.lockRefreshToken(tx, hashOf(input.refreshToken));
    if (held === null) return;
    await sessions.endSession(tx, held.sessionId, 'signed-out', toInstant(hub.clock.now()));
  });
};

/** Who an access token belongs to, or null; asks the database, so that an ended session ends at once. */
export const readAccessToken = async (hub: Hub, accessToken: string): Promise<SignedIn | null> => {
  const claims = await hub.tokens.read(accessToken);
  if (claims === null) return null;
  const user = await sessions.findSessionUser(hub.database.db, claims.userId, claims.sessionId);
  return user === null ? null : { ...user, sessionId: claims.sessionId };
};

/** Those of the sessions that have not ended. */
export const livingSessions = (
  hub: HubDependencies,
  sessionIds: readonly string[],
): Promise<ReadonlySet<string>> => sessions.findLivingSessions(hub.database.db, sessionIds);

/** Who a session is of, as she is now; null once it has ended. */
export const sessionUserOf = (
  hub: HubDependencies,
  userId: string,
  sessionId: string,
): ReturnType<typeof sessions.findSessionUser> =>
  sessions.findSessionUser(hub.database.db, userId, sessionId);
