/** Administration of people. A user who is switched off, or changes password, is signed out at once. */

import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import { hashPassword } from '@api/modules/auth/passwords.ts';
import type {
  Account,
  AccountChange,
  LineChange,
  NewAccount,
  TeamChange,
} from '@shared/contracts/http/directory.ts';
import type { Team } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as directory from './repository.ts';

type Hub = HubDependencies;

export const listAccounts = (hub: Hub): Promise<Account[]> =>
  directory.findAccounts(hub.database.db);

export const createAccount = async (
  hub: Hub,
  actor: Actor,
  given: NewAccount,
): Promise<Account> => {
  const { password, ...own } = given;
  const user = { ...own, id: hub.newId(), login: own.login.toLowerCase() };
  const passwordHash = await hashPassword(password);
  const deed = { action: 'created', entity: 'user', entityId: user.id };
  await audited(hub, actor, deed, (tx) => directory.insertAccount(tx, user, passwordHash));
  return { ...user, active: true, extension: null, lastSeenAt: null };
};

/** `not-found` for an id that nobody has. */
export const changeAccount = async (
  hub: Hub,
  actor: Actor,
  id: string,
  change: AccountChange,
): Promise<Result<Account>> => {
  const { password, brandIds, ...columns } = change;
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  const deed = {
    action: 'changed',
    entity: 'user',
    entityId: id,
    detail: { fields: Object.keys(change) },
  };
  return audited(hub, actor, deed, async (tx) => {
    if ((await directory.findAccount(tx, id)) === null) return fail('not-found');
    await directory.updateAccount(tx, id, { ...columns, passwordHash });
    if (brandIds !== undefined) await directory.setBrands(tx, id, brandIds);
    if (change.active === false || password !== undefined) {
      await directory.endSessionsOf(tx, id, toInstant(hub.clock.now()));
    }
    const account = await directory.findAccount(tx, id);
    return account === null ? fail('not-found') : succeed(account);
  });
};

export const setLine = async (
  hub: Hub,
  actor: Actor,
  userId: string,
  line: LineChange,
): Promise<Result<Account>> => {
  const deed = { action: 'line-changed', entity: 'user', entityId: userId };
  return audited(hub, actor, deed, async (tx) => {
    if ((await directory.findAccount(tx, userId)) === null) return fail('not-found');
    await directory.upsertLine(tx, userId, line);
    const account = await directory.findAccount(tx, userId);
    return account === null ? fail('not-found') : succeed(account);
  });
};

export const listTeams = (hub: Hub): Promise<Team[]> => directory.findTeams(hub.database.db);

export const createTeam = async (
  hub: Hub,
  actor: Actor,
  given: Omit<Team, 'id'>,
): Promise<Team> => {
  const team = { ...given, outsourcer: given.outsourcer ?? null, id: hub.newId() };
  const deed = { action: 'created', entity: 'team', entityId: team.id };
  await audited(hub, actor, deed, (tx) => directory.insertTeam(tx, team));
  return team;
};

export const changeTeam = (
  hub: Hub,
  actor: Actor,
  teamId: string,
  change: TeamChange,
): Promise<Result<Team>> => {
  const deed = { action: 'changed', entity: 'team', entityId: teamId, detail: change };
  return audited(hub, actor, deed, async (tx) => {
    const team = await directory.updateTeam(tx, teamId, change);
    return team === null ? fail('not-found') : succeed(team);
  });
};

/** Makes the first user of an empty hub. @returns whether it was empty. */
export const createFirstAdministrator = async (
  db: Hub['database']['db'],
  newId: () => string,
  given: { readonly login: string; readonly password: string },
): Promise<boolean> => {
  if ((await directory.findAccounts(db)).length > 0) return false;
  const user = {
    id: newId(),
    login: given.login,
    firstName: '',
    lastName: given.login,
    role: 'administrator' as const,
    teamId: null,
    locale: 'fr' as const,
    brandIds: [],
  };
  await directory.insertAccount(db, user, await hashPassword(given.password));
  return true;
};
