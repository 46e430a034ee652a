/** One SIP session as a `LineCall`: effects become requests, answers and requests become events. */

import type { CallEffect, CallEvent } from '@shared/domain/call/call-machine.ts';
import {
  type Bye,
  Invitation,
  Inviter,
  RequestPendingError,
  type Session,
  SessionState,
} from 'sip.js';
import type { CallQuality, LineCall, LineCallListener } from '../line.ts';
import { QualityMeter } from '../media/quality.ts';
import { RingBack } from '../media/ring-back.ts';
import { Speaker } from '../media/speaker.ts';
import { isElsewhere } from './elsewhere.ts';
import type { MediaSession } from './media-session.ts';
import { rejectedStatus } from './rejected-status.ts';

type Deps = {
  readonly openMicrophone: (deviceId: string) => Promise<MediaStream>;
  readonly speakerId: () => string | null;
};

export class SipCall implements LineCall {
  readonly #session: Session;
  readonly #deps: Deps;
  readonly #meter = new QualityMeter();
  readonly #early: CallEvent[] = [];
  #listener: LineCallListener | null = null;
  #speaker: Speaker | null = null;
  readonly #ringBack = new RingBack();
  #cancelReason: string | undefined;
  #over = false;

  constructor(session: Session, deps: Deps) {
    this.#session = session;
    this.#deps = deps;
    session.delegate = {
      onBye: (bye: Bye) => {
        void bye.accept().catch(() => undefined);
        this.#end({ type: 'remote-hung-up' });
      },
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

  /** Starts an outbound call; events come before `listen` only if nobody listens yet. */
  async invite(inviter: Inviter): Promise<void> {
    try {
      await inviter.invite({
        requestDelegate: {
          onProgress: ({ message }) => {
            if ((message.statusCode ?? 0) > 100) this.#onRinging();
          },
          onReject: ({ message }) =>
            this.#end({
              type: 'rejected',
              sipStatus: rejectedStatus(message.statusCode ?? 500, message.getHeader('Reason')),
            }),
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
    this.#media?.mute(muted);
  }

  sendTones(tones: string): boolean {
    return (
      this.#session.state === SessionState.Established && (this.#media?.sendDtmf(tones) ?? false)
    );
  }

  async quality(): Promise<CallQuality | null> {
    const media = this.#media;
    if (media === null || this.#over) return null;
    const mos = await this.#meter.read(media.pc);
    return mos === null ? null : { mos };
  }

  playOn(speakerId: string): void {
    this.#speaker?.use(speakerId);
  }

  recordFrom(microphoneId: string): void {
    void this.#media
      ?.replaceMicrophone(() => this.#deps.openMicrophone(microphoneId))
      .catch(() => undefined);
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
    if (effect === 'send-bye') return this.#hangUp();
    if (effect === 'send-hold' || effect === 'send-resume')
      return this.#renegotiate(effect === 'send-hold', 0);
    if (effect === 'release-media') this.#release();
  }

  /** The far end rings: she hears that it does, unless nothing is played here at all. */
  #onRinging(): void {
    const speakerId = this.#deps.speakerId();
    if (speakerId !== null && !this.#over) this.#ringBack.start(speakerId);
    this.#tell({ type: 'progressed' });
  }

  async #hangUp(): Promise<void> {
    const session = this.#session;
    if (session.state === SessionState.Established) await session.bye();
    else if (session instanceof Inviter) await session.cancel();
    else if (session instanceof Invitation) await session.reject();
  }

  /** RFC 3261 §14.1: on glare (491) each side waits a time of its own and tries again. */
  async #renegotiate(hold: boolean, attempt: number): Promise<void> {
    const again = (): void => {
      const waitMs = 300 + Math.random() * 1800;
      setTimeout(
        () =>
          void this.#renegotiate(hold, attempt + 1).catch(() =>
            this.#tell({ type: 'negotiation-failed' }),
          ),
        waitMs,
      );
    };
    try {
      await this.#session.invite({
        sessionDescriptionHandlerOptions: { hold } as object,
        requestDelegate: {
          onAccept: () => this.#onRenegotiated(hold),
          onReject: ({ message }) => {
            if (message.statusCode === 491 && attempt < 3) again();
            else this.#tell({ type: 'negotiation-failed' });
          },
        },
      });
    } catch (error) {
      if (error instanceof RequestPendingError && attempt < 3) again();
      else this.#tell({ type: 'negotiation-failed' });
    }
  }

  #onRenegotiated(hold: boolean): void {
    const direction = this.#media?.negotiated;
    const receives = direction === 'sendrecv' || direction === 'recvonly';
    if (hold && receives) this.#tell({ type: 'negotiation-failed' });
    else this.#tell({ type: hold ? 'hold-negotiated' : 'resume-negotiated' });
  }

  #performFailed(effect: CallEffect): void {
    if (effect === 'send-answer') this.#tell({ type: 'answer-failed' });
    if (effect === 'send-hold' || effect === 'send-resume')
      this.#tell({ type: 'negotiation-failed' });
  }

  #watchMedia(media: MediaSession): void {
    media.listen({
      remoteStream: (stream) => {
        this.#speaker?.stop();
        const speakerId = this.#deps.speakerId();
        this.#speaker = speakerId === null ? null : new Speaker(stream, speakerId);
      },
      failed: (code) => {
        this.#listener?.mediaFailed(code);
        this.#tell(
          this.#session instanceof Inviter
            ? { type: 'connection-lost' }
            : { type: 'answer-failed' },
        );
      },
      connection: (state) => {
        if (state === 'failed') this.#tell({ type: 'connection-lost' });
      },
    });
  }

  #onState(state: SessionState): void {
    if (state === SessionState.Established || state === SessionState.Terminated)
      this.#ringBack.stop();
    if (state === SessionState.Established) this.#tell({ type: 'accepted' });
    if (state !== SessionState.Terminated) return;
    this.#release();
    // The library says that a call is over before it says why: a rejection with its status first.
    queueMicrotask(() => this.#endUnexplained());
  }

  #endUnexplained(): void {
    const cancelled = this.#cancelReason !== undefined || this.#session instanceof Invitation;
    this.#end(
      cancelled
        ? { type: 'remote-cancelled', elsewhere: isElsewhere(this.#cancelReason) }
        : { type: 'remote-hung-up' },
    );
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
    this.#ringBack.stop();
    this.#speaker?.stop();
    this.#speaker = null;
    this.#media?.close();
  }
}
