/** What is a team lead's: the advisors of her team and of those she leads besides, for the brands she serves. */
import type { HubTables } from '@api/db/tables.ts';
import type { User } from '@shared/domain/user/user.ts';
import type { Kysely } from 'kysely';

export type LeadScope = {
  readonly teamIds: ReadonlySet<string>;
  readonly brandIds: ReadonlySet<string>;
};

/** Whoever is no team lead leads nobody. */
export const leadScopeOf = async (
  db: Kysely<HubTables>,
  user: Pick<User, 'id' | 'role' | 'teamId' | 'brandIds'>,
): Promise<LeadScope> => {
  if (user.role !== 'team-lead') return { teamIds: new Set(), brandIds: new Set() };
  const led = await db
    .selectFrom('led_teams')
    .select('team_id')
    .where('user_id', '=', user.id)
    .execute();
  const own = user.teamId === null ? [] : [user.teamId];
  return {
    teamIds: new Set([...own, ...led.map(({ team_id }) => team_id)]),
    brandIds: new Set(user.brandIds),
  };
};

/** Hers to see and to help: of her teams, and for one of her brands at least. */
export const isLedBy = (
  { teamIds, brandIds }: LeadScope,
  person: { readonly teamId: string | null; readonly brandIds: readonly string[] },
): boolean =>
  person.teamId !== null &&
  teamIds.has(person.teamId) &&
  person.brandIds.some((id) => brandIds.has(id));

/** Two leads with the same key see the same. */
export const scopeKey = ({ teamIds, brandIds }: LeadScope): string =>
  `${[...teamIds].sort().join()} ${[...brandIds].sort().join()}`;
