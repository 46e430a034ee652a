/**
 * What the line code needs of a browser, without sound: a description of plain RTP that goes nowhere.
 * The far end's voice is sent to the port that discards (RFC 863).
 */
import { WebSocket } from 'ws';

const SILENT_SDP = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  'c=IN IP4 127.0.0.1',
  't=0 0',
  'm=audio 9 RTP/AVP 8',
  'a=rtpmap:8 PCMA/8000',
  'a=sendrecv',
  '',
].join('\r\n');

class SilentStream {
  readonly #tracks: unknown[] = [];
  addTrack(track: unknown): void {
    this.#tracks.push(track);
  }
  getTracks(): unknown[] {
    return this.#tracks;
  }
  getAudioTracks(): unknown[] {
    return this.#tracks;
  }
}

class SilentConnection extends EventTarget {
  signalingState = 'stable';
  connectionState = 'new';
  iceConnectionState = 'new';
  readonly iceGatheringState = 'complete';
  localDescription: { type: string; sdp: string } | null = null;
  remoteDescription: { type: string; sdp: string } | null = null;
  readonly #senders: object[] = [];
  readonly #transceivers: object[] = [];

  addTransceiver(): object {
    const sender = { track: null, dtmf: null, replaceTrack: async () => undefined };
    const receiver = { track: null };
    const made = { sender, receiver, direction: 'sendrecv', currentDirection: 'sendrecv' };
    this.#senders.push(sender);
    this.#transceivers.push(made);
    return made;
  }
  getTransceivers(): object[] {
    return this.#transceivers;
  }
  getSenders(): object[] {
    return this.#senders;
  }
  getReceivers(): object[] {
    return [];
  }
  async getStats(): Promise<Map<string, object>> {
    return new Map();
  }
  async createOffer() {
    return { type: 'offer', sdp: SILENT_SDP };
  }
  async createAnswer() {
    return { type: 'answer', sdp: SILENT_SDP };
  }
  async setLocalDescription(description: { type: string; sdp: string }): Promise<void> {
    this.localDescription = description;
    this.#settle(description.type, 'local');
  }
  async setRemoteDescription(description: { type: string; sdp: string }): Promise<void> {
    this.remoteDescription = description;
    if (this.#transceivers.length === 0) this.addTransceiver();
    this.#settle(description.type, 'remote');
  }
  restartIce(): void {}
  close(): void {
    this.connectionState = 'closed';
  }

  #settle(type: string, side: 'local' | 'remote'): void {
    this.signalingState = type === 'offer' ? `have-${side}-offer` : 'stable';
    if (this.signalingState !== 'stable') return;
    this.connectionState = 'connected';
    this.iceConnectionState = 'connected';
    this.dispatchEvent(new Event('connectionstatechange'));
  }
}

/** For this process: the real line code then talks SIP with a real switch, and hears nothing. */
export const installSilentMedia = (): void => {
  Object.assign(globalThis, {
    WebSocket,
    RTCPeerConnection: SilentConnection,
    MediaStream: SilentStream,
  });
};
