/** What an advisor does on a campaign: whom she has, whom she calls, whom she gives back. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { campaignViewSchema, contactSchema, giveBackReasons } from '../http/campaigns.ts';

const contactRef = z.object({ campaignId: idSchema, contactId: idSchema });

/** `why` null: kept since before this program was started. */
export const ownContactSchema = contactSchema.extend({
  why: z.enum(['promised', 'ending', 'worth']).nullable(),
});
export type OwnContact = z.infer<typeof ownContactSchema>;

export const ownCampaignsSchema = z.object({
  /** Those that run and that her team works on. */
  campaigns: z.array(campaignViewSchema),
  contacts: z.array(ownContactSchema),
  /** The campaign whose calls the hub puts through to her; null: none. */
  signedInTo: idSchema.nullish(),
  /** False: as this desktop last heard it, the hub cannot be asked. */
  known: z.boolean(),
});
export type OwnCampaigns = z.infer<typeof ownCampaignsSchema>;

export const campaignCommands = {
  'campaigns.mine': { input: z.object({}), output: ownCampaignsSchema },
  /** More people for her; none when nobody may be called now. */
  'campaigns.reserve': {
    input: z.object({
      campaignId: idSchema,
      count: z.number().int().min(1).max(60),
      only: z.enum(['promised']).optional(),
    }),
    output: ownCampaignsSchema,
  },
  /** `contact-not-held` when she is somebody else's meanwhile. */
  'campaigns.call': { input: contactRef, output: z.object({ callId: idSchema }) },
  'campaigns.give-back': {
    /** Null: nobody decided in time; somebody else may call her at once. */
    input: contactRef.extend({ reason: z.enum(giveBackReasons).nullable() }),
    output: ownCampaignsSchema,
  },
  /** Whose calls she takes from now on; null: of no campaign. */
  'campaigns.sign-in': {
    input: z.object({ campaignId: idSchema.nullable() }),
    output: ownCampaignsSchema,
  },
  /** She is not called any more by the brand, without having been called now. */
  'campaigns.oppose': { input: contactRef, output: ownCampaignsSchema },
} as const;
