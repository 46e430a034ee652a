/**
 * Global keys as the system's shortcut registers want them ("Ctrl+Shift+F2"). Refused is what would
 * take something from her everywhere: a bare letter or digit, Esc, Ctrl+Alt letters (that is AltGr),
 * and Alt+F4.
 */

export type Pressed = {
  /** `KeyboardEvent.code` */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const functionKey = /^F(?:[1-9]|1\d|2[0-4])$/;
const letterOrDigit = /^[A-Z0-9]$/;
const modifierOrder = ['Ctrl', 'Alt', 'Shift'] as const;
const reserved = new Set(['Alt+F4', 'F1', 'F5', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Z', 'Ctrl+A']);

const isFit = (modifiers: readonly string[], key: string): boolean => {
  if (functionKey.test(key)) return true;
  if (!letterOrDigit.test(key)) return false;
  const altGr = modifiers.includes('Ctrl') && modifiers.includes('Alt');
  return !altGr && (modifiers.includes('Ctrl') || modifiers.includes('Alt'));
};

/** The same keys always give the same text; null for what is no fit global key. */
export const parseAccelerator = (text: string): string | null => {
  const parts = text.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  const ordered = modifierOrder.filter((one) => modifiers.includes(one));
  if (ordered.length !== modifiers.length || !isFit(ordered, key)) return null;
  const accelerator = [...ordered, key].join('+');
  return reserved.has(accelerator) ? null : accelerator;
};

/** What she pressed in the field, as an accelerator; null when it is none. */
export const acceleratorOf = ({ code, ctrlKey, altKey, shiftKey }: Pressed): string | null => {
  const key = code.replace(/^(?:Key|Digit)/, '');
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift'].filter(Boolean);
  return parseAccelerator([...held, key].join('+'));
};
