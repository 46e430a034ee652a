/** Schedules: a team's day and week, an advisor's own, and the forecast of a day. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { hugo, managing } from '../component/support/planning.ts';
import {
  askOf,
  ownWeek,
  scheduleAnswers,
  teamDay,
  teamWeek,
  thursdayToday,
} from '../component/support/schedules.ts';
import { quiet } from '../component/support/slices.ts';
import { staffingAnswers, thursday } from '../component/support/staffing.ts';
import type { GalleryState } from './parts.ts';

const state = (more: Partial<GalleryState> = {}): GalleryState => ({
  now: '11:48:06',
  slices: managing,
  screen: 'forecast',
  answers: staffingAnswers as never,
  ...more,
});
const lead = {
  ...managing,
  session: { ...quiet.session, user: { ...hugo, role: 'team-lead' as const } },
};
const schedules = (more: Partial<GalleryState> = {}): GalleryState =>
  state({ slices: lead, answers: { ...staffingAnswers, ...scheduleAnswers } as never, ...more });
const own = (more: Partial<GalleryState> = {}): GalleryState =>
  schedules({ slices: { session: quiet.session }, ...more });
const away = () => fail('hub-unreachable');
const offline = { ...quiet.sync, hub: 'offline' as const };
const longName = 'Marie-Antoinette de La Rochefoucauld-Montmorency';
const edits = /^09:00–18:00/;
const longDay = /^(\d\d:\d\d)–21:30/;
const withAbsence = (name: string) =>
  teamWeek({
    people: teamWeek().people.map((one, at) => ({
      ...one,
      name,
      absences: at < 2 ? [{ id: one.userId, from: '2026-11-05', to: '2026-11-20' }] : [],
    })),
  });
const partTime = () =>
  teamWeek({
    people: teamWeek().people.map((one) => ({
      ...one,
      terms: {
        weeklyMinutes: 1_440,
        adultFrom: null,
        availability: [1, 2, 4, 5].map((weekday) => ({ weekday, from: 510, to: 1_020 })),
      },
    })),
  });
const short = { total: null, quarters: [], error: null, history: { days: 3, from: '2026-11-02' } };

export const staffingStates: { readonly [name: string]: GalleryState } = {
  forecast: state(),
  'forecast-tomorrow': state({ presses: [/^(Lendemain|Day after)/] }),
  'forecast-unknown': state({
    answers: { 'staffing.day': () => succeed(thursday(short)) } as never,
  }),
  'forecast-offline': state({
    slices: { ...managing, sync: { ...quiet.sync, hub: 'offline' as const } },
    answers: { 'staffing.day': () => fail('hub-unreachable') } as never,
  }),
  'schedules-today': schedules(),
  'schedules-nobody-missing': schedules({
    answers: {
      ...scheduleAnswers,
      'schedules.today': () => succeed(thursdayToday({ advice: null })),
    } as never,
  }),
  'schedules-empty': schedules({
    answers: {
      'schedules.today': () => succeed(thursdayToday({ advice: null, quarters: [] })),
      'schedules.day': () =>
        succeed({
          ...teamDay(),
          people: teamDay().people.map((one) => ({ ...one, pieces: [] })),
        }),
    } as never,
  }),
  'schedules-long': schedules({
    answers: {
      ...scheduleAnswers,
      'schedules.today': () => succeed(thursdayToday({ asks: [askOf('Léo Barbier')] })),
      'schedules.day': () =>
        succeed({
          ...teamDay(),
          people: teamDay().people.map((one) => ({ ...one, name: longName })),
        }),
    } as never,
  }),
  'schedules-offline': schedules({
    slices: { ...lead, sync: offline },
    answers: { 'schedules.today': away, 'schedules.day': away } as never,
  }),
  'schedules-week': schedules({ tab: 'week' }),
  'schedules-week-unpublished': schedules({
    tab: 'week',
    answers: {
      ...scheduleAnswers,
      'schedules.week': () => succeed(teamWeek({ people: [], swaps: [], cover: [], changes: 0 })),
    } as never,
  }),
  'schedules-week-edit': schedules({ tab: 'week', presses: [edits] }),
  'schedules-week-contract': schedules({
    tab: 'week',
    presses: [/^Adèle Morin/],
    answers: {
      ...scheduleAnswers,
      'schedules.week': () => succeed(partTime()),
    } as never,
  }),
  'schedules-week-edit-refused': schedules({
    tab: 'week',
    presses: [longDay, /^(Enregistrer|Save)/],
    answers: {
      ...scheduleAnswers,
      'schedules.week': () => succeed(withAbsence(longName)),
      'schedules.change-day': () => fail('version-superseded'),
    } as never,
  }),
  'schedules-adherence': schedules({ tab: 'adherence' }),
  'schedules-mine': own(),
  'schedules-mine-asked': own({
    answers: {
      ...scheduleAnswers,
      'schedules.own-asks': () => succeed({ asks: [askOf('Camille Roussel')] }),
    } as never,
  }),
  'schedules-mine-empty': own({
    answers: {
      ...scheduleAnswers,
      'schedules.mine': () =>
        succeed(ownWeek({ days: [], swaps: [], wishes: [], worked: 0, publishedAt: null })),
    } as never,
  }),
  'schedules-mine-offline': own({
    slices: { session: quiet.session, sync: offline },
    answers: { 'schedules.mine': away, 'schedules.own-asks': away } as never,
  }),
};
