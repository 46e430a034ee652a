import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { run } from '@scripts/processes/run';
import { projectRoot } from '@scripts/project-root';
import { afterEach, expect, it } from 'vitest';
import { leftOver } from '../support/left-over';
import { freePort } from '../support/network/free-port';
import { runFolder } from '../support/run-folder';
import { until } from '../support/until';

let other: Server | undefined;
afterEach(() => {
  other?.close();
  other = undefined;
});

/** `npm start` with these settings; how it ended and what it said. */
const startFails = async (env: NodeJS.ProcessEnv): Promise<string> => {
  const folder = runFolder('failing');
  const mark = path.basename(folder);
  const { code, stderr } = await run('timeout', ['60', 'npm', 'start'], {
    cwd: projectRoot,
    env: {
      ...process.env,
      PARLANCE_DATA_DIR: path.join(folder, 'data'),
      PARLANCE_PROFILE_DIR: path.join(folder, 'profile'),
      PARLANCE_SEED_CUSTOMERS: '5',
      PARLANCE_TEST_MARK: mark,
      ...env,
    },
  });
  expect(code, stderr).toBe(1);
  await until('nothing is left over', () => leftOver(mark).length === 0);
  return stderr;
};

it('[RUN-12] a database that does not answer: npm start names DATABASE_URL', async () => {
  const said = await startFails({ DATABASE_URL: 'postgres://nobody:secret-word@127.0.0.1:9/none' });
  expect(said).toMatch(/This did not work: .*\nWhat to do: no PostgreSQL answers at DATABASE_URL/);
  expect(said).not.toContain('secret-word');
}, 90_000);

it('[RUN-12] a central API that does not answer: npm start names PARLANCE_API_URL', async () => {
  const said = await startFails({ PARLANCE_API_URL: 'http://127.0.0.1:9' });
  expect(said).toMatch(
    /This did not work: no central API answers at http:\/\/127.0.0.1:9.*\nWhat to do: .*PARLANCE_API_URL/,
  );
}, 90_000);

it('[RUN-12] a port that is taken: npm start names PARLANCE_API_PORT', async () => {
  const port = await freePort();
  const taken = createServer().listen(port, '127.0.0.1');
  other = taken;
  await until('the port is taken', () => taken.listening);
  const said = await startFails({ PARLANCE_API_PORT: String(port) });
  expect(said).toMatch(/This did not work: .*EADDRINUSE.*\nWhat to do: .*PARLANCE_API_PORT/);
}, 90_000);

it('[RUN-15] a program that ends by itself: npm start says so and leaves nothing running', async () => {
  const runtime = runFolder('broken-runtime');
  writeFileSync(path.join(runtime, 'electron'), '#!/bin/sh\necho no libfoo >&2\nexit 3\n', {
    mode: 0o755,
  });
  writeFileSync(path.join(runtime, 'version'), '25.1.1');
  const said = await startFails({ ELECTRON_OVERRIDE_DIST_PATH: runtime });
  expect(said).toMatch(/no libfoo/);
  expect(said).toMatch(/This did not work: the program ended by itself with code 3\nWhat to do: /);
}, 90_000);
