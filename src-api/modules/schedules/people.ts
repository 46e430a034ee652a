/** The people of a team with all that their days are judged by. */
import type { HubTables } from '@api/db/tables.ts';
import { dayLater } from '@shared/domain/calendar/day-text.ts';
import type { Plannable } from '@shared/domain/schedule/build/week-to-build.ts';
import type { PlannedDay } from '@shared/domain/schedule/piece.ts';
import type { Kysely } from 'kysely';
import {
  absencesWithin,
  daysWithin,
  findWeek,
  type Member,
  membersOf,
  settingsOf,
  wishesWithin,
} from './repository.ts';

export const zone = 'Europe/Paris';
/** Twelve weeks are averaged over (L3121-22). */
const daysBefore = 12 * 7;
const daysAfter = 7;

export type Person = Member &
  Plannable & {
    /** Of the week: as the draft has it, or as it was published. */
    readonly days: readonly PlannedDay[];
    readonly published: readonly PlannedDay[];
    readonly absences: readonly {
      readonly id: string;
      readonly from: string;
      readonly to: string;
    }[];
  };

const ofUser =
  (userId: string) =>
  (row: { readonly userId: string }): boolean =>
    row.userId === userId;
const bare = ({ day, pieces }: PlannedDay): PlannedDay => ({ day, pieces });

/** @param monday of the week; what was worked before it and what follows is read with it */
export const peopleOf = async (
  db: Kysely<HubTables>,
  teamId: string,
  monday: string,
): Promise<readonly Person[]> => {
  const members = await membersOf(db, teamId);
  const ids = members.map(({ userId }) => userId);
  const week = { from: monday, to: dayLater(monday, 6) };
  const around = { from: dayLater(monday, -daysBefore), to: dayLater(week.to, daysAfter) };
  const [{ hasDraft }, { settings }, rows, wishes, absences] = await Promise.all([
    findWeek(db, teamId, monday),
    settingsOf(db, teamId),
    daysWithin(db, ids, around),
    wishesWithin(db, ids, week),
    absencesWithin(db, ids, week),
  ]);
  return members.map((member) => {
    const own = rows.filter(ofUser(member.userId));
    const isOfWeek = ({ day }: PlannedDay) => day >= week.from && day <= week.to;
    const published = own.filter(({ stage }) => stage === 'published');
    const stage = hasDraft ? 'draft' : 'published';
    const days = own.filter((row) => row.stage === stage && isOfWeek(row)).map(bare);
    const outside = published.filter((row) => !isOfWeek(row)).map(bare);
    const away = absences
      .filter(ofUser(member.userId))
      .map(({ id, from, to }) => ({ id, from, to }));
    const { terms } = member;
    return {
      ...member,
      id: member.userId,
      days,
      published: published.filter(isOfWeek).map(bare),
      absences: away,
      wishes: wishes.filter(ofUser(member.userId)).map(({ day, kind }) => ({ day, kind })),
      plan: { ...terms, days: [...outside, ...days], absences: away, settings, zone },
    };
  });
};
