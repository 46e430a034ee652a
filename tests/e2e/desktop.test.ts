import { programSwitches } from '@scripts/launch/program';
import { run } from '@scripts/processes/run';
import { projectRoot } from '@scripts/project-root';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { pressGlobalKey } from '../support/electron/global-keys';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { runFolder } from '../support/run-folder';
import { until } from '../support/until';

const [camille] = demoAdvisors;
let hub: HubProcess;
let desk: Workstation;

beforeAll(async () => {
  hub = await startHub({ customers: 50 });
});
afterEach(() => desk?.close());
afterAll(() => hub?.stop());

const start = async (more: Partial<Parameters<typeof Workstation.start>[0]> = {}) => {
  desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: camille, ...more });
  await desk.lineReady();
  return desk.parlance;
};

const practiceRings = async (): Promise<void> => {
  await desk.page.getByRole('button', { name: 'Appel d’entraînement' }).first().click();
  await desk.rings();
};

/** What the system's own window does, asked for by a function of Electron's. */
const appWindowIs = () =>
  desk.parlance.main.evaluate(({ BrowserWindow }) => {
    const app = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().includes('/app/'),
    );
    return { visible: app?.isVisible() ?? false, bounds: app?.getBounds() };
  });

const closeWindow = () => desk.page.getByRole('button', { name: 'Fermer' }).last().click();

const startAgain = async (...given: string[]): Promise<void> => {
  const { main, profileFolder } = desk.parlance;
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const executable = await main.evaluate(({ app }) => app.getPath('exe'));
  const args = ['15', executable, ...programSwitches({ virtual: true }), '.', '--', ...given];
  const { code } = await run('timeout', args, {
    cwd: projectRoot,
    env: { ...env, PARLANCE_API_URL: hub.apiUrl, PARLANCE_PROFILE_DIR: profileFolder },
  });
  expect(code).toBe(0);
};

it('[DESK-4] a tel: link of a second start is asked about in the first, and called by Enter only', async () => {
  await start();
  await startAgain('tel:+33-6-39-98-41-17;ext=3');
  const question = desk.page.getByRole('dialog', { name: /Appeler ce numéro/ });
  await question.getByText('06 39 98 41 17').waitFor();
  await question.getByText(/Hélène Vasseur/).waitFor();
  await desk.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await desk.hangUpButton.isVisible()).toBe(false);
  // What is no number only brings the window in front.
  await startAgain('tel:*21*0639984117%23');
  expect(await question.isVisible()).toBe(false);
});

it('[DESK-15] [DESK-17] in a call the screen stays awake, and closing asks; leaving ends the call', async () => {
  const { main } = await start();
  const isAwake = () =>
    main.evaluate(({ powerSaveBlocker }) =>
      [0, 1, 2, 3].some((id) => powerSaveBlocker.isStarted(id)),
    );
  expect(await isAwake()).toBe(false);
  await practiceRings();
  await desk.press('F2');
  await desk.reads('Appel simulé', desk.bar);
  await until('the screen stays awake', isAwake);
  await closeWindow();
  const question = desk.page.getByRole('dialog', { name: /Fermer raccrocherait/ });
  await question.waitFor();
  await desk.press('Escape');
  await question.waitFor({ state: 'detached' });
  await desk.reads('Appel simulé', desk.bar);
  expect((await appWindowIs()).visible).toBe(true);
  await desk.press('F9');
  await desk.finishButton.waitFor();
  await until('it may sleep again', async () => !(await isAwake()));
  await desk.finish();
  await practiceRings();
  await desk.press('F2');
  await desk.reads('Appel simulé', desk.bar);
  await closeWindow();
  await desk.page.getByRole('button', { name: 'Raccrocher et quitter' }).click();
  await until('the program has ended', () => !desk.parlance.isRunning);
});

it('[DESK-16] [DESK-20] the window comes back where it stood, and from a display that is gone', async () => {
  const { main, profileFolder } = await start();
  const stood = { x: 240, y: 130, width: 1180, height: 720 };
  const place = (bounds: typeof stood) =>
    main.evaluate(({ BrowserWindow }, wanted) => {
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().includes('/app/'))
        ?.setBounds(wanted);
    }, bounds);
  await place(stood);
  await until('it stands there', async () => (await appWindowIs()).bounds?.x === stood.x);
  await desk.close();
  await start({ profileFolder });
  expect((await appWindowIs()).bounds).toEqual(stood);
  await desk.parlance.main.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().includes('/app/'))
      ?.setBounds({ x: 5000, y: 4000, width: 1180, height: 720 });
  });
  await until('it is away', async () => ((await appWindowIs()).bounds?.x ?? 0) > 1900);
  await desk.close();
  await start({ profileFolder });
  expect((await appWindowIs()).bounds).toEqual({ x: 740, y: 360, width: 1180, height: 720 });
});

it('[DESK-9] [DESK-11] keys are changed in the settings and act at once; the selected number is asked about', async () => {
  const { main } = await start();
  const armed = (key: string) =>
    main.evaluate(({ globalShortcut }, one) => globalShortcut.isRegistered(one), key);
  await until('the key is armed', () => armed('Ctrl+Shift+F2'));
  await desk.page.getByRole('button', { name: 'Réglages' }).first().click();
  await desk.page.getByRole('button', { name: /Appeler le numéro sélectionné/ }).click();
  await desk.press('Control+F8');
  await until('the new key is armed', () => armed('Ctrl+F8'));
  expect(await armed('Ctrl+Shift+F2')).toBe(false);
  await main.evaluate(({ clipboard }) => clipboard.writeText('06 39 98 41 17'));
  await pressGlobalKey('ctrl+F8');
  const question = desk.page.getByRole('dialog', { name: /Appeler ce numéro/ });
  await question.getByText('Vous l’avez sélectionné.').waitFor();
  await question.getByText('06 39 98 41 17').waitFor();
  await desk.press('Escape');
  await main.evaluate(({ clipboard }) => clipboard.writeText('pas un numéro'));
  await pressGlobalKey('ctrl+F8');
  await desk.reads(/n’est un numéro/);
  // Another program takes a key away.
  await desk.page.getByRole('button', { name: /^Muet/ }).click();
  await desk.press('F2');
  await desk.reads('Cette touche sert déjà à une autre action.');
});

it('[DESK-12] over a full-screen window, on the display where she looks, without the focus', async () => {
  const { main } = await start();
  await main.evaluate(async ({ BrowserWindow, screen }) => {
    const over = new BrowserWindow({ ...screen.getPrimaryDisplay().bounds, frame: false });
    await over.loadURL('data:text/html,<body style="background:%23ffff00">');
    over.setFullScreen(true);
    over.focus();
  });
  await practiceRings();
  await (await desk.parlance.window('card')).getByRole('button', { name: /Décrocher/ }).waitFor();
  const look = () =>
    main.evaluate(async ({ BrowserWindow, desktopCapturer, screen }) => {
      const all = BrowserWindow.getAllWindows();
      const card = all.find((one) => one.webContents.getURL().includes('/card/'));
      if (card === undefined || !card.isVisible()) return null;
      const { size } = screen.getPrimaryDisplay();
      const asked = { types: ['screen' as const], thumbnailSize: size };
      const [picture] = await desktopCapturer.getSources(asked);
      const { x, y, width, height } = card.getBounds();
      const spot = { x: x + 200, y: y + 20, width: 1, height: 1 };
      return {
        pixel: [...(picture?.thumbnail.crop(spot).toBitmap().subarray(0, 3) ?? [])],
        inside: x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height,
        onTop: card.isAlwaysOnTop(),
        focused: BrowserWindow.getFocusedWindow()?.webContents.getURL().includes('/card/') ?? false,
      };
    });
  const seen = await until('the card is there', look);
  expect(seen).toMatchObject({ inside: true, focused: false });
  // What stands above what is the window manager's to say; a bare X server has none.
  if (process.env['PARLANCE_TEST_WINDOW_MANAGER'] !== '1') expect(seen.onTop).toBe(true);
  else
    await until('it is not the yellow beneath that is seen', async () => {
      const [blue = 0, green = 0, red = 0] = (await look())?.pixel ?? [];
      return red > 100 && green < 120 && blue > 60;
    });
});

it('[DESK-12] of two displays the card comes on that of our window while she works in it, else on that of the pointer', async () => {
  const { main } = await start();
  // The one screen of the test machine, told to the program as two beside one another.
  const looksAt = (where: { readonly focused: boolean; readonly pointer: 'left' | 'right' }) =>
    main.evaluate(({ BrowserWindow, screen }, { focused, pointer }) => {
      const whole = screen.getPrimaryDisplay();
      const width = Math.floor(whole.bounds.width / 2);
      const half = (x: number) => {
        const area = { ...whole.bounds, x, width };
        return { ...whole, id: x, bounds: area, workArea: area };
      };
      const at = (x: number) => half(x < width ? 0 : width);
      const app = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().includes('/app/'),
      );
      app?.setBounds({ x: 0, y: 0, width: 900, height: 700 });
      Object.assign(app ?? {}, { isFocused: () => focused });
      Object.assign(screen, {
        getCursorScreenPoint: () => ({ x: pointer === 'left' ? 10 : width + 10, y: 10 }),
        getDisplayNearestPoint: ({ x }: { x: number }) => at(x),
        getDisplayMatching: (area: { x: number; width: number }) => at(area.x + area.width / 2),
      });
      return width;
    }, where);
  const cardIsOn = async (side: 'left' | 'right', width: number): Promise<void> => {
    await practiceRings();
    await until(`the card is on the ${side} display`, () =>
      main.evaluate(
        ({ BrowserWindow }, wanted) => {
          const card = BrowserWindow.getAllWindows().find((one) =>
            one.webContents.getURL().includes('/card/'),
          );
          if (card === undefined || !card.isVisible()) return false;
          const { x, width: its } = card.getBounds();
          return wanted.side === 'left' ? x + its <= wanted.width : x >= wanted.width;
        },
        { side, width },
      ),
    );
    await desk.press('Escape');
    await desk.answerButton.waitFor({ state: 'detached' });
  };
  await cardIsOn('left', await looksAt({ focused: true, pointer: 'right' }));
  await cardIsOn('right', await looksAt({ focused: false, pointer: 'right' }));
});

it('[DESK-2] [DESK-18] the tray menu takes a pause, closing hides the window there, and it opens again', async () => {
  const { main } = await start();
  await main.evaluate(({ Tray }) => {
    const kept = globalThis as unknown as { menu?: Electron.Menu; tooltip?: string };
    const { setContextMenu, setToolTip } = Tray.prototype;
    Tray.prototype.setContextMenu = function keep(menu) {
      if (menu !== null) kept.menu = menu;
      setContextMenu.call(this, menu);
    };
    Tray.prototype.setToolTip = function keep(text) {
      kept.tooltip = text;
      setToolTip.call(this, text);
    };
  });
  await desk.choose('Hors ligne');
  const choose = (label: string) =>
    main.evaluate((_, wanted) => {
      const { menu } = globalThis as unknown as { menu?: Electron.Menu };
      const item = menu?.items.find((one) => one.label === wanted);
      item?.click();
      return item !== undefined;
    }, label);
  await until('the menu has come', () => choose('Disponible'));
  await desk.reads('Disponible', desk.bar);
  const tooltip = () =>
    main.evaluate(() => (globalThis as unknown as { tooltip?: string }).tooltip ?? '');
  await until('the tray says it', async () => (await tooltip()).includes('Disponible depuis'));
  await desk.page.getByRole('button', { name: 'Réglages' }).first().click();
  await desk.page.getByRole('checkbox', { name: /près de l’horloge/ }).check();
  await closeWindow();
  await until('the window is hidden', async () => !(await appWindowIs()).visible);
  expect(await choose('Ouvrir Parlance')).toBe(true);
  await until('the window is back', async () => (await appWindowIs()).visible);
  await desk.lineReady();
});

it('[DESK-3] starting with the session is an entry of the desktop', async () => {
  const configHome = runFolder('config');
  const { main } = await start({ env: { XDG_CONFIG_HOME: configHome } });
  await desk.page.getByRole('button', { name: 'Réglages' }).first().click();
  await desk.page.getByRole('checkbox', { name: /Démarrer avec la session/ }).check();
  const executable = await main.evaluate(({ app }) => app.getPath('exe'));
  const { stdout } = await until('the entry is there', async () => {
    const read = await run('cat', [`${configHome}/autostart/parlance.desktop`]);
    return read.code === 0 ? read : undefined;
  });
  expect(stdout).toContain(`Exec="${executable}"`);
});
