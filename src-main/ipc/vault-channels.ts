/** The vaults and the open journal, as the engine asks for them. */
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Desk } from '../vault/desk.ts';
import { keepCalls, keptCalls } from '../vault/kept-calls.ts';
import type { Vaults } from '../vault/vaults.ts';
import type { ChannelHandlers } from './answer-call.ts';

type VaultChannel =
  | 'vault.open'
  | 'vault.open-offline'
  | 'vault.lock'
  | 'vault.unlock'
  | 'vault.heard'
  | 'vault.shred'
  | 'vault.keep-session'
  | 'vault.close'
  | 'vault.list'
  | 'vault.current';
type CallChannel = 'calls.keep' | 'calls.kept';
type JournalChannel = 'journal.read' | 'journal.append' | 'journal.compact';

const nothing: Result<null> = succeed(null);

type Guarding = 'vault.lock' | 'vault.unlock' | 'vault.heard' | 'vault.shred';

const guardChannels = (
  vaults: Vaults,
  desk: Desk,
  clearData: () => Promise<void>,
): Pick<ChannelHandlers, Guarding> => ({
  'vault.lock': () => {
    if (desk.vault === null) return fail('vault-locked');
    vaults.lock(desk.vault);
    return nothing;
  },
  'vault.unlock': ({ password }) => {
    if (desk.vault === null) return fail('vault-locked');
    const unlocked = vaults.unlock(desk.vault, password);
    return unlocked.ok ? succeed({ key: vaults.cacheKey(desk.vault) }) : unlocked;
  },
  'vault.heard': (heard) => {
    if (desk.vault === null) return fail('vault-locked');
    vaults.noteHeard(desk.vault, heard);
    return nothing;
  },
  'vault.shred': async ({ why, left }) => {
    const { vault } = desk;
    if (vault === null) return fail('vault-locked');
    vaults.shred(vault.userId, why);
    await desk.leave();
    if (why === 'wipe') vaults.forgetEmpty(vault.userId, left);
    await clearData();
    return nothing;
  },
});

export const vaultChannels = (
  vaults: Vaults,
  desk: Desk,
  clearData: () => Promise<void>,
): Pick<ChannelHandlers, VaultChannel> => ({
  ...guardChannels(vaults, desk, clearData),
  'vault.open': async ({ userId, login, password, lost }) => {
    const opened = vaults.open(userId, login, password, lost);
    if (!opened.ok) return opened;
    await desk.enter(opened.value);
    await desk.bringBack(vaults.recovered(userId, password));
    const { protection, created } = opened.value;
    return succeed({ protection, key: vaults.cacheKey(opened.value), created });
  },
  'vault.open-offline': async ({ login, password }) => {
    const opened = vaults.openOffline(login, password);
    if (!opened.ok) return opened;
    await desk.enter(opened.value);
    const { protection, session, userId } = opened.value;
    return succeed({ userId, protection, key: vaults.cacheKey(opened.value), session });
  },
  'vault.keep-session': ({ session }) => {
    if (desk.vault === null) return fail('vault-locked');
    vaults.keepSession(desk.vault, session);
    return nothing;
  },
  'vault.close': async ({ forget }) => {
    if (desk.vault !== null && forget) vaults.keepSession(desk.vault, null);
    await desk.leave();
    return nothing;
  },
  'vault.list': () => {
    const files = vaults.list();
    const list = files.map(({ userId, login, waiting, protection, expired, copied }) => ({
      userId,
      login,
      waiting,
      protection,
      expired,
      copied,
    }));
    return succeed({ lastLogin: files[0]?.login ?? null, vaults: list });
  },
  'vault.current': () => {
    // The engine that comes back after a crash finds nothing either while it is locked.
    if (desk.vault === null || vaults.isLocked(desk.vault)) return succeed(null);
    const { userId, login, protection } = desk.vault;
    const session = vaults.sessionOf(desk.vault);
    const key = vaults.cacheKey(desk.vault);
    const heard = vaults.heardOf(desk.vault);
    return succeed({ userId, login, protection, key, session, heard });
  },
});

export const callChannels = (desk: Desk): Pick<ChannelHandlers, CallChannel> => ({
  'calls.keep': ({ calls }) => {
    if (desk.vault === null) return fail('vault-locked');
    keepCalls(desk.vault, calls);
    return nothing;
  },
  'calls.kept': () =>
    desk.vault === null ? fail('vault-locked') : succeed({ calls: keptCalls(desk.vault) }),
});

export const journalChannels = (desk: Desk): Pick<ChannelHandlers, JournalChannel> => ({
  'journal.read': async () => {
    if (desk.journal === null) return fail('vault-locked');
    const { records, damaged } = await desk.journal.read();
    return succeed({ records: [...records], damaged });
  },
  'journal.append': async ({ records, waiting }) => {
    const done = (await desk.journal?.append(records)) ?? fail('vault-locked');
    if (done.ok) desk.noteWaiting(waiting);
    return done;
  },
  'journal.compact': async ({ records, waiting }) => {
    const done = (await desk.journal?.compact(records)) ?? fail('vault-locked');
    if (done.ok) desk.noteWaiting(waiting);
    return done;
  },
});
