/** Seals of the audit log: made in the background, and checked when somebody asks. */
import type { HubTables } from '@api/db/tables.ts';
import type { AuditChain } from '@shared/contracts/http/audit.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** Of the entries called `one`, in the order they were written, behind the seal before. */
const digestOf = (before: ReturnType<typeof sql>) => sql<string>`
  encode(sha256(convert_to(${before} || coalesce(string_agg(encode(sha256(convert_to(jsonb_build_array(
    one.id, one.at, one.user_id, one.action, one.entity, one.entity_id, one.detail,
    one.correlation_id)::text, 'UTF8')), 'hex'), ',' order by one.id), ''), 'UTF8')), 'hex')`;

/** Seals what no running transaction can add to any more. @returns how many entries. */
export const sealAudit = (db: Db, at: string): Promise<number> =>
  db.transaction().execute(async (tx) => {
    // Of several instances one seals; the key is this table's own.
    await sql`select pg_advisory_xact_lock(hashtext('audit_seals'))`.execute(tx);
    const { rows } = await sql<{ entries: number }>`
      with last as (
        select coalesce(max(seq), 0) as seq, coalesce(max(until_xact::text::numeric), 0) as upto,
          coalesce((array_agg(digest order by seq desc))[1], '') as digest from audit_seals
      ), horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as until)
      insert into audit_seals (seq, from_xact, until_xact, entries, first_at, made_at, digest)
      select last.seq + 1, last.upto::text::xid8, horizon.until, count(*), min(one.at), ${at},
        ${digestOf(sql`last.digest`)}
      from last, horizon, audit_log one
      where one.xact >= last.upto::text::xid8 and one.xact < horizon.until
      group by last.seq, last.upto, last.digest, horizon.until
      returning entries`.execute(tx);
    return rows[0]?.entries ?? 0;
  });

/** What retention has purged is proved by its own chain: older seals are taken as they are. */
export const checkSeals = async (db: Db): Promise<AuditChain> => {
  const { rows } = await sql<AuditChain>`
    with purged as (
      select max(before) as before from purges where kind = 'audit-log' and count > 0
    ), chain as (
      select seal.*, lag(digest, 1, '') over (order by seq) as former,
        lag(until_xact) over (order by seq) as follows,
        coalesce(seal.first_at < purged.before, false) as gone
      from audit_seals seal, purged
    ), checked as (
      select chain.seq, chain.entries, chain.gone,
        (chain.follows is null or chain.follows = chain.from_xact) and (chain.gone or (
          select count(*) = chain.entries and ${digestOf(sql`chain.former`)} = chain.digest
          from audit_log one
          where one.xact >= chain.from_xact and one.xact < chain.until_xact)) as whole
      from chain
    )
    select coalesce(sum(entries) filter (where not gone), 0)::bigint as entries,
      count(*)::int as seals, min(seq) filter (where not whole) as "brokenAt",
      (select count(*) from audit_log where xact >= coalesce(
        (select until_xact from audit_seals order by seq desc limit 1), '0'::xid8)) as unsealed
    from checked`.execute(db);
  return rows[0] ?? { entries: 0, seals: 0, brokenAt: null, unsealed: 0 };
};
