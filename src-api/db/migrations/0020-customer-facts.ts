/** What tells customers apart: a birth date, and a company's number in the SIRENE register. */
import { type Kysely, sql } from 'kysely';

export const customerFacts = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      alter table customers add column birth_date date, add column registration text;
    `.execute(db);
  },
};
