import { Hotkeys, sameKeyTwice } from '@main/desktop/hotkeys.ts';
import { selectedTexts } from '@main/desktop/selected-text.ts';
import type { Hotkey } from '@shared/contracts/ipc/bridge.ts';
import type { HotkeyMap } from '@shared/contracts/ipc/desktop.ts';
import { acceleratorOf, parseAccelerator } from '@shared/domain/desktop/accelerator.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const usual: HotkeyMap = {
  answer: 'F2',
  'hang-up': 'F9',
  mute: 'F3',
  hold: 'F4',
  'call-selected': 'Ctrl+Shift+F2',
};

/** The system's register, on which other programs hold keys too. */
const system = (heldByOthers: readonly string[] = []) => {
  const held = new Map<string, () => void>();
  const pressed: Hotkey[] = [];
  const registry = {
    register: (key: string, act: () => void) => {
      if (held.has(key) || heldByOthers.includes(key)) return false;
      held.set(key, act);
      return true;
    },
    unregister: (key: string) => void held.delete(key),
  };
  return {
    held: () => [...held.keys()].sort(),
    press: (key: string) => held.get(key)?.(),
    pressed,
    keys: new Hotkeys(registry, usual, (key) => pressed.push(key)),
  };
};

it('[DESK-8] exactly the wanted keys are armed, and each does its own', () => {
  const { keys, held, press, pressed } = system();
  expect(keys.want(new Set(['answer']))).toEqual([]);
  expect(held()).toEqual(['F2']);
  keys.want(new Set(['hang-up', 'mute', 'hold']));
  expect(held()).toEqual(['F3', 'F4', 'F9']);
  for (const key of held()) press(key);
  expect(pressed).toEqual(['mute', 'hold', 'hang-up']);
  keys.want(new Set());
  expect(held()).toEqual([]);
});

it('[DESK-9] another key acts at once, in a call too; none frees it', () => {
  const { keys, held, press, pressed } = system();
  keys.want(new Set(['mute', 'hang-up']));
  keys.choose({ ...usual, mute: 'Ctrl+M', 'hang-up': null });
  expect(held()).toEqual(['Ctrl+M']);
  press('Ctrl+M');
  expect(pressed).toEqual(['mute']);
  // Two that change places.
  keys.choose({ ...usual, mute: 'F9', 'hang-up': 'F3' });
  press('F9');
  press('F3');
  expect(pressed).toEqual(['mute', 'mute', 'hang-up']);
});

it('[DESK-10] a key that another program holds is named, and tried without being kept', () => {
  const { keys, held } = system(['F3', 'F9']);
  expect(keys.refused()).toEqual(['hang-up', 'mute']);
  expect(held()).toEqual([]);
  expect(keys.want(new Set(['mute', 'hold']))).toEqual(['mute']);
  expect(keys.refused()).toEqual(['hang-up', 'mute']);
  expect(held()).toEqual(['F4']);
});

it('[DESK-9] two actions on one key are found', () => {
  expect(sameKeyTwice(usual)).toBeNull();
  expect(sameKeyTwice({ ...usual, mute: 'F2' })).toBe('F2');
  expect(sameKeyTwice({ ...usual, mute: null, hold: null })).toBeNull();
});

it.each([
  [{ code: 'F7', ctrlKey: false, altKey: false, shiftKey: false }, 'F7'],
  [{ code: 'KeyM', ctrlKey: true, altKey: false, shiftKey: true }, 'Ctrl+Shift+M'],
  [{ code: 'Digit4', ctrlKey: false, altKey: true, shiftKey: false }, 'Alt+4'],
  [{ code: 'KeyM', ctrlKey: false, altKey: false, shiftKey: false }, null],
  [{ code: 'KeyM', ctrlKey: false, altKey: false, shiftKey: true }, null],
  [{ code: 'KeyE', ctrlKey: true, altKey: true, shiftKey: false }, null],
  [{ code: 'F4', ctrlKey: false, altKey: true, shiftKey: false }, null],
  [{ code: 'KeyC', ctrlKey: true, altKey: false, shiftKey: false }, null],
  [{ code: 'Escape', ctrlKey: false, altKey: false, shiftKey: false }, null],
  [{ code: 'F1', ctrlKey: false, altKey: false, shiftKey: false }, null],
])('[DESK-9] pressed %j is %s', (pressed, accelerator) => {
  expect(acceleratorOf(pressed)).toBe(accelerator);
});

it('[DESK-9] what is read as a key is read so again, whatever is given', () => {
  const part = fc.constantFrom('Ctrl', 'Alt', 'Shift', 'F2', 'F24', 'A', '7', 'Super', '', 'f2');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part, { maxLength: 5 }).map((all) => all.join('+')),
      ),
      (text) => {
        const accelerator = parseAccelerator(text);
        if (accelerator !== null) expect(parseAccelerator(accelerator)).toBe(accelerator);
      },
    ),
  );
});

it('[DESK-11] the selection comes before the clipboard, with either form of clipboard', async () => {
  const old = { readText: (type?: string) => (type === 'selection' ? 'selected' : 'copied') };
  const current = {
    readText: async () => 'copied',
    selection: { readText: async () => 'selected' },
  };
  for (const clipboard of [old, current]) {
    expect(await selectedTexts(clipboard, 'linux')).toEqual(['selected', 'copied']);
    expect(await selectedTexts(clipboard, 'win32')).toEqual(['copied']);
  }
  const broken = {
    readText: () => {
      throw new Error('no display');
    },
  };
  expect(await selectedTexts(broken, 'linux')).toEqual(['', '']);
});
