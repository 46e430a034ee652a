import { chmodSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureSandbox } from '@scripts/electron/sandbox';
import { beforeEach, expect, it, vi } from 'vitest';

let folder = '';
const program = () => path.join(folder, 'electron');

/** A system whose `unshare` ends like this, seen by somebody who is not root. */
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-sandbox-'));
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  return () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  };
});
const unshareEnds = (code: number) => {
  writeFileSync(path.join(folder, 'unshare'), `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 });
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
};

it.runIf(process.platform === 'linux')(
  '[RUN-15] a system that allows no namespaces is told, with both ways to allow the sandbox',
  async () => {
    unshareEnds(1);
    await expect(ensureSandbox(program())).rejects.toMatchObject({
      message: expect.stringContaining('namespaces'),
      remedy: expect.stringMatching(
        /sysctl -w kernel\.apparmor_restrict_unprivileged_userns=0[\s\S]*chmod 4755 '.*chrome-sandbox'/,
      ),
    });
  },
);

it('[RUN-15] one that allows them starts, and so does root', async () => {
  unshareEnds(0);
  await expect(ensureSandbox(program())).resolves.toBeUndefined();
  unshareEnds(1);
  vi.spyOn(process, 'getuid').mockReturnValue(0);
  await expect(ensureSandbox(program())).resolves.toBeUndefined();
});

it('[RUN-15] a helper counts when it is root’s and may become root, not otherwise', async () => {
  unshareEnds(1);
  const helper = path.join(folder, 'chrome-sandbox');
  writeFileSync(helper, '');
  chmodSync(helper, 0o755);
  await expect(ensureSandbox(program())).rejects.toThrow('namespaces');
  chmodSync(helper, 0o4755);
  const outcome = await ensureSandbox(program()).then(
    () => 'starts',
    () => 'refused',
  );
  expect(outcome).toBe(statSync(helper).uid === 0 ? 'starts' : 'refused');
});
