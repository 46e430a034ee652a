/** The simulated customer's voice: recorded sentences as a microphone would give them. */
import { loadBytes } from '@renderer/platform/own-files.ts';
import goodbyeUrl from './speech/goodbye.mp3?url';
import greetingUrl from './speech/greeting.mp3?url';
import helloUrl from './speech/hello.mp3?url';
import reasonUrl from './speech/reason.mp3?url';

export type Sentence = 'hello' | 'greeting' | 'reason' | 'goodbye';

export const sentenceFiles: Readonly<Record<Sentence, string>> = {
  hello: helloUrl,
  greeting: greetingUrl,
  reason: reasonUrl,
  goodbye: goodbyeUrl,
};

/** A quiet arpeggio: C, E, G, C. */
const musicHz = [262, 330, 392, 523] as const;
const noteS = 0.42;
const musicLoudness = 0.12;
const longestMusicS = 60;

export class CustomerVoice {
  readonly #context = new AudioContext({ sampleRate: 48_000 });
  readonly #out = this.#context.createMediaStreamDestination();
  #playing: AudioScheduledSourceNode[] = [];

  /** A stream of her own for each call: ending one call must not end the voice. */
  stream(): MediaStream {
    return new MediaStream(this.#out.stream.getAudioTracks().map((track) => track.clone()));
  }

  /** Answers when the sentence has been said, or was cut short. */
  async say(url: string): Promise<void> {
    await this.sayBytes(await loadBytes(url));
  }

  async sayBytes(bytes: ArrayBuffer): Promise<void> {
    const buffer = await this.#context.decodeAudioData(bytes);
    this.stop();
    const source = this.#context.createBufferSource();
    this.#playing = [source];
    source.buffer = buffer;
    source.connect(this.#out);
    await new Promise<void>((resolve) => {
      source.onended = () => resolve();
      source.start();
    });
  }

  /** Music on hold, until it is stopped. */
  playMusic(): void {
    this.stop();
    const gain = this.#context.createGain();
    gain.gain.value = musicLoudness;
    gain.connect(this.#out);
    const tone = this.#context.createOscillator();
    tone.type = 'triangle';
    tone.connect(gain);
    const now = this.#context.currentTime;
    for (let note = 0; note * noteS < longestMusicS; note += 1)
      tone.frequency.setValueAtTime(musicHz[note % musicHz.length] ?? 0, now + note * noteS);
    tone.start();
    this.#playing = [tone];
  }

  stop(): void {
    for (const source of this.#playing.splice(0)) source.stop();
  }
}
