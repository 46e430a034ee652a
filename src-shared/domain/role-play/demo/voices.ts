/** Who speaks in the demo's role-plays, as the speech synthesiser makes it. */
import type { PlayStep } from '../role-play.ts';

export type Voice = {
  /** A voice of espeak-ng with its variant. */
  readonly name: string;
  /** Words per minute, and pitch from 0 to 99. */
  readonly speed: number;
  readonly pitch: number;
};

export const voices = {
  lenoir: { name: 'fr+f2', speed: 150, pitch: 55 },
  carre: { name: 'fr+m3', speed: 178, pitch: 42 },
  ozanne: { name: 'fr+m7', speed: 132, pitch: 38 },
  vidal: { name: 'fr+f4', speed: 165, pitch: 48 },
  guerin: { name: 'fr+m1', speed: 155, pitch: 46 },
  rivoal: { name: 'fr+f5', speed: 172, pitch: 58 },
} as const satisfies Record<string, Voice>;
export type VoiceName = keyof typeof voices;

/** Sentences of one voice, numbered as they are said. */
export const sayingAs = (voice: VoiceName, play: string): ((text: string) => PlayStep) => {
  let number = 0;
  return (text) => {
    number += 1;
    return {
      kind: 'say',
      text,
      sound: { kind: 'shipped', name: `${voice}-${play}-${number}` },
    };
  };
};
