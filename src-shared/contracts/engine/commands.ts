/** Every request a window may make of the engine: one entry, with its input and its answer. */
import { z } from 'zod';
import { callbackSchema } from '../../domain/callback/callback.ts';
import { customerSchema } from '../../domain/customer/customer.ts';
import { favouriteSchema } from '../../domain/favourite/favourite.ts';
import { directionSchema } from '../../domain/interaction/channel.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { becauseSchema } from '../../domain/search/search-entry.ts';
import { idSchema } from '../../kernel/ids.ts';
import { colleagueSchema } from '../http/colleagues.ts';
import { viewersSchema } from '../http/viewers.ts';
import { advisorStateSchema, customerChangeSchema } from '../sync/mutation.ts';
import { customerBundleSchema } from '../sync/pull.ts';
import { administrationCommands } from './administration.ts';
import { articleCommands } from './articles.ts';
import { campaignCommands } from './campaigns.ts';
import { contactCommands } from './contacts.ts';
import { voiceProcessingSchema } from './desk-views.ts';
import { diaryCommands } from './diaries.ts';
import { duplicateCommands } from './duplicates.ts';
import { helpMessageCommands } from './help-messages.ts';
import { importCommands } from './imports.ts';
import { lawCommands } from './law.ts';
import { helpCommands, leadCommands } from './lead.ts';
import { letterCommands } from './letters.ts';
import { messageCommands } from './messages-written.ts';
import { outboxCommands } from './outbox.ts';
import { outsideCommands } from './outside.ts';
import { planningCommands } from './planning.ts';
import { promiseCommands } from './promises.ts';
import { qualityCommands } from './quality.ts';
import { recentNumberSchema } from './recent.ts';
import { recordingCommands } from './recording.ts';
import { dialInputSchema, transferInputSchema } from './refused-call.ts';
import { scheduleCommands } from './schedules.ts';
import { speechCommands } from './speeches.ts';
import { staffingCommands } from './staffing.ts';
import { trainingCommands } from './training.ts';
import { workDraftSchema } from './views.ts';

const nothing = z.null();
const callRef = z.object({ callId: idSchema });
const workRef = z.object({ workId: idSchema });

export const customerHitSchema = z.object({
  customerId: idSchema,
  name: z.string(),
  place: z.string().nullable(),
  phone: z.string().nullable(),
  vip: z.boolean(),
  brandIds: z.array(z.string()),
  /** What was found where the row does not show it. */
  because: becauseSchema.nullable().default(null),
});
export type CustomerHit = z.infer<typeof customerHitSchema>;

const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
});

export const commands = {
  'session.sign-in': command(
    z.object({
      login: z.string().trim().min(1).max(80),
      password: z.string().min(1).max(200),
      /** What to do with a vault of hers that cannot be opened. */
      lost: z.enum(['refuse', 'set-aside']).default('refuse'),
    }),
    nothing,
  ),
  'session.sign-out': command(z.object({}), nothing),
  /** Not in a call. */
  'session.lock': command(z.object({}), nothing),
  'session.unlock': command(z.object({ password: z.string().min(1).max(200) }), nothing),
  /** A key or a click in the program. */
  'session.active': command(z.object({}), nothing),
  'line.reconnect': command(z.object({}), nothing),
  'advisor.choose': command(
    z.object({
      state: advisorStateSchema.exclude(['wrap-up']),
      reason: z.string().max(60).nullable(),
    }),
    nothing,
  ),
  /** `number` as typed; the answer is the call's and work item's id. */
  'call.dial': command(dialInputSchema, z.object({ callId: idSchema })),
  /** Hands over without asking first; when it fails the customer is still there. */
  'call.transfer': command(transferInputSchema, nothing),
  /** Calls someone while the customer waits; the answer is the second call's id. */
  'call.consult': command(transferInputSchema, z.object({ callId: idSchema })),
  /** Hands the customer over to whom she asked; while that one still rings, to its number. */
  'call.hand-over': command(callRef, nothing),
  /** All three hear one another, or, when they do, the customer alone again. */
  'call.three-way': command(callRef.extend({ on: z.boolean() }), nothing),
  /** Sends it to a place of the switch where anyone of the team takes it. */
  'call.park': command(callRef, nothing),
  /** Takes a call that waits for the team; the answer is its id here. */
  'call.pick-up': command(z.object({ teamCallId: idSchema }), z.object({ callId: idSchema })),
  'call.answer': command(callRef, nothing),
  'call.decline': command(callRef, nothing),
  'call.hang-up': command(callRef, nothing),
  'call.hold': command(callRef, nothing),
  'call.resume': command(callRef, nothing),
  'call.mute': command(callRef.extend({ muted: z.boolean() }), nothing),
  'call.dtmf': command(callRef.extend({ tones: z.string().regex(/^[0-9A-D*#,]{1,64}$/) }), nothing),
  /** The draft, whole, at each keystroke; answers when it is safe on the disk. */
  'work.save': command(
    workRef.extend({ revision: z.number().int().min(1), draft: workDraftSchema }),
    z.object({ savedAt: instantSchema, saved: z.enum(['disk', 'memory']) }),
  ),
  'work.choose-customer': command(workRef.extend({ customerId: idSchema.nullable() }), nothing),
  'work.create-customer': command(
    workRef.extend({
      civility: customerSchema.shape.civility,
      firstName: customerSchema.shape.firstName,
      lastName: z.string().trim().min(1).max(80),
      email: z.email().max(200).nullable(),
    }),
    z.object({ customerId: idSchema }),
  ),
  'work.extend': command(workRef, nothing),
  'work.finish': command(workRef, nothing),
  'customer.open': command(
    z.object({ customerId: idSchema }),
    z.object({ bundle: customerBundleSchema, freshAt: instantSchema }).nullable(),
  ),
  'customer.search': command(
    z.object({ text: z.string().max(120), limit: z.number().int().min(1).max(50) }),
    z.array(customerHitSchema),
  ),
  /** Whom the hub knows and this desktop does not hold; `asked` false: it could not be asked. */
  'customer.search-hub': command(
    z.object({ text: z.string().max(120), limit: z.number().int().min(1).max(50) }),
    z.object({ asked: z.boolean(), hits: z.array(customerHitSchema) }),
  ),
  'customer.change': command(
    z.object({ customerId: idSchema, base: customerChangeSchema, change: customerChangeSchema }),
    nothing,
  ),
  /** She has this customer on screen, or no more; answers who else has, as far as the hub says. */
  'customer.view': command(z.object({ customerId: idSchema, viewing: z.boolean() }), viewersSchema),
  /** Her last numbers, newest first. */
  'customer.recent': command(z.object({}), z.array(recentNumberSchema)),
  'colleagues.list': command(
    z.object({}),
    z.object({ colleagues: z.array(colleagueSchema), known: z.boolean() }),
  ),
  'favourites.set': command(favouriteSchema.extend({ starred: z.boolean() }), nothing),
  'callbacks.list': command(z.object({}), z.array(callbackSchema)),
  ...outboxCommands,
  'devices.choose': command(
    z.object({ use: z.enum(['microphone', 'speaker', 'ringer']), deviceId: z.string().max(200) }),
    nothing,
  ),
  /** 0 to 1, for the device that serves now. */
  'devices.set-loudness': command(
    z.object({ use: z.enum(['speaker', 'ringer']), loudness: z.number().min(0).max(1) }),
    nothing,
  ),
  /** For the microphone that serves now, also in a call. */
  'devices.set-processing': command(voiceProcessingSchema, nothing),
  'checks.run': command(z.object({}), nothing),
  /** The checks as a text for the support, without personal data. */
  'checks.report': command(z.object({}), z.object({ text: z.string() })),
  /** Shows the level of the microphone, outside of calls, for a minute at most. */
  'sound.listen': command(z.object({ on: z.boolean() }), nothing),
  /** Records a sentence and plays it back. */
  'sound.hear-back': command(z.object({}), nothing),
  /** Notes on the loudspeaker, the ring on the ring device. */
  'sound.play': command(z.object({ use: z.enum(['speaker', 'ringer']) }), nothing),
  /** Makes a simulated customer ring (or answer), on the training line only. */
  'practice.call': command(z.object({ direction: directionSchema }), nothing),
  ...trainingCommands,
  ...promiseCommands,
  ...duplicateCommands,
  ...importCommands,
  ...outsideCommands,
  ...lawCommands,
  ...campaignCommands,
  ...planningCommands,
  ...staffingCommands,
  ...leadCommands,
  ...helpCommands,
  ...helpMessageCommands,
  ...recordingCommands,
  ...scheduleCommands,
  ...qualityCommands,
  ...contactCommands,
  ...diaryCommands,
  ...letterCommands,
  ...administrationCommands,
  ...articleCommands,
  ...speechCommands,
  ...messageCommands,
  /** The app painted this work item's 360: the ring and the card may follow. */
  'work.painted': command(workRef, nothing),
} as const;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]['input']>;
export type CommandOutput<N extends CommandName> = z.infer<(typeof commands)[N]['output']>;

/** What may be asked while the desktop is locked. */
export const lockedCommands = [
  'session.unlock',
  'session.active',
  'session.sign-out',
  'call.answer',
  'call.decline',
  'call.hang-up',
  'call.hold',
  'call.resume',
  'call.mute',
] as const satisfies readonly CommandName[];

/** What the wallboard may ask: it shows, and does nothing. */
export const wallCommands = ['lead.watch'] as const satisfies readonly CommandName[];

/** The incoming card may do no more than this. */
export const cardCommands = [
  'call.answer',
  'call.decline',
] as const satisfies readonly CommandName[];
