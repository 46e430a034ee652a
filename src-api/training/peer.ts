/** One WebSocket of a user agent, as the switch sees it. */
import type { SipMessage } from './sip-message.ts';

export type Peer = {
  readonly send: (message: SipMessage) => void;
  readonly isOpen: () => boolean;
  /** Who proved on this connection to be whom; null before. */
  user: string | null;
};
