/** Where the switch leaves what it records, and where the hub keeps it, from the environment. */
import path from 'node:path';
import { z } from 'zod';

const blankAsAbsent = (value: unknown) => (value === '' ? undefined : value);
const folder = z.preprocess(blankAsAbsent, z.string().max(500).optional());

export const recordingVariables = {
  /** The switch's own folder of recordings (`monitor`), as the hub sees it; without it nothing is recorded. */
  PARLANCE_RECORDING_SPOOL: folder,
  /** Where the sealed files lie, the same for every hub; by default below the hub's data. */
  PARLANCE_RECORDING_STORE: folder,
  /** `switch`: the dial plan tells every caller before anybody answers, and the hub need not. */
  PARLANCE_RECORDING_ANNOUNCEMENT: z.preprocess(
    blankAsAbsent,
    z.enum(['hub', 'switch']).default('hub'),
  ),
} as const;

const schema = z.object(recordingVariables);

export type RecordingSettings = {
  readonly spool: string;
  readonly store: string;
  readonly announcement: 'hub' | 'switch';
};

export const recordingSettingsOf = (
  value: z.infer<typeof schema>,
  dataDir: string,
): RecordingSettings | null =>
  value.PARLANCE_RECORDING_SPOOL === undefined
    ? null
    : {
        spool: value.PARLANCE_RECORDING_SPOOL,
        store: value.PARLANCE_RECORDING_STORE ?? path.join(dataDir, 'recordings'),
        announcement: value.PARLANCE_RECORDING_ANNOUNCEMENT,
      };
