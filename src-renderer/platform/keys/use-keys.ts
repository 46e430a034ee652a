/**
 * Keys of the whole window. Codes, not characters, so that AZERTY digits need no Shift; no
 * Ctrl+Alt letters, which are AltGr. Letters are told by what they print, wherever they lie.
 */
import { useEffect, useRef } from 'react';

export type KeyBinding = {
  /** `event.code` for digits, function and named keys; a lower-case letter otherwise. */
  readonly key: string;
  readonly modifier?: 'alt' | 'ctrl' | 'shift';
  /** Whether it works while she types in a field; plain digits and arrows must not. */
  readonly whileTyping: 'works' | 'rests';
  readonly act: () => void;
};

const fieldTypes =
  /^(?:text|search|tel|email|password|number|url|date|time|datetime-local|month|week)$/;

/** Whether keys pressed there are text. */
export const isTypingIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && fieldTypes.test(target.type)));

/** Enter on a button presses that button, whatever Enter means elsewhere on the page. */
const pressesControl = (event: KeyboardEvent, binding: KeyBinding): boolean =>
  binding.key === 'Enter' &&
  binding.modifier === undefined &&
  event.target instanceof Element &&
  event.target.closest('button, a[href], select, summary, [role="option"]') !== null;

const codeOf = (event: KeyboardEvent): string => event.code.replace('Numpad', 'Digit');

const modifierOf = (event: KeyboardEvent): KeyBinding['modifier'] | 'none' | 'other' => {
  if (event.getModifierState('AltGraph')) return 'other';
  const held = [event.altKey, event.ctrlKey || event.metaKey, event.shiftKey];
  if (held.filter(Boolean).length > 1) return 'other';
  if (event.altKey) return 'alt';
  if (event.ctrlKey || event.metaKey) return 'ctrl';
  return event.shiftKey ? 'shift' : 'none';
};

const matches = (event: KeyboardEvent, binding: KeyBinding): boolean => {
  // Printed signs lie anywhere: Shift on one keyboard, AltGr on another.
  if (/^[*#]$/.test(binding.key)) return event.key === binding.key;
  if (modifierOf(event) !== (binding.modifier ?? 'none')) return false;
  if (/^[a-z]$/.test(binding.key)) return event.key.toLowerCase() === binding.key;
  return codeOf(event) === binding.key || event.key === binding.key;
};

/**
 * First binding that fits takes the key; parts deeper in the page are asked before their parents,
 * and what lies over the page (`overlay`) before all of it.
 */
export const useKeys = (
  bindings: readonly KeyBinding[],
  layer: 'page' | 'overlay' = 'page',
): void => {
  const current = useRef(bindings);
  useEffect(() => {
    current.current = bindings;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const typing = isTypingIn(event.target);
      const found = current.current.find(
        (binding) =>
          matches(event, binding) &&
          (binding.whileTyping === 'works' || !typing) &&
          !pressesControl(event, binding),
      );
      if (found === undefined) return;
      event.preventDefault();
      if (!event.repeat) found.act();
    };
    const capture = layer === 'overlay';
    window.addEventListener('keydown', listen, { capture });
    return () => window.removeEventListener('keydown', listen, { capture });
  }, [layer]);
};
