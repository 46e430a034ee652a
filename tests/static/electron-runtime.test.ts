import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fetchOfficialBuild, pinnedVersion } from '@scripts/electron/official-build';
import { provisionFolder } from '@scripts/electron/provision-folder';
import { verifyExecutable } from '@scripts/electron/substitute-build';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const DEAD_PID = 2 ** 22 + 1;
let cache = '';

beforeEach(() => {
  cache = mkdtempSync(path.join(os.tmpdir(), 'parlance-cache-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

describe('[TOOL-6] the runtime cache', () => {
  const write = async (folder: string): Promise<void> =>
    writeFileSync(path.join(folder, 'version'), '1');

  it('[TOOL-6] is filled once by two starts at once', async () => {
    const target = path.join(cache, 'electron-1');
    let builds = 0;
    const build = async (folder: string): Promise<void> => {
      builds += 1;
      await write(folder);
    };
    await Promise.all([provisionFolder(target, build), provisionFolder(target, build)]);
    expect(builds).toBe(1);
    expect(readdirSync(cache)).toEqual(['electron-1']);
  });

  it('[TOOL-6] takes nothing for complete that a killed start left, and clears it away', async () => {
    const target = path.join(cache, 'electron-1');
    mkdirSync(`${target}.left.partial`);
    writeFileSync(`${target}.lock`, String(DEAD_PID));
    await provisionFolder(target, write);
    expect(readdirSync(cache)).toEqual(['electron-1']);
    expect(readFileSync(path.join(target, 'version'), 'utf8')).toBe('1');
  });

  it('[TOOL-6] leaves nothing behind when filling fails', async () => {
    const target = path.join(cache, 'electron-1');
    const build = async (folder: string): Promise<void> => {
      await write(folder);
      throw new Error('the download broke');
    };
    await expect(provisionFolder(target, build)).rejects.toThrow('the download broke');
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(cache)).toEqual([]);
  });
});

describe('[TOOL-7] the checksum', () => {
  it('[TOOL-7] refuses an executable with another checksum', async () => {
    const file = path.join(cache, 'electron');
    writeFileSync(file, 'something else');
    await expect(verifyExecutable(file)).rejects.toThrow(/electron has the checksum [0-9a-f]{64}/);
  });

  it('[TOOL-7] accepts the checksum that it was given', async () => {
    const file = path.join(cache, 'electron');
    writeFileSync(file, 'abc');
    const sha = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    await expect(verifyExecutable(file, sha)).resolves.toBeUndefined();
  });
});

describe('[TOOL-7] the official build', () => {
  let server: Server;
  const asked: string[] = [];

  const mirror = (status: number): Promise<void> => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status).end('this is no Electron');
    });
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${port}/`);
        resolve();
      });
    });
  };

  afterEach(() => {
    vi.unstubAllEnvs();
    asked.length = 0;
    server.close();
  });

  it('[TOOL-7] refuses an archive with another checksum than its package names', async () => {
    await mirror(200);
    const fetched = fetchOfficialBuild(cache, () => undefined);
    await expect(fetched).rejects.toThrow(/its checksum is [0-9a-f]{64} instead of [0-9a-f]{64}/);
    const name = `electron-v${pinnedVersion()}-${process.platform}-${process.arch}.zip`;
    expect(asked).toEqual([`/v${pinnedVersion()}/${name}`]);
  });

  it('[TOOL-7] says what a server answered that does not have it', async () => {
    await mirror(404);
    await expect(fetchOfficialBuild(cache, () => undefined)).rejects.toThrow('answered 404');
  });
});
