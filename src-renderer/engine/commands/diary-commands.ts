/** Free hours come from the hub; an hour that is proposed without it is kept here until it answers. */
import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import type { BookedHour, FreeHours } from '@shared/contracts/engine/diaries.ts';
import {
  appointmentFiguresSchema,
  appointmentsSchema,
  diarySchema,
  diarySourcesSchema,
  feedSchema,
  readSourceSchema,
  representativeSchema,
  representativesSchema,
  slotsSchema,
} from '@shared/contracts/http/diaries.ts';
import { routes } from '@shared/contracts/routes.ts';
import { appointmentSchema } from '@shared/domain/diary/appointment.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { errorCatalogue } from '@shared/kernel/error-codes.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import type { Shift } from '../shift/shift.ts';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

const answerWithinMs = 5_000;
const nobody: FreeHours = {
  proposed: [],
  slots: [],
  because: null,
  appointments: [],
  known: false,
};

type About = CommandInput<'diaries.hours'>;

const hoursOf = async ({ hub, clock }: CommandDeps, about: About): Promise<FreeHours> => {
  const timeoutMs = answerWithinMs;
  const from = toInstant(clock.now());
  const { customerId } = about;
  const [slots, hers] = await Promise.all([
    hub.ask({
      method: 'GET',
      path: routes.appointmentSlots,
      query: about,
      answer: slotsSchema,
      timeoutMs,
    }),
    hub.ask({
      method: 'GET',
      path: routes.appointments,
      query: { customerId, from },
      answer: appointmentsSchema,
      timeoutMs,
    }),
  ]);
  const coming = hers.ok ? hers.value.appointments : [];
  const appointments = coming.filter(({ status }) => status === 'booked');
  return slots.ok
    ? { ...slots.value, appointments, known: true }
    : { ...nobody, known: slots.error.code === 'customer-unknown' };
};

/** A hub that cannot be asked now, told from one that says no. */
const isAway = (code: keyof typeof errorCatalogue): boolean =>
  errorCatalogue[code].category === 'network';

const bookHour = async (
  { hub, newId }: CommandDeps,
  shift: Shift,
  { workId, ...wish }: CommandInput<'diaries.book'>,
): Promise<Result<BookedHour>> => {
  const work = workId === null ? undefined : shift.work.get(workId);
  const campaignId = work?.facts.campaignId ?? null;
  const minutes = wish.minutes ?? null;
  const representativeId = wish.representativeId ?? null;
  const note = wish.note ?? '';
  const payload = { ...wish, note, representativeId, minutes, campaignId, id: newId() };
  const told = await hub.ask({
    method: 'POST',
    path: routes.appointments,
    body: payload,
    answer: appointmentSchema,
    timeoutMs: answerWithinMs,
  });
  if (told.ok) return succeed({ status: 'booked', appointment: told.value });
  if (!isAway(told.error.code)) return told;
  // Under the same id: what the hub did not get to say yet is not booked a second time.
  const orderKey = work?.facts.orderKey ?? `customer:${wish.customerId}`;
  const kept = await shift.record({ kind: 'appointment.book', payload }, orderKey);
  return kept.ok ? succeed({ status: 'proposed' }) : kept;
};

type Calendars = 'calendars' | 'add-calendar' | 'remove-calendar' | 'open-feed';

const calendarCommands = ({
  hub,
  session,
}: CommandDeps): Pick<Part<'diaries'>, `diaries.${Calendars}`> => {
  const on = withShift(session);
  const at = (id: string) => `${routes.representatives}/${id}`;
  return {
    'diaries.calendars': on((_, { representativeId }) =>
      hub.ask({
        method: 'GET',
        path: `${at(representativeId)}/calendars`,
        answer: diarySourcesSchema,
      }),
    ),
    'diaries.add-calendar': on((_, { representativeId, calendar }) =>
      hub.ask({
        method: 'POST',
        path: `${at(representativeId)}/calendars`,
        body: calendar,
        answer: readSourceSchema,
        timeoutMs: 30_000,
      }),
    ),
    'diaries.remove-calendar': on(async (_, { representativeId, calendarId, ...query }) => {
      const path = `${at(representativeId)}/calendars/${calendarId}`;
      const gone = await hub.ask({ method: 'DELETE', path, query, answer: z.unknown() });
      return gone.ok ? succeed(null) : gone;
    }),
    'diaries.open-feed': on(async (_, { representativeId }) => {
      const path = `${at(representativeId)}/feed`;
      const told = await hub.ask({ method: 'POST', path, answer: feedSchema });
      return told.ok ? succeed({ address: new URL(told.value.path, hub.apiUrl).href }) : told;
    }),
  };
};

const representativeCommands = ({
  hub,
  session,
}: CommandDeps): Pick<Part<'diaries'>, 'diaries.representatives' | 'diaries.save'> => {
  const on = withShift(session);
  return {
    'diaries.representatives': on(() =>
      hub.ask({ method: 'GET', path: routes.representatives, answer: representativesSchema }),
    ),
    'diaries.save': on((_, { representativeId, revision, settings }) =>
      hub.ask({
        method: representativeId === null ? 'POST' : 'PUT',
        path:
          representativeId === null
            ? routes.representatives
            : `${routes.representatives}/${representativeId}`,
        body: representativeId === null ? settings : { revision, settings },
        answer: representativeSchema,
      }),
    ),
  };
};

export const diaryCommands = (deps: CommandDeps): Part<'diaries'> => {
  const { hub, session } = deps;
  const on = withShift(session);
  const known = new Map<string, FreeHours>();
  const change = (appointmentId: string, act: 'cancel' | 'move' | 'result', body: object) =>
    hub.ask({
      method: 'POST',
      path: `${routes.appointments}/${appointmentId}/${act}`,
      body,
      answer: appointmentSchema,
    });
  return {
    ...calendarCommands(deps),
    ...representativeCommands(deps),
    'diaries.hours': on(async (_, about) => {
      const key = [about.customerId, about.brandId, about.appointmentId].join(' ');
      const hours = await hoursOf(deps, about);
      if (hours.known) known.set(key, hours);
      return succeed(hours.known ? hours : { ...(known.get(key) ?? nobody), known: false });
    }),
    'diaries.move': on((_, { appointmentId, ...to }) => change(appointmentId, 'move', to)),
    'diaries.figures': on((_, query) =>
      hub.ask({
        method: 'GET',
        path: `${routes.appointments}/figures`,
        query,
        answer: appointmentFiguresSchema,
      }),
    ),
    'diaries.book': on((shift, wish) => bookHour(deps, shift, wish)),
    'diaries.read': on((_, { representativeId, ...query }) =>
      hub.ask({
        method: 'GET',
        path: `${routes.representatives}/${representativeId}/diary`,
        query,
        answer: diarySchema,
      }),
    ),
    'diaries.cancel': on((_, { appointmentId, reason }) =>
      change(appointmentId, 'cancel', { reason }),
    ),
    'diaries.end': on((_, { appointmentId, result }) =>
      change(appointmentId, 'result', { result }),
    ),
  };
};
