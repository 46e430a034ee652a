/**
 * Which device serves which use. She chooses once; what she chose is remembered by its id and by
 * its label, because Chromium gives a device a new id when the profile's storage is cleared or the
 * plug moves to another port. Earlier choices stay in the list: they are where a use falls back to.
 */
import { voiceProcessingSchema } from '@shared/contracts/engine/desk-views.ts';
import { z } from 'zod';

export const deviceUses = ['microphone', 'speaker', 'ringer'] as const;
export type DeviceUse = (typeof deviceUses)[number];

const rememberedAtMost = 8;
const loudnessSchema = z.number().min(0).max(1);
const knownDeviceSchema = z.object({ id: z.string(), label: z.string() });
export type KnownDevice = z.infer<typeof knownDeviceSchema>;

export const deviceMemorySchema = z.object({
  microphone: z.array(knownDeviceSchema),
  speaker: z.array(knownDeviceSchema),
  ringer: z.array(knownDeviceSchema),
  /** By device: loud on the screen's speaker is not loud in the headset. */
  loudness: z.object({
    speaker: z.record(z.string(), loudnessSchema),
    ringer: z.record(z.string(), loudnessSchema),
  }),
  processing: z.record(z.string(), voiceProcessingSchema),
});
export type DeviceMemory = z.infer<typeof deviceMemorySchema>;

export const emptyMemory: DeviceMemory = {
  microphone: [],
  speaker: [],
  ringer: [],
  loudness: { speaker: {}, ringer: {} },
  processing: {},
};

const same = (one: KnownDevice, other: KnownDevice): boolean =>
  one.id === other.id || (one.label !== '' && one.label === other.label);

/** The newest choice first; the same device is remembered once. */
export const remember = (
  remembered: readonly KnownDevice[],
  chosen: KnownDevice,
): readonly KnownDevice[] =>
  [chosen, ...remembered.filter((one) => !same(one, chosen))].slice(0, rememberedAtMost);

/**
 * The newest choice that is plugged in: by its id, else by its label. Null: the system's default
 * has to do.
 */
export const pickDevice = <D extends KnownDevice>(
  remembered: readonly KnownDevice[],
  present: readonly D[],
): D | null => {
  for (const wanted of remembered) {
    const found =
      present.find(({ id }) => id === wanted.id) ??
      present.find(({ label }) => label !== '' && label === wanted.label);
    if (found !== undefined) return found;
  }
  return null;
};

/** What a device's own settings are kept under. */
export const deviceKey = ({ id, label }: KnownDevice): string => (label === '' ? id : label);

/** Reads what was kept; what cannot be read is forgotten, never an obstacle. */
export const readMemory = (kept: string | null): DeviceMemory => {
  try {
    return deviceMemorySchema.catch(emptyMemory).parse(JSON.parse(kept ?? 'null'));
  } catch {
    return emptyMemory;
  }
};
