import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// A folder in the cache is there whole or not at all: it is filled beside its place and renamed
// into it. The lock only saves double work; when two processes fill at once, the first one wins.

const HEARTBEAT_MS = 1_000;
const STALE_MS = 10_000;
const POLL_MS = 200;

const codeOf = (error: unknown): unknown =>
  error instanceof Error ? Reflect.get(error, 'code') : undefined;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  try {
    const pid = Number(await readFile(lock, 'utf8'));
    const { mtimeMs } = await stat(lock);
    const silentMs = Date.now() - mtimeMs;
    return silentMs > STALE_MS || (pid > 0 && !isAlive(pid));
  } catch {
    return false;
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (await isAbandoned(lock)) await rm(lock, { force: true });
    return false;
  }
}

/** What a killed process left half filled; only the holder of the lock sweeps. */
async function sweep(target: string): Promise<void> {
  const parent = path.dirname(target);
  const prefix = `${path.basename(target)}.`;
  const names = await readdir(parent);
  const left = names.filter((name) => name.startsWith(prefix) && name.endsWith('.partial'));
  await Promise.all(left.map((name) => rm(path.join(parent, name), { recursive: true })));
}

async function fill(target: string, build: (folder: string) => Promise<void>): Promise<void> {
  await sweep(target);
  const folder = `${target}.${randomUUID()}.partial`;
  await mkdir(folder, { recursive: true });
  try {
    await build(folder);
    await rename(folder, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Makes sure that `target` exists, filled by `build` into a folder that becomes `target` by one
 * rename. A second process waits for the first one; a killed one is replaced.
 */
export async function provisionFolder(
  target: string,
  build: (folder: string) => Promise<void>,
): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const lock = `${target}.lock`;
  while (!existsSync(target)) {
    if (!(await takeLock(lock))) {
      await pause(POLL_MS);
      continue;
    }
    const touch = (): void => void utimes(lock, new Date(), new Date()).catch(() => undefined);
    const heartbeat = setInterval(touch, HEARTBEAT_MS);
    try {
      await fill(target, build);
    } finally {
      clearInterval(heartbeat);
      await rm(lock, { force: true });
    }
  }
}
