/** Whether anybody is waiting for the hub just now: work that can wait rests while somebody does. */
import type { HubApp } from '@api/hub-app.ts';
import { routes } from '@shared/contracts/routes.ts';

/** So long after a request somebody is taken to be still at it. */
const QUIET_AFTER_MS = 2_000;

export type Activity = { readonly isQuiet: () => boolean };

/** Watching how an import goes on keeps nobody from working. */
const counts = (url: string): boolean =>
  !url.startsWith(routes.imports) && !url.startsWith('/health');

/** @param nowMs a clock that only goes forward */
export const watchActivity = (app: HubApp, nowMs: () => number): Activity => {
  let lastMs = Number.NEGATIVE_INFINITY;
  app.addHook('onRequest', async ({ url }) => {
    if (counts(url)) lastMs = nowMs();
  });
  return { isQuiet: () => nowMs() - lastMs >= QUIET_AFTER_MS };
};
