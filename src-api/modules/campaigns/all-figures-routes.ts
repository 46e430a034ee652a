/** Figures over all campaigns, for everybody who calls or has calls made. */
import type { HubApp, HubDependencies } from '@api/hub-app.ts';
import { signedInOf } from '@api/plugins/access.ts';
import { orRefuse, problemResponses } from '@api/plugins/problems.ts';
import { csvMediaType, csvOf } from '@api/sheets/write-csv.ts';
import {
  allFiguresSchema,
  figuresQuerySchema,
  figuresSheetQuerySchema,
} from '@shared/contracts/http/call-figures.ts';
import { experimentsSchema } from '@shared/contracts/http/campaign-experiments.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type Role, roles } from '@shared/domain/user/user.ts';
import { z } from 'zod';
import { allFiguresOf } from './all-figures-service.ts';
import { experimentsOf } from './experiments-service.ts';
import { sheetOf } from './figures-sheet.ts';

const tags = ['campaigns'];
const runners: readonly Role[] = ['team-lead', 'brand-manager', 'administrator'];

export const allFiguresRoutes = (app: HubApp, hub: HubDependencies): void => {
  app.get(
    routes.campaignExperiments,
    {
      schema: {
        tags,
        summary:
          'The experiments of all campaigns: planned, sealed, read or over, each with its report of the last minute',
        response: { 200: experimentsSchema, ...problemResponses },
      },
      config: { access: runners },
    },
    async (request) => experimentsOf(hub, signedInOf(request)),
  );
  app.get(
    routes.campaignFigures,
    {
      schema: {
        tags,
        summary:
          'What calls of all campaigns brought and cost, by campaign, team, advisor, hour, area, speech or day: her own, her team’s, or of her brands',
        querystring: figuresQuerySchema,
        response: { 200: allFiguresSchema, ...problemResponses },
      },
      config: { access: roles },
    },
    async (request) => orRefuse(await allFiguresOf(hub, signedInOf(request), request.query)),
  );
  app.get(
    `${routes.campaignFigures}.csv`,
    {
      schema: {
        tags,
        summary: 'The same as CSV, its last line of all of them',
        querystring: figuresSheetQuerySchema,
        produces: ['text/csv'],
        response: { 200: z.any().meta({ format: 'binary' }), ...problemResponses },
      },
      config: { access: roles },
    },
    async (request, reply) => {
      const { language, ...asked } = request.query;
      const figures = orRefuse(await allFiguresOf(hub, signedInOf(request), asked));
      const name = language === 'fr' ? 'resultats' : 'results';
      return reply
        .type(csvMediaType)
        .header('content-disposition', `attachment; filename="${name}.csv"`)
        .send(csvOf(sheetOf(figures, language)));
    },
  );
};
