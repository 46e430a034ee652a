/** The conditions every read and write goes through: one of the user's brands, one of some ids. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** `column && brands` on a text[] column, such as `customers.brand_ids`. */
export const brandsOverlap = (column: string, brandIds: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} && ${[...brandIds]}::text[]`;

/** `column = any(values)`: one parameter however many values, and none is allowed. */
export const isOneOf = (column: string, values: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} = any(${[...values]})`;
