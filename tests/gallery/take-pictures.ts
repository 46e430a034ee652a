/**
 * tsx tests/gallery/take-pictures.ts FOLDER [STATE…] [--size 1440x900] [--theme dark] [--language en] [--axe]
 * One picture of each state, drawn by the system's Chromium; with --axe also its accessibility.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
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

/** Built once: a page of one file is drawn in a moment, hundreds of modules take seconds each time. */
const startServer = async () => {
  const config = {
    root: path.join(root, 'tests/gallery'),
    configFile: false as const,
    plugins: [react()],
    logLevel: 'error' as const,
    resolve: {
      alias: {
        '@shared': path.join(root, 'src-shared'),
        '@renderer': path.join(root, 'src-renderer'),
      },
    },
    define: { 'process.env': '{}' },
    build: {
      outDir: path.join(root, 'node_modules/.cache/gallery-built'),
      emptyOutDir: true,
      minify: false,
      modulePreload: { polyfill: false },
      cssCodeSplit: false,
      chunkSizeWarningLimit: 10_000,
    },
  };
  await build(config);
  return preview({ ...config, preview: { port: 0 } });
};

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
  const { press, presses = [], tab, search, awaits, shows } = states[name] ?? {};
  if (tab !== undefined) await page.locator(`[role=tab][id$="-${tab}"]`).click();
  if (press !== undefined) await page.getByRole('button', { name: press }).first().click();
  if (search !== undefined) {
    await page.getByRole('search').getByRole('combobox').fill(search.typed);
    const asking = page.getByRole('status').filter({ hasText: /^(Le serveur central est|Asking)/ });
    await asking.waitFor({ timeout: 5_000 }).catch(() => undefined);
    await asking.waitFor({ state: 'hidden' });
    for (const key of search.keys ?? []) await page.keyboard.press(key);
  }
  if (awaits !== undefined) await page.locator(awaits).first().waitFor();
  for (const one of presses)
    await page
      .getByRole('button', { name: one })
      .or(page.getByRole('option', { name: one }))
      .or(page.getByRole('radio', { name: one }))
      .or(page.getByRole('tab', { name: one }))
      .first()
      .click();
  if (shows !== undefined)
    await page
      .locator(shows)
      .evaluate((one) => (one as unknown as { scrollIntoView: () => void }).scrollIntoView());
  await page.evaluate('document.fonts.ready');
  const file = path.join(folder, `${name}-${theme}-${language}-${width}.png`);
  await page.screenshot({ path: file });
  if (axe) await reportAxe(page, name);
  console.log(file);
  await page.close();
};

const main = async (): Promise<void> => {
  const server = await startServer();
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
