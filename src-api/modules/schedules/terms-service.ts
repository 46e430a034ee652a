/** What a team agreed on, what binds each of its people, and when they are away. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Terms } from '@shared/contracts/http/schedules.ts';
import type { WorkSettings } from '@shared/domain/schedule/work-settings.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { settingsOf } from './repository.ts';
import { type Actor, isMember, teamFor } from './week-service.ts';

type Settings = { readonly settings: WorkSettings; readonly revision: number };

export const changeSettings = async (
  hub: HubDependencies,
  { user, correlationId }: Actor,
  { settings, revision }: Settings,
): Promise<Result<Settings>> => {
  const team = teamFor(user, undefined);
  if (!team.ok) return team;
  return hub.database.db.transaction().execute(async (tx): Promise<Result<Settings>> => {
    const stored = JSON.stringify(settings);
    const changed = await tx
      .insertInto('work_settings')
      .values({ team_id: team.value, settings: stored, revision: 1 })
      .onConflict((conflict) =>
        conflict
          .column('team_id')
          .doUpdateSet({ settings: stored, revision: revision + 1 })
          .where('work_settings.revision', '=', revision),
      )
      .returning('revision')
      .executeTakeFirst();
    if (changed === undefined) return fail('version-superseded');
    const about = { action: 'changed', entity: 'work-settings', entityId: team.value };
    await recordAudit(tx, { userId: user.id, correlationId, ...about });
    return succeed(await settingsOf(tx, team.value));
  });
};

export const changeTerms = async (
  hub: HubDependencies,
  { user, correlationId }: Actor,
  { userId, ...terms }: Terms & { readonly userId: string },
): Promise<Result<Terms>> => {
  const team = teamFor(user, undefined);
  if (!team.ok) return team;
  if (!(await isMember(hub.database.db, team.value, userId))) return fail('not-found');
  await hub.database.db.transaction().execute(async (tx) => {
    const { weeklyMinutes: weekly_minutes, adultFrom: adult_from } = terms;
    const availability = terms.availability === null ? null : JSON.stringify(terms.availability);
    const row = {
      weekly_minutes,
      adult_from,
      availability,
      changed_at: toInstant(hub.clock.now()),
    };
    await tx
      .insertInto('staff_terms')
      .values({ user_id: userId, ...row })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
      .execute();
    const about = { action: 'changed', entity: 'staff-terms', entityId: userId };
    await recordAudit(tx, { userId: user.id, correlationId, ...about });
  });
  return succeed(terms);
};

type Absence = { readonly id: string; readonly from: string; readonly to: string };

export const addAbsence = async (
  hub: HubDependencies,
  { user, correlationId }: Actor,
  { userId, ...absence }: Absence & { readonly userId: string },
): Promise<Result<Absence>> => {
  const team = teamFor(user, undefined);
  if (!team.ok) return team;
  if (!(await isMember(hub.database.db, team.value, userId))) return fail('not-found');
  await hub.database.db.transaction().execute(async (tx) => {
    const { id, from: from_day, to: to_day } = absence;
    await tx
      .insertInto('staff_absences')
      .values({ id, user_id: userId, from_day, to_day })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    const about = { action: 'created', entity: 'staff-absence', entityId: id };
    await recordAudit(tx, { userId: user.id, correlationId, ...about });
  });
  return succeed(absence);
};

export const endAbsence = async (
  hub: HubDependencies,
  { user, correlationId }: Actor,
  { absenceId }: { readonly absenceId: string },
): Promise<Result<{ readonly absenceId: string }>> => {
  const team = teamFor(user, undefined);
  if (!team.ok) return team;
  return hub.database.db
    .transaction()
    .execute(async (tx): Promise<Result<{ absenceId: string }>> => {
      const gone = await tx
        .deleteFrom('staff_absences')
        .where('id', '=', absenceId)
        .where('user_id', 'in', (eb) =>
          eb.selectFrom('users').select('id').where('team_id', '=', team.value),
        )
        .returning('id')
        .executeTakeFirst();
      if (gone === undefined) return fail('not-found');
      const about = { action: 'deleted', entity: 'staff-absence', entityId: absenceId };
      await recordAudit(tx, { userId: user.id, correlationId, ...about });
      return succeed({ absenceId });
    });
};
