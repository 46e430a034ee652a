/** The global keys: armed only while they have something to do, under the keys that she chose. */
import type { Hotkey } from '@shared/contracts/ipc/bridge.ts';
import type { HotkeyMap } from '@shared/contracts/ipc/desktop.ts';

type Registry = {
  readonly register: (accelerator: string, act: () => void) => boolean;
  readonly unregister: (accelerator: string) => void;
};

export class Hotkeys {
  readonly #registry: Registry;
  readonly #press: (key: Hotkey) => void;
  #chosen: HotkeyMap;
  #wanted: ReadonlySet<Hotkey> = new Set();
  readonly #armed = new Map<Hotkey, string>();

  constructor(registry: Registry, chosen: HotkeyMap, press: (key: Hotkey) => void) {
    this.#registry = registry;
    this.#chosen = chosen;
    this.#press = press;
  }

  /** Arms exactly the wanted keys; answers with those that another program holds. */
  want(wanted: ReadonlySet<Hotkey>): Hotkey[] {
    this.#wanted = wanted;
    return this.#arm();
  }

  /** Other keys from now on, also in the middle of a call. */
  choose(chosen: HotkeyMap): void {
    this.#chosen = chosen;
    this.#arm();
  }

  /** Those that another program holds, tried one after the other without keeping them. */
  refused(): Hotkey[] {
    return (Object.entries(this.#chosen) as [Hotkey, string | null][])
      .filter(([key, accelerator]) => accelerator !== null && !this.#isFree(key, accelerator))
      .map(([key]) => key);
  }

  #isFree(key: Hotkey, accelerator: string): boolean {
    if (this.#armed.get(key) === accelerator) return true;
    if ([...this.#armed.values()].includes(accelerator)) return true;
    if (!this.#registry.register(accelerator, () => undefined)) return false;
    this.#registry.unregister(accelerator);
    return true;
  }

  #arm(): Hotkey[] {
    for (const [key, accelerator] of this.#armed) {
      if (this.#wanted.has(key) && this.#chosen[key] === accelerator) continue;
      this.#registry.unregister(accelerator);
      this.#armed.delete(key);
    }
    const refused: Hotkey[] = [];
    for (const key of this.#wanted) {
      const accelerator = this.#chosen[key];
      if (accelerator === null || this.#armed.has(key)) continue;
      if (this.#registry.register(accelerator, () => this.#press(key)))
        this.#armed.set(key, accelerator);
      else refused.push(key);
    }
    return refused;
  }
}

/** Two actions on one key: which, or null. */
export const sameKeyTwice = (keys: HotkeyMap): string | null => {
  const used = Object.values(keys).filter((key) => key !== null);
  return used.find((key, at) => used.indexOf(key) !== at) ?? null;
};
