/** What this desktop remembers: its settings and where the window stood. Nothing personal. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type DesktopSettings,
  desktopSettingsSchema,
  usualDesktopSettings,
} from '@shared/contracts/ipc/desktop.ts';
import { z } from 'zod';
import { writeFileDurably } from '../vault/vault-file.ts';

const whole = z.number().int();
const windowPlaceSchema = z.object({
  x: whole,
  y: whole,
  width: whole.positive(),
  height: whole.positive(),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof windowPlaceSchema>;

/** Each part stands alone: one that is damaged or of another version falls back by itself. */
const fileSchema = z.object({
  settings: desktopSettingsSchema.catch(usualDesktopSettings).default(usualDesktopSettings),
  window: windowPlaceSchema.nullable().catch(null).default(null),
});
type Content = z.infer<typeof fileSchema>;

export class DesktopFile {
  readonly #file: string;
  #content: Content;

  constructor(profileDir: string) {
    this.#file = path.join(profileDir, 'desktop.json');
    this.#content = this.#read();
  }

  get settings(): DesktopSettings {
    return this.#content.settings;
  }

  get window(): WindowPlace | null {
    return this.#content.window;
  }

  keep(change: Partial<Content>): void {
    this.#content = { ...this.#content, ...change };
    try {
      writeFileDurably(this.#file, JSON.stringify(this.#content, null, 2));
    } catch (error) {
      // A full disk costs where the window stood, not the call.
      console.error('desktop.json:', (error as NodeJS.ErrnoException).code);
    }
  }

  #read(): Content {
    try {
      return fileSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // The first start on this profile, or no file of ours.
      return fileSchema.parse({});
    }
  }
}
