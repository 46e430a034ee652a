/** Column types that several tables share. */
import type { ColumnType } from 'kysely';

/** Read parsed, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>;

/** bigint columns come back as numbers: none of ours leaves the safe range. */
export type BigIdentity = ColumnType<number, never, never>;
