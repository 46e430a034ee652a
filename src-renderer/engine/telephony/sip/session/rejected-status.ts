/**
 * The status of a rejected call as the far end meant it. A PBX in between may answer 403 where the
 * person declined (Asterisk does): the cause it names (RFC 3326, Q.850 cause 21) is what counts.
 */
export const rejectedStatus = (statusCode: number, reasonHeader: string | undefined): number =>
  statusCode === 403 && /^\s*Q\.850\b.*cause\s*=\s*21\b/i.test(reasonHeader ?? '')
    ? 603
    : statusCode;
