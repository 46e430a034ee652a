/** Whom a list leaves out and why, one by one, as the law is at this moment; a batch is held at a time. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { SheetRow } from '@api/sheets/cell.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { diallingOf } from '@shared/domain/law/presented-for.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { type Judge, judgeFor } from './judge-people.ts';
import { type FoundPeople, findListed, findNamed, findPeople } from './list-repository.ts';
import { findList, type ListRow } from './lists-repository.ts';
import { findCampaign } from './repository.ts';
import { isContact, OF_THE_HOUR, weigh } from './weigh-people.ts';

type Db = HubDependencies['database']['db'];
const BATCH = 500;
const head: SheetRow = ['id', 'nom', 'code_postal', 'commune', 'raison', 'article'];

async function* rowsOf(
  db: Db,
  { campaign, list, judge }: { campaign: Campaign; list: ListRow; judge: Judge },
): AsyncGenerator<SheetRow> {
  yield head;
  let after: string | null = null;
  do {
    const page = { brandId: campaign.settings.brandId, after, limit: BATCH };
    const { source } = list;
    const people: FoundPeople =
      'query' in source
        ? await findPeople(db, source.query, page)
        : await findNamed(db, source.importId, page);
    const ids = people.found.map(({ id }) => id);
    const judged = await judge(ids);
    const listed = await findListed(db, campaign.id, campaign.settings.brandId, ids);
    const weighing = {
      campaign,
      score: list.score,
      newId: () => '',
      judge: async () => judged,
      listed,
    };
    const weighed = await weigh(weighing, people.found);
    for (const [place, one] of weighed.entries()) {
      // Who came onto this very list is not left out of it.
      if (isContact(one) || one.because === 'already-listed') continue;
      const id = ids[place] ?? '';
      const customer = judged.get(id)?.customer;
      const name =
        customer?.companyName ?? `${customer?.firstName ?? ''} ${customer?.lastName ?? ''}`;
      const { postcode = '', commune = '' } = customer?.address ?? {};
      yield [id, name.trim(), postcode, commune, one.because, one.article];
    }
    after = people.last;
  } while (after !== null);
}

export const excludedOf = async (
  hub: HubDependencies,
  user: User,
  campaignId: string,
  listId: string,
): Promise<Result<AsyncIterable<SheetRow>>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, user.brandIds);
  const list = campaign === null ? null : await findList(db, campaignId, listId);
  if (campaign === null || list === null) return fail('not-found');
  const judge = await judgeFor(db, campaign.settings, hub.clock.now(), {
    dialling: diallingOf(campaign.settings.dialling.mode),
    setAside: OF_THE_HOUR,
  });
  return succeed(rowsOf(db, { campaign, list, judge }));
};
