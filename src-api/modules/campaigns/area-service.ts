/** How many households of each commune there are, and how many of them the law lets a campaign call. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { AreaCounts, areaBodySchema } from '@shared/contracts/http/communes.ts';
import { diallingOf } from '@shared/domain/law/presented-for.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { findResidents, type Resident } from './area-repository.ts';
import { judgeFor } from './judge-people.ts';
import { findCampaign } from './repository.ts';
import { OF_THE_HOUR } from './weigh-people.ts';

const BATCH = 500;
/** Weighed while somebody waits; a list is made of all of them in the background. */
const mostWeighed = 5_000;

export const areaOf = async (
  hub: HubDependencies,
  user: User,
  campaignId: string,
  area: z.output<typeof areaBodySchema>,
): Promise<Result<AreaCounts>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, user.brandIds);
  if (campaign === null) return fail('not-found');
  const { settings } = campaign;
  const residents = await findResidents(db, settings.brandId, area);
  const judge = await judgeFor(db, settings, hub.clock.now(), {
    dialling: diallingOf(settings.dialling.mode),
    setAside: OF_THE_HOUR,
  });
  const counts = new Map<string, { households: number; callable: number }>();
  const add = ({ code }: Resident, isCallable: boolean): void => {
    const { households, callable } = counts.get(code) ?? { households: 0, callable: 0 };
    counts.set(code, { households: households + 1, callable: callable + Number(isCallable) });
  };
  for (let from = 0; from < residents.length; from += BATCH) {
    const some = residents.slice(from, from + BATCH);
    const judged = from < mostWeighed ? await judge(some.map(({ id }) => id)) : new Map();
    for (const one of some) {
      const found = judged.get(one.id);
      const may = found?.decision.allowed === true || found?.decision.allowedFromMs != null;
      add(one, may && found.customer.phones.length > 0);
    }
  }
  const communes = [...counts].map(([code, each]) => ({ code, ...each }));
  return succeed({ communes, more: residents.length > mostWeighed });
};
