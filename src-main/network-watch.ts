/**
 * Notices that this machine is on another network: Chromium tells its pages only when it comes from
 * none to some. Asked of the system twice a second, which costs some tens of microseconds.
 */
import os from 'node:os';

const lookEveryMs = 500;

const addresses = (): string =>
  Object.entries(os.networkInterfaces())
    .flatMap(([name, list]) => (list ?? []).map(({ address }) => `${name} ${address}`))
    .sort()
    .join('\n');

/** @returns the way to stop */
export const watchNetwork = (changed: () => void, look: () => string = addresses): (() => void) => {
  let before = look();
  const timer = setInterval(() => {
    const now = look();
    if (now === before) return;
    before = now;
    changed();
  }, lookEveryMs);
  return () => clearInterval(timer);
};
