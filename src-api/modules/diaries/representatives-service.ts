/** Representatives of the user's brands: made, changed, and their diaries read. */
import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import type { Diary, Representative } from '@shared/contracts/http/diaries.ts';
import { freeSpans } from '@shared/domain/diary/free-spans.ts';
import type { RepresentativeSettings } from '@shared/domain/diary/representative.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findAppointments, findBusy, findOtherBusy } from './appointments-repository.ts';
import {
  findRepresentative,
  findRepresentatives,
  insertRepresentative,
  lockRepresentative,
  updateRepresentative,
} from './representatives-repository.ts';

type Who = { readonly user: User; readonly actor: Actor };

export const listRepresentatives = (hub: HubDependencies, user: User): Promise<Representative[]> =>
  findRepresentatives(hub.database.db, user.brandIds);

const foreignBrand = (user: User, { brandIds }: RepresentativeSettings): string | undefined =>
  brandIds.find((one) => !user.brandIds.includes(one));

export const createRepresentative = async (
  hub: HubDependencies,
  { user, actor }: Who,
  settings: RepresentativeSettings,
): Promise<Result<Representative>> => {
  const foreign = foreignBrand(user, settings);
  if (foreign !== undefined)
    return fail('input-malformed', `brandIds: no such brand of yours: ${foreign}`);
  const id = hub.newId();
  const deed = { action: 'created', entity: 'representative', entityId: id };
  return audited(hub, actor, deed, async (tx) => {
    await insertRepresentative(tx, id, settings, toInstant(hub.clock.now()));
    return succeed({ id, revision: 1, hasFeed: false, settings });
  });
};

/** `version-superseded` when somebody changed him meanwhile. */
export const changeRepresentative = (
  hub: HubDependencies,
  { user, actor }: Who,
  id: string,
  { revision, settings }: { readonly revision: number; readonly settings: RepresentativeSettings },
): Promise<Result<Representative>> => {
  const deed = { action: 'changed', entity: 'representative', entityId: id };
  return audited<Result<Representative>>(hub, actor, deed, async (tx) => {
    const known = await lockRepresentative(tx, id, user.brandIds);
    if (known === null) return fail('not-found');
    if (known.revision !== revision) return fail('version-superseded');
    const foreign = foreignBrand(user, settings);
    if (foreign !== undefined && !known.settings.brandIds.includes(foreign))
      return fail('input-malformed', `brandIds: no such brand of yours: ${foreign}`);
    await updateRepresentative(tx, id, settings);
    return succeed({ ...known, revision: revision + 1, settings });
  });
};

/** DIARY-31. */
const freeIn = async (
  { database, clock }: HubDependencies,
  { id, settings }: Representative,
  period: { readonly from: string; readonly to: string },
): Promise<Diary['free']> => {
  const span = { fromMs: Date.parse(period.from), toMs: Date.parse(period.to) };
  const busy = (await findBusy(database.db, [id], span)).get(id) ?? [];
  return freeSpans(settings, busy, { ...span, nowMs: clock.now() }).map(({ fromMs, toMs }) => ({
    startsAt: toInstant(fromMs),
    endsAt: toInstant(toMs),
  }));
};

export const readDiary = async (
  hub: HubDependencies,
  user: User,
  id: string,
  period: { readonly from: string; readonly to: string },
): Promise<Result<Diary>> => {
  const { db } = hub.database;
  const one = await findRepresentative(db, id, user.brandIds);
  if (one === null) return fail('not-found');
  const wanted = { ...period, representativeId: id };
  return succeed({
    appointments: await findAppointments(db, user.brandIds, wanted),
    busy: await findOtherBusy(db, id, period),
    free: await freeIn(hub, one, period),
  });
};
