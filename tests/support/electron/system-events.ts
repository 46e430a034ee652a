import type { Parlance } from './parlance';

/** Tells the program what the system would: the machine goes to sleep, or has woken up. */
export const tellSystem = (parlance: Parlance, event: 'suspend' | 'resume'): Promise<void> =>
  parlance.main.evaluate(({ powerMonitor }, name) => {
    powerMonitor.emit(name as 'resume');
  }, event);
