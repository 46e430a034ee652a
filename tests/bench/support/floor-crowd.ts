/** A floor of two thousand advisors and fifty leads, signed in without their passwords. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DatabaseHandle, openDatabase } from '@api/db/database.ts';
import { makeAccessTokens } from '@api/modules/auth/access-tokens.ts';
import { systemClock } from '@shared/kernel/clock.ts';
import { WebSocket } from 'ws';
import { until } from '../../support/until.ts';

export const tokenSecret = 'bench-secret-of-the-floor-0123456789abcdef';
export type Person = { readonly id: string; readonly token: string };

const insertPeople = async (
  { db }: DatabaseHandle,
  role: 'advisor' | 'team-lead',
  count: number,
  teamId: string,
): Promise<string[]> => {
  const ids = Array.from({ length: count }, () => randomUUID());
  const users = ids.map((id, at) => ({
    id,
    login: `${role}-${at}`,
    first_name: role,
    last_name: `N${at}`,
    role,
    team_id: teamId,
    locale: 'fr' as const,
    password_hash: 'none',
  }));
  await db.insertInto('users').values(users).execute();
  const brands = ids.map((user_id) => ({ user_id, brand_id: 'kerdoual' }));
  await db.insertInto('user_brands').values(brands).execute();
  if (role === 'advisor') {
    const lines = ids.map((user_id, at) => ({
      user_id,
      extension: `7${String(at).padStart(4, '0')}`,
      password: 'x',
    }));
    await db.insertInto('lines').values(lines).execute();
  }
  return ids;
};

export const fillFloor = async (
  databaseUrl: string,
  { advisors, leads }: { readonly advisors: number; readonly leads: number },
): Promise<{ readonly advisors: Person[]; readonly leads: Person[] }> => {
  const handle = openDatabase(databaseUrl, () => undefined);
  const tokens = makeAccessTokens(new TextEncoder().encode(tokenSecret), systemClock);
  const teamId = randomUUID();
  await handle.db.insertInto('teams').values({ id: teamId, name: 'Plateau' }).execute();
  const signIn = async (ids: readonly string[]): Promise<Person[]> => {
    const families = ids.map((user_id) => ({
      id: randomUUID(),
      user_id,
      device_id: randomUUID(),
      started_at: new Date().toISOString(),
    }));
    await handle.db.insertInto('session_families').values(families).execute();
    return Promise.all(
      families.map(async ({ id: sessionId, user_id: userId }) => ({
        id: userId,
        token: (await tokens.issue({ userId, sessionId })).token,
      })),
    );
  };
  const people = {
    advisors: await signIn(await insertPeople(handle, 'advisor', advisors, teamId)),
    leads: await signIn(await insertPeople(handle, 'team-lead', leads, teamId)),
  };
  await handle.close();
  return people;
};

/** Resolves when it is open, and greeted where a token is given. */
export const connect = async (url: string, token: string | null): Promise<WebSocket> => {
  const socket = new WebSocket(url);
  let isHeard = false;
  socket.once('message', () => {
    isHeard = true;
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  if (token === null) return socket;
  socket.send(JSON.stringify({ type: 'hello', accessToken: token }));
  await until('it is greeted', () => isHeard, 30_000);
  return socket;
};

/** Some at a time: nobody's machine opens two thousand at once. */
export const inTurns = async <T, R>(
  all: readonly T[],
  atOnce: number,
  act: (one: T, at: number) => Promise<R>,
): Promise<R[]> => {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += atOnce)
    done.push(
      ...(await Promise.all(all.slice(from, from + atOnce).map((one, at) => act(one, from + at)))),
    );
  return done;
};

/** Seconds of processor time that a process has used so far (proc(5), 100 ticks a second). */
export const cpuSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
