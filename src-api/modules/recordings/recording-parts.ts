/** The switch that records, and where the sounds lie. */
import type { RecorderPort } from '@api/pbx/recorder-port.ts';

export type RecordingParts = {
  readonly recorder: RecorderPort;
  /** The switch's folder of recordings, as the hub sees it. */
  readonly spool: string;
  /** Where the sealed files lie; several hubs share it. */
  readonly store: string;
  /** `switch`: its dial plan tells every caller before anybody answers. */
  readonly announcement: 'hub' | 'switch';
};
