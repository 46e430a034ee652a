/** Letters of campaigns, gathered by day for the mail house. */
import type { HubTables } from '@api/db/tables.ts';
import type { Mailing } from '@shared/contracts/http/letters.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type KeptLetter = {
  readonly id: string;
  readonly customerId: string;
  readonly subject: string;
  readonly body: string;
  readonly addressLines: string[];
  readonly shortened: boolean;
  readonly writtenAt: string;
};

/** Into the mailing of its campaign, template and day, which is made with its first letter. */
export const insertLetter = async (
  db: Db,
  to: {
    readonly newMailingId: string;
    readonly campaignId: string;
    readonly templateId: string;
    readonly day: string;
  },
  letter: KeptLetter,
): Promise<void> => {
  await sql`
    insert into mailings (id, campaign_id, template_id, day)
    values (${to.newMailingId}, ${to.campaignId}, ${to.templateId}, ${to.day})
    on conflict (campaign_id, template_id, day) do nothing`.execute(db);
  await sql`
    insert into letters (id, mailing_id, customer_id, subject, body, address_lines, shortened, written_at)
    select ${letter.id}, id, ${letter.customerId}, ${letter.subject}, ${letter.body},
      ${letter.addressLines}::text[], ${letter.shortened}, ${letter.writtenAt}
    from mailings where campaign_id = ${to.campaignId} and template_id = ${to.templateId}
      and day = ${to.day}`.execute(db);
};

export const findMailings = async (
  db: Db,
  scope: readonly string[],
  which: { readonly campaignId?: string | undefined; readonly id?: string },
  today: string,
): Promise<Mailing[]> => {
  const { rows } = await sql<Mailing>`
    select one.id, one.campaign_id as "campaignId", campaign.settings->>'name' as "campaignName",
      one.template_id as "templateId", kept.template->>'name' as "templateName",
      to_char(one.day, 'YYYY-MM-DD') as day, count(letter.id)::int as letters,
      count(*) filter (where letter.shortened)::int as shortened, one.day >= ${today} as "isOpen"
    from mailings one
    join campaigns campaign on campaign.id = one.campaign_id
    join message_templates kept on kept.id = one.template_id
    left join letters letter on letter.mailing_id = one.id
    where campaign.brand_id = any(${[...scope]}::text[])
      and (${which.campaignId ?? null}::uuid is null or one.campaign_id = ${which.campaignId ?? null})
      and (${which.id ?? null}::uuid is null or one.id = ${which.id ?? null})
    group by one.id, campaign.settings, kept.template order by one.day desc, one.id limit 500`.execute(
    db,
  );
  return rows;
};

export const findLetters = (db: Db, mailingId: string): Promise<KeptLetter[]> =>
  db
    .selectFrom('letters')
    .select([
      'id',
      'customer_id as customerId',
      'subject',
      'body',
      'address_lines as addressLines',
      'shortened',
      'written_at as writtenAt',
    ])
    .where('mailing_id', '=', mailingId)
    .orderBy('id')
    .execute();
