/** Grids and assessments. */
import type { Assessment } from '@shared/contracts/http/assessments.ts';
import type { Grid } from '@shared/domain/assessment/grid.ts';
import type { Json } from './json.ts';

type GridsTable = {
  id: string;
  version: number;
  brand_id: string;
  content: Json<Grid>;
  published_by: string | null;
  published_at: string;
};
type AssessmentsTable = {
  id: string;
  recording_id: string;
  kind: Assessment['kind'];
  state: Assessment['state'];
  grid_id: string;
  grid_version: number;
  evaluator_id: string;
  marks: Json<Assessment['marks']>;
  comments: Json<Assessment['comments']>;
  reply: string | null;
  score: number | null;
  sent_at: string | null;
  final_at: string | null;
  plan: Json<NonNullable<Assessment['plan']>> | null;
};
export type AssessmentTables = { grids: GridsTable; assessments: AssessmentsTable };
