/** The channel map of the user's brands, or of one of them. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { ChannelMap } from '@shared/contracts/http/channel-map.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { countContacts, readClasses, readFlows, readWants } from './repository.ts';

export type Asked = {
  readonly brandId?: string | undefined;
  readonly from: string;
  readonly to: string;
};

/** `not-found` for a brand of others; `input-malformed` when the time is turned round. */
export const channelMap = async (
  hub: HubDependencies,
  user: User,
  { brandId, from, to }: Asked,
): Promise<Result<ChannelMap>> => {
  if (brandId !== undefined && !user.brandIds.includes(brandId)) return fail('not-found');
  if (from >= to) return fail('input-malformed', '`from` lies before `to`');
  const { db } = hub.database;
  const query = { brandIds: brandId === undefined ? user.brandIds : [brandId], from, to };
  const [contacts, flows, wanted, classes] = await Promise.all([
    countContacts(db, query),
    readFlows(db, query),
    readWants(db, query),
    readClasses(db, query),
  ]);
  return succeed({ contacts, flows, ...wanted, classes });
};
