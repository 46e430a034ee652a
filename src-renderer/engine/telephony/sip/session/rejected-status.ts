import type { Core } from 'sip.js';

/**
 * The status of a rejected call as the far end meant it. A PBX in between may answer 403 where the
 * person declined (Asterisk does): the cause it names (RFC 3326, Q.850 cause 21) is what counts.
 */
export const statusMeant = (message: Core.IncomingResponseMessage): number => {
  const { statusCode = 500 } = message;
  const declined = /^\s*Q\.850\b.*cause\s*=\s*21\b/i.test(message.getHeader('Reason') ?? '');
  return statusCode === 403 && declined ? 603 : statusCode;
};
