import { lookAtNetwork, type NetworkLook, watchNetwork } from '@main/network-watch.ts';
import { chooseRoutes } from '@main/windows/hidden-window.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ BrowserWindow: class {}, app: {} }));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const watched = (first: NetworkLook) => {
  const network = { now: first, changes: 0, seen: [] as string[] };
  const stop = watchNetwork(
    {
      seen: ({ outward }) => network.seen.push(outward),
      changed: () => {
        network.changes += 1;
      },
    },
    async () => network.now,
  );
  return { network, stop };
};

it('[NET-3] another set of addresses is told once, within half a second', async () => {
  const { network, stop } = watched({ addresses: 'eth0 192.0.2.1', outward: '192.0.2.1' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(network.changes).toBe(0);
  network.now = { addresses: 'wlan0 192.0.2.9', outward: '192.0.2.9' };
  await vi.advanceTimersByTimeAsync(500);
  expect(network.changes).toBe(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(network.changes).toBe(1);
  stop();
  network.now = { addresses: '', outward: '' };
  await vi.advanceTimersByTimeAsync(5_000);
  expect(network.changes).toBe(1);
});

it('[NET-3] the same addresses with another way out are another network', async () => {
  const { network, stop } = watched({
    addresses: 'a 192.0.2.1\nb 192.0.2.9',
    outward: '192.0.2.1',
  });
  await vi.advanceTimersByTimeAsync(1_000);
  network.now = { ...network.now, outward: '192.0.2.9' };
  await vi.advanceTimersByTimeAsync(1_000);
  expect(network.changes).toBe(1);
  expect(network.seen).toEqual(['192.0.2.1', '192.0.2.9']);
  stop();
});

it('[NET-3] a look names the addresses of this machine, and sends nothing', async () => {
  vi.useRealTimers();
  const { addresses, outward } = await lookAtNetwork();
  expect(addresses).toContain('127.0.0.1');
  for (const address of outward === '' ? [] : outward.split(' '))
    expect(addresses).toContain(` ${address}`);
});

it('[NET-19] the system chooses the way of the sound where it has a default route, the browser elsewhere', () => {
  const chosen: string[] = [];
  const engine = {
    isDestroyed: () => false,
    webContents: { setWebRTCIPHandlingPolicy: (policy: string) => chosen.push(policy) },
  };
  for (const bySystem of [true, false]) chooseRoutes(engine as never, bySystem);
  expect(chosen).toEqual(['default_public_and_private_interfaces', 'default']);
});
