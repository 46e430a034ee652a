import en from '@renderer/app/i18n/en.json';
import fr from '@renderer/app/i18n/fr.json';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ScreenAudit } from '../support/electron/screen-audit';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { callRows } from '../support/hub/hub-rows';
import { Stage } from '../support/stage';
import { until } from '../support/until';

const [camille] = demoAdvisors;
const KERDOUAL = '+33199004110';
const since = new Date().toISOString();
let stage: Stage;
let hub: HubProcess;
let desk: Workstation;

beforeAll(async () => {
  stage = await Stage.set({ hub: { customers: 300 } });
  hub = stage.hub;
});
afterEach(async () => {
  await desk?.close();
  await stage.clear();
});
const languages = [
  { language: 'fr', words: fr },
  { language: 'en', words: en },
] as const;
afterAll(async () => {
  await hub?.stop();
  await stage?.strike();
});

const speak = async (language: string): Promise<void> => {
  await desk.page.evaluate((chosen) => localStorage.setItem('parlance.language', chosen), language);
  await desk.page.reload();
  await desk.page.locator(`html[lang=${language}]`).waitFor();
};

/** Her hands stay on the keys: any click in the window fails the test. */
const forbidPointer = (): Promise<void> =>
  desk.page.evaluate(() => {
    addEventListener('pointerdown', () => document.body.setAttribute('data-clicked', ''), true);
  });

const tabTo = async (wanted: Locator): Promise<void> => {
  const isThere = () => wanted.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < 80; stops += 1) {
    if (await isThere()) return;
    await desk.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${wanted} (see ${await desk.picture()})`);
};

const lookAtCard = async (audit: ScreenAudit, name: string): Promise<void> => {
  const card = await desk.parlance.window('card');
  await card.locator('main h1').waitFor();
  await audit.look(name, card);
};

it.each(languages)(
  '[UI-35] from sign-in to the saved wrap-up without a mouse, each screen accessible ($language)',
  async ({ language, words }) => {
    const line = { url: stage.pbx.wsUrl, user: camille.extension, password: camille.linePassword };
    desk = await Workstation.start({ apiUrl: stage.hub.apiUrl, line });
    await speak(language);
    await forbidPointer();
    const audit = new ScreenAudit(desk, language);
    const button = (name: string) =>
      desk.page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
    const rings = () => desk.bar.getByRole('button', { name: words.call.answer }).first().waitFor();

    await desk.page.locator('form input').first().waitFor();
    await audit.look('01-sign-in');
    await tabTo(desk.page.locator('input[autocomplete=username]'));
    await desk.type(camille.login);
    await desk.press('Tab');
    await desk.type('wrong');
    await desk.press('Enter');
    await desk.page.locator('form [role=alert]').waitFor();
    await audit.look('02-sign-in-refused');
    await tabTo(desk.page.locator('input[autocomplete=current-password]'));
    await desk.press('Control+a');
    await desk.type(camille.password);
    await desk.press('Enter');
    await button(words.check.start).waitFor();
    await desk.page.getByText(words.status.line.registered).first().waitFor();
    await audit.look('03-check');
    await tabTo(button(words.check.start));
    await desk.press('Enter');
    await desk.page.locator('main h1, main h2').first().waitFor();
    await audit.look('04-day');

    const caller = await stage.call(KERDOUAL, { number: '0639984117' });
    await rings();
    await desk.page.locator('main').getByText('Hélène Vasseur').first().waitFor();
    await audit.look('05-ringing');
    await lookAtCard(audit, '06-card');
    await desk.press('F2');
    await desk.bar.getByText(words.call.phase.talking).first().waitFor();
    await audit.look('07-in-call');
    await desk.press('1');
    await audit.look('08-speech');
    await desk.press('Alt+a');
    await audit.look('09-objection');
    await desk.press('Escape');
    await desk.press('Alt+n');
    await desk.type('Le pied arrière gauche du canapé est fendu depuis la livraison de mardi');
    await desk.press('Enter');
    await desk.type('Photos envoyées par e-mail, elle préfère un échange');
    await audit.look('10-notes');
    await desk.press('F1');
    await desk.page.getByRole('dialog').waitFor();
    await audit.look('11-keys');
    await desk.press('Escape');
    await desk.press('Control+k');
    await desk.type('mar');
    await desk.page.locator('[role=option]').first().waitFor();
    await audit.look('12-finder');
    await desk.press('Escape');
    await desk.press('F8');
    await audit.look('13-keypad');
    await desk.press('Escape');
    await desk.press('F4');
    await desk.bar.getByText(words.call.state.held).first().waitFor();
    await audit.look('14-held');
    await desk.press('F4');
    caller.hangup();
    const finish = desk.bar.getByRole('button', { name: new RegExp(`^${words.wrapUp.finish}`) });
    await finish.waitFor();
    await audit.look('15-wrap-up');
    await desk.press('Control+Enter');
    await desk.page.getByRole('alert').first().waitFor();
    await audit.look('16-wrap-up-missing');
    await desk.press('Alt+1');
    const reason = desk.page.locator('select').first();
    await tabTo(reason);
    await desk.press('ArrowDown');
    await desk.press('Alt+c');
    await audit.look('17-callback-form');
    await desk.press('Escape');
    await desk.press('Control+Enter');
    await finish.waitFor({ state: 'detached' });
    const row = await until('the row is in the hub', async () =>
      (await callRows(stage.hub.databaseUrl, since)).find(
        (one) => one.call.customerNumber === '+33639984117' && one.wrap_up_ended_at !== null,
      ),
    );
    expect(row.notes.length).toBeGreaterThan(0);
    expect(await desk.page.locator('body').getAttribute('data-clicked')).toBeNull();
    expect(audit.violations).toEqual([]);
  },
  400_000,
);

it.each(languages)(
  '[UI-35] callers who are nobody’s, the other screens, and the hub away are accessible as well ($language)',
  async ({ language, words }) => {
    desk = await stage.workstation();
    await speak(language);
    await desk.page.getByText(words.status.line.registered).first().waitFor();
    const audit = new ScreenAudit(desk, language);
    const heading = (name: string) => desk.page.getByRole('heading', { name }).first();
    const several = words.caller.title.several.replace('{{count}}', '3');
    const strangers = [
      ['20-chooser', '+33199007315', several],
      ['21-hidden', 'anonymous', words.caller.title.hidden],
      ['22-unknown', '+33639980177', words.caller.title.none],
    ] as const;
    // The household has come with the first load: what is searched is searched again meanwhile.
    await desk.press('Control+k');
    await desk.type('gueguen');
    await desk.page.locator('[role=option]').nth(2).waitFor({ timeout: 30_000 });
    await desk.press('Escape');
    for (const [name, number, title] of strangers) {
      await stage.call(KERDOUAL, { number });
      // The PBX's queue may try a telephone that has just registered only after its pause.
      await desk.page.getByText(title).first().waitFor({ timeout: 30_000 });
      await desk.page.getByText(words.ringing.firstWordsNoName).first().waitFor();
      await audit.look(name);
      await lookAtCard(audit, `${name}-card`);
      await desk.press('F2');
      await desk.bar.getByText(words.call.phase.talking).first().waitFor();
      await audit.look(`${name}-talking`);
      await desk.press('F9');
      await desk.bar.getByRole('button', { name: new RegExp(`^${words.wrapUp.finish}`) }).waitFor();
      await desk.press('Alt+1');
      await tabTo(desk.page.locator('select').first());
      await desk.press('ArrowDown');
      await desk.press('Control+Enter');
      await desk.bar.getByRole('combobox', { name: words.finder.label }).waitFor();
    }
    const go = async (screen: 'customers' | 'outbox' | 'settings' | 'check' | 'day') => {
      const link = desk.page
        .getByRole('navigation')
        .getByRole('button', { name: words.rail[screen] });
      await tabTo(link.first());
      await desk.press('Enter');
      await link.and(desk.page.locator('[aria-current=page]')).waitFor();
      await desk.page.locator('main').first().waitFor();
    };
    await go('customers');
    await audit.look('30-customers-empty');
    await desk.press('Control+k');
    await desk.type('vasseur');
    await desk.page.locator('[role=option]').first().waitFor();
    await desk.press('Enter');
    await heading('Hélène Vasseur').waitFor();
    await audit.look('31-customer');
    await go('settings');
    await audit.look('32-settings');
    await go('outbox');
    await audit.look('33-outbox');
    await hub.stop();
    const away = words.status.offlineSince.replace('{{time}}', '').trim();
    await desk.status.getByText(new RegExp(`^${away}`)).waitFor({ timeout: 60_000 });
    await go('check');
    await heading(words.check.title.hub).waitFor();
    await audit.look('34-check-failed');
    await go('day');
    await audit.look('35-day-offline');
    await go('outbox');
    await audit.look('36-outbox-offline');
    const { dataFolder, port } = stage.hub;
    hub = await startHub({ dataFolder, port });
    expect(audit.violations).toEqual([]);
  },
  400_000,
);
