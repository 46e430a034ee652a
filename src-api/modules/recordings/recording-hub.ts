/** What recording needs of the hub. */
import type { HubDependencies } from '@api/hub-app.ts';

export type RecordingHub = Pick<
  HubDependencies,
  'database' | 'clock' | 'newId' | 'random' | 'log' | 'recording'
>;
