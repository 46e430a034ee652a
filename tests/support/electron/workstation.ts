import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from '../until';
import { Parlance, type ParlanceOptions } from './parlance';

/** How she settles a call; the words are typed as she would type them. */
export type Settlement = { readonly disposition?: string; readonly reason?: string };

// Two kinds of tests share the machine: what takes a second alone may take ten.
const UI_TIMEOUT_MS = 25_000;

/**
 * Parlance as an advisor uses it: keys first; what she reads is found by its role and its French
 * words. Nothing here reaches behind the screen.
 */
export class Workstation {
  readonly parlance: Parlance;
  readonly page: Page;

  private constructor(parlance: Parlance, page: Page) {
    this.parlance = parlance;
    this.page = page;
    page.setDefaultTimeout(UI_TIMEOUT_MS);
  }

  /** Starts the program; with an advisor given it waits until she is signed in. */
  static async start(options: ParlanceOptions): Promise<Workstation> {
    const parlance = await Parlance.launch(options);
    const desk = new Workstation(parlance, await parlance.window('app'));
    if (options.advisor !== undefined) await desk.page.getByRole('navigation').waitFor();
    return desk;
  }

  /** The bar above everything: call, wrap-up, or state and search. */
  get bar(): Locator {
    return this.page.locator('header').first();
  }

  get status(): Locator {
    return this.page.getByRole('contentinfo');
  }

  /** What is known of the person. */
  get person(): Locator {
    return this.page.getByLabel('Fiche du client').first();
  }

  get answerButton(): Locator {
    return this.bar.getByRole('button', { name: 'Décrocher' }).first();
  }

  get hangUpButton(): Locator {
    return this.bar.getByRole('button', { name: 'Raccrocher' });
  }

  get finishButton(): Locator {
    return this.bar.getByRole('button', { name: /^Terminer/ });
  }

  /** The qualification that she has chosen. */
  get settled(): Locator {
    return this.page.getByRole('button', { name: /changer$/ });
  }

  /** Lines under the bar: other calls and wrap-ups that wait. */
  line(name: string | RegExp): Locator {
    return this.bar.getByRole('region', { name });
  }

  /** Waits until the words stand somewhere on the screen (or in the part given). */
  async reads(words: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    try {
      await within.getByText(words).first().waitFor();
    } catch (error) {
      throw new Error(`not read: ${words} (see ${await this.picture()})`, { cause: error });
    }
  }

  /**
   * From now on nothing that stands in the bar is missed, however briefly: a call that takes itself up
   * rings for half a second.
   * @returns waits until words stand, or have stood, in it.
   */
  async followsBar(): Promise<(words: RegExp) => Promise<void>> {
    await this.page.evaluate(() => {
      const seen = new Set<string>();
      const look = () => seen.add(document.querySelector('header')?.textContent ?? '');
      new MutationObserver(look).observe(document.body, {
        childList: true,
        subtree: true,
        characterData: true,
      });
      Object.assign(window, { seenInBar: seen });
    });
    const all = (): Promise<string[]> =>
      this.page.evaluate(() => [...(window as unknown as { seenInBar: Set<string> }).seenInBar]);
    return async (words) => {
      await until(`${words} has stood in the bar`, async () =>
        (await all()).some((text) => words.test(text)),
      );
    };
  }

  /** Keeps a picture of what is shown, to be looked at after a failure; returns its file. */
  async picture(): Promise<string> {
    const file = path.join(this.parlance.profileFolder, `screen-${Date.now()}.png`);
    await this.page.screenshot({ path: file, timeout: 3_000 }).catch(() => undefined);
    return file;
  }

  async lineReady(): Promise<void> {
    await this.reads(/^Ligne (d’entraînement )?prête/, this.status);
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  async rings(): Promise<void> {
    await this.answerButton.waitFor();
  }

  /** Waits for the ring and takes the call. */
  async answer(): Promise<void> {
    await this.rings();
    await this.press('F2');
    await this.talks();
  }

  async talks(): Promise<void> {
    await this.reads('En ligne', this.bar);
    await this.hangUpButton.waitFor();
  }

  async hangUp(): Promise<void> {
    await this.press('F9');
    await this.finishButton.waitFor();
  }

  /** Calls a number as she types it: Ctrl+K, the number, Enter. */
  async dial(number: string): Promise<void> {
    await this.press('Control+K');
    await this.page.getByRole('combobox', { name: 'Chercher ou appeler' }).fill(number);
    await this.page.getByRole('option', { name: /Appeler le/ }).waitFor();
    await this.press('Enter');
    await this.saysItServes();
  }

  /** A call that the law would not allow to sell is asked about: it sells nothing. */
  async saysItServes(): Promise<void> {
    const serves = this.page.getByRole('button', { name: 'Appel de service' });
    const isAsked = (): Promise<boolean> => serves.isVisible();
    const isSettled = async (): Promise<boolean> =>
      (await this.hangUpButton.isVisible()) ||
      (await this.finishButton.isVisible()) ||
      (await this.page.getByRole('alert').filter({ hasNotText: 'La loi' }).first().isVisible());
    await until(
      'the call is asked about, made or refused',
      async () => (await isAsked()) || isSettled(),
    );
    if (await isAsked()) await serves.click();
  }

  /** Finds a person by name and opens her; asks again while the first load is still going on. */
  async open(name: string): Promise<void> {
    await this.press('Control+K');
    const search = this.page.getByRole('combobox', { name: 'Chercher ou appeler' });
    const found = this.page.getByRole('option', { name }).first();
    const ask = async (): Promise<boolean> => {
      await search.fill('');
      await search.fill(name);
      return found.waitFor({ timeout: 1_000 }).then(
        () => true,
        () => false,
      );
    };
    const opens = async (): Promise<boolean> => {
      if (!(await ask())) return false;
      await this.press('Enter');
      const shown = this.person.getByText(name).first();
      return shown.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    };
    await until(`${name} is found and opened`, opens, 45_000);
    await this.reads(name, this.person);
  }

  /** Writes a line into the notes of the call and waits until it is kept. */
  async note(text: string): Promise<void> {
    await this.press('Alt+n');
    await this.type(text);
    await this.page
      .getByText(/^(Enregistré|Gardé sur ce poste) /)
      .first()
      .waitFor();
  }

  /** Fills what the brand wants: the words that she types, or the first of the frequent ones. */
  async settle({ disposition, reason }: Settlement = {}): Promise<void> {
    const question = this.page.getByRole('combobox', { name: 'Comment s’est terminé l’appel ?' });
    const choose = this.page.getByRole('combobox', { name: /^Motif/ });
    await choose.waitFor();
    if (disposition !== undefined) {
      await question.fill(disposition);
      await this.page.getByRole('option', { name: disposition }).first().waitFor();
      await question.press('Enter');
    } else if (await question.isVisible()) await this.press('Alt+1');
    await this.settled.waitFor();
    if (reason !== undefined) await choose.selectOption({ label: reason });
    else if ((await choose.inputValue()) === '') await choose.selectOption({ index: 1 });
  }

  /** Ends the wrap-up that is shown, with Ctrl+Enter. */
  async finish(settlement: Settlement = {}): Promise<void> {
    await this.finishButton.waitFor();
    await this.settle(settlement);
    await this.press('Control+Enter');
    await this.settled.waitFor({ state: 'detached' });
  }

  /** Chooses a state from the menu of the bar. */
  async choose(state: string): Promise<void> {
    await this.bar.getByRole('button', { name: /mon état/i }).click();
    await this.page.getByRole('menuitem', { name: state, exact: true }).first().click();
  }

  async signIn(login: string, password: string): Promise<void> {
    const form = this.page.locator('form');
    await form.getByLabel('Identifiant').fill(login);
    await form.getByLabel('Mot de passe').fill(password);
    await this.press('Enter');
  }

  /** Ends every call and every wrap-up, so that the next test begins with an empty desk. */
  async clear(): Promise<void> {
    const empty = until(
      'the desk is empty',
      async () => {
        if (await this.hangUpButton.isVisible()) await this.press('F9');
        else if (await this.finishButton.isVisible()) await this.finish();
        else if (await this.answerButton.isVisible()) await this.press('Escape');
        return this.bar.getByRole('button', { name: /mon état/i }).isVisible();
      },
      20_000,
    );
    await empty.catch(async (error: unknown) => {
      throw new Error(`the desk is not empty (see ${await this.picture()})`, { cause: error });
    });
  }

  close(): Promise<void> {
    return this.parlance.close();
  }
}
