import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '@scripts/processes/run';
import { projectRoot } from '@scripts/project-root';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterEach, expect, it } from 'vitest';
import { PackagedProgram } from '../support/electron/packaged-program';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { runFolder } from '../support/run-folder';

const [camille] = demoAdvisors;
let hub: HubProcess | undefined;
let program: PackagedProgram | undefined;
afterEach(async () => {
  await program?.stop();
  await hub?.stop();
});

it('[TOOL-17] npm run package leaves a program that starts from any folder, shows its own pages and signs in', async () => {
  const packaged = await run('npm', ['run', '--silent', 'package'], { cwd: projectRoot });
  expect(packaged.code, packaged.stderr).toBe(0);
  const folder = packaged.stdout.trim().split('\n').at(-1) ?? '';
  const resources = path.join(folder, 'resources');
  expect(existsSync(path.join(resources, 'app.asar'))).toBe(true);
  expect(existsSync(path.join(resources, 'default_app.asar'))).toBe(false);

  hub = await startHub({ customers: 5 });
  const elsewhere = runFolder('packaged');
  program = new PackagedProgram(path.join(folder, 'parlance'), elsewhere, {
    PARLANCE_API_URL: hub.apiUrl,
    PARLANCE_PROFILE_DIR: path.join(elsewhere, 'profile'),
    // Where the pages of a development server would be: a packaged program never asks there.
    ELECTRON_RENDERER_URL: 'http://127.0.0.1:9',
  });
  const page = await program.appPage();
  expect(page.url()).toMatch(/^app:\/\/parlance\//);
  await page.getByLabel('Identifiant').fill(camille.login);
  await page.getByLabel('Mot de passe').fill(camille.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor({ timeout: 15_000 });
  expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
});
