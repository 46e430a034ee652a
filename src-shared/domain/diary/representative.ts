/** A representative who visits customers: where, on which days and hours, and how long he is on his way. */
import { z } from 'zod';
import { openingHoursSchema } from '../calendar/business-time.ts';
import { departmentOf } from '../customer/department.ts';

const minutes = z.number().int().min(0).max(600);

/** Where somebody is to be visited; as much of her address as travel goes by. */
export const placeSchema = z.object({
  lines: z.array(z.string().max(120)).max(4).default([]),
  postcode: z.string().max(10),
  commune: z.string().max(80),
  inseeCode: z
    .string()
    .regex(/^[0-9][0-9AB][0-9]{3}$/)
    .nullable(),
  country: z.string().length(2).default('FR'),
});
export type Place = z.infer<typeof placeSchema>;

/** DIARY-5: any of these; all empty: everybody of his brands. */
const zonesSchema = z.object({
  departments: z
    .array(z.string().regex(/^[0-9][0-9AB][0-9]?$/, 'a department: 29, 2A or 974'))
    .max(110)
    .default([]),
  postcodes: z
    .array(z.string().regex(/^\d{2,5}$/, 'the first two to five digits of postcodes'))
    .max(500)
    .default([]),
  communes: z
    .array(z.string().regex(/^[0-9][0-9AB][0-9]{3}$/, 'the official code of a commune: 29232'))
    .max(2000)
    .default([]),
});

export const representativeSettingsSchema = z.object({
  name: z.string().trim().min(1).max(120),
  brandIds: z.array(z.string().min(1).max(40)).min(1).max(50),
  email: z.email().max(200).nullable().default(null),
  active: z.boolean().default(true),
  zones: zonesSchema.prefault({}),
  /** His working hours, by weekday, and his time zone. */
  hours: openingHoursSchema.default({
    zone: 'Europe/Paris',
    openings: [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, from: 540, to: 750 },
      { weekday, from: 810, to: 1080 },
    ]),
    onHolidays: 'closed',
  }),
  daysOff: z
    .array(
      z
        .object({ from: z.iso.date(), to: z.iso.date() })
        .refine(({ from, to }) => from <= to, 'days off end after they begin'),
    )
    .max(200)
    .default([]),
  appointmentMinutes: minutes.min(10).default(60),
  /** How long he is on his way between two appointments (DIARY-4). */
  travel: z
    .object({
      withinCommuneMinutes: minutes.default(15),
      withinDepartmentMinutes: minutes.default(40),
      furtherMinutes: minutes.default(90),
    })
    .prefault({}),
  /** Nobody is promised a visit earlier than in so many hours. */
  noticeHours: z.number().int().min(0).max(720).default(24),
});
export type RepresentativeSettings = z.infer<typeof representativeSettingsSchema>;

export const covers = ({ zones }: RepresentativeSettings, place: Place): boolean => {
  const { departments, postcodes, communes } = zones;
  if (departments.length + postcodes.length + communes.length === 0) return true;
  const department = departmentOf(place);
  return (
    (department !== null && departments.includes(department)) ||
    postcodes.some((first) => place.postcode.startsWith(first)) ||
    (place.inseeCode !== null && communes.includes(place.inseeCode))
  );
};

const sameCommune = (one: Place, other: Place): boolean =>
  one.inseeCode !== null && other.inseeCode !== null
    ? one.inseeCode === other.inseeCode
    : one.postcode === other.postcode;

/** Null: something in his diary without an address; it counts as within the department. */
export const travelMinutes = (
  { travel }: RepresentativeSettings,
  one: Place | null,
  other: Place | null,
): number => {
  if (one === null || other === null) return travel.withinDepartmentMinutes;
  if (sameCommune(one, other)) return travel.withinCommuneMinutes;
  const department = departmentOf(one);
  return department !== null && department === departmentOf(other)
    ? travel.withinDepartmentMinutes
    : travel.furtherMinutes;
};
