/** WebSocket /v1/board: a team lead's board whole, then what changes of it; silence is never good news. */
import { z } from 'zod';
import { arrivalWhySchema } from '../../domain/distribution/arrival.ts';
import { deskNowSchema } from '../../domain/lead-board/desk-now.ts';
import { stuckKinds } from '../../domain/lead-board/stuck.ts';
import { thresholdsSchema } from '../../domain/lead-board/thresholds.ts';
import { idSchema } from '../../kernel/ids.ts';

const instantSchema = z.iso.datetime();

export const seatSchema = z.object({
  userId: idSchema,
  name: z.string().max(200),
  teamId: idSchema,
  brandIds: z.array(z.string().max(40)).max(100).readonly(),
  skills: z.array(z.string().max(60)).max(100).readonly(),
  extension: z.string().max(40),
  now: deskNowSchema.nullable(),
  unheardSince: instantSchema.nullable(),
  value: z.enum(['vip', 'premium', 'loyal', 'standard', 'new']).nullable(),
  line: z.enum(['free', 'in-use', 'away', 'unknown']),
  stuck: z.object({ kind: z.enum(stuckKinds), since: instantSchema }).nullable(),
});

export const boardQueueSchema = z.object({
  name: z.string().max(80),
  label: z.string().max(120),
  brandId: z.string().max(40),
  waiting: z.number().int().min(0),
  /** Since when who has waited longest waits. */
  longestSince: instantSchema.nullable(),
  /** Calls of today: that came, that were taken within the target, and that gave up. */
  offered: z.number().int().min(0),
  answeredInTime: z.number().int().min(0),
  answered: z.number().int().min(0),
  abandoned: z.number().int().min(0),
  /** Who serves it and could take a call or is in one, and who serves it but is paused. */
  staffed: z.number().int().min(0),
  paused: z.number().int().min(0),
  /** What was decided of it; null: the thresholds of the team hold. */
  goal: z
    .object({
      answeredShare: z.number().nullable(),
      waitS: z.number().nullable(),
    })
    .default({ answeredShare: null, waitS: null }),
  /** Who waits and was put ahead, or waits for one advisor first, and why; none of them named. */
  preferred: z
    .array(
      z.object({
        position: z.number().int().min(1),
        priority: z.number().int(),
        why: z.array(arrivalWhySchema).readonly(),
      }),
    )
    .default([]),
});
export type BoardQueue = z.infer<typeof boardQueueSchema>;

export const boardCampaignSchema = z.object({
  id: idSchema,
  name: z.string().max(200),
  brandId: z.string().max(40),
  /** People who wait to be called. */
  left: z.number().int().min(0),
  /** Successes so far, and how many it is to have. */
  won: z.number().int().min(0),
  target: z.number().int().min(0).nullable(),
  /** Advisors who have called for it within the last quarter of an hour. */
  callers: z.number().int().min(0),
});
export type BoardCampaign = z.infer<typeof boardCampaignSchema>;

/** `none`: this hub has no such switch, and queues are not known. */
export const boardSourcesSchema = z.object({
  switch: z.enum(['ready', 'away', 'none']),
  switchSince: instantSchema,
});
export type BoardSources = z.infer<typeof boardSourcesSchema>;

export const boardTeamSchema = z.object({
  id: idSchema,
  name: z.string().max(80),
  site: z.string().max(80).nullable(),
});

const part = {
  /** The hub's time at which all of this was so. */
  at: instantSchema,
  seats: z.array(seatSchema),
};

export const boardFromHubSchema = z.discriminatedUnion('type', [
  /** The beginning of all there is; the seats follow in `seats` until `complete`. */
  z.object({
    type: z.literal('whole'),
    ...part,
    teams: z.array(boardTeamSchema),
    thresholds: z.record(z.string(), thresholdsSchema),
    queues: z.array(boardQueueSchema),
    campaigns: z.array(boardCampaignSchema),
    sources: boardSourcesSchema,
    complete: z.boolean(),
  }),
  z.object({ type: z.literal('seats'), ...part, complete: z.boolean() }),
  z.object({
    type: z.literal('moves'),
    ...part,
    gone: z.array(idSchema).optional(),
    queues: z.array(boardQueueSchema).optional(),
    campaigns: z.array(boardCampaignSchema).optional(),
    thresholds: z.record(z.string(), thresholdsSchema).optional(),
    sources: boardSourcesSchema.optional(),
  }),
  /** Nothing has changed, and it is still so. */
  z.object({ type: z.literal('beat'), at: instantSchema }),
]);
export type BoardFromHub = z.infer<typeof boardFromHubSchema>;

/** A hub says something at least so often; twice that in silence, and what is shown may be old. */
export const boardBeatMs = 1_000;
export const boardStaleAfterMs = 3_000;
