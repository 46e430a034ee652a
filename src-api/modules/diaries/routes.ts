/** Everything about representatives: who they are, their appointments, their calendars. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { appointmentRoutes } from './appointment-routes.ts';
import { calendarRoutes, feedRoutes } from './calendar-routes.ts';
import { representativeRoutes } from './representative-routes.ts';

export const diaryRoutes = (app: HubApp, hub: HubDependencies): void => {
  representativeRoutes(app, hub);
  appointmentRoutes(app, hub);
  feedRoutes(app, hub);
  calendarRoutes(app, hub);
};
