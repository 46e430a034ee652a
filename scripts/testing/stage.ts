import { ensureElectronRuntime } from '../electron/runtime';
import { ensureScreen } from '../launch/display';
import type { Lifetime } from '../processes/lifetime';
import type { Report } from '../progress/report';
import {
  BROWSER,
  CALENDARS,
  DISPLAY,
  ELECTRON_LIBRARIES,
  KEY_STORE,
  PBX,
  PHONES,
} from '../system/package-groups';
import { ensureSystemPackages } from '../system/system-packages';

/** What staged tests get to know: the Electron to start, and the screen to start it on. */
export type Stage = { readonly env: NodeJS.ProcessEnv; readonly isVirtual: boolean };

/** Sets a stage; where the screen is a virtual one, each stage has its own. */
export async function setStage(lifetime: Lifetime, report: Report): Promise<Stage> {
  await ensureSystemPackages(
    [DISPLAY, ELECTRON_LIBRARIES, PHONES, PBX, CALENDARS, KEY_STORE, BROWSER],
    report,
  );
  const runtime = await ensureElectronRuntime(report);
  report(`Electron ${runtime.version} (${runtime.origin})`);
  const { env, virtual } = await ensureScreen(lifetime, report);
  const electron = {
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    PARLANCE_ELECTRON: runtime.executable,
  };
  return { env: { ...env, ...electron }, isVirtual: virtual };
}
