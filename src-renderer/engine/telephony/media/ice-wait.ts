/**
 * When is an offer or answer fit to go out? As soon as usable candidates are there: never wait for
 * a STUN server that does not answer (there is no trickle ICE on SIP trunks, RFC 8840 aside).
 */

/** No new host candidate for this long: the interfaces are all in. */
const settleMs = 8;
/** While it is not known whether the STUN server lives. */
const unknownServerMs = 60;
/** Without any candidate (no network) the description goes out all the same and fails clearly. */
const nothingAtAllMs = 500;

export type ServerHealth =
  | { readonly state: 'none' }
  | { readonly state: 'unknown' }
  | { readonly state: 'dead' }
  | { readonly state: 'alive'; readonly answerMs: number };

/** Longest wait for server-reflexive and relay candidates once the host ones are in. */
export const serverWaitMs = (health: ServerHealth): number => {
  if (health.state === 'alive') return Math.min(400, health.answerMs * 2 + 20);
  return health.state === 'unknown' ? unknownServerMs : 0;
};

/**
 * Resolves when the local description holds candidates that suffice.
 * @param gathersAgain what was gathered before counts no more (ICE restart)
 */
export const candidatesSuffice = (
  pc: RTCPeerConnection,
  health: ServerHealth,
  gathersAgain = false,
): Promise<void> => {
  if (pc.iceGatheringState === 'complete' && !gathersAgain) return Promise.resolve();
  return new Promise((resolve) => {
    let settle: ReturnType<typeof setTimeout> | undefined;
    let fromServer = false;
    const timers: ReturnType<typeof setTimeout>[] = [setTimeout(finish, nothingAtAllMs)];
    function finish(): void {
      for (const timer of timers) clearTimeout(timer);
      clearTimeout(settle);
      pc.removeEventListener('icecandidate', onCandidate);
      resolve();
    }
    function onCandidate({ candidate }: RTCPeerConnectionIceEvent): void {
      if (candidate === null) {
        finish();
        return;
      }
      if (candidate.type !== 'host') fromServer = true;
      clearTimeout(settle);
      settle = setTimeout(finish, fromServer ? settleMs : Math.max(settleMs, serverWaitMs(health)));
    }
    pc.addEventListener('icecandidate', onCandidate);
  });
};
