/** The ways into a session: by the hub, by the sealed session without it, by the open vault. */
import { invoke } from '@renderer/platform/bridge.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import { type Session, sessionSchema } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Clock } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';

export type Entry = {
  readonly session: Session;
  readonly key: Uint8Array;
  readonly protection: NonNullable<Slices['session']['protection']>;
};

/** What becomes of a vault that cannot be opened. */
export type LostVault = 'refuse' | 'set-aside';
type Credentials = {
  readonly login: string;
  readonly password: string;
  readonly lost: LostVault;
};

const storedSession = (text: string | null, clock: Clock): Result<Session> => {
  if (text === null) return fail('hub-unreachable');
  const parsed = sessionSchema.safeParse(JSON.parse(text));
  if (!parsed.success) return fail('hub-unreachable');
  return Date.parse(parsed.data.refreshExpiresAt) > clock.now()
    ? succeed(parsed.data)
    : fail('session-expired');
};

export const keepSession = async (session: Session): Promise<void> => {
  await invoke('vault.keep-session', { session: JSON.stringify(session) });
};

/** After a restart of the engine alone, or where the system keeps the key: no password is asked. */
export const reenter = async (clock: Clock): Promise<Entry | null> => {
  const current = await invoke('vault.current', null);
  if (current.ok && current.value !== null) {
    const session = storedSession(current.value.session, clock);
    if (session.ok)
      return {
        session: session.value,
        key: current.value.key,
        protection: current.value.protection,
      };
  }
  const list = await invoke('vault.list', null);
  const last = list.ok ? list.value.vaults[0] : undefined;
  if (last?.protection !== 'os') return null;
  const opened = await invoke('vault.open-offline', { login: last.login, password: null });
  if (!opened.ok) return null;
  const session = storedSession(opened.value.session, clock);
  return session.ok
    ? { session: session.value, key: opened.value.key, protection: opened.value.protection }
    : null;
};

/** By the hub; when it cannot be reached, by the session that the last sign-in left sealed. */
export const signIn = async (
  hub: HubClient,
  deviceId: string,
  clock: Clock,
  { login, password, lost }: Credentials,
): Promise<Result<Entry>> => {
  const answer = await hub.open({
    method: 'POST',
    path: routes.signIn,
    body: { login, password, deviceId },
    answer: sessionSchema,
  });
  if (answer.ok) {
    const opened = await invoke('vault.open', {
      userId: answer.value.user.id,
      login,
      password,
      lost,
    });
    if (!opened.ok) return opened;
    await keepSession(answer.value);
    return succeed({
      session: answer.value,
      key: opened.value.key,
      protection: opened.value.protection,
    });
  }
  if (answer.error.code !== 'hub-unreachable' && answer.error.code !== 'hub-failing') return answer;
  return signInByVault(clock, login, password);
};

/** By the session that her last sign-in on this desktop left sealed, without asking the hub. */
export const signInByVault = async (
  clock: Clock,
  login: string,
  password: string,
): Promise<Result<Entry>> => {
  const opened = await invoke('vault.open-offline', { login, password });
  if (!opened.ok) return opened;
  const session = storedSession(opened.value.session, clock);
  if (!session.ok) return session;
  return succeed({
    session: session.value,
    key: opened.value.key,
    protection: opened.value.protection,
  });
};
