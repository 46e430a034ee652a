import { runChecks } from '@renderer/engine/devices/shift-checks.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import { expect, it } from 'vitest';

const lineCheck = async (line: Partial<Slices['line']>) => {
  const shown: Slices['checks'][] = [];
  await runChecks({
    openMicrophone: () => Promise.reject(new Error('none')),
    label: () => null,
    line: () => ({
      status: 'connecting',
      since: '2026-11-05T08:56:00.000Z',
      error: null,
      extension: '6001',
      training: false,
      retryAt: null,
      ...line,
    }),
    pingHub: async () => null,
    storage: async () => null,
    protection: () => 'os',
    show: (checks) => shown.push(checks),
  });
  return shown.at(-1)?.find(({ id }) => id === 'line');
};

it('[UI-32] a line that is still connecting is being checked, a lost one has failed', async () => {
  expect(await lineCheck({})).toMatchObject({ status: 'running', error: null });
  expect(await lineCheck({ status: 'registered' })).toMatchObject({ status: 'passed' });
  expect(await lineCheck({ status: 'lost' })).toMatchObject({
    status: 'failed',
    error: 'line-not-registered',
  });
  expect(await lineCheck({ error: 'line-unreachable' })).toMatchObject({ status: 'failed' });
});
