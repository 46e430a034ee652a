/**
 * tsx tests/gallery/take-pictures.ts FOLDER [STATE…] [--size 1440x900] [--theme dark] [--language en] [--axe]
 * One picture of each state, drawn by the system's Chromium; with --axe also its accessibility.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { states } from './states.ts';

const root = process.cwd();
const args = process.argv.slice(2);
const option = (name: string): string | null => {
  const at = args.indexOf(`--${name}`);
  return at === -1 ? null : (args.splice(at, 2)[1] ?? null);
};
const axe = args.includes('--axe');
if (axe) args.splice(args.indexOf('--axe'), 1);
const [width = 1440, height = 900] = (option('size') ?? '1440x900').split('x').map(Number);
const theme = option('theme') ?? 'light';
const language = option('language') ?? 'fr';
const [folder = 'screens', ...names] = args;

type AxeResult = {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[];
};

const reportAxe = async (page: Page, name: string): Promise<void> => {
  await page.addScriptTag({
    content: readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'),
  });
  const { violations } = await page.evaluate<AxeResult>('axe.run()');
  for (const { id, help, nodes } of violations)
    for (const node of nodes.slice(0, 3))
      console.log(
        `  axe ${name}: ${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary.split('\n')[1]}`,
      );
};

const startServer = () =>
  createServer({
    root: path.join(root, 'tests/gallery'),
    configFile: false,
    plugins: [react()],
    logLevel: 'error',
    cacheDir: path.join(root, 'node_modules/.cache/gallery'),
    resolve: {
      alias: {
        '@shared': path.join(root, 'src-shared'),
        '@renderer': path.join(root, 'src-renderer'),
      },
    },
    define: { 'process.env': {} },
    server: { port: 0, fs: { strict: false }, hmr: false },
  });
const takePicture = async (browser: Browser, url: string, name: string): Promise<void> => {
  const size = states[name]?.page === 'card' ? { width: 420, height: 220 } : { width, height };
  const page = await browser.newPage({
    viewport: size,
    timezoneId: 'Europe/Paris',
    locale: 'fr-FR',
  });
  page.on('pageerror', (error) => console.log(`  ${name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      console.log(`  ${name}: ${message.text()}`);
  });
  await page.goto(`${url}?state=${name}&theme=${theme}&language=${language}`);
  await page.waitForLoadState('networkidle');
  await page.waitForSelector('main h1, main h2, main h3');
  const { press, tab } = states[name] ?? {};
  if (tab !== undefined) await page.locator(`[role=tab][id$="-${tab}"]`).click();
  if (press !== undefined) await page.getByRole('button', { name: press }).first().click();
  await page.evaluate('document.fonts.ready');
  const file = path.join(folder, `${name}-${theme}-${language}-${width}.png`);
  await page.screenshot({ path: file });
  if (axe) await reportAxe(page, name);
  console.log(file);
  await page.close();
};

const main = async (): Promise<void> => {
  const server = await startServer();
  await server.listen();
  const url = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  mkdirSync(folder, { recursive: true });
  for (const name of names.length > 0 ? names : Object.keys(states))
    await takePicture(browser, url, name);
  await browser.close();
  await server.close();
};

void main();
