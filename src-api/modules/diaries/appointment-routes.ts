/** Free hours and appointments: asked for, booked, moved, cancelled, kept or not. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { everyone, signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import {
  appointmentFiguresSchema,
  appointmentPathSchema,
  appointmentResultSchema,
  appointmentsQuerySchema,
  appointmentsSchema,
  cancelAppointmentSchema,
  moveAppointmentSchema,
  slotRefusedSchema,
  slotsQuerySchema,
  slotsSchema,
} from '@shared/contracts/http/diaries.ts';
import { routes } from '@shared/contracts/routes.ts';
import { appointmentSchema, bookingSchema } from '@shared/domain/diary/appointment.ts';
import type { Role } from '@shared/domain/user/user.ts';
import { appointmentFigures, inDiary, listAppointments } from './appointments-service.ts';
import { book } from './book-service.ts';
import { cancel, endAppointment, move } from './change-service.ts';
import { offeredSlots } from './slots-service.ts';

const tags = ['diaries'];
const one = `${routes.appointments}/:appointmentId`;
const makers: readonly Role[] = ['team-lead', 'brand-manager', 'administrator'];
const answers = { 200: appointmentSchema, 409: slotRefusedSchema, ...problemResponses };

const readingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.appointmentSlots,
    {
      schema: {
        tags,
        summary: 'When who covers her address is free for her; three proposals first',
        querystring: slotsQuerySchema,
        response: { 200: slotsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => orRefuse(await offeredSlots(hub, signedInOf(request), request.query)),
  );
  app.get(
    routes.appointments,
    {
      schema: {
        tags,
        summary: 'Appointments of my brands: of a customer, a campaign, a period',
        querystring: appointmentsQuerySchema,
        response: { 200: appointmentsSchema, ...problemResponses },
      },
      config: { access: everyone },
    },
    async (request) => ({
      appointments: await listAppointments(hub, signedInOf(request), request.query),
    }),
  );
  app.get(
    `${routes.appointments}/figures`,
    {
      schema: {
        tags,
        summary: 'How many were booked, cancelled, kept and not kept, by representative',
        querystring: appointmentsQuerySchema.omit({ customerId: true }),
        response: { 200: appointmentFiguresSchema, ...problemResponses },
      },
      config: { access: makers },
    },
    async (request) => appointmentFigures(hub, signedInOf(request), request.query),
  );
};

const changingRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.post(
    `${one}/move`,
    {
      schema: {
        tags,
        summary: 'Move it to another free hour, also of another representative',
        params: appointmentPathSchema,
        body: moveAppointmentSchema,
        response: answers,
      },
      config: { access: everyone },
    },
    async (request) => {
      const { appointmentId } = request.params;
      const user = signedInOf(request);
      return inDiary(hub, (tx) => move(hub, tx, user, appointmentId, request.body));
    },
  );
  app.post(
    `${one}/cancel`,
    {
      schema: {
        tags,
        summary: 'Cancel it; its hour is free again',
        params: appointmentPathSchema,
        body: cancelAppointmentSchema,
        response: answers,
      },
      config: { access: everyone },
    },
    async (request) => {
      const { appointmentId } = request.params;
      const user = signedInOf(request);
      return inDiary(hub, (tx) => cancel(hub, tx, user, appointmentId, request.body.reason));
    },
  );
  app.post(
    `${one}/result`,
    {
      schema: {
        tags,
        summary: 'Kept or not kept, once it began; can be corrected',
        params: appointmentPathSchema,
        body: appointmentResultSchema,
        response: answers,
      },
      config: { access: everyone },
    },
    async (request) => {
      const { appointmentId } = request.params;
      const user = signedInOf(request);
      return inDiary(hub, (tx) => endAppointment(hub, tx, user, appointmentId, request.body));
    },
  );
};

export const appointmentRoutes = (app: HubApp, hub: HubDependencies): void => {
  readingRoutes(app, hub);
  app.post(
    routes.appointments,
    {
      schema: {
        tags,
        summary: 'Book an hour; one that is not free is refused with what is free next',
        body: bookingSchema,
        response: answers,
      },
      config: { access: everyone },
    },
    async (request) => {
      const user = signedInOf(request);
      return inDiary(hub, (tx) => book(hub, tx, user, request.body));
    },
  );
  changingRoutes(app, hub);
};
