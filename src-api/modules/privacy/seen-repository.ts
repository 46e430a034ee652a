/** Who looked at a person's data, by name: what the log of deeds knows. */
import type { HubTables } from '@api/db/tables.ts';
import type { PersonalData } from '@shared/contracts/http/privacy.ts';
import { type Kysely, sql } from 'kysely';

export const seenBy = async (
  db: Kysely<HubTables>,
  customerId: string,
): Promise<PersonalData['seenBy']> => {
  const { rows } = await sql<PersonalData['seenBy'][number]>`
    select log.at, nullif(trim(person.first_name || ' ' || person.last_name), '') as who,
      log.action as what
    from audit_log log left join users person on person.id = log.user_id
    where log.entity = 'customer' and log.entity_id = ${customerId}
    order by log.id desc limit 1000`.execute(db);
  return rows;
};
