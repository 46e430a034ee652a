/** Global keys: F2 answers, F3 mutes, F9 hangs up; armed only while there is something to do. */

import type { Hotkey } from '@shared/contracts/ipc/bridge.ts';
import { globalShortcut } from 'electron';

const accelerators: Readonly<Record<Hotkey, string>> = {
  answer: 'F2',
  mute: 'F3',
  'hang-up': 'F9',
};

/** Arms exactly the wanted keys; answers with those that another program holds. */
export const armHotkeys = (wanted: ReadonlySet<Hotkey>, press: (key: Hotkey) => void): string[] => {
  const refused: string[] = [];
  for (const [key, accelerator] of Object.entries(accelerators) as [Hotkey, string][]) {
    const armed = globalShortcut.isRegistered(accelerator);
    if (wanted.has(key) && !armed) {
      if (!globalShortcut.register(accelerator, () => press(key))) refused.push(accelerator);
    } else if (!wanted.has(key) && armed) {
      globalShortcut.unregister(accelerator);
    }
  }
  return refused;
};
