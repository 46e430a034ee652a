/** Two representatives of Solvenne and one's week, on the Thursday of the mock-ups. */
import type {
  AppointmentFigures,
  Diary,
  DiarySource,
  Representative,
} from '@shared/contracts/http/diaries.ts';
import { representativeSettingsSchema } from '@shared/domain/diary/representative.ts';
import { succeed } from '@shared/kernel/result.ts';
import { at } from './helene.ts';
import { id } from './organisation.ts';

const representative = (number: number, name: string, departments: string[]): Representative => ({
  id: id(number),
  revision: 1,
  hasFeed: false,
  settings: representativeSettingsSchema.parse({
    name,
    brandIds: ['solvenne'],
    zones: { departments },
  }),
});
export const erwan = representative(7201, 'Erwan Le Goff', ['29']);
export const sandrine = representative(7202, 'Sandrine Jouan', ['22', '35']);

const visit = (number: number, name: string, from: string, to: string) => ({
  id: id(number),
  representativeId: erwan.id,
  customerId: id(1),
  customerName: name,
  brandId: 'solvenne',
  campaignId: null,
  startsAt: at(from),
  endsAt: at(to),
  place: {
    lines: ['3 rue du Port'],
    postcode: '29200',
    commune: 'Brest',
    inseeCode: '29019',
    country: 'FR',
  },
  note: '',
  status: 'booked' as const,
  sequence: 0,
  bookedBy: null,
  moves: 0,
  bookedAt: at('2026-11-03T11:44:00'),
  changedAt: at('2026-11-03T11:44:00'),
});
export const week: Diary = {
  appointments: [
    {
      ...visit(7301, 'Yann Prigent', '2026-11-03T09:00:00', '2026-11-03T10:00:00'),
      status: 'kept',
    },
    visit(7302, 'Hélène Vasseur', '2026-11-04T14:00:00', '2026-11-04T15:00:00'),
    visit(7303, 'Gilles Armand', '2026-11-06T10:15:00', '2026-11-06T11:15:00'),
  ],
  free: [{ startsAt: at('2026-11-06T13:30:00'), endsAt: at('2026-11-06T18:00:00') }],
  busy: [
    { startsAt: at('2026-11-05T09:00:00'), endsAt: at('2026-11-05T12:00:00'), source: 'Outlook' },
  ],
};
export const outlook: DiarySource = {
  id: id(7501),
  kind: 'address',
  name: 'outlook.example',
  address: 'https://outlook.example/erwan.ics',
  userName: null,
  hasSecret: false,
  readAt: at('2026-11-05T17:00:00'),
  problem: null,
  events: 12,
  appointments: 0,
};
export const diaryAnswers = {
  'diaries.representatives': () => succeed({ representatives: [erwan, sandrine] }),
  'diaries.read': () => succeed(week),
  'diaries.calendars': () => succeed({ calendars: [outlook] }),
  'diaries.end': () => succeed(week.appointments[1] as Diary['appointments'][number]),
};
const none = { booked: 0, kept: 0, notKept: 0, cancelled: 0, moved: 0 };
const his = { booked: 4, kept: 9, notKept: 3, cancelled: 1, moved: 2 };
export const figures: AppointmentFigures = {
  all: { ...his, booked: 6 },
  byRepresentative: [
    { ...his, representativeId: erwan.id, name: erwan.settings.name },
    { ...none, booked: 2, representativeId: sandrine.id, name: sandrine.settings.name },
  ],
};
