import { clockSkew } from '@renderer/engine/devices/reach.ts';
import { type CheckDeps, runChecks } from '@renderer/engine/devices/shift-checks.ts';
import { checkIds } from '@shared/contracts/engine/desk-views.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import { expect, it } from 'vitest';

const line = (changes: Partial<Slices['line']> = {}): Slices['line'] => ({
  status: 'registered',
  since: '2026-11-05T08:56:00.000Z',
  error: null,
  extension: '6001',
  training: false,
  retryAt: null,
  parks: false,
  picksUp: false,
  ...changes,
});

let closed = 0;
const microphone =
  (db: number): CheckDeps['openMicrophone'] =>
  async () => ({
    level: () => db,
    record: () => undefined,
    playBack: async () => undefined,
    close: () => {
      closed += 1;
    },
  });
const good: Omit<CheckDeps, 'show'> = {
  openMicrophone: microphone(-38),
  label: () => 'Talia 40',
  missing: () => null,
  mayRecord: async () => true,
  reachPbx: async () => 12,
  line,
  mediaPath: async () => 4.4,
  pingHub: async () => 9,
  clockSkew: async () => 0.3,
  storage: async () => null,
  freeBytes: async () => 18 * 1024 ** 3,
  protection: () => 'os',
  inCall: () => false,
};
const check = async (changes: Partial<CheckDeps> = {}): Promise<Slices['checks']> => {
  let shown: Slices['checks'] = [];
  await runChecks({
    ...good,
    ...changes,
    show: (checks) => {
      shown = checks;
    },
  });
  return shown;
};
const one = async (id: string, changes: Partial<CheckDeps>) =>
  (await check(changes)).find((result) => result.id === id);

it('[AUDIO-24] on a desktop in order every check passes, each with what it measured', async () => {
  const checks = await check();
  expect(checks.map(({ id }) => id)).toEqual([...checkIds]);
  expect(checks.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(Object.fromEntries(checks.map(({ id, measure }) => [id, measure]))).toMatchObject({
    microphone: '-38 dB',
    media: '4.4 MOS',
    hub: '9 ms',
    clock: '0.3 s',
    storage: '18.0 GB',
  });
});

const refused = line({ status: 'refused', error: 'line-credentials-refused' });
const failing: readonly (readonly [string, string, Partial<CheckDeps>])[] = [
  ['microphone', 'microphone-silent', { openMicrophone: microphone(-100) }],
  ['loudspeaker', 'device-unplugged', { missing: () => 'Enceinte Lumo' }],
  ['ringer', 'device-unplugged', { missing: () => 'Enceinte Lumo' }],
  ['permissions', 'microphone-refused', { mayRecord: async () => false }],
  ['pbx', 'line-unreachable', { line: () => line({ status: 'lost', error: 'line-unreachable' }) }],
  ['line', 'line-credentials-refused', { line: () => refused }],
  ['media', 'media-path-closed', { mediaPath: async () => null }],
  ['media', 'media-path-poor', { mediaPath: async () => 2.9 }],
  ['hub', 'hub-unreachable', { pingHub: async () => null }],
  ['clock', 'clock-wrong', { clockSkew: async () => -2.4 }],
  ['storage', 'storage-full', { freeBytes: async () => 1000 }],
  ['storage', 'journal-unwritable', { storage: async () => 'journal-unwritable' as const }],
  ['hub', 'internal', { pingHub: () => Promise.reject(new Error('a defect')) }],
];
it.each(failing)(
  '[AUDIO-24] %s fails with %s, and nothing else does',
  async (id, error, changes) => {
    const checks = await check(changes);
    const failed = checks.filter(({ status }) => status === 'failed');
    expect(failed.find((result) => result.id === id)).toMatchObject({ error });
    expect(failed.filter((result) => result.error !== error)).toEqual([]);
  },
);

it('[AUDIO-23] the microphone is closed after it was heard, and is not opened in a call', async () => {
  closed = 0;
  await check();
  expect(closed).toBe(1);
  expect(await one('microphone', { inCall: () => true })).toMatchObject({ status: 'unknown' });
  expect(await one('media', { inCall: () => true })).toMatchObject({ status: 'unknown' });
  expect(closed).toBe(1);
});

it('[UI-32] a line that is still connecting is being checked, a lost one has failed', async () => {
  const lineCheck = (changes: Partial<Slices['line']>) =>
    one('line', { line: () => line(changes) });
  expect(await lineCheck({ status: 'connecting' })).toMatchObject({ status: 'running' });
  expect(await lineCheck({})).toMatchObject({ status: 'passed' });
  expect(await lineCheck({ status: 'lost' })).toMatchObject({ status: 'failed' });
  expect(await lineCheck({ status: 'connecting', error: 'line-unreachable' })).toMatchObject({
    status: 'failed',
  });
});

it('[AUDIO-24] the PBX is asked apart only while there is no line, whose registration it might cost', async () => {
  let asked = 0;
  const reachPbx = async () => {
    asked += 1;
    return 12;
  };
  for (const status of ['registered', 'refused', 'lost', 'connecting'] as const)
    await one('pbx', { reachPbx, inCall: () => true, line: () => line({ status }) });
  expect(asked).toBe(0);
  const off = { inCall: () => true, line: () => line({ status: 'off' }) };
  expect(await one('pbx', { reachPbx, ...off })).toMatchObject({ measure: '12 ms' });
  expect(await one('pbx', { reachPbx: async () => null, ...off })).toMatchObject({
    error: 'line-unreachable',
  });
  expect(await one('pbx', { reachPbx: () => undefined, ...off })).toMatchObject({
    error: 'line-settings-missing',
  });
});

it('[AUDIO-24] the clock is compared with the hub’s, at the middle of the exchange', () => {
  const told = 'Thu, 05 Nov 2026 08:56:00 GMT';
  const at = Date.parse(told) + 500;
  expect(clockSkew(told, at - 20, at + 20)).toBe(0);
  expect(clockSkew(told, at + 3_000, at + 3_000)).toBe(3);
  expect(clockSkew(told, at - 3_000, at - 3_000)).toBe(-3);
  expect(clockSkew(null, 0, 0)).toBeNull();
  expect(clockSkew('yesterday', 0, 0)).toBeNull();
});
