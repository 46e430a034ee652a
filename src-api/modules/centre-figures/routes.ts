/** Figures of the centre: time per state, handling, contacts, queues, goals. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { csvMediaType, csvOf } from '@api/sheets/write-csv.ts';
import {
  centreAnswerSchema,
  centreQuerySchema,
  centreSheetQuerySchema,
} from '@shared/contracts/http/centre-figures.ts';
import { routes } from '@shared/contracts/routes.ts';
import { roles } from '@shared/domain/user/user.ts';
import { z } from 'zod';
import { centreFiguresFor } from './service.ts';
import { sheetOf } from './sheet.ts';

const tags = ['figures'];

export const centreFigureRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.centreFigures,
    {
      schema: {
        tags,
        summary:
          'Time per state, handling time, first-contact resolution, repeats, transfers, service level and conversion, by advisor, team, brand, queue, speech, day, week or month: her own, her teams’, or of her brands',
        querystring: centreQuerySchema,
        response: { 200: centreAnswerSchema, ...problemResponses },
      },
      config: { access: roles },
    },
    async (request) => orRefuse(await centreFiguresFor(hub, signedInOf(request), request.query)),
  );
  app.get(
    `${routes.centreFigures}.csv`,
    {
      schema: {
        tags,
        summary: 'The same as CSV, its last line of all of them',
        querystring: centreSheetQuerySchema,
        produces: ['text/csv'],
        response: { 200: z.any().meta({ format: 'binary' }), ...problemResponses },
      },
      config: { access: roles },
    },
    async (request, reply) => {
      const { language, ...asked } = request.query;
      const figures = orRefuse(await centreFiguresFor(hub, signedInOf(request), asked));
      const name = language === 'fr' ? 'centre' : 'centre-figures';
      return reply
        .type(csvMediaType)
        .header('content-disposition', `attachment; filename="${name}.csv"`)
        .send(csvOf(sheetOf(figures, language)));
    },
  );
};
