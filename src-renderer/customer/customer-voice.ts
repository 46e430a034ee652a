/** The simulated customer's voice: recorded sentences as a microphone would give them. */
import { loadBytes } from '@renderer/platform/own-files.ts';
import goodbyeUrl from './speech/goodbye.mp3?url';
import greetingUrl from './speech/greeting.mp3?url';
import helloUrl from './speech/hello.mp3?url';
import reasonUrl from './speech/reason.mp3?url';

export type Sentence = 'hello' | 'greeting' | 'reason' | 'goodbye';

const files: Readonly<Record<Sentence, string>> = {
  hello: helloUrl,
  greeting: greetingUrl,
  reason: reasonUrl,
  goodbye: goodbyeUrl,
};

export class CustomerVoice {
  readonly #context = new AudioContext({ sampleRate: 48_000 });
  readonly #out = this.#context.createMediaStreamDestination();
  #playing: AudioBufferSourceNode | null = null;

  /** A stream of her own for each call: ending one call must not end the voice. */
  stream(): MediaStream {
    return new MediaStream(this.#out.stream.getAudioTracks().map((track) => track.clone()));
  }

  /** Answers when the sentence has been said, or was cut short. */
  async say(sentence: Sentence): Promise<void> {
    const buffer = await this.#context.decodeAudioData(await loadBytes(files[sentence]));
    this.stop();
    const source = this.#context.createBufferSource();
    this.#playing = source;
    source.buffer = buffer;
    source.connect(this.#out);
    await new Promise<void>((resolve) => {
      source.onended = () => resolve();
      source.start();
    });
  }

  stop(): void {
    this.#playing?.stop();
    this.#playing = null;
  }
}
