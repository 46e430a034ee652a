/** Exports and their sealed lines. */
import type { ExportView, NewExport } from '@shared/contracts/http/exports.ts';
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

export type ExportsTable = {
  id: string;
  brand_id: string;
  kind: ExportView['kind'];
  asked: Json<NewExport>;
  state: ExportView['state'];
  by_id: string | null;
  created_at: string;
  ended_at: string | null;
  until: string | null;
  cursor: string | null;
  done: Generated<number>;
  total: number;
};

export type ExportLinesTable = {
  export_id: string;
  place: number;
  customer_id: string | null;
  body: Buffer;
};
