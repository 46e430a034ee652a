/** The vaults and the open journal, as the engine asks for them. */
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Desk } from '../vault/desk.ts';
import { keepCalls, keptCalls } from '../vault/kept-calls.ts';
import type { Vaults } from '../vault/vaults.ts';
import type { ChannelHandlers } from './answer-call.ts';

type VaultChannel =
  | 'vault.open'
  | 'vault.open-offline'
  | 'vault.keep-session'
  | 'vault.close'
  | 'vault.list'
  | 'vault.current';
type CallChannel = 'calls.keep' | 'calls.kept';
type JournalChannel = 'journal.read' | 'journal.append' | 'journal.compact';

const nothing: Result<null> = succeed(null);

export const vaultChannels = (vaults: Vaults, desk: Desk): Pick<ChannelHandlers, VaultChannel> => ({
  'vault.open': async ({ userId, login, password, lost }) => {
    const opened = vaults.open(userId, login, password, lost);
    if (!opened.ok) return opened;
    await desk.enter(opened.value);
    await desk.bringBack(vaults.recovered(userId, password));
    const { protection, key, created } = opened.value;
    return succeed({ protection, key: new Uint8Array(key), created });
  },
  'vault.open-offline': async ({ login, password }) => {
    const opened = vaults.openOffline(login, password);
    if (!opened.ok) return opened;
    await desk.enter(opened.value);
    const { protection, key, session, userId } = opened.value;
    return succeed({ userId, protection, key: new Uint8Array(key), session });
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
    const list = files.map(({ userId, login, waiting, protection }) => ({
      userId,
      login,
      waiting,
      protection,
    }));
    return succeed({ lastLogin: files[0]?.login ?? null, vaults: list });
  },
  'vault.current': () => {
    if (desk.vault === null) return succeed(null);
    const { userId, login, protection, key } = desk.vault;
    const session = vaults.sessionOf(desk.vault);
    return succeed({ userId, login, protection, key: new Uint8Array(key), session });
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
