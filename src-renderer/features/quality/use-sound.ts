/** A recording that is played: fetched once it was said why, and forgotten with the screen. */
import { useRequest } from '@renderer/platform/store/services.tsx';
import { useEffect, useRef, useState } from 'react';

export const rates = [0.75, 1, 1.25, 1.5] as const;
export type Rate = (typeof rates)[number];
type Reason = 'evaluation' | 'own-call';

export type Sound = {
  readonly atMs: number;
  readonly playing: boolean;
  readonly rate: Rate;
  readonly toggle: () => void;
  readonly seek: (ms: number) => void;
  readonly setRate: (rate: Rate) => void;
};

const secondMs = 1000;

export const useSound = (recordingId: string, reason: Reason): Sound => {
  const request = useRequest();
  const audio = useRef<HTMLAudioElement | null>(null);
  const [atMs, setAtMs] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [rate, setRateState] = useState<Rate>(1);
  useEffect(
    () => () => {
      if (audio.current === null) return;
      audio.current.pause();
      URL.revokeObjectURL(audio.current.src);
      audio.current = null;
    },
    [],
  );
  const fetched = async (): Promise<HTMLAudioElement | null> => {
    if (audio.current !== null) return audio.current;
    const got = await request('recording.hear', { recordingId, reason });
    if (!got.ok) return null;
    const made = new Audio(URL.createObjectURL(new Blob([got.value.bytes], { type: 'audio/wav' })));
    made.addEventListener('timeupdate', () => setAtMs(made.currentTime * secondMs));
    made.addEventListener('ended', () => setPlaying(false));
    made.playbackRate = rate;
    made.currentTime = atMs / secondMs;
    audio.current = made;
    return made;
  };
  const toggle = async () => {
    const sound = await fetched();
    if (sound === null) return;
    if (sound.paused) await sound.play();
    else sound.pause();
    setPlaying(!sound.paused);
  };
  return {
    atMs,
    playing,
    rate,
    toggle: () => void toggle(),
    seek: (ms) => {
      const to = Math.max(0, ms);
      setAtMs(to);
      if (audio.current !== null) audio.current.currentTime = to / secondMs;
    },
    setRate: (next) => {
      setRateState(next);
      if (audio.current !== null) audio.current.playbackRate = next;
    },
  };
};
