/**
 * The audit log as a chain: sealed batch by batch, each seal a digest of its entries and of the seal
 * before. Batches are cut by transaction, so that one that commits late cannot fall between two.
 */
import { type Kysely, sql } from 'kysely';

export const auditSeals = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        alter table audit_log add column xact xid8 not null default pg_current_xact_id();
        create index audit_log_by_xact on audit_log (xact, id);
        create index audit_log_by_user on audit_log (user_id, id);
        create table audit_seals (
          seq bigint primary key,
          from_xact xid8 not null,
          until_xact xid8 not null,
          entries bigint not null,
          first_at timestamptz(3) not null,
          made_at timestamptz(3) not null,
          digest text not null
        );
      `)
      .execute(db);
  },
};
