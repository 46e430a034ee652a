/**
 * One advisor's own figures, for coaching: she sees them at once, her team lead two days later and
 * with a trace that she sees, and nobody else at all. They are never told beside those of others.
 */

import type { HubDependencies } from '@api/hub-app.ts';
import type { Reader } from '@api/modules/scripts/reader.ts';
import type { Coaching } from '@shared/contracts/http/speech-measures.ts';
import { meanOf, rateOf } from '@shared/domain/script/measure/intervals.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findAdvisorCalls, findLooks, teamOf } from './coaching-repository.ts';
import { auditLook, earlier, type Period, periodOf } from './service.ts';

/** So long only she sees what a call adds to her figures. */
const hersFirstMs = 48 * 3_600_000;

/** Her own, or of somebody of the team that this lead leads. */
const mayLook = async (hub: HubDependencies, user: User, userId: string): Promise<boolean> => {
  if (userId === user.id) return true;
  if (user.role !== 'team-lead' || user.teamId === null) return false;
  return (await teamOf(hub.database.db, userId)) === user.teamId;
};

export const coachingOf = async (
  hub: HubDependencies,
  { user, reader }: { readonly user: User; readonly reader: Reader },
  { userId = user.id, ...period }: Period & { readonly userId?: string | undefined },
): Promise<Result<Coaching>> => {
  if (!(await mayLook(hub, user, userId))) return fail('role-not-allowed');
  const { db } = hub.database;
  const own = userId === user.id;
  const nowMs = hub.clock.now();
  const asked = periodOf(period, nowMs);
  const to = own ? asked.to : earlier(asked.to, toInstant(nowMs - hersFirstMs));
  if (!own) await auditLook(db, reader, userId);
  const rows = await findAdvisorCalls(db, userId, {
    brandIds: user.brandIds,
    from: asked.from,
    to,
  });
  return succeed({
    userId,
    from: asked.from,
    to,
    speeches: rows.map((row) => ({
      scriptId: row.scriptId,
      name: row.name ?? row.scriptId,
      calls: row.calls,
      skipped: rateOf(row.skipped, row.owed),
      minutes: meanOf(row.timed, row.minutes, row.minutesSquared),
      reached: rateOf(row.reached, row.aimed),
    })),
    looks: own ? await findLooks(db, userId) : [],
  });
};
