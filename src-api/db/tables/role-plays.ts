/** Role-plays, their series and sounds, and the reports of who played them. */

import type { RolePlayDraft } from '@shared/domain/role-play/role-play.ts';
import type { PlayRun } from '@shared/domain/role-play/run.ts';
import type { Json } from './json.ts';

export type RolePlaysTable = {
  id: string;
  brand_id: string;
  version: number;
  content: Json<RolePlayDraft>;
  created_by: string | null;
  updated_at: string;
};

export type RolePlaySeriesTable = {
  id: string;
  brand_id: string;
  version: number;
  title: string;
  role_play_ids: string[];
  pass_mark: number;
  updated_at: string;
};

export type RolePlaySoundsTable = {
  id: string;
  brand_id: string;
  media_type: string;
  content: Buffer;
  created_at: string;
};

export type RolePlayRunsTable = {
  id: string;
  user_id: string;
  brand_id: string;
  content: Json<PlayRun>;
  ended_at: string;
};
