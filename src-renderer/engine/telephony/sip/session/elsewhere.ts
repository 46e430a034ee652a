/** RFC 3326, with the causes of RFC 3261 and Q.850: a CANCEL because a colleague took the call says so. */
export const isElsewhere = (reasonHeader: string | undefined): boolean =>
  /^\s*SIP\b.*cause\s*=\s*200\b|^\s*Q\.850\b.*cause\s*=\s*26\b|(?:completed|answered) elsewhere/i.test(
    reasonHeader ?? '',
  );
