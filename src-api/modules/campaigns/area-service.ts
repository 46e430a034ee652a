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
/** While somebody waits; a list is made of all of them in the background. */
const usuallyWeighed = 5_000;

type Tally = { readonly households: number; readonly weighed: number; readonly callable: number };
const nobody: Tally = { households: 0, weighed: 0, callable: 0 };

/** Of those who were not weighed as many may be called as of those who were. */
const estimated = ({ households, weighed, callable }: Tally): Tally => ({
  households,
  weighed,
  callable: weighed === 0 ? 0 : Math.round((callable * households) / weighed),
});

export const areaOf = async (
  hub: HubDependencies,
  user: User,
  campaignId: string,
  area: z.output<typeof areaBodySchema>,
  mostWeighed = usuallyWeighed,
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
  const counts = new Map<string, Tally>();
  const add = ({ code }: Resident, more: Partial<Tally>): void => {
    const was = counts.get(code) ?? nobody;
    counts.set(code, {
      households: was.households + (more.households ?? 0),
      weighed: was.weighed + (more.weighed ?? 0),
      callable: was.callable + (more.callable ?? 0),
    });
  };
  for (const one of residents) add(one, { households: 1 });
  const some = residents.slice(0, mostWeighed);
  for (let from = 0; from < some.length; from += BATCH) {
    const batch = some.slice(from, from + BATCH);
    const judged = await judge(batch.map(({ id }) => id));
    for (const one of batch) {
      const found = judged.get(one.id);
      const may = found?.decision.allowed === true || found?.decision.allowedFromMs != null;
      const callable = Number(may && (found?.customer.phones.length ?? 0) > 0);
      add(one, { weighed: 1, callable });
    }
  }
  return succeed({ communes: [...counts].map(([code, each]) => ({ code, ...estimated(each) })) });
};
