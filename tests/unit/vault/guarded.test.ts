import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vaultChannels } from '@main/ipc/vault-channels.ts';
import { Journal } from '@main/journal/journal.ts';
import { Desk } from '@main/vault/desk.ts';
import { shredExpired } from '@main/vault/expired.ts';
import { keepCalls } from '@main/vault/kept-calls.ts';
import type { KeyStore } from '@main/vault/key-store.ts';
import { Vaults } from '@main/vault/vaults.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let dir: string;
const userId = randomUUID();
const none: KeyStore = { available: () => false, protect: () => Buffer.alloc(0), reveal: () => '' };
const system: KeyStore = {
  available: () => true,
  protect: (text) => Buffer.from(`sealed:${text}`),
  reveal: (sealed) => sealed.toString().slice('sealed:'.length),
};
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'parlance-guard-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const start = (store: KeyStore) => {
  const vaults = new Vaults(dir, store);
  const desk = new Desk(vaults);
  let cleared = 0;
  const channels = vaultChannels(vaults, desk, async () => {
    cleared += 1;
  });
  const ask = <C extends keyof typeof channels>(
    name: C,
    input: Parameters<(typeof channels)[C]>[0],
  ) => channels[name](input as never, {} as never);
  const open = async (password = 'geheim') => {
    const done = await ask('vault.open', { userId, login: 'camille', password, lost: 'refuse' });
    if (!done.ok) throw new Error(done.error.code);
    return done.value;
  };
  return { vaults, desk, ask, open, cleared: () => cleared };
};
const folder = () => path.join(dir, 'vaults', userId);

describe.each([
  ['the system keeps the key', system],
  ['her password keeps it', none],
])('where %s', (_, store) => {
  it('[DEVICE-10] locked, no key is handed out but for her password, after a restart too', async () => {
    const one = start(store);
    const { key } = await one.open();
    await one.ask('vault.keep-session', { session: '{"a":1}' });
    expect(await one.ask('vault.current', null)).toMatchObject({ value: { key } });
    await one.ask('vault.lock', null);
    expect(await one.ask('vault.current', null)).toEqual({ ok: true, value: null });
    const wrong = await one.ask('vault.unlock', { password: 'faux' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'sign-in-refused' } });
    expect(await one.ask('vault.current', null)).toEqual({ ok: true, value: null });

    const restarted = start(store);
    const alone = await restarted.ask('vault.open-offline', { login: 'camille', password: null });
    expect(alone).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
    const hers = { login: 'camille', password: 'geheim' };
    const again = await restarted.ask('vault.open-offline', hers);
    expect(again).toMatchObject({ ok: true, value: { key, session: '{"a":1}' } });
  });

  it('[DEVICE-10] her password unlocks it, and the key is the same', async () => {
    const one = start(store);
    const { key } = await one.open();
    await one.ask('vault.lock', null);
    const unlocked = await one.ask('vault.unlock', { password: 'geheim' });
    expect(unlocked).toEqual({ ok: true, value: { key } });
    expect(await one.ask('vault.current', null)).toMatchObject({ value: { key } });
  });

  it('[DEVICE-18] [DEVICE-16] another salt is another key, and the journal is read as before', async () => {
    const one = start(store);
    const { key } = await one.open();
    await one.desk.journal?.append(['["gardé"]']);
    await one.ask('vault.keep-session', { session: '{"a":1}' });
    if (one.desk.vault !== null) keepCalls(one.desk.vault, 'Hélène');
    expect(await one.ask('vault.shred', { why: 'expired', left: 1 })).toMatchObject({ ok: true });
    expect(one.cleared()).toBe(1);
    expect(existsSync(path.join(folder(), 'calls.sealed'))).toBe(false);
    const list = await one.ask('vault.list', null);
    expect(list).toMatchObject({ value: { vaults: [{ expired: true }] } });
    const offline = await one.ask('vault.open-offline', { login: 'camille', password: 'geheim' });
    expect(offline).toMatchObject({ ok: true, value: { session: null } });

    const other = await one.open();
    expect(other.key).not.toEqual(key);
    expect((await one.desk.journal?.read())?.records).toEqual(['["gardé"]']);
    expect(await one.ask('vault.list', null)).toMatchObject({
      value: { vaults: [{ expired: false }] },
    });
  });
});

it('[DEVICE-18] a vault of an older program goes on with its own key until it is shredded', async () => {
  const one = start(none);
  const { key } = await one.open();
  const file = path.join(folder(), 'vault.json');
  const { cacheSalt, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  expect(cacheSalt).toMatch(/^.{40,}$/);
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, JSON.stringify(rest));
  const older = await one.open();
  expect(older.key).not.toEqual(key);
  expect(Buffer.from(older.key)).toEqual(Buffer.from(one.desk.vault?.key ?? []));
});

it('[DEVICE-15] who was not heard for too long is shredded at the start, and nobody else', async () => {
  const one = start(system);
  const { key } = await one.open();
  const heard = { atMs: 1_000, latestMs: 2_000, expiresAfterHours: 2 };
  await one.ask('vault.heard', heard);
  expect(shredExpired(one.vaults, 7_000_000)).toBe(false);
  expect((await one.open()).key).toEqual(key);
  expect(shredExpired(one.vaults, 7_201_000)).toBe(true);
  expect((await one.open()).key).not.toEqual(key);
  expect(shredExpired(one.vaults, 9_000_000)).toBe(false);
});

it('[DEVICE-17] a wipe takes the vault whole when nothing waits in it, else its journal stays sealed', async () => {
  const one = start(none);
  await one.open();
  const { key: vaultKey } = one.desk.vault ?? { key: new Uint8Array() };
  await one.desk.journal?.append(['["refusé"]']);
  await one.ask('vault.shred', { why: 'wipe', left: 1 });
  expect(existsSync(path.join(folder(), 'journal'))).toBe(true);
  expect((await new Journal(folder(), vaultKey).read()).records).toEqual(['["refusé"]']);
  await one.open();
  await one.ask('vault.shred', { why: 'wipe', left: 0 });
  expect(existsSync(folder())).toBe(false);
});
