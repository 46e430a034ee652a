/** An answer (RFC 3264) to an offer of the program, from a far end that never sends a packet. */
export const answerOf = (offer: string): string => {
  const mid = /a=mid:(\S+)/.exec(offer)?.[1] ?? '0';
  const print = Array.from({ length: 32 }, () => 'AB').join(':');
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    'm=audio 9 UDP/TLS/RTP/SAVPF 8',
    'c=IN IP4 127.0.0.1',
    `a=mid:${mid}`,
    'a=rtcp-mux',
    'a=ice-ufrag:dead',
    'a=ice-pwd:deaddeaddeaddeaddeaddead',
    `a=fingerprint:sha-256 ${print}`,
    'a=setup:active',
    'a=rtpmap:8 PCMA/8000',
    'a=sendrecv',
    '',
  ].join('\r\n');
};
