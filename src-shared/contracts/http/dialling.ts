/** How a campaign is dialled at this moment, by whom its calls are taken, and how many found nobody. */
import { z } from 'zod';
import { diallingModeSchema } from '../../domain/campaign/pacing.ts';
import { seatStates } from '../../domain/dialling/seat.ts';
import { idSchema } from '../../kernel/ids.ts';

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);
const moment = z.iso.datetime();

export const whysOfPace = [
  /** As it is set. */
  'asked',
  /** Its calls are placed by advisors. */
  'by-hand',
  'too-little-known',
  'limit-near',
  /** It fell back by itself to one call for each free advisor. */
  'limit-reached',
  'not-running',
  /** Not between its first and its last day. */
  'not-today',
  /** This hub has no switch to dial with. */
  'no-switch',
  /** The switch does not answer at the moment. */
  'switch-away',
  'nobody-signed-in',
  'nobody-to-call',
] as const;

/** Who has signed in to the campaign; the longest free first. */
const seatSchema = z.object({
  userId: idSchema,
  name: z.string(),
  state: z.enum(seatStates),
  since: moment,
});

export const diallingViewSchema = z.object({
  campaignId: idSchema,
  /** What it is set to. */
  mode: diallingModeSchema,
  /** How it dials at this moment; `null`: it places no call now, `why` says the reason. */
  as: diallingModeSchema.nullable(),
  why: z.enum(whysOfPace),
  /** Since when both hold; null: the dialler has not worked on it yet. */
  since: moment.nullable(),
  switch: z.enum(['ready', 'away', 'none']),
  seats: z.array(seatSchema),
  /** Of the seats. */
  free: count,
  /** Calls in flight: those that ring, those that were picked up and wait, those that are talked in. */
  calls: z.object({ ringing: count, waiting: count, talking: count }),
  /** Calls that ring or wait for each advisor who is free; null: nobody is. */
  callsPerFreeAdvisor: z.number().min(0).nullable(),
  /** Of today, by the clock of the metropole. */
  abandoned: z.object({
    /** Calls that a person picked up, and those of them who found nobody. */
    answered: count,
    abandoned: count,
    /** Null: nobody has picked up yet. */
    rate: share.nullable(),
    /** Between which the rate lies, nineteen times out of twenty. */
    low: share,
    high: share,
    limitPercent: z.number().min(0).max(100),
  }),
  /** Of today: what became of the calls that the dialler placed. */
  today: z.object({
    dialled: count,
    reached: count,
    busy: count,
    noAnswer: count,
    machine: count,
    wrongNumber: count,
    failed: count,
    abandoned: count,
    /** Not placed: the law said no just before. */
    refused: count,
  }),
  /** Of today: by what the switch took whoever picked up for a machine, the most frequent first. */
  machines: z.array(
    z.object({
      /** The detector's own word; '' where it gives none. */
      because: z.string(),
      count,
      /** Those of them whom a person called afterwards, and reached. */
      called: count,
      reached: count,
    }),
  ),
});
export type DiallingView = z.infer<typeof diallingViewSchema>;

/** The campaign whose calls I take; one at a time. */
export const signInToCampaignSchema = z.object({ campaignId: idSchema });
export const campaignSignInSchema = z.object({
  signIn: z.object({ campaignId: idSchema, since: moment }).nullable(),
});
export type CampaignSignIn = z.infer<typeof campaignSignInSchema>;
