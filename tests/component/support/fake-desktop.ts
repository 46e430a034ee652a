/** A desktop in memory: records what the window shows on it, and tells it what it is told to. */
import type { DesktopPort } from '@renderer/platform/desktop-port.ts';
import {
  type DesktopChange,
  type DesktopEvent,
  type DesktopFace,
  type DesktopSettingsView,
  desktopChangeSchema,
  desktopFaceSchema,
  type SystemNotice,
  systemNoticeSchema,
  usualDesktopSettings,
} from '@shared/contracts/ipc/desktop.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';

export const usualDesktop: DesktopSettingsView = { settings: usualDesktopSettings, refused: [] };

export class FakeDesktop implements DesktopPort {
  readonly faces: DesktopFace[] = [];
  readonly notices: SystemNotice[] = [];
  readonly changes: DesktopChange[] = [];
  left = 0;
  walls = 0;
  refuse: Parameters<typeof fail>[0] | null = null;
  #view: DesktopSettingsView;
  readonly #listeners = new Set<(event: DesktopEvent) => void>();

  constructor(view: DesktopSettingsView = usualDesktop) {
    this.#view = view;
  }

  openWall = (): void => {
    this.walls += 1;
  };

  // What main would refuse is a mistake of the window.
  present = (face: DesktopFace): void => void this.faces.push(desktopFaceSchema.parse(face));

  notify = (notice: SystemNotice): void => void this.notices.push(systemNoticeSchema.parse(notice));

  settings = async (): Promise<Result<DesktopSettingsView>> => succeed(this.#view);

  change = async (change: DesktopChange): Promise<Result<DesktopSettingsView>> => {
    this.changes.push(desktopChangeSchema.parse(change));
    if (this.refuse !== null) return fail(this.refuse);
    const settings = { ...this.#view.settings, ...change } as DesktopSettingsView['settings'];
    this.#view = { ...this.#view, settings };
    return succeed(this.#view);
  };

  leave = (): void => {
    this.left += 1;
  };

  listen = (listener: (event: DesktopEvent) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell(event: DesktopEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
