/** Who works when, by what contract and agreement, and what people ask for. */
import type { AskStatus } from '@shared/contracts/http/schedule-moves.ts';
import type { SwapStatus } from '@shared/contracts/http/schedules.ts';
import type { WishKind } from '@shared/domain/schedule/build/week-to-build.ts';
import type { MoveKind } from '@shared/domain/schedule/moves/who-should-move.ts';
import type { Piece } from '@shared/domain/schedule/piece.ts';
import type { PersonPlan } from '@shared/domain/schedule/work-rule.ts';
import type { WorkSettings } from '@shared/domain/schedule/work-settings.ts';
import type { ColumnType } from 'kysely';
import type { Json } from './json.ts';

type StaffTermsTable = {
  user_id: string;
  weekly_minutes: number;
  adult_from: string | null;
  availability: ColumnType<PersonPlan['availability'], string | null, string | null>;
  changed_at: string;
};

type WorkSettingsTable = {
  team_id: string;
  settings: Json<WorkSettings>;
  revision: number;
};

type ScheduleWeeksTable = {
  team_id: string;
  week: string;
  revision: number;
  has_draft: ColumnType<boolean, boolean | undefined, boolean>;
  published_at: string | null;
  published_by: string | null;
};

type ScheduleDaysTable = {
  user_id: string;
  day: string;
  stage: 'draft' | 'published';
  team_id: string;
  pieces: Json<readonly Piece[]>;
};

type StaffAbsencesTable = { id: string; user_id: string; from_day: string; to_day: string };

type ShiftWishesTable = { user_id: string; day: string; kind: WishKind; made_at: string };

type ShiftSwapsTable = {
  id: string;
  asked_by: string;
  asked_day: string;
  colleague: string;
  colleague_day: string;
  status: SwapStatus;
  asked_at: string;
  changed_at: string;
};

type ScheduleMovesTable = {
  id: string;
  move: string;
  team_id: string;
  user_id: string;
  day: string;
  kind: MoveKind;
  brand_id: string;
  from_minute: number;
  to_minute: number;
  before: Json<readonly Piece[]>;
  after: Json<readonly Piece[]>;
  status: AskStatus;
  asked_by: string | null;
  asked_at: string;
  answered_at: string | null;
};

export type ScheduleTables = {
  staff_terms: StaffTermsTable;
  work_settings: WorkSettingsTable;
  schedule_weeks: ScheduleWeeksTable;
  schedule_days: ScheduleDaysTable;
  staff_absences: StaffAbsencesTable;
  shift_wishes: ShiftWishesTable;
  shift_swaps: ShiftSwapsTable;
  schedule_moves: ScheduleMovesTable;
};
