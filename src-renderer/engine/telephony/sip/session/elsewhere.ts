import type { CallEvent } from '@shared/domain/call/call-machine.ts';
import { Invitation, type Session } from 'sip.js';

/** RFC 3326, with the causes of RFC 3261 and Q.850: a CANCEL because a colleague took the call says so. */
export const isElsewhere = (reasonHeader: string | undefined): boolean =>
  /^\s*SIP\b.*cause\s*=\s*200\b|^\s*Q\.850\b.*cause\s*=\s*26\b|(?:completed|answered) elsewhere/i.test(
    reasonHeader ?? '',
  );

/** A session that is over and did not say why. */
export const unexplainedEnd = (session: Session, cancelReason: string | undefined): CallEvent =>
  cancelReason !== undefined || session instanceof Invitation
    ? { type: 'remote-cancelled', elsewhere: isElsewhere(cancelReason) }
    : { type: 'remote-hung-up' };
