/**
 * Offer and answer (RFC 3264, JSEP RFC 8829) of one call. Ours instead of the library's, which
 * waits for ICE gathering to complete and never gives the microphone back on an early cancel.
 */

import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import type {
  SessionDescriptionHandler,
  SessionDescriptionHandlerModifier,
  SessionDescriptionHandlerOptions,
} from 'sip.js';
import { candidatesSuffice, type ServerHealth } from '../../media/ice-wait.ts';
import { closeStream, microphoneErrorCode } from '../../media/microphone.ts';
import { ToneQueue } from '../../media/tone-queue.ts';

export type MediaSources = {
  readonly iceServers: () => readonly RTCIceServer[];
  readonly serverHealth: () => ServerHealth;
  readonly openMicrophone: () => Promise<MediaStream>;
};

export type MediaListener = {
  readonly remoteStream: (stream: MediaStream) => void;
  readonly failed: (code: ErrorCode) => void;
  readonly connection: (state: RTCPeerConnectionState) => void;
};

type Options = SessionDescriptionHandlerOptions & {
  readonly hold?: boolean;
  readonly iceRestart?: boolean;
};

export class MediaSession implements SessionDescriptionHandler {
  readonly pc: RTCPeerConnection;
  readonly #sources: MediaSources;
  readonly #remote = new MediaStream();
  readonly #tones: ToneQueue;
  #listener: MediaListener | null = null;
  #microphone: Promise<MediaStream> | null = null;
  #switching: Promise<unknown> = Promise.resolve();
  #muted = false;
  #held = false;
  #apart = false;
  #closed = false;
  #mixed: MediaStreamTrack | null = null;
  #opened: MediaStream | null = null;
  #microphoneChanged: () => void = () => undefined;

  constructor(sources: MediaSources) {
    this.#sources = sources;
    this.pc = new RTCPeerConnection({
      iceServers: [...sources.iceServers()],
      bundlePolicy: 'max-bundle',
    });
    this.#tones = new ToneQueue(this.pc);
    this.pc.addEventListener('track', ({ track }) => {
      this.#remote.addTrack(track);
      this.#listener?.remoteStream(this.#remote);
    });
    this.pc.addEventListener('connectionstatechange', () =>
      this.#listener?.connection(this.pc.connectionState),
    );
  }

  listen(listener: MediaListener): void {
    this.#listener = listener;
    if (this.#remote.getTracks().length > 0) listener.remoteStream(this.#remote);
  }

  /** Direction of our audio as last negotiated with the far end. */
  get negotiated(): RTCRtpTransceiverDirection | null {
    return this.pc.getTransceivers()[0]?.currentDirection ?? null;
  }

  async getDescription(options: Options = {}, modifiers: SessionDescriptionHandlerModifier[] = []) {
    this.#held = options.hold ?? this.#held;
    const answering = this.pc.signalingState === 'have-remote-offer';
    const audio =
      this.pc.getTransceivers()[0] ?? this.pc.addTransceiver('audio', { direction: 'sendrecv' });
    audio.direction = this.#held ? 'sendonly' : 'sendrecv';
    const microphone = this.#attachMicrophone(audio.sender);
    // An answer without a microphone would be a silent call: it waits. An offer does not.
    if (answering) await microphone;
    if (options.iceRestart === true) this.pc.restartIce();
    let description = answering ? await this.pc.createAnswer() : await this.pc.createOffer();
    for (const modify of modifiers) description = (await modify(description)) as typeof description;
    const restarts = options.iceRestart === true;
    const enough = candidatesSuffice(this.pc, this.#sources.serverHealth(), restarts);
    await this.pc.setLocalDescription(description);
    await enough;
    // An answer to an offer without candidates would switch ICE off, and with it the call.
    if (restarts && !this.pc.localDescription?.sdp.includes('a=candidate')) {
      await this.rollbackDescription();
      throw new Error('no network to offer');
    }
    return { body: this.pc.localDescription?.sdp ?? '', contentType: 'application/sdp' };
  }

  async setDescription(
    sdp: string,
    _options?: object,
    modifiers: SessionDescriptionHandlerModifier[] = [],
  ) {
    const offered = ['have-local-offer', 'have-remote-pranswer'].includes(this.pc.signalingState);
    const type = offered ? 'answer' : 'offer';
    let description: RTCSessionDescriptionInit = { type, sdp };
    for (const modify of modifiers) description = await modify(description);
    await this.pc.setRemoteDescription(description);
  }

  hasDescription(contentType: string): boolean {
    return contentType.toLowerCase().startsWith('application/sdp');
  }

  async rollbackDescription(): Promise<void> {
    if (this.pc.signalingState !== 'stable')
      await this.pc.setLocalDescription({ type: 'rollback' });
  }

  /**
   * What the far end plays before it answers (RFC 3960): a message of the network, say. As a
   * provisional answer, so that another branch of a forked call may still be the one that answers.
   */
  async previewAnswer(sdp: string): Promise<void> {
    if (this.pc.signalingState === 'have-local-offer')
      await this.pc.setRemoteDescription({ type: 'pranswer', sdp });
  }

  /** Whether anything comes in during the next milliseconds. */
  async receives(withinMs: number): Promise<boolean> {
    const packets = async (): Promise<number> => {
      if (this.#closed) return 0;
      const reports = [...(await this.pc.getStats()).values()];
      return reports.find(({ type }) => type === 'inbound-rtp')?.packetsReceived ?? 0;
    };
    const before = await packets();
    await new Promise((resolve) => setTimeout(resolve, withinMs));
    return (await packets()) > before;
  }

  /** false when this call carries no tones; what is keyed before the media flows waits for it. */
  sendDtmf(tones: string): boolean {
    return this.#tones.send(tones);
  }

  mute(muted: boolean): void {
    this.#muted = muted;
    this.#applyMute();
  }

  /** She is not heard any more, whatever has been agreed so far; or again, when it was refused. */
  silence(held: boolean): void {
    this.#held = held;
    this.#applyMute();
  }

  setApart(apart: boolean): void {
    this.#apart = apart;
    this.#applyMute();
  }

  /** What the far end says. */
  get remote(): MediaStream {
    return this.#remote;
  }

  onMicrophone(changed: () => void): void {
    this.#microphoneChanged = changed;
  }

  microphone(): Promise<MediaStream | null> {
    return (this.#microphone ?? Promise.resolve(null)).catch(() => null);
  }

  /** Sends a mix that holds the microphone, or the microphone alone again (null). */
  async sendInstead(track: MediaStreamTrack | null): Promise<void> {
    if (this.#closed) return;
    const own = (await this.microphone())?.getAudioTracks()[0] ?? null;
    this.#mixed = track;
    await this.pc.getSenders()[0]?.replaceTrack(track ?? own);
    this.#applyMute();
  }

  /** Changes the microphone during the call without a new negotiation. */
  async replaceMicrophone(open: () => Promise<MediaStream>): Promise<void> {
    const switched = this.#switching.then(() => this.#replace(open));
    this.#switching = switched.catch(() => undefined);
    return switched;
  }

  /** One after the other: what she chose last is what stays, and no device stays open. */
  async #replace(open: () => Promise<MediaStream>): Promise<void> {
    // While it only rings nothing is open: the answer opens the right one.
    if (this.#microphone === null) return;
    const before = await this.#microphone.catch(() => null);
    if (this.#closed) return;
    const next = await open();
    if (this.#closed) return closeStream(next);
    const [track] = next.getAudioTracks();
    // Silent before it is connected: a muted call never lets a word out.
    if (track !== undefined) track.enabled = !this.#muted && this.#passes;
    this.#microphone = Promise.resolve(next);
    this.#opened = next;
    if (this.#mixed === null) await this.pc.getSenders()[0]?.replaceTrack(track ?? null);
    else this.#microphoneChanged();
    this.#applyMute();
    closeStream(before);
  }

  close(): void {
    this.#closed = true;
    this.#listener = null;
    void this.#microphone?.then(closeStream, () => undefined);
    this.pc.close();
  }

  async #attachMicrophone(sender: RTCRtpSender): Promise<void> {
    if (this.#microphone !== null) {
      this.#applyMute();
      return;
    }
    this.#microphone = this.#sources.openMicrophone();
    try {
      const stream = await this.#microphone;
      // The call may have ended while the device was opening: it must not stay open.
      if (this.#closed) return closeStream(stream);
      this.#opened = stream;
      await sender.replaceTrack(stream.getAudioTracks()[0] ?? null);
      this.#applyMute();
    } catch (error) {
      this.#listener?.failed(microphoneErrorCode(error));
      throw error;
    }
  }

  /** On hold the microphone is silent as well: no far end hears her, whatever the PBX does. */
  #applyMute(): void {
    const open = !this.#muted && this.#passes;
    for (const track of this.#opened?.getAudioTracks() ?? []) track.enabled = open;
    // In a talk of three muting her leaves the other voice; hold silences both.
    if (this.#mixed !== null) this.#mixed.enabled = this.#passes;
  }

  get #passes(): boolean {
    return !this.#held && !this.#apart;
  }
}
