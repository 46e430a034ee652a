/** Imports of files, their lines, and what they wrote. */
import type { KeptReason, LineReasons, WrittenCounts } from '@shared/contracts/http/imports.ts';
import type { Constants, ImportKind, Mapping } from '@shared/domain/import/field.ts';
import type { ImportState } from '@shared/domain/import/import-state.ts';
import type { LineProblem } from '@shared/domain/import/problem.ts';
import type {
  Decision,
  DoubtRule,
  FileShape,
  LineCounts,
  LineStatus,
  Readings,
  UnreadableCode,
} from '@shared/domain/import/progress.ts';
import type { ColumnType, Generated } from 'kysely';
import type { BigIdentity, Json } from './json.ts';

export type ImportsTable = {
  id: string;
  brand_id: string;
  kind: ImportKind;
  file_name: string;
  by_id: string | null;
  created_at: string;
  state: ImportState;
  unreadable: Generated<UnreadableCode | null>;
  shape: Json<FileShape | null>;
  headers: Generated<string[]>;
  mapping: Json<Mapping>;
  constants: Json<Constants>;
  remembered: Generated<boolean>;
  doubts: Generated<DoubtRule>;
  lines: Generated<number>;
  cursor: Generated<number>;
  readings: Json<Readings>;
  counts: Json<Partial<LineCounts>>;
  written: Json<Partial<WrittenCounts>>;
  reader: string | null;
  reader_until: string | null;
  started_at: string | null;
  ended_at: string | null;
  undone_at: string | null;
  undone_by: string | null;
};

export type ImportLinesTable = {
  import_id: string;
  line: number;
  cells: string[];
  status: Generated<LineStatus>;
  problems: Json<LineProblem[]>;
  match_id: string | null;
  match_line: number | null;
  reasons: Json<LineReasons | null>;
  decision: Decision | null;
  unproved: Generated<boolean>;
};

export type ImportChangesTable = {
  import_id: string;
  seq: BigIdentity;
  line: number;
  entity: 'customer' | 'consent' | 'interaction';
  entity_id: string;
  customer_id: string | null;
  deed: 'created' | 'updated';
  changes: Json<{ field: string; from: unknown; to: unknown }[]>;
  undone: 'taken-back' | 'kept' | 'gone' | null;
  kept_because: KeptReason | null;
  turn: ColumnType<number, never, never>;
};

type ImportMappingsTable = {
  brand_id: string;
  kind: ImportKind;
  signature: string;
  mapping: Json<Mapping>;
  constants: Json<Constants>;
  by_id: string | null;
  at: string;
};

export type ImportTables = {
  imports: ImportsTable;
  import_chunks: { import_id: string; place: number; bytes: Buffer };
  import_lines: ImportLinesTable;
  import_keys: { import_id: string; key: string; line: number };
  import_changes: ImportChangesTable;
  import_mappings: ImportMappingsTable;
  import_references: { brand_id: string; reference: string; customer_id: string };
};
