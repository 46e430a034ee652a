/**
 * Keyed tones (RFC 4733). Before the media flows the browser drops them without a word: they wait
 * for the connection, so that nothing keyed in the first moment after the answer is lost.
 */
const toneMs = 160;
const gapMs = 90;

export class ToneQueue {
  readonly #pc: RTCPeerConnection;
  #waiting = '';

  constructor(pc: RTCPeerConnection) {
    this.#pc = pc;
    pc.addEventListener('connectionstatechange', () => {
      if (this.#waiting !== '' && pc.connectionState === 'connected') this.#flush();
    });
  }

  /** false when the far end takes no tones, or the call is over. */
  send(tones: string): boolean {
    const { connectionState } = this.#pc;
    if (connectionState === 'closed' || connectionState === 'failed') return false;
    this.#waiting += tones;
    return connectionState === 'connected' ? this.#flush() : true;
  }

  #flush(): boolean {
    const tones = this.#waiting;
    this.#waiting = '';
    const dtmf = this.#pc.getSenders()[0]?.dtmf;
    if (!dtmf?.canInsertDTMF) return false;
    dtmf.insertDTMF(dtmf.toneBuffer + tones, toneMs, gapMs);
    return true;
  }
}
