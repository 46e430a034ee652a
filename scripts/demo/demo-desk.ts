import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { ElectronRuntime } from '../electron/runtime';
import type { Screen } from '../launch/display';
import { programSwitches } from '../launch/program';
import { inProject, projectRoot } from '../project-root';

/** What happened when, from the first ring of a call. */
export type Told = (what: string) => void;

const stepTimeoutMs = 30_000;

/** The program as an advisor sees it, driven by her keys, with a picture of every step. */
export class DemoDesk {
  readonly page: Page;
  readonly pictures: string[] = [];
  readonly #application: ElectronApplication;
  readonly #folder: string;

  private constructor(application: ElectronApplication, page: Page, folder: string) {
    this.#application = application;
    this.page = page;
    this.#folder = folder;
    page.setDefaultTimeout(stepTimeoutMs);
  }

  static async start(
    runtime: ElectronRuntime,
    screen: Screen,
    env: NodeJS.ProcessEnv,
  ): Promise<DemoDesk> {
    const folder = inProject('screenshots', 'run', 'demo');
    mkdirSync(folder, { recursive: true });
    const all = Object.entries({ ...screen.env, ...env }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const application = await _electron.launch({
      executablePath: runtime.executable,
      // Nobody sits at the microphone of a demo: it has a made-up one.
      args: [...programSwitches({ virtual: true }), '.'],
      cwd: projectRoot,
      env: Object.fromEntries(all),
    });
    const isApp = (page: Page): boolean => page.url().includes('/app/index.html');
    const page =
      application.windows().find(isApp) ??
      (await application.waitForEvent('window', { predicate: isApp }));
    return new DemoDesk(application, page, folder);
  }

  async picture(name: string): Promise<void> {
    const file = path.join(
      this.#folder,
      `${String(this.pictures.length + 1).padStart(2, '0')}-${name}.png`,
    );
    await this.page.screenshot({ path: file });
    this.pictures.push(file);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: 15 });
  }

  /** Waits until the words stand in the bar. */
  async bar(words: string | RegExp): Promise<void> {
    await this.page.locator('header').first().getByText(words).first().waitFor();
  }

  async click(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  /** Chooses the first disposition that fits the word, and a reason where one is wanted. */
  async settle(word: string): Promise<void> {
    const question = this.page.getByRole('combobox', { name: /terminé l’appel|did the call end/i });
    await question.fill(word);
    await this.page.getByRole('option').first().waitFor();
    await question.press('Enter');
    const reason = this.page.getByRole('combobox', { name: /^(Motif|Reason)/ });
    if ((await reason.inputValue()) === '') await reason.selectOption({ index: 1 });
  }

  async close(): Promise<void> {
    await this.#application.close().catch(() => undefined);
  }
}
