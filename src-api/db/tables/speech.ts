/** Versions of speeches, what happened to them, and what was said about them. */

import type { ExperimentArm } from '@shared/domain/script/choice/experiment.ts';
import type {
  VersionDeed,
  VersionState,
} from '@shared/domain/script/governance/version-machine.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

export type ScriptVersionsTable = {
  script_id: string;
  version: number;
  brand_id: string;
  status: VersionState;
  content: Json<Script>;
  /** As it was written, where that is not what is said. */
  written: Generated<Script | null>;
  created_by: string | null;
  created_at: Generated<string>;
  published_by: string | null;
  published_at: string | null;
  /** Counts the savings of its words. */
  revision: Generated<number>;
  writers: Generated<string[]>;
  saved_by: Generated<string | null>;
  saved_at: Generated<string | null>;
  submitted_by: Generated<string | null>;
  submitted_at: Generated<string | null>;
  approved_by: Generated<string | null>;
  approved_at: Generated<string | null>;
  valid_from: Generated<string | null>;
  withdrawn_by: Generated<string | null>;
  withdrawn_at: Generated<string | null>;
  /** Why it was refused or withdrawn. */
  reason: Generated<string | null>;
};

export type ScriptEventsTable = {
  id: string;
  script_id: string;
  version: number;
  deed: VersionDeed | 'create';
  by_id: string | null;
  at: string;
  reason: string | null;
  valid_from: string | null;
};

export type ScriptAsidesTable = {
  script_id: string;
  version: number;
  by_id: string;
  revision: number;
  at: string;
  content: Json<Script>;
};

export type ScriptCommentsTable = {
  id: string;
  script_id: string;
  version: number;
  step_id: string | null;
  parent_id: string | null;
  by_id: string;
  at: string;
  body: string;
  resolved_by: string | null;
  resolved_at: string | null;
};

export type ScriptExperimentsTable = {
  id: string;
  script_id: string;
  brand_id: string;
  name: string;
  arms: Json<ExperimentArm[]>;
  from_at: string;
  until_at: string | null;
  outcome: 'reached' | 'resolved';
  planned_per_arm: number;
  created_by: string | null;
  created_at: string;
  stopped_by: string | null;
  stopped_at: string | null;
};
