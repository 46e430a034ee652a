import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { programConfig, readEnvironment } from '@main/config.ts';
import { thisMachine } from '@main/machine.ts';
import { keepCalls, keptCalls } from '@main/vault/kept-calls.ts';
import { lineSettingsSchema } from '@shared/contracts/http/auth.ts';
import { describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'parlance-line-'));
const lineOf = (env: Record<string, string>) =>
  programConfig(
    readEnvironment({
      PARLANCE_LINE_USER: '6001',
      PARLANCE_LINE_URL: 'wss://a.example/ws',
      ...env,
    }),
    { deviceId: randomUUID(), machine: thisMachine() },
    '1',
  ).line;

describe('the line of the environment', () => {
  it('[NET-7] has one address or several, in their order, and its domain from the first', () => {
    expect(lineOf({})?.urls).toEqual(['wss://a.example/ws']);
    const several = lineOf({ PARLANCE_LINE_URL: 'wss://a.example/ws,wss://b.example/ws' });
    expect(several).toMatchObject({
      urls: ['wss://a.example/ws', 'wss://b.example/ws'],
      domain: 'a.example',
    });
    expect(lineSettingsSchema.safeParse(several).success).toBe(true);
  });

  it('[NET-16] has no STUN or TURN server unless one is given', () => {
    expect(lineOf({})?.iceServers).toEqual([]);
  });

  it('[NET-16] gives TURN its name and password, and STUN neither', () => {
    const line = lineOf({
      PARLANCE_LINE_STUN: 'stun:s.example:3478, turn:t.example:3478?transport=udp',
      PARLANCE_LINE_TURN_USER: 'camille',
      PARLANCE_LINE_TURN_PASSWORD: 'secret',
    });
    expect(line?.iceServers).toEqual([
      { urls: ['stun:s.example:3478'] },
      {
        urls: ['turn:t.example:3478?transport=udp'],
        username: 'camille',
        credential: 'secret',
      },
    ]);
  });

  it('[NET-16] a TURN server without a name and password stops the start with their names', () => {
    expect(() => lineOf({ PARLANCE_LINE_STUN: 'turns:t.example' })).toThrow(
      /PARLANCE_LINE_TURN_USER/,
    );
  });
});

describe('the calls kept on the disk', () => {
  const vault = (fill: number) => ({
    userId: 'u',
    login: 'l',
    protection: 'session' as const,
    key: new Uint8Array(32).fill(fill),
    dir: folder,
    created: false,
  });

  it('[NET-12] are sealed: this key reads them, another one and a reader of the file do not', () => {
    const calls = '[{"number":"+33639984117"}]';
    expect(keptCalls(vault(1))).toBeNull();
    keepCalls(vault(1), calls);
    expect(keptCalls(vault(1))).toBe(calls);
    expect(keptCalls(vault(2))).toBeNull();
    expect(readFileSync(path.join(folder, 'calls.sealed')).includes('39984117')).toBe(false);
  });
});
