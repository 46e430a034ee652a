/** Outbound campaigns over REST: made, started, listed, and asked for the next person to call. */
import { z } from 'zod';
import {
  campaignSchema,
  campaignSettingsSchema,
  campaignStates,
} from '../../domain/campaign/campaign.ts';
import { attemptSchema, dialResultSchema } from '../../domain/campaign/dial-result.ts';
import { campaignMoves, startProblems } from '../../domain/campaign/running.ts';
import { e164Schema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

const count = z.number().int().min(0);
const moment = z.iso.datetime();

export const campaignPathSchema = z.object({ campaignId: idSchema });
export const contactPathSchema = campaignPathSchema.extend({ contactId: idSchema });

export const campaignViewSchema = campaignSchema.extend({
  counts: z.object({
    waiting: count,
    over: count,
    control: count,
    attempts: count,
    reached: count,
    successes: count,
  }),
  /** What keeps it from being started, all of it. */
  problems: z.array(z.enum(startProblems)),
});
export type CampaignView = z.infer<typeof campaignViewSchema>;
export const campaignsSchema = z.object({ campaigns: z.array(campaignViewSchema) });
export const campaignsQuerySchema = z.object({ status: z.enum(campaignStates).optional() });

export const changeCampaignSchema = z.object({
  /** The one that was read; another one meanwhile is refused. */
  revision: z.number().int().min(1),
  settings: campaignSettingsSchema,
});
export const moveCampaignSchema = z.object({ move: z.enum(campaignMoves) });
export const copyCampaignSchema = z.object({ name: campaignSettingsSchema.shape.name });

export const contactSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  customerId: idSchema,
  customerName: z.string(),
  commune: z.string().nullable(),
  state: z.enum(['waiting', 'over', 'control']),
  overBecause: z.string().nullable(),
  zone: z.string(),
  /** Her numbers, the best one first. */
  numbers: z.array(e164Schema),
  numberRank: count,
  attempts: z.array(attemptSchema),
  promisedAt: moment.nullable(),
  promisedTo: idSchema.nullable(),
  expiresAt: moment.nullable(),
  notBefore: moment.nullable(),
  leasedTo: idSchema.nullable(),
  leasedUntil: moment.nullable(),
});
export type CampaignContact = z.infer<typeof contactSchema>;
export const contactsSchema = z.object({ contacts: z.array(contactSchema) });
export const contactsQuerySchema = z.object({
  state: z.enum(['waiting', 'over', 'control']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** How many to keep for me, and how long: one call ahead, or a morning without the hub. */
export const reserveSchema = z.object({
  count: z.number().int().min(1).max(60).default(1),
  minutes: z.number().int().min(1).max(600).default(15),
  /** Nobody but those who were promised a call at this time. */
  only: z.enum(['promised']).optional(),
  /**
   * `until-heard`: of a desktop that goes on without the hub. Whom it held stays its own after the time,
   * until it asks for its people with nothing left to tell, or for a day.
   */
  held: z.enum(['for-the-time', 'until-heard']).default('for-the-time'),
});
/** Whether this desktop may still tell of calls to people that it held. */
export const ownContactsQuerySchema = z.object({
  unsent: z.enum(['some', 'none']).default('none'),
});
export const reservedSchema = z.object({
  contacts: z.array(contactSchema.extend({ why: z.enum(['promised', 'ending', 'worth']) })),
});

/** Why she is given back, uncalled; `later` asks for her again within the hour. */
export const giveBackReasons = [
  'later',
  'busy-with-us',
  'just-called',
  'not-concerned',
  'other',
] as const;
export type GiveBackReason = (typeof giveBackReasons)[number];
/** Without a reason she may come at once again. */
export const giveBackSchema = z.object({ reason: z.enum(giveBackReasons) }).nullish();

export const toldAttemptSchema = z
  .object({
    result: dialResultSchema,
    at: moment,
    /** Of somebody who was reached: how the call is qualified. */
    dispositionCode: z.string().max(60).nullable().default(null),
    /** When she asked to be called again. */
    callAgainAt: moment.nullable().default(null),
  })
  .refine(({ result, dispositionCode }) => result !== 'reached' || dispositionCode !== null, {
    path: ['dispositionCode'],
    message: 'a call that was taken is qualified',
  });
export type ToldAttempt = z.infer<typeof toldAttemptSchema>;
