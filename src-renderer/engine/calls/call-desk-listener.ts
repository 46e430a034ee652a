/** What the desk of the calls tells those who care for customers, wrap-ups and states. */
import type { CallView } from '@shared/contracts/engine/views.ts';
import type { ParsedNumber } from '@shared/domain/number/parse-number.ts';
import type { EndedCall } from './live-call.ts';

export type CallDeskListener = {
  readonly answered: (callId: string, at: string) => void;
  readonly ended: (call: EndedCall) => void;
  /** The far end is somebody else by now; whether the call is his. */
  readonly handedTo: (callId: string, number: ParsedNumber) => boolean;
  /** Something rings, or nothing does any more. */
  readonly ringing: (calls: readonly CallView[]) => void;
};
