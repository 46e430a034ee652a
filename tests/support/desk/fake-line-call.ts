/** A call on a line that does what it is told and says what the test lets it say. */
import type {
  LineCall,
  LineCallListener,
  TransferProgress,
} from '@renderer/engine/telephony/line.ts';
import type { CallEffect, CallEvent } from '@shared/domain/call/call-machine.ts';
import type { MediaSample } from '@shared/domain/call-quality/media-sample.ts';

export class FakeLineCall implements LineCall {
  readonly sent: CallEffect[] = [];
  muted = false;
  apart = false;
  tones = '';
  #listener: LineCallListener | null = null;

  send(effect: CallEffect): void {
    this.sent.push(effect);
  }
  mute(muted: boolean): void {
    this.muted = muted;
  }
  setApart(apart: boolean): void {
    this.apart = apart;
  }
  sendTones(tones: string): boolean {
    this.tones += tones;
    return true;
  }
  dialog: LineCall['dialog'] = () => null;
  parting: LineCall['parting'] = () => null;
  counted: MediaSample | null = null;
  sample = async () => this.counted;
  readonly played: string[] = [];
  readonly recorded: string[] = [];
  playOn(speakerId: string, loudness: number): void {
    this.played.push(`${speakerId} ${loudness}`);
  }
  recordFrom(microphoneId: string): void {
    this.recorded.push(microphoneId);
  }
  readonly transfers: { target: string | LineCall; tell: (progress: TransferProgress) => void }[] =
    [];
  bridgedTo: LineCall | null = null;
  transfer(target: string | LineCall, tell: (progress: TransferProgress) => void): void {
    this.transfers.push({ target, tell });
  }
  bridge(other: LineCall): () => void {
    this.bridgedTo = other;
    return () => {
      this.bridgedTo = null;
    };
  }
  listen(listener: LineCallListener): void {
    this.#listener = listener;
  }
  happens(event: CallEvent): void {
    this.#listener?.event(event);
  }
  named(identity: string): void {
    this.#listener?.named(identity);
  }
  fails(code: 'microphone-refused' | 'microphone-missing'): void {
    this.#listener?.mediaFailed(code);
  }
}
