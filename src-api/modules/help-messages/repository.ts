/** Messages between advisors and their leads, and who has read them. */
import type { HubTables } from '@api/db/tables.ts';
import { type HelpMessage, helpMessageSchema } from '@shared/contracts/http/help-messages.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** A notification holds 8,000 bytes; an id takes 37 of them. */
const idsAtOnce = 200;

/** Tells their desktops that there is something to read, or that something was read. */
export const announceMessages = async (tx: Db, userIds: readonly string[]): Promise<void> => {
  for (let at = 0; at < userIds.length; at += idsAtOnce) {
    const payload = userIds.slice(at, at + idsAtOnce).join(',');
    await sql`select pg_notify('help_messages', ${payload})`.execute(tx);
  }
};

export type Team = { readonly teamId: string | null; readonly brandIds: readonly string[] };

/** Everybody who leads somebody of this team for one of these brands. */
export const leadsOf = async (db: Db, { teamId, brandIds }: Team): Promise<string[]> => {
  if (teamId === null) return [];
  const { rows } = await sql<{ id: string }>`
    select id from users lead where role = 'team-lead' and active
      and (team_id = ${teamId} or exists (
        select from led_teams where user_id = lead.id and led_teams.team_id = ${teamId}))
      and exists (select from user_brands where user_id = lead.id
        and brand_id = any(${[...brandIds]}::text[]))`.execute(db);
  return rows.map(({ id }) => id);
};

/** The advisors of a team who serve one of these brands. */
export const advisorsOf = async (db: Db, { teamId, brandIds }: Team): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from users where role = 'advisor' and active and team_id = ${teamId}
      and exists (select from user_brands where user_id = users.id
        and brand_id = any(${[...brandIds]}::text[]))`.execute(db);
  return rows.map(({ id }) => id);
};

export type NewMessage = Pick<
  HelpMessage,
  'id' | 'fromId' | 'advisorId' | 'teamId' | 'words' | 'urgency' | 'callId' | 'at'
> & { readonly brandId: string | null; readonly customerId: string | null };

/** @returns false when it is there already. A customer whom the hub does not know yet is left out. */
export const insertMessage = async (tx: Db, message: NewMessage): Promise<boolean> => {
  const { rows } = await sql`
    insert into help_messages
      (id, from_id, advisor_id, team_id, words, urgency, call_id, brand_id, customer_id, at)
    values (${message.id}, ${message.fromId}, ${message.advisorId}, ${message.teamId},
      ${message.words}, ${message.urgency}, ${message.callId}, ${message.brandId},
      (select id from customers where id = ${message.customerId}), ${message.at})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
};

/** Who looks, and what is hers of it. */
export type Reader = {
  readonly userId: string;
  /** Her own talk with her leads, or those of the advisors whom she leads. */
  readonly advisorIds: readonly string[];
  readonly teamIds: readonly string[];
  /** What was written in a call of another brand is not hers to see. */
  readonly brandIds: readonly string[];
};

const named = sql<string>`trim(first_name || ' ' || last_name)`;
const isOfTeamOfSender = sql`(users.team_id = one.team_id and users.role = 'advisor' and users.active
  and exists (select from user_brands hers join user_brands senders using (brand_id)
    where hers.user_id = users.id and senders.user_id = one.from_id))`;

/** Of a team's everybody who is to read it, of a talk whoever has; of a team's only for leads. */
const readers = (userId: string) => sql`
  case when team_id is not null and not exists (
    select from users where id = ${userId} and role = 'team-lead') then '[]'::jsonb
  else coalesce((
    select jsonb_agg(jsonb_build_object('userId', users.id, 'name', ${named},
      'at', to_char(read.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      order by last_name, first_name)
    from users left join help_message_reads read
      on read.message_id = one.id and read.user_id = users.id
    where read.at is not null or ${isOfTeamOfSender}), '[]') end`;

/** A talk is read from its other side; a team's message by the advisors of the team. */
const isToMe = (userId: string) => sql`
  case when team_id is null then (advisor_id = ${userId}) <> (from_id = advisor_id)
    else exists (select from users where id = ${userId} and ${isOfTeamOfSender}) end`;

/** Oldest first. */
export const findMessages = async (
  db: Db,
  { userId, advisorIds, teamIds, brandIds }: Reader,
  { since, id = null }: { readonly since: string; readonly id?: string | null },
): Promise<HelpMessage[]> => {
  const { rows } = await sql`
    select one.id, from_id as "fromId", (select ${named} from users where id = from_id) as "fromName",
      advisor_id as "advisorId", team_id as "teamId", words, urgency, call_id as "callId", at,
      (select at from help_message_reads where message_id = one.id and user_id = ${userId})
        as "readAt",
      ${isToMe(userId)} as "isToMe", ${readers(userId)} as readers
    from help_messages one
    where at >= ${since} and (${id}::uuid is null or one.id = ${id})
      and (advisor_id = any(${[...advisorIds]}::uuid[]) or team_id = any(${[...teamIds]}::uuid[]))
      and (brand_id is null or brand_id = any(${[...brandIds]}::text[]))
      and (team_id is null or from_id = ${userId} or exists (
        select from user_brands hers join user_brands senders using (brand_id)
        where hers.user_id = ${userId} and senders.user_id = one.from_id))
    order by at desc, id limit 500`.execute(db);
  return rows.map((row) => helpMessageSchema.parse(row)).reverse();
};

/** @returns the sender of each that she has not read before */
export const markRead = async (
  tx: Db,
  userId: string,
  { ids, at }: { readonly ids: readonly string[]; readonly at: string },
): Promise<string[]> => {
  const { rows } = await sql<{ fromId: string }>`
    with fresh as (
      insert into help_message_reads (message_id, user_id, at)
      select unnest(${[...ids]}::uuid[]), ${userId}, ${at}
      on conflict do nothing returning message_id)
    select distinct from_id as "fromId" from help_messages
    where id in (select message_id from fresh)`.execute(tx);
  return rows.map(({ fromId }) => fromId);
};

export const forgetMessages = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('help_messages').where('at', '<', before).execute();
};
