/** One SIP session as a `LineCall`: effects become requests, answers and requests become events. */

import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { CallEffect, CallEvent } from '@shared/domain/call/call-machine.ts';
import type { MediaSample } from '@shared/domain/call-quality/media-sample.ts';
import { type Bye, type Core, Invitation, Inviter, type Session, SessionState } from 'sip.js';
import type { KeptDialog, LineCall, LineCallListener, TransferProgress } from '../../line.ts';
import { CallSound } from '../../media/call-sound.ts';
import { readSample } from '../../media/read-sample.ts';
import { bridgeVoices } from '../../media/voice-bridge.ts';
import { unexplainedEnd } from './elsewhere.ts';
import { HoldAgreement } from './hold-agreement.ts';
import { identityOf } from './incoming-headers.ts';
import { InfoTones } from './info-tones.ts';
import type { MediaSession } from './media-session.ts';
import { MediaWatch } from './media-watch.ts';
import { partingOf } from './parting.ts';
import { refer } from './refer.ts';
import { statusMeant } from './rejected-status.ts';
import { dialogOf } from './replacing.ts';
import { SignallingLink } from './signalling-link.ts';

type Deps = {
  readonly openMicrophone: (deviceId: string) => Promise<MediaStream>;
  readonly speakerId: () => string | null;
  readonly over: () => void;
  readonly tones: () => LineSettings['tones'];
  /** Sound no longer flows: the network may be another one. */
  readonly mediaLost: () => void;
};

export class SipCall implements LineCall {
  readonly #session: Session;
  readonly #deps: Deps;
  readonly #early: CallEvent[] = [];
  readonly #sound: CallSound;
  readonly #watch: MediaWatch;
  readonly #hold: HoldAgreement;
  readonly #link: SignallingLink;
  readonly #info: InfoTones;
  #listener: LineCallListener | null = null;
  #cancelReason: string | undefined;
  #muted = false;
  #apart = false;
  #over = false;

  constructor(session: Session, deps: Deps) {
    this.#session = session;
    this.#deps = deps;
    this.#link = new SignallingLink(session);
    this.#info = new InfoTones(session);
    this.#sound = new CallSound(deps.speakerId);
    this.#watch = new MediaWatch({
      looksLost: () => deps.mediaLost(),
      gone: () => this.#tell({ type: 'connection-lost' }),
    });
    this.#hold = new HoldAgreement(session, {
      media: () => this.#media,
      tell: (event) => this.#tell(event),
      gone: () => this.#end({ type: 'remote-hung-up' }),
    });
    session.delegate = {
      onBye: (bye: Bye) => {
        void bye.accept().catch(() => undefined);
        this.#end({ type: 'remote-hung-up' });
      },
      onInvite: (request) => this.#listener?.named(identityOf(request)),
      onCancel: (cancel) => {
        this.#cancelReason = cancel.request.getHeader('Reason');
      },
      onSessionDescriptionHandler: (handler) => this.#watchMedia(handler as MediaSession),
    };
    session.stateChange.addListener((state) => this.#onState(state));
  }

  listen(listener: LineCallListener): void {
    this.#listener = listener;
    for (const event of this.#early.splice(0)) listener.event(event);
  }

  async invite(inviter: Inviter): Promise<void> {
    const rejected = ({ message }: Core.IncomingResponse) =>
      this.#end({ type: 'rejected', sipStatus: statusMeant(message) });
    try {
      await inviter.invite({
        requestDelegate: {
          onProgress: ({ message }) => {
            const status = message.statusCode ?? 0;
            if (status <= 100 || this.#over) return;
            void this.#sound.ring(this.#media, status, message.body);
            this.#tell({ type: 'progressed' });
          },
          onReject: rejected,
          onRedirect: rejected,
        },
      });
    } catch {
      this.#end({ type: 'connection-lost' });
    }
  }

  send(effect: CallEffect): void {
    void this.#perform(effect).catch(() => this.#performFailed(effect));
  }

  mute(muted: boolean): void {
    this.#muted = muted;
    this.#media?.mute(muted);
  }

  setApart(apart: boolean): void {
    this.#apart = apart;
    this.#media?.setApart(apart);
    this.#sound.setApart(apart);
  }

  sendTones(tones: string): boolean {
    if (!this.#link.isUp) return false;
    if (this.#deps.tones() === 'info') return this.#info.send(tones);
    return this.#media?.sendDtmf(tones) ?? false;
  }

  async sample(): Promise<MediaSample | null> {
    const pc = this.#over ? undefined : this.#media?.pc;
    return pc === undefined ? null : readSample(pc);
  }

  playOn(speakerId: string, loudness: number): void {
    this.#sound.playOn(speakerId, loudness);
  }

  recordFrom(microphoneId: string): void {
    void this.#media
      ?.replaceMicrophone(() => this.#deps.openMicrophone(microphoneId))
      .catch(() => undefined);
  }

  readonly dialog = (): KeptDialog | null => dialogOf(this.#session);
  readonly parting = (): string | null => partingOf(this.#session);

  /** Before `invite`: one taken back that was on hold never opens her microphone to it. */
  beginTakenBack(held: boolean): void {
    this.#link.takingBack = true;
    if (held) this.#hold.beginHeld();
  }

  /** The line was not there in time to take it back. */
  giveUpWaiting(): void {
    if (this.#session.state !== SessionState.Initial) return;
    void this.#perform('send-bye');
    this.#end({ type: 'connection-lost' });
  }

  /** The connection of the line is gone: what rings cannot be answered, what talks goes on. */
  connectionGone(): void {
    this.#link.lost();
    if (this.#link.rings) this.#end({ type: 'connection-lost' });
  }

  /** The line is registered again: the PBX learns where we are now, and what waited is sent. */
  connectionBack(networkChanged: boolean): void {
    if (this.#link.settle() || this.#over || !this.#link.isUp) return;
    const displaced = this.#link.back();
    if (networkChanged || this.#media?.pc.connectionState !== 'connected')
      void this.#hold.findWay();
    else if (displaced) void this.#hold.renew(false);
  }

  /** The queue shall offer this call to somebody else. */
  stopRinging(): void {
    if (this.#link.rings) this.#tell({ type: 'ring-timed-out' });
  }

  transfer(target: string | LineCall, tell: (progress: TransferProgress) => void): void {
    refer(this.#session, target instanceof SipCall ? target.#session : String(target), tell);
  }

  bridge(other: LineCall): () => void {
    const [own, its] = [this.#media, other instanceof SipCall ? other.#media : null];
    return own === null || its === null ? () => undefined : bridgeVoices(own, its);
  }

  get #media(): MediaSession | null {
    return (this.#session.sessionDescriptionHandler as MediaSession | undefined) ?? null;
  }

  async #perform(effect: CallEffect): Promise<void> {
    const session = this.#session;
    if (effect === 'send-answer' && session instanceof Invitation) return session.accept();
    if (effect === 'send-decline' && session instanceof Invitation)
      return session.reject({ statusCode: 603 });
    if (effect === 'send-cancel' && session instanceof Inviter) return session.cancel();
    if (effect === 'send-bye') {
      // One still to be taken back is ended when that is done: until then nobody hears her.
      if (this.#link.takingBack) this.setApart(true);
      return this.#link.hangUp();
    }
    if (effect === 'send-hold' || effect === 'send-resume')
      return this.#hold.ask(effect === 'send-hold');
    if (effect === 'release-media') this.#release();
  }

  #performFailed(effect: CallEffect): void {
    if (effect === 'send-answer') this.#tell({ type: 'answer-failed' });
    if (effect === 'send-hold' || effect === 'send-resume')
      this.#tell({ type: 'negotiation-failed' });
  }

  #watchMedia(media: MediaSession): void {
    media.mute(this.#muted);
    media.setApart(this.#apart);
    this.#sound.follow(media, {
      failed: (code) => {
        this.#listener?.mediaFailed(code);
        const outbound = this.#session instanceof Inviter;
        this.#tell({ type: outbound ? 'connection-lost' : 'answer-failed' });
      },
      connection: (state) => this.#watch.follow(state),
    });
  }

  #onState(state: SessionState): void {
    if (state === SessionState.Established && !this.#link.established()) {
      this.#sound.answered();
      this.#tell({ type: 'accepted' });
    }
    if (state !== SessionState.Terminated) return;
    this.#release();
    this.#deps.over();
    // The library says that a call is over before it says why: a rejection comes first.
    queueMicrotask(() => this.#end(unexplainedEnd(this.#session, this.#cancelReason)));
  }

  #end(event: CallEvent): void {
    if (this.#over) return;
    this.#over = true;
    this.#tell(event);
  }

  #tell(event: CallEvent): void {
    if (this.#listener === null) this.#early.push(event);
    else this.#listener.event(event);
  }

  #release(): void {
    this.#watch.stop();
    this.#sound.stop();
    this.#media?.close();
  }
}
