import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';

const script = path.resolve(import.meta.dirname, '../../support/desk/fill-the-disk.ts');
const isRoot = process.getuid?.() === 0;
const inOwnDisk = (command: string) => [isRoot ? '--mount' : '-Urm', 'sh', '-c', command];
/** A small disk is mounted where nobody else sees it; without the right to, there is none to try. */
const canMount =
  spawnSync('unshare', inOwnDisk('mount -t tmpfs -o size=64k none /mnt')).status === 0;

const printedSchema = z.object({
  said: z.array(z.object({ id: z.string(), code: z.string().nullable(), onDisk: z.boolean() })),
  acknowledged: z.array(z.string()),
  restarted: z.number(),
  ids: z.array(z.string()),
});

// Where CI runs it may be mounted: that it cannot is a failure there.
it.runIf(canMount || process.env['CI'] !== undefined)(
  '[FAULT-1] on a disk that is full her work goes on in memory, and is on the disk once there is room',
  async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'parlance-full-'));
    const mount = `mount -t tmpfs -o size=128k none '${dir}'`;
    const run = `exec '${process.execPath}' --import tsx '${script}' '${dir}'`;
    const { stdout } = await promisify(execFile)('unshare', inOwnDisk(`${mount} && ${run}`));
    rmSync(dir, { recursive: true });
    const { said, acknowledged, restarted, ids } = printedSchema.parse(JSON.parse(stdout));
    const refused = said.filter(({ code }) => code !== null);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ code }) => code))).toEqual(
      new Set(['journal-unwritable ENOSPC']),
    );
    expect(refused.every(({ onDisk }) => !onDisk)).toBe(true);
    expect(acknowledged.length).toBeGreaterThan(5);
    expect(restarted).toBe(acknowledged.length);
    expect(said.at(-1)).toMatchObject({ code: null, onDisk: true });
    expect(ids).toEqual(said.map(({ id }) => id));
  },
  30_000,
);
