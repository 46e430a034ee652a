/** For windows that have no desktop of their own: the incoming card. */
import { fail } from '@shared/kernel/result.ts';
import type { DesktopPort } from '../desktop-port.ts';

const nothing = () => undefined;

export const noDesktop: DesktopPort = {
  present: nothing,
  notify: nothing,
  settings: async () => fail('not-found'),
  change: async () => fail('not-found'),
  leave: nothing,
  openWall: nothing,
  listen: () => nothing,
};
