/** The window's own buttons, through the bridge of the preload. */
import type { Bridge } from '@shared/contracts/ipc/bridge.ts';
import type { WindowAction } from './store/services.tsx';

export const controlWindow = (action: WindowAction): void => {
  const bridge: unknown = Reflect.get(window, 'parlance');
  if (typeof bridge !== 'object' || bridge === null) return;
  void (bridge as Bridge).invoke('window.control', { action });
};
