/** The desktop around the window, as main serves it: tray, notices, links, settings. */
import {
  type DesktopChange,
  type DesktopEvent,
  type DesktopFace,
  type DesktopSettingsView,
  desktopEventSchema,
  type SystemNotice,
} from '@shared/contracts/ipc/desktop.ts';
import type { Result } from '@shared/kernel/result.ts';
import { invoke, onMainEvent } from './bridge.ts';

export type DesktopPort = {
  readonly present: (face: DesktopFace) => void;
  readonly notify: (notice: SystemNotice) => void;
  readonly settings: () => Promise<Result<DesktopSettingsView>>;
  readonly change: (change: DesktopChange) => Promise<Result<DesktopSettingsView>>;
  /** She has been asked: the program ends. */
  readonly leave: () => void;
  /** The wallboard, on another display where there is one. */
  readonly openWall: () => void;
  /** Returns the way to stop. */
  readonly listen: (listener: (event: DesktopEvent) => void) => () => void;
};

export const connectDesktop = (): DesktopPort => {
  const listeners = new Set<(event: DesktopEvent) => void>();
  onMainEvent('desktop', (value) => {
    const event = desktopEventSchema.safeParse(value);
    if (event.success) for (const listener of listeners) listener(event.data);
  });
  return {
    present: (face) => void invoke('desktop.present', face),
    notify: (notice) => void invoke('desktop.notify', notice),
    settings: () => invoke('desktop.settings', null),
    change: (change) => invoke('desktop.change', change),
    leave: () => void invoke('desktop.leave', null),
    openWall: () => void invoke('wall.open', null),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
