import { ensureElectronRuntime } from '../electron/runtime';
import { ensureScreen } from '../launch/display';
import type { Lifetime } from '../processes/lifetime';
import type { Report } from '../progress/report';
import {
  BROWSER,
  DISPLAY,
  ELECTRON_LIBRARIES,
  KEY_STORE,
  PBX,
  PHONES,
} from '../system/package-groups';
import { ensureSystemPackages } from '../system/system-packages';

/** What the staged tests get to know: the Electron to start, and the screen to start it on. */
export async function setStage(lifetime: Lifetime, report: Report): Promise<NodeJS.ProcessEnv> {
  await ensureSystemPackages(
    [DISPLAY, ELECTRON_LIBRARIES, PHONES, PBX, KEY_STORE, BROWSER],
    report,
  );
  const runtime = await ensureElectronRuntime(report);
  report(`Electron ${runtime.version} (${runtime.origin})`);
  const { env } = await ensureScreen(lifetime, report);
  return {
    ...env,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    PARLANCE_ELECTRON: runtime.executable,
  };
}
