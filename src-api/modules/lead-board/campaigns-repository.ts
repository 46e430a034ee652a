/** The campaigns that run, as a board shows them: who is left, what it won, who calls for it. */
import type { HubTables } from '@api/db/tables.ts';
import type { BoardCampaign } from '@shared/contracts/live/board.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { type Kysely, sql } from 'kysely';

/** Who called within it is at it. */
const atItMs = 15 * 60_000;

export const readBoardCampaigns = async (
  db: Kysely<HubTables>,
  nowMs: number,
): Promise<BoardCampaign[]> => {
  const { rows } = await sql<BoardCampaign>`
    select campaign.id, campaign.brand_id as "brandId", campaign.settings->>'name' as name,
      (campaign.settings->>'target')::int as target,
      (select count(*)::int from campaign_contacts one
        where one.campaign_id = campaign.id and one.state = 'waiting') as left,
      (select count(*)::int from campaign_attempts made
        join jsonb_to_recordset(campaign.settings->'outcomes')
          as rule("dispositionCode" text, consequence text)
          on rule."dispositionCode" = made.disposition and rule.consequence = 'success'
        where made.campaign_id = campaign.id and made.result = 'reached') as won,
      (select count(distinct advisor_id)::int from campaign_attempts made
        where made.campaign_id = campaign.id
          and made.at > ${toInstant(nowMs - atItMs)}) as callers
    from campaigns campaign where campaign.status = 'running'
    order by 3, 1`.execute(db);
  return rows;
};
