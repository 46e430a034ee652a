/** The demo team's weeks around today, published: whenever it is opened there is a day to look at. */
import type { HubDatabase } from '@api/db/database.ts';
import { dayLater, dayOfText, mondayOf, weekdayOfText } from '@shared/domain/calendar/day-text.ts';
import { instantOf } from '@shared/domain/calendar/zoned-time.ts';
import { buildWeek } from '@shared/domain/schedule/build/build-week.ts';
import {
  type DayNeed,
  type Plannable,
  quartersOfDay,
} from '@shared/domain/schedule/build/week-to-build.ts';
import type { Piece, PlannedDay } from '@shared/domain/schedule/piece.ts';
import { usualSettings } from '@shared/domain/schedule/work-settings.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { dayMs, dayOf, hourMs } from '../calendar.ts';
import { nameId } from '../name-id.ts';
import { demoTeams, demoUser, demoUsers } from '../organisation-data.ts';

/** The team answers on every day of the year but one: Sundays, evenings and holidays were agreed on. */
export const demoSettings = {
  ...usualSettings,
  sundays: 'agreed',
  holidays: 'agreed',
} as const;

const weeksAround = [-1, 0, 1] as const;
const heights: Readonly<Record<string, number>> = { kerdoual: 1.6, solvenne: 1, lorvane: 0.7 };

/** Two peaks between eight and eight. */
const advisorsAt = (quarter: number, height: number): number => {
  const hour = quarter / 4;
  if (hour < 8 || hour >= 20) return 0;
  const busy =
    0.5 + 0.6 * Math.exp(-((hour - 11) ** 2) / 3) + 0.5 * Math.exp(-((hour - 16) ** 2) / 5);
  return Math.round(busy * height);
};

const needsOf = (monday: string): DayNeed[] =>
  Array.from({ length: 7 }, (_, on) => ({
    day: dayLater(monday, on),
    brands: Object.entries(heights).map(([brandId, height]) => ({
      brandId,
      advisors: Array.from({ length: quartersOfDay }, (_one, at) => advisorsAt(at, height)),
    })),
  }));

const advisors = demoUsers.filter(({ role }) => role === 'advisor');
const trainingMinutes = 45;

/** One of the team learns something on each day; it was agreed that it may be moved. */
const withTraining = (day: PlannedDay, place: number): PlannedDay => {
  if (weekdayOfText(day.day) % advisors.length !== place) return day;
  const at = day.pieces.findIndex(
    ({ kind, from, to }) => kind === 'calls' && from >= 14 * 60 && to - from >= 2 * trainingMinutes,
  );
  const piece = day.pieces[at];
  if (piece === undefined) return day;
  const to = piece.from + trainingMinutes;
  const training: Piece = { ...piece, kind: 'training', brandId: null, to, movable: true };
  const [before, after] = [day.pieces.slice(0, at), day.pieces.slice(at + 1)];
  return { ...day, pieces: [...before, training, { ...piece, from: to }, ...after] };
};

const peopleWith = (days: ReadonlyMap<string, readonly PlannedDay[]>): Plannable[] =>
  advisors.map(({ id, brandIds }) => ({
    id,
    brandIds,
    wishes: [],
    plan: {
      days: days.get(id) ?? [],
      weeklyMinutes: 2_100,
      adultFrom: null,
      absences: [],
      availability: null,
      settings: demoSettings,
      zone: 'Europe/Paris',
    },
  }));

/** Days by person, of the weeks around the day given. */
export const demoDays = (today: string): ReadonlyMap<string, readonly PlannedDay[]> => {
  const days = new Map<string, readonly PlannedDay[]>();
  for (const week of weeksAround) {
    const needs = needsOf(dayLater(mondayOf(today), 7 * week));
    const built = buildWeek({ needs, people: peopleWith(days), campaignBrandIds: ['kerdoual'] });
    for (const [place, { id, days: own }] of built.people.entries())
      days.set(id, [...(days.get(id) ?? []), ...own.map((day) => withTraining(day, place))]);
  }
  return days;
};

const stateOf = { meal: 'pause', break: 'pause', training: 'pause', meeting: 'pause' } as const;
const minuteMs = 60_000;

/** What they did on the days that are over: nearly as planned, a call now and then going on into a rest. */
const tellStates = async (
  db: HubDatabase,
  days: ReadonlyMap<string, readonly PlannedDay[]>,
  today: string,
): Promise<void> => {
  const rows = [...days].flatMap(([user_id, own], person) =>
    own
      .filter(({ day }) => day < today)
      .flatMap(({ day, pieces }, on) => {
        const at = (minute: number) =>
          toInstant(instantOf(dayOfText(day), 0, 'Europe/Paris') + minute * minuteMs);
        const row = (
          name: string,
          minute: number,
          state: 'ready' | 'busy' | 'pause' | 'offline',
        ) => ({
          mutation_id: nameId(`state:${user_id}:${day}:${name}`),
          user_id,
          state,
          reason: null,
          since: at(minute),
          received_at: at(minute),
        });
        const told = pieces.flatMap(({ kind, from }, place) => {
          const late = (person * 5 + on * 3 + place * 7) % 6;
          const state = kind in stateOf ? ('pause' as const) : ('ready' as const);
          const isHeld = state === 'pause' && (person + on + place) % 4 === 0;
          return isHeld
            ? [row(`${place} call`, from - 6, 'busy'), row(`${place}`, from + 4, state)]
            : [row(`${place}`, from + late - 2, state)];
        });
        return [...told, row('end', pieces.at(-1)?.to ?? 0, 'offline')];
      }),
  );
  if (rows.length > 0) await db.insertInto('advisor_states').values(rows).execute();
};

/** A wish, and an exchange that waits for the lead. */
const tellWishes = async (
  db: HubDatabase,
  days: ReadonlyMap<string, readonly PlannedDay[]>,
  nowMs: number,
): Promise<void> => {
  const today = dayOf(nowMs);
  const [camille, theo] = [demoUser('camille.roussel'), demoUser('theo.garnier')];
  const next = dayLater(mondayOf(today), 9);
  const at = toInstant(nowMs - 5 * hourMs);
  await db
    .insertInto('shift_wishes')
    .values({ user_id: camille.id, day: next, kind: 'off', made_at: at })
    .execute();
  const worked = (id: string) => (days.get(id) ?? []).map(({ day }) => day);
  const shared = worked(camille.id).find((day) => day > next && worked(theo.id).includes(day));
  if (shared === undefined) return;
  await db
    .insertInto('shift_swaps')
    .values({
      id: nameId('swap:theo-camille'),
      asked_by: theo.id,
      asked_day: shared,
      colleague: camille.id,
      colleague_day: shared,
      status: 'asked',
      asked_at: at,
      changed_at: at,
    })
    .execute();
};

export const publishSchedules = async (db: HubDatabase, nowMs: number): Promise<void> => {
  const [team] = demoTeams;
  if (team === undefined) return;
  const today = dayOf(nowMs);
  const days = demoDays(today);
  await db
    .insertInto('work_settings')
    .values({ team_id: team.id, settings: JSON.stringify(demoSettings), revision: 1 })
    .execute();
  const published = {
    published_at: toInstant(nowMs - 2 * dayMs),
    published_by: demoUser('nadia.ferrand').id,
  };
  const weeks = weeksAround.map((week) => ({
    team_id: team.id,
    week: dayLater(mondayOf(today), 7 * week),
    revision: 1,
    ...published,
  }));
  await db.insertInto('schedule_weeks').values(weeks).execute();
  const rows = [...days].flatMap(([user_id, own]) =>
    own.map(({ day, pieces }) => ({
      user_id,
      day,
      stage: 'published' as const,
      team_id: team.id,
      pieces: JSON.stringify(pieces),
    })),
  );
  await db.insertInto('schedule_days').values(rows).execute();
  await tellWishes(db, days, nowMs);
  await tellStates(db, days, today);
};
