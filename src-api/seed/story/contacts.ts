/** Who speaks for the companies of the story: a resident, and one who works next door to his home. */
import type { HubDatabase } from '@api/db/database.ts';
import { putContact } from '@api/modules/contacts/repository.ts';
import { nameId } from '../name-id.ts';

export const tellContacts = async (db: HubDatabase): Promise<void> => {
  await putContact(db, {
    id: nameId('story:contact:residence'),
    companyId: nameId('story:residence-des-abers'),
    personId: nameId('story:mireille-gueguen'),
    function: 'Présidente du conseil syndical',
    directLine: null,
    since: '2021-05-01',
    until: null,
  });
  await putContact(db, {
    id: nameId('story:contact:cabinet'),
    companyId: nameId('story:cabinet-gueguen-riou'),
    personId: nameId('story:loic-gueguen'),
    function: 'Associé',
    directLine: '+33199007316',
    since: '2022-09-01',
    until: null,
  });
};
