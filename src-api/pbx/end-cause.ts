/** Why a call ended, of the causes that the network names (ITU-T Q.850). */
import type { EndCause } from './pbx-port.ts';

const causes: ReadonlyMap<number, EndCause> = new Map([
  [1, 'unknown-number'],
  [22, 'unknown-number'],
  [28, 'unknown-number'],
  [16, 'hung-up'],
  [17, 'busy'],
  [21, 'busy'],
  [18, 'no-answer'],
  [19, 'no-answer'],
  // Given up by the one who calls: it rang as long as it may.
  [0, 'no-answer'],
  [26, 'no-answer'],
]);

export const causeOf = (code: string): EndCause => causes.get(Number(code)) ?? 'failed';
