/**
 * Trying the sound outside of a call: the level of the microphone, her own voice played back, the
 * loudspeaker, the ring. The microphone is open while she looks, never longer than a minute, and
 * never in the way of a call.
 */
import type { Slices } from '@shared/contracts/engine/views.ts';
import { closeStream } from '../telephony/media/microphone.ts';
import { judgeVoice, levelDb, silenceDb } from './voice-level.ts';

type View = Slices['soundTest'];
/** An open microphone: its level now, its voice as a recording, and the way to close it. */
export type OpenMicrophone = {
  readonly level: () => number;
  /** Plays what was recorded since the last call of `record` on the speech device. */
  readonly playBack: () => Promise<void>;
  readonly record: () => void;
  readonly close: () => void;
};

type Deps = {
  readonly open: () => Promise<OpenMicrophone>;
  readonly inCall: () => boolean;
  readonly show: (view: View) => void;
};

const everyMs = 100;
const sentenceMs = 3_000;
const longestMs = 60_000;
const idle: View = { state: 'idle', levelDb: null, verdict: null, voiceDb: null };

export class SoundTest {
  readonly #deps: Deps;
  #view = idle;
  #microphone: OpenMicrophone | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #levels: number[] = [];
  #heardMs = 0;
  /** Grows with each start and end, so that what opens too late is closed. */
  #turn = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @returns false in a call: the microphone is the caller's; @throws as getUserMedia does */
  async listen(): Promise<boolean> {
    if (this.#deps.inCall()) return false;
    if (this.#microphone !== null) return true;
    this.#turn += 1;
    const turn = this.#turn;
    const microphone = await this.#deps.open();
    if (turn !== this.#turn || this.#deps.inCall()) {
      microphone.close();
      return false;
    }
    this.#microphone = microphone;
    this.#heardMs = 0;
    this.#set({ ...idle, state: 'listening' });
    this.#timer = setInterval(() => this.#measure(), everyMs);
    return true;
  }

  /** Records one sentence, judges it and plays it back. */
  async hearBack(): Promise<boolean> {
    if (this.#view.state === 'recording' || this.#view.state === 'playing') return true;
    if (!(await this.listen())) return false;
    this.#levels = [];
    this.#heardMs = 0;
    this.#microphone?.record();
    this.#set({ ...this.#view, state: 'recording', verdict: null, voiceDb: null });
    return true;
  }

  stop(): void {
    this.#turn += 1;
    clearInterval(this.#timer);
    this.#microphone?.close();
    this.#microphone = null;
    this.#set({ ...idle, verdict: this.#view.verdict, voiceDb: this.#view.voiceDb });
  }

  /** Called at every change of the calls. */
  follow(): void {
    if (this.#microphone !== null && this.#deps.inCall()) this.stop();
  }

  #measure(): void {
    const level = Math.round(this.#microphone?.level() ?? silenceDb);
    this.#heardMs += everyMs;
    this.#levels.push(level);
    this.#set({ ...this.#view, levelDb: level });
    if (this.#view.state === 'recording' && this.#heardMs >= sentenceMs) void this.#play();
    else if (this.#heardMs >= longestMs) this.stop();
  }

  async #play(): Promise<void> {
    const { verdict, voiceDb } = judgeVoice(this.#levels);
    this.#set({ ...this.#view, state: 'playing', verdict, voiceDb: Math.round(voiceDb) });
    const turn = this.#turn;
    await this.#microphone?.playBack().catch(() => undefined);
    if (turn === this.#turn) this.stop();
  }

  #set(view: View): void {
    this.#view = view;
    this.#deps.show(view);
  }
}

/** A microphone in the browser; what is played back goes to the speech device. */
export const openForTest = async (
  opening: Promise<MediaStream>,
  speakerId: () => string,
): Promise<OpenMicrophone> => {
  const stream = await opening;
  const context = new AudioContext();
  const tap = context.createAnalyser();
  tap.fftSize = 4096;
  context.createMediaStreamSource(stream).connect(tap);
  const samples = new Float32Array(tap.fftSize);
  let recorder: MediaRecorder | null = null;
  return {
    level: () => {
      tap.getFloatTimeDomainData(samples);
      return levelDb(samples);
    },
    record: () => {
      recorder = new MediaRecorder(stream);
      recorder.start();
    },
    playBack: () => playRecording(recorder, speakerId()),
    close: () => {
      closeStream(stream);
      void context.close();
    },
  };
};

const playRecording = async (recorder: MediaRecorder | null, speakerId: string): Promise<void> => {
  if (recorder === null) return;
  const recorded = new Promise<Blob>((resolve) => {
    recorder.ondataavailable = ({ data }) => resolve(data);
  });
  recorder.stop();
  const address = URL.createObjectURL(await recorded);
  const audio: HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> } = new Audio(
    address,
  );
  try {
    await audio.setSinkId?.(speakerId === 'default' ? '' : speakerId).catch(() => undefined);
    await new Promise<void>((resolve, reject) => {
      audio.onended = () => resolve();
      audio.onerror = () => reject(new Error('the recording cannot be played'));
      audio.play().catch(reject);
    });
  } finally {
    URL.revokeObjectURL(address);
  }
};
