/**
 * Calls that a campaign owes when it is stopped for ever: promised ones, and those to whoever picked up
 * and found nobody. They become calls to make, beside all others.
 */
import type { HubTables } from '@api/db/tables.ts';
import { insertCallback } from '@api/modules/callbacks/repository.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { type Kysely, sql } from 'kysely';

type Owed = {
  readonly contactId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly number: string | null;
  readonly dueAt: string;
  /** Who promised it; null: nobody was there for her. */
  readonly promisedTo: string | null;
};

const findOwed = async (
  db: Kysely<HubTables>,
  campaignId: string,
  contactId: string | null,
): Promise<readonly Owed[]> => {
  const { rows } = await sql<Owed>`
    select one.id as "contactId", one.customer_id as "customerId", one.promised_at as "dueAt",
      one.promised_to as "promisedTo",
      coalesce(card.company_name, trim(card.first_name || ' ' || card.last_name)) as "customerName",
      (select e164 from customer_phones where customer_id = one.customer_id
        order by position < one.number_rank, position limit 1) as number
    from campaign_contacts one join customers card on card.id = one.customer_id
    where one.campaign_id = ${campaignId} and one.state = 'waiting' and one.promised_at is not null
      and card.restricted_at is null and (${contactId}::uuid is null or one.id = ${contactId})
    for update of one`.execute(db);
  return rows;
};

/** @param contactId of one contact alone; null: of all */
export const handOverOwed = async (
  db: Kysely<HubTables>,
  campaign: Pick<Campaign, 'id' | 'settings'>,
  {
    contactId,
    at,
    newId,
  }: { readonly contactId: string | null; readonly at: string; readonly newId: () => string },
): Promise<void> => {
  for (const owed of await findOwed(db, campaign.id, contactId)) {
    const { customerId, customerName, number, dueAt, promisedTo } = owed;
    // Without a number there is nobody to call.
    if (number === null) continue;
    await insertCallback(db, {
      id: newId(),
      kind: promisedTo === null ? 'abandoned' : 'callback',
      customerId,
      customerName,
      brandId: campaign.settings.brandId,
      number,
      dueAt,
      advisorId: promisedTo,
      reason: campaign.settings.name,
      status: 'open',
      createdBy: promisedTo,
      createdAt: at,
      interactionId: null,
    });
    await db
      .updateTable('campaign_contacts')
      .set({ promised_at: null, promised_to: null })
      .where('id', '=', owed.contactId)
      .execute();
  }
};
