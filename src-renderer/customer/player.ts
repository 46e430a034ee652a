/** One simulated customer in her role: runs the script, speaks, keys, waits, and says how it ended. */
import type { PracticeReport } from '@renderer/engine/practice/practice-port.ts';
import type { LineCall } from '@renderer/engine/telephony/line.ts';
import { shippedSpeech } from '@renderer/platform/speech/shipped-speech.ts';
import type { Sound } from '@shared/contracts/http/role-plays.ts';
import type { CallEvent } from '@shared/domain/call/call-machine.ts';
import {
  advancePlay,
  type PlayEffect,
  type PlayEvent,
  type PlayState,
  startPlay,
} from '@shared/domain/role-play/play-script.ts';
import type { PlaySound, RolePlay } from '@shared/domain/role-play/role-play.ts';
import type { CustomerVoice } from './customer-voice.ts';

type Part = {
  readonly playId: string;
  readonly rolePlay: RolePlay;
  readonly sounds: Readonly<Record<string, Sound>>;
};
type Deps = {
  readonly voice: CustomerVoice;
  readonly report: (report: PracticeReport) => void;
};

/** A sentence without a sound is shown as long as it takes to say it. */
const msPerLetter = 60;
const shortestMs = 1_500;

const bytesOf = ({ base64 }: Sound): ArrayBuffer =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;

const meanings: { readonly [type in CallEvent['type']]?: PlayEvent['type'] } = {
  accepted: 'answered',
  'remote-hung-up': 'hung-up',
  'remote-cancelled': 'hung-up',
  rejected: 'hung-up',
  'answer-failed': 'line-broken',
  'connection-lost': 'line-broken',
};

export class Player {
  readonly part: Part;
  readonly #deps: Deps;
  #state: PlayState;
  #call: LineCall | null = null;
  #answered = false;
  /** Grows whenever she begins or stops to speak: what was cut short was not said. */
  #speaking = 0;

  constructor(part: Part, deps: Deps) {
    this.part = part;
    this.#deps = deps;
    const { state, effects } = startPlay(part.rolePlay);
    this.#state = state;
    this.#perform(effects);
  }

  get isOver(): boolean {
    return this.#state.phase === 'over';
  }

  get hasCall(): boolean {
    return this.#call !== null;
  }

  /** Her call, made or taken. */
  follow(call: LineCall): void {
    this.#call = call;
    call.listen({
      event: ({ type }) => {
        if (type === 'accepted') this.#answered = true;
        const meant = meanings[type];
        if (meant === 'answered' || meant === 'hung-up' || meant === 'line-broken')
          this.take({ type: meant });
        if (meant !== undefined && meant !== 'answered') call.send('release-media');
      },
      named: () => undefined,
      mediaFailed: () => this.take({ type: 'line-broken' }),
    });
  }

  take(event: PlayEvent): void {
    const before = this.#state.phase;
    const { state, effects } = advancePlay(this.part.rolePlay, this.#state, event);
    this.#state = state;
    this.#perform(effects);
    if (state.ending === null || before === 'over') return;
    const { playId } = this.part;
    this.#deps.report({ type: 'play-over', playId, ending: state.ending });
  }

  #perform(effects: readonly PlayEffect[]): void {
    for (const effect of effects) this.#act(effect);
  }

  #act(effect: PlayEffect): void {
    const { voice } = this.#deps;
    switch (effect.type) {
      case 'say':
        this.#did('said', effect.text);
        void this.#say(effect.index, effect.text, effect.sound);
        return;
      case 'play-music':
        this.#did('music', '');
        voice.playMusic();
        return;
      case 'be-quiet':
        this.#speaking += 1;
        voice.stop();
        return;
      case 'send-tones':
        this.#did('tones', effect.tones);
        this.#call?.sendTones(effect.tones);
        return;
      case 'start-timer':
        setTimeout(() => this.take({ type: 'timer-ended', timer: effect.timer }), effect.ms);
        return;
      case 'hang-up':
        this.#hangUp();
    }
  }

  async #say(index: number, text: string, sound: PlaySound | null): Promise<void> {
    this.#speaking += 1;
    const speaking = this.#speaking;
    await this.#sound(text, sound);
    if (speaking === this.#speaking) this.take({ type: 'said', index });
  }

  async #sound(text: string, sound: PlaySound | null): Promise<void> {
    const { voice } = this.#deps;
    const url = sound?.kind === 'shipped' ? shippedSpeech(sound.name) : null;
    const own = sound?.kind === 'recorded' ? this.part.sounds[sound.soundId] : undefined;
    try {
      if (url !== null) return await voice.say(url);
      if (own !== undefined) return await voice.sayBytes(bytesOf(own));
    } catch {
      // A sound that cannot be decoded is read, like one that is missing.
    }
    const ms = Math.max(shortestMs, text.length * msPerLetter);
    await new Promise((resolve) => setTimeout(resolve, ms));
  }

  #hangUp(): void {
    const call = this.#call;
    if (call === null) return;
    if (this.#answered) call.send('send-bye');
    else call.send(this.part.rolePlay.direction === 'inbound' ? 'send-cancel' : 'send-decline');
    call.send('release-media');
  }

  #did(kind: 'said' | 'tones' | 'music', text: string): void {
    this.#deps.report({ type: 'did', playId: this.part.playId, kind, text });
  }
}
