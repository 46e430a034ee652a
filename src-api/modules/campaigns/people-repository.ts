/** The people of a campaign, found by state, name or commune, a page at a time. */
import type { HubTables } from '@api/db/tables.ts';
import type { peopleQuerySchema } from '@shared/contracts/http/campaign-figures.ts';
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { type KeptContact, shownContact } from './contact-repository.ts';

type Db = Kysely<HubTables>;
type Query = z.output<typeof peopleQuerySchema>;

export const findPage = async (
  db: Db,
  campaignId: string,
  { state, search, offset, limit }: Query,
): Promise<{ readonly total: number; readonly contacts: KeptContact[] }> => {
  const wanted =
    search === undefined || search === '' ? null : `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const found = sql`
    from campaign_contacts one join customers card on card.id = one.customer_id
    where one.campaign_id = ${campaignId} and card.restricted_at is null
      and (${state ?? null}::text is null or one.state = ${state ?? null})
      and (${wanted}::text is null or card.commune ilike ${wanted}
        or coalesce(card.company_name, card.first_name || ' ' || card.last_name) ilike ${wanted})`;
  const counted = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(db);
  const { rows } = await sql<KeptContact>`
    select ${shownContact} ${found}
    order by one.added_at, one.id offset ${offset} limit ${limit}`.execute(db);
  return { total: counted.rows[0]?.total ?? 0, contacts: rows };
};
