/** Ctrl+Enter keeps what an editor holds, Escape leaves it. */
import { useKeys } from '@renderer/platform/keys/use-keys.ts';

export const useEditorKeys = (onSave: () => void, onClose: () => void): void => {
  // Before the week's own key, which publishes.
  useKeys([{ key: 'Enter', modifier: 'ctrl', whileTyping: 'works', act: onSave }], 'overlay');
  // After whatever else Escape closes: what was typed is not lost with a list that was open.
  useKeys([{ key: 'Escape', whileTyping: 'works', act: onClose }]);
};
