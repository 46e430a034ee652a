import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Journal } from '@main/journal/journal.ts';
import { thisMachine } from '@main/machine.ts';
import { ownProfile } from '@main/own-profile.ts';
import type { KeyStore } from '@main/vault/key-store.ts';
import { type OpenVault, Vaults } from '@main/vault/vaults.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';

let dir: string;
const none: KeyStore = { available: () => false, protect: () => Buffer.alloc(0), reveal: () => '' };
const here = thisMachine();
const elsewhere = { ...here, mark: 'f'.repeat(32) };
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'parlance-copied-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const opened = (vaults: Vaults, userId: string): OpenVault => {
  const vault = vaults.open(userId, 'camille', 'geheim');
  if (!vault.ok) throw new Error(vault.error.code);
  return vault.value;
};

it('[FAULT-4] a profile keeps its id on its machine, and has another on another', () => {
  const first = ownProfile(dir, here);
  expect(first.copied).toBe(false);
  expect(ownProfile(dir, here)).toEqual(first);
  const copy = ownProfile(dir, elsewhere);
  expect(copy.copied).toBe(true);
  expect(copy.deviceId).not.toBe(first.deviceId);
  expect(ownProfile(dir, elsewhere)).toEqual({ deviceId: copy.deviceId, copied: false });
});

it('[FAULT-4] a profile of an older program, which kept no machine, is its machine’s', () => {
  const first = ownProfile(dir, here);
  rmSync(path.join(dir, 'machine'));
  expect(ownProfile(dir, here)).toEqual(first);
});

it('[FAULT-4] the copy’s key of the customers and its session are gone, its journal is there', async () => {
  const userId = randomUUID();
  const vaults = new Vaults(dir, none);
  const vault = opened(vaults, userId);
  const key = vaults.cacheKey(vault);
  vaults.keepSession(vault, '{"a":1}');
  const journal = new Journal(vault.dir, vault.key);
  await journal.append(['["pas parti"]']);
  await journal.close();
  const copy = mkdtempSync(path.join(tmpdir(), 'parlance-copy-'));
  cpSync(dir, copy, { recursive: true });
  const there = new Vaults(copy, none);
  there.leaveTheOther();
  expect(there.list()).toMatchObject([{ copied: true, session: null }]);
  const again = opened(there, userId);
  expect(there.cacheKey(again)).not.toEqual(key);
  expect((await new Journal(again.dir, again.key).read()).records).toEqual(['["pas parti"]']);
  expect(there.list()).toMatchObject([{ copied: false }]);
  expect(vaults.cacheKey(opened(vaults, userId))).toEqual(key);
  rmSync(copy, { recursive: true });
});
