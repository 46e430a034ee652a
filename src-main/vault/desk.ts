/** The one vault that is open on this desktop, with its journal. */
import { Journal } from '../journal/journal.ts';
import { bringBack } from './set-aside.ts';
import type { OpenVault, Vaults } from './vaults.ts';

export class Desk {
  readonly #vaults: Vaults;
  #open: { readonly vault: OpenVault; readonly journal: Journal; waiting: number } | null = null;

  constructor(vaults: Vaults) {
    this.#vaults = vaults;
  }

  get vault(): OpenVault | null {
    return this.#open?.vault ?? null;
  }

  get journal(): Journal | null {
    return this.#open?.journal ?? null;
  }

  /** The same advisor again keeps her journal open: appends under way are not cut. */
  async enter(vault: OpenVault): Promise<void> {
    if (this.#open?.vault.userId === vault.userId) return;
    await this.leave();
    this.#open = { vault, journal: new Journal(vault.dir, vault.key), waiting: -1 };
  }

  /** What once lay aside and can be read again becomes part of the open journal. */
  async bringBack(folders: readonly { dir: string; key: Uint8Array }[]): Promise<void> {
    for (const { dir, key } of folders)
      if (this.#open !== null) await bringBack(dir, key, this.#open.journal);
  }

  async leave(): Promise<void> {
    await this.#open?.journal.close();
    this.#open = null;
  }

  /** How many items wait, in clear, so that the sign-in screen can say it. */
  noteWaiting(waiting: number): void {
    if (this.#open === null || this.#open.waiting === waiting) return;
    this.#open.waiting = waiting;
    try {
      this.#vaults.keepWaiting(this.#open.vault, waiting);
    } catch {
      // A full disk: the records themselves are written, which is what was asked.
    }
  }
}
