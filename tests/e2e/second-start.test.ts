import { programSwitches } from '@scripts/launch/program';
import { run } from '@scripts/processes/run';
import { projectRoot } from '@scripts/project-root';
import { demoAdvisors } from '@shared/domain/brand/demo-brands.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Workstation } from '../support/electron/workstation';
import { type HubProcess, startHub } from '../support/hub/hub-process';
import { until } from '../support/until';

const [camille] = demoAdvisors;
let hub: HubProcess;
let desk: Workstation | undefined;

beforeAll(async () => {
  hub = await startHub({ customers: 5 });
});
afterEach(() => desk?.close());
afterAll(() => hub?.stop());

it('[RUN-7] a second start of the program brings the first one’s window in front and ends', async () => {
  desk = await Workstation.start({ apiUrl: hub.apiUrl, advisor: camille });
  const { main, profileFolder } = desk.parlance;
  const windowIs = (): Promise<{ visible: boolean; focused: boolean }> =>
    main.evaluate(({ BrowserWindow }) => {
      const app = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().includes('/app/'),
      );
      return { visible: app?.isVisible() ?? false, focused: app?.isFocused() ?? false };
    });
  await main.evaluate(({ BrowserWindow }) => {
    for (const one of BrowserWindow.getAllWindows()) one.hide();
  });
  await until('the window is hidden', async () => !(await windowIs()).visible);
  const before = main.windows().length;

  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const executable = await main.evaluate(({ app }) => app.getPath('exe'));
  const { code } = await run(
    'timeout',
    ['15', executable, ...programSwitches({ virtual: true }), '.'],
    {
      cwd: projectRoot,
      env: { ...env, PARLANCE_API_URL: hub.apiUrl, PARLANCE_PROFILE_DIR: profileFolder },
    },
  );

  expect(code, 'the second start ends by itself').toBe(0);
  await until('the window is in front', async () => (await windowIs()).visible);
  expect(main.windows()).toHaveLength(before);
  await desk.lineReady();
});
