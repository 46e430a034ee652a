/** What those who make and run campaigns ask of the hub; the hub decides who may. */
import { z } from 'zod';
import { campaignSettingsSchema } from '../../domain/campaign/campaign.ts';
import { campaignForecastSchema, campaignPlanSchema } from '../../domain/campaign/forecast.ts';
import * as calls from '../http/call-figures.ts';
import * as experiments from '../http/campaign-experiments.ts';
import * as figures from '../http/campaign-figures.ts';
import * as lists from '../http/campaign-lists.ts';
import * as campaigns from '../http/campaigns.ts';
import * as centre from '../http/centre-figures.ts';
import * as communes from '../http/communes.ts';
import { diallingViewSchema } from '../http/dialling.ts';
import * as letters from '../http/letters.ts';

const ofCampaign = campaigns.campaignPathSchema;
const view = campaigns.campaignViewSchema;

export const planningCommands = {
  'planning.campaigns': { input: z.object({}), output: campaigns.campaignsSchema },
  'planning.see': { input: ofCampaign, output: view },
  'planning.create': { input: campaignSettingsSchema, output: view },
  'planning.change': {
    input: ofCampaign.extend(campaigns.changeCampaignSchema.shape),
    output: view,
  },
  'planning.move': { input: ofCampaign.extend(campaigns.moveCampaignSchema.shape), output: view },
  'planning.copy': { input: ofCampaign.extend(campaigns.copyCampaignSchema.shape), output: view },
  /** Adds people to the list, or only says what would come of it. */
  'planning.list': {
    input: ofCampaign.extend(lists.addToListSchema.shape),
    output: lists.listReportSchema,
  },
  /** How far a long list has come. */
  'planning.list-state': { input: lists.listPathSchema, output: lists.madeListSchema },
  /** Whom a list leaves out, as a file. */
  'planning.excluded': {
    input: lists.listPathSchema,
    output: z.object({ bytes: z.instanceof(ArrayBuffer) }),
  },
  /** How far its sequence is, and the letters that came of it, by day. */
  'planning.sequence': { input: ofCampaign, output: letters.sequenceStandingSchema },
  'planning.mailings': { input: ofCampaign, output: letters.mailingsSchema },
  'planning.mailing-file': {
    input: letters.mailingPathSchema.extend({ as: z.enum(['pdf', 'csv']) }),
    output: z.object({ bytes: z.instanceof(ArrayBuffer) }),
  },
  'planning.communes': { input: communes.communesQuerySchema, output: communes.communesSchema },
  'planning.communes-inside': { input: communes.drawnSchema, output: communes.communesSchema },
  'planning.area': {
    input: ofCampaign.extend(communes.areaBodySchema.shape),
    output: communes.areaSchema,
  },
  'planning.events': { input: ofCampaign, output: lists.followedEventsSchema },
  'planning.experiment': { input: ofCampaign, output: experiments.experimentReportSchema },
  /** What an experiment needs; nothing is kept. */
  'planning.power': {
    input: experiments.powerQuerySchema,
    output: experiments.powerAnswerSchema,
  },
  'planning.figures': { input: ofCampaign, output: figures.campaignFiguresSchema },
  /** How it is dialled at this moment. */
  'planning.dialling': { input: ofCampaign, output: diallingViewSchema },
  'planning.results': {
    input: ofCampaign.extend({ by: z.enum(calls.resultCuts) }),
    output: figures.campaignResultsSchema,
  },
  /** Over all campaigns: her own calls, her team's, or her brands'. */
  'planning.all-figures': { input: calls.figuresQuerySchema, output: calls.allFiguresSchema },
  'planning.all-figures-sheet': {
    input: calls.figuresSheetQuerySchema,
    output: z.object({ bytes: z.instanceof(ArrayBuffer) }),
  },
  /** What she, her teams or her brands' advisors did with their time, and what became of their calls. */
  'planning.centre-figures': { input: centre.centreQuerySchema, output: centre.centreAnswerSchema },
  'planning.centre-figures-sheet': {
    input: centre.centreSheetQuerySchema,
    output: z.object({ bytes: z.instanceof(ArrayBuffer) }),
  },
  'planning.experiments': { input: z.object({}), output: experiments.experimentsSchema },
  'planning.people': {
    input: ofCampaign.extend({
      state: figures.peopleQuerySchema.shape.state,
      search: z.string().max(80),
      offset: z.number().int().min(0),
    }),
    output: figures.campaignPeopleSchema,
  },
  'planning.forecast': { input: campaignPlanSchema, output: campaignForecastSchema },
} as const;
