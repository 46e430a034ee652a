/** How loud a microphone is, and what to say of it. */

export const silenceDb = -100;

/** Root mean square of samples between -1 and 1, in dB of full scale. */
export const levelDb = (samples: Float32Array): number => {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const power = samples.length === 0 ? 0 : sum / samples.length;
  return power === 0 ? silenceDb : Math.max(silenceDb, 10 * Math.log10(power));
};

export const voiceVerdicts = ['silent', 'quiet', 'noisy', 'loud', 'good'] as const;
export type VoiceVerdict = (typeof voiceVerdicts)[number];

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? silenceDb;

/**
 * Of a spoken sentence, level by level. Speech at the microphone of a headset lies between -35 and
 * -12 dB; the pauses between its words tell how noisy the room is.
 */
export const judgeVoice = (
  levels: readonly number[],
): { readonly verdict: VoiceVerdict; readonly voiceDb: number } => {
  const sorted = [...levels].sort((one, other) => one - other);
  const voiceDb = share(sorted, 0.8);
  const pauseDb = share(sorted, 0.1);
  if (voiceDb < -90) return { verdict: 'silent', voiceDb };
  if (voiceDb < -48) return { verdict: 'quiet', voiceDb };
  if (voiceDb > -6) return { verdict: 'loud', voiceDb };
  const noisy = pauseDb > -45 && voiceDb - pauseDb < 12;
  return { verdict: noisy ? 'noisy' : 'good', voiceDb };
};
