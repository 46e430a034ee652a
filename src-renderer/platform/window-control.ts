/** The window's own buttons, through the bridge of the preload. */
import { invoke } from './bridge.ts';
import type { WindowAction } from './store/services.tsx';

export const controlWindow = (action: WindowAction): void => {
  void invoke('window.control', { action });
};
