/** A representative's appointments as a calendar, for whoever knows its secret address. */
import { createHash } from 'node:crypto';
import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import { representativeSettingsSchema } from '@shared/domain/diary/representative.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findAppointments } from './appointments-repository.ts';
import { writeCalendar } from './calendar/write-calendar.ts';
import { findRepresentative } from './representatives-repository.ts';

const dayMs = 86_400_000;

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** With a new address the old one is none any more; null takes it away. */
const setFeed = (
  hub: HubDependencies,
  { user, actor }: { readonly user: User; readonly actor: Actor },
  id: string,
  secret: string | null,
): Promise<Result<null>> => {
  const action = secret === null ? 'feed-closed' : 'feed-opened';
  return audited<Result<null>>(
    hub,
    actor,
    { action, entity: 'representative', entityId: id },
    async (tx) => {
      if ((await findRepresentative(tx, id, user.brandIds)) === null) return fail('not-found');
      await tx
        .updateTable('representatives')
        .set({ feed_digest: secret === null ? null : digestOf(secret) })
        .where('id', '=', id)
        .execute();
      return succeed(null);
    },
  );
};

/** The path is shown once: what is kept does not tell it. */
export const openFeed = async (
  hub: HubDependencies,
  who: Parameters<typeof setFeed>[1],
  id: string,
): Promise<Result<{ path: string }>> => {
  const secret = Buffer.from(hub.random(24)).toString('base64url');
  const set = await setFeed(hub, who, id, secret);
  return set.ok ? succeed({ path: `/v1/calendars/${secret}.ics` }) : set;
};

export const closeFeed = (
  hub: HubDependencies,
  who: Parameters<typeof setFeed>[1],
  id: string,
): Promise<Result<null>> => setFeed(hub, who, id, null);

/** Three months back and what is to come; cancelled ones say so. */
export const readFeed = async (
  { database: { db }, clock }: HubDependencies,
  secret: string,
): Promise<Result<string>> => {
  const row = await db
    .selectFrom('representatives')
    .select(['id', 'settings', 'brand_ids as brandIds'])
    .where('feed_digest', '=', digestOf(secret))
    .executeTakeFirst();
  if (row === undefined) return fail('not-found');
  const { name, hours } = representativeSettingsSchema.parse(row.settings);
  const from = new Date(clock.now() - 90 * dayMs).toISOString();
  const appointments = await findAppointments(db, row.brandIds, { representativeId: row.id, from });
  return succeed(writeCalendar(name, hours.zone, appointments));
};
