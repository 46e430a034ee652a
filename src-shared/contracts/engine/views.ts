/** What the windows see of the engine: snapshots by slice, sent whole whenever one changes. */
import { z } from 'zod';
import { liveQualitySchema } from '../../domain/call-quality/call-quality.ts';
import { caseKinds } from '../../domain/customer/customer.ts';
import { favouriteSchema } from '../../domain/favourite/favourite.ts';
import { directionSchema } from '../../domain/interaction/channel.ts';
import {
  e164Schema,
  hangupSides,
  instantSchema,
  interactionSchema,
  noteLineSchema,
  outcomeSchema,
} from '../../domain/interaction/interaction.ts';
import { ivrSchema } from '../../domain/ivr/ivr.ts';
import { playedRoleSchema } from '../../domain/role-play/played-role.ts';
import { becauseSpeechSchema } from '../../domain/script/choice/choose-speech.ts';
import { speechRecordSchema } from '../../domain/script/progress.ts';
import { userSchema } from '../../domain/user/user.ts';
import { errorCodes } from '../../kernel/error-codes.ts';
import { idSchema } from '../../kernel/ids.ts';
import { advisorStateSchema } from '../sync/mutation.ts';
import { referenceSchema } from '../sync/pull.ts';
import { callerMatchSchema } from './caller-view.ts';
import {
  cardViewSchema,
  checkViewSchema,
  dayViewSchema,
  devicesViewSchema,
  headsetsViewSchema,
  soundTestViewSchema,
  teamCallViewSchema,
} from './desk-views.ts';
import { helpViews } from './help-view.ts';
import { likelyReasonSchema } from './likely-reason.ts';
import { lineViewSchema } from './line-view.ts';
import { messageItemSchema } from './messages-written.ts';
import { recordingViewSchema } from './recording.ts';
import { refusedCallSchema } from './refused-call.ts';
import { syncViewSchema } from './sync-view.ts';
import { trainingViewSchema } from './training.ts';

const codeSchema = z.enum(errorCodes);

/** `os`: key in the system's key store. `passphrase`: sealed by her password. `session`: lost at exit. */
export const keyProtectionSchema = z.enum(['os', 'passphrase', 'session']);

export const sessionViewSchema = z.object({
  /** `locked`: she is signed in and her calls go on; nothing of a customer is shown. */
  status: z.enum(['starting', 'signed-out', 'signing-in', 'signed-in', 'locked']),
  user: userSchema.nullable(),
  /** Login to offer in the form: the last one on this desktop, or none. */
  lastLogin: z.string().nullable(),
  protection: keyProtectionSchema.nullable(),
  error: codeSchema.nullable(),
  /** Items of other advisors still sealed on this desktop, waiting to go out. */
  sealedOfOthers: z.number().int(),
  /** What is added to this machine's clock to have the hub's; absent: nothing. */
  clockCorrectionMs: z.number().int().optional(),
  apiUrl: z.string(),
});

export const advisorCauses = [
  'chosen',
  'signed-in',
  'call-ringing',
  'call-started',
  'call-ended',
  'wrap-up-finished',
  'call-missed',
  'line-lost',
  'restored',
] as const;

/** The state is always explained: since when, by what, after which call. */
export const advisorViewSchema = z.object({
  state: advisorStateSchema,
  since: instantSchema,
  cause: z.enum(advisorCauses),
  pauseReason: z.string().nullable(),
  /** With whom the call was that led to this state. */
  about: z.string().nullable(),
  /** The state that will follow when the wrap-up is finished, chosen in advance. */
  next: advisorStateSchema.nullable(),
  nextPauseReason: z.string().nullable(),
  /** Calls that were not put through since she is not to be disturbed. */
  notPutThrough: z.number().int(),
});

export const callPhases = ['dialing', 'ringing', 'connecting', 'talking', 'ended'] as const;
export const callViewSchema = z.object({
  id: idSchema,
  direction: directionSchema,
  phase: z.enum(callPhases),
  /** What the far end really hears, from the negotiated media; the middle ones are on their way. */
  hold: z.enum(['active', 'holding', 'held', 'resuming']),
  muted: z.boolean(),
  number: e164Schema.nullable(),
  numberDisplay: z.string(),
  numberHidden: z.boolean(),
  brandId: z.string().nullable(),
  calledNumber: e164Schema.nullable(),
  calledLabel: z.string().nullable(),
  queue: z.string().nullable(),
  /** Name of the customer once known, else the number. */
  title: z.string(),
  startedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  heldSince: instantSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  failure: codeSchema.nullable(),
  /** Mean opinion score 1 to 4.5 of what she hears, null before the first measurement. */
  mos: z.number().nullable(),
  /** The customer's call that this one was made for, to ask or to hand over. */
  consultFor: idSchema.nullable().default(null),
  /** A customer's call that was parked, or rang elsewhere, and that she called for. */
  pickedUp: z.boolean().optional(),
  /** The hub dialled it for a campaign and the switch puts it through: it rings here, and the brand calls. */
  putThrough: z.boolean().optional(),
  /** The name of the campaign that it is an attempt of. */
  campaign: z.string().optional(),
  /** Her way into an advisor's call, whom she helps. */
  help: idSchema.optional(),
  /** The other call whose far end hears this one too. */
  bridgedWith: idSchema.nullable(),
  /** Handing over: to whom, how far it is, and why it failed. */
  transfer: z
    .object({
      to: z.string(),
      stage: z.enum(['trying', 'ringing', 'failed']),
      /** `to` is a place where the call shall wait. */
      parking: z.boolean().optional(),
      failure: codeSchema.nullable(),
    })
    .nullable(),
  quality: liveQualitySchema,
  training: z.boolean(),
});
export type CallView = z.infer<typeof callViewSchema>;

/** What she types during and after the call. The app sends it whole at each keystroke. */
export const workDraftSchema = z.object({
  notes: z.array(noteLineSchema).max(500),
  reasonCode: z.string().max(60).nullable(),
  dispositionCode: z.string().max(60).nullable(),
  callback: z
    .object({
      dueAt: instantSchema,
      assignee: z.enum(['me', 'anyone']),
      reason: z.string().max(300),
    })
    .nullable(),
  case: z
    .discriminatedUnion('mode', [
      z.object({ mode: z.literal('continue'), caseId: idSchema }),
      z.object({
        mode: z.literal('open'),
        kind: z.enum(caseKinds),
        title: z.string().max(200),
        detail: z.string().max(4000),
      }),
    ])
    .nullable(),
  speech: speechRecordSchema.nullable(),
});
export type WorkDraft = z.infer<typeof workDraftSchema>;

/** One call with everything around it until its wrap-up is finished. Its id is the interaction's. */
export const workItemSchema = z.object({
  id: idSchema,
  brandId: z.string(),
  direction: directionSchema,
  phase: z.enum(['ringing', 'talking', 'wrap-up']),
  match: callerMatchSchema,
  /** A colleague handed it over. */
  takenOver: z.boolean().optional(),
  /** The call that it goes on from, where no customer's history tells it. */
  handedFrom: z.array(interactionSchema).optional(),
  customerId: idSchema.nullable(),
  customerName: z.string(),
  number: e164Schema.nullable(),
  numberDisplay: z.string(),
  calledLabel: z.string().nullable(),
  calledNumber: e164Schema.nullable().optional(),
  queue: z.string().max(80).nullable().optional(),
  /** The campaign that the call is an attempt of, or whose name the switch says. */
  campaign: z.string().optional(),
  campaignId: idSchema.optional(),
  callbackId: idSchema.nullable(),
  startedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  /** Why it failed, more exactly than its outcome: the number is not in service, no sound, … */
  failure: codeSchema.nullable().default(null),
  endedBy: z.enum(hangupSides).nullable(),
  training: z.boolean(),
  /** The call is a role-play: nothing of it leaves as a real one. */
  rolePlay: playedRoleSchema.optional(),
  /** What the caller said to the voice server before it rang here. */
  ivr: ivrSchema.optional(),
  script: z
    .object({ id: z.string(), version: z.number().int(), firstStep: z.string().optional() })
    .nullable(),
  /** Why this speech, the most telling first. */
  scriptBecause: z.array(becauseSpeechSchema).default([]),
  /** The experiment that chose its words, and the arm. */
  experiment: z.object({ id: z.string(), arm: z.string() }).nullable().optional(),
  /** Most likely first. */
  likelyReasons: z.array(likelyReasonSchema),
  wrapUp: z.object({ startedAt: instantSchema, allowedMs: z.number().int() }).nullable(),
  draft: workDraftSchema,
  /** Grows with each draft the app sends; an older one never overwrites a newer one. */
  revision: z.number().int(),
  savedAt: instantSchema.nullable(),
  /** `disk`: fsynced on this desktop; `memory`: the disk refused, said in red. */
  saved: z.enum(['none', 'disk', 'memory']),
});
export type WorkItem = z.infer<typeof workItemSchema>;

export const slices = {
  session: sessionViewSchema,
  line: lineViewSchema,
  advisor: advisorViewSchema,
  calls: z.array(callViewSchema),
  work: z.array(workItemSchema),
  recordings: z.array(recordingViewSchema),
  sync: syncViewSchema,
  devices: devicesViewSchema,
  headsets: headsetsViewSchema,
  soundTest: soundTestViewSchema,
  day: dayViewSchema,
  checks: z.array(checkViewSchema),
  card: cardViewSchema,
  favourites: z.array(favouriteSchema),
  teamCalls: z.array(teamCallViewSchema),
  ...helpViews,
  campaignsMoved: z.object({ times: z.number().int() }),
  /** How often it has said that something of the team's schedule changed. */
  schedulesMoved: z.object({ times: z.number().int() }),
  reference: referenceSchema,
  training: trainingViewSchema,
  /** Messages that are being written, oldest first. */
  messages: z.array(messageItemSchema),
  /** The last call that the law refused; null once another one is asked for. */
  refusedCall: refusedCallSchema.nullable(),
} as const;
export type SliceName = keyof typeof slices;
export type Slices = { [name in SliceName]: z.infer<(typeof slices)[name]> };
