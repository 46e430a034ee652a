/** Recordings, their sample, their listeners and the proof of their end. */
import type { Draw } from '@shared/domain/recording/draw.ts';
import type { RecordingPurpose, RecordingRules } from '@shared/domain/recording/purpose.ts';
import type { PauseCause, RecordingState } from '@shared/domain/recording/recording-machine.ts';
import type { Generated } from 'kysely';
import type { BigIdentity, Json } from './json.ts';

export type Peaks = { readonly advisor: number[]; readonly customer: number[] };
export type PausedSpan = { readonly fromMs: number; readonly toMs: number | null };

type RecordingRulesTable = {
  brand_id: string;
  rules: Json<RecordingRules>;
  changed_by: string | null;
  changed_at: string;
  why: string;
};
type RecordingKeysTable = { month: string; sealed: Buffer; fingerprint: string };
type RecordingDrawsTable = {
  interaction_id: string;
  advisor_id: string;
  brand_id: string;
  at: string;
  per_month: number;
  expected_rest: number;
} & Pick<Draw, 'month' | 'unit' | 'chance' | 'drawn'>;

type RecordingsTable = {
  id: string;
  brand_id: string;
  advisor_id: string;
  customer_id: string | null;
  purpose: RecordingPurpose;
  state: RecordingState;
  causes: PauseCause[];
  begun: Generated<boolean>;
  leg: string;
  decided_at: string;
  announced_at: string | null;
  begun_at: string | null;
  ended_at: string | null;
  pauses: Json<PausedSpan[]>;
  duration_ms: number | null;
  bytes: number | null;
  key: Buffer | null;
  peaks: Json<Peaks> | null;
  sound_until: string | null;
  analysis_until: string | null;
};
type RecordingPartsTable = { recording_id: string; interaction_id: string; since: string };
type RecordingObjectionsTable = {
  id: string;
  customer_id: string;
  said_to: string | null;
  at: string;
};
type RecordingListeningsTable = {
  id: string;
  recording_id: string;
  user_id: string;
  reason: string;
  at: string;
  until: string;
};
export type RecordingRemovalsTable = {
  recording_id: string;
  purpose: RecordingPurpose;
  why: 'retention' | 'objection' | 'erasure';
  at: string;
};
export type RecordingPurgesTable = {
  seq: BigIdentity;
  recording_id: string;
  purpose: RecordingPurpose;
  what: 'sound' | 'analysis';
  why: 'retention' | 'objection' | 'erasure';
  at: string;
  fingerprint: string | null;
  former_digest: string;
  digest: string;
};

export type RecordingTables = {
  recording_draws: RecordingDrawsTable;
  recording_keys: RecordingKeysTable;
  recording_listenings: RecordingListeningsTable;
  recording_objections: RecordingObjectionsTable;
  recording_parts: RecordingPartsTable;
  recording_purges: RecordingPurgesTable;
  recording_removals: RecordingRemovalsTable;
  recording_rules: RecordingRulesTable;
  recordings: RecordingsTable;
};
