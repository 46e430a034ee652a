/** Desktops of the house as an administrator finds them: one in use, one that was given back and wiped. */
import type { HubDatabase } from '@api/db/database.ts';
import { changeDesktopRules } from '@api/modules/devices/repository.ts';
import { usualDesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import { nameId } from '../name-id.ts';

const dayMs = 86_400_000;

const desktops = [
  { login: 'yanis.morel', name: 'poste-14', customers: 18_420, agoMs: dayMs / 8 },
  { login: 'nadia.ferrand', name: 'portable-nadia', customers: 0, agoMs: 9 * dayMs },
] as const;

export const tellOfDesktops = async (db: HubDatabase, nowMs: number): Promise<void> => {
  const at = (agoMs: number) => new Date(nowMs - agoMs).toISOString();
  for (const { login, name, customers, agoMs } of desktops) {
    const user = await db
      .selectFrom('users')
      .select('id')
      .where('login', '=', login)
      .executeTakeFirst();
    if (user === undefined) continue;
    const id = nameId(`device ${name}`);
    const seen = { machine_name: name, last_seen_at: at(agoMs) };
    await db
      .insertInto('devices')
      .values({
        id,
        user_id: user.id,
        ...seen,
        program: '1.0.0',
        platform: 'win32 10.0.26100',
        protocol: 2,
        customers,
        waiting: 0,
        parked: 0,
        locked: customers > 0,
        clock_ahead_ms: 1_200,
      })
      .execute();
    await db
      .insertInto('device_machines')
      .values({ device_id: id, machine: id.replaceAll('-', ''), ...seen })
      .onConflict((known) => known.doNothing())
      .execute();
    if (customers > 0) continue;
    await db
      .insertInto('device_wipes')
      .values({
        id: nameId(`wipe ${name}`),
        device_id: id,
        reason: 'portable rendu au service informatique',
        ordered_by: user.id,
        ordered_at: at(agoMs + dayMs),
        done_at: at(agoMs),
        left_unsent: 0,
        withdrawn_at: null,
      })
      .execute();
  }
  // Whoever tries the demo may not know the password yet: it locks when she asks, not by itself.
  const rules = { ...usualDesktopRules, lockAfterMinutes: null };
  await changeDesktopRules(db, rules, { by: null, at: at(0), why: 'démonstration' });
};
