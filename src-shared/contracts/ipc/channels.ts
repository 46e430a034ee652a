/**
 * Every IPC channel between a window and the main process: who may call it, with what, for what.
 * The preloads forward exactly the channels that name their window; main parses each input.
 */
import { z } from 'zod';
import { networkKindSchema } from '../../domain/call-quality/call-quality.ts';
import { heardSchema } from '../../domain/desktop/expiry.ts';
import { idSchema } from '../../kernel/ids.ts';
import { keyProtectionSchema } from '../engine/views.ts';
import { lineSettingsSchema } from '../http/auth.ts';
import { hotkeys, type IpcChannel } from './bridge.ts';
import {
  desktopChangeSchema,
  desktopFaceSchema,
  desktopSettingsViewSchema,
  systemNoticeSchema,
} from './desktop.ts';

const channel = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  input,
  output,
});

const nothing = z.null();

/** `mark`: a digest by which one machine is told from another. */
export const machineSchema = z.object({
  name: z.string().min(1).max(120),
  mark: z.string(),
  platform: z.string().max(60),
});
export type Machine = z.infer<typeof machineSchema>;

export const programConfigSchema = z.object({
  apiUrl: z.url(),
  deviceId: idSchema,
  machine: machineSchema,
  /** A line given by the environment (kiosk, lab, tests) replaces the hub's. */
  line: lineSettingsSchema.nullable(),
  /** The embedded demo signs in by itself. */
  demo: z.object({ login: z.string(), password: z.string() }).nullable(),
  /** Echo cancellation, noise suppression and gain; off for headsets that do it themselves. */
  voiceProcessing: z.boolean(),
  version: z.string(),
});
export type ProgramConfig = z.infer<typeof programConfigSchema>;

/** A journal record is opaque to main: one JSON text, sealed and fsynced as it is. */
export const journalRecordSchema = z.string().max(2_000_000);

export const ipcChannels = {
  'config.read': channel(z.null(), programConfigSchema),
  /** How the network is reached by which this machine has the address. */
  'network.kind': channel(z.object({ address: z.string().max(80) }), networkKindSchema),
  'vault.open': channel(
    z.object({
      userId: idSchema,
      login: z.string().min(1).max(80),
      password: z.string().max(200).nullable(),
      /** A vault that cannot be opened stays as it is, or, as she chose, is set aside for a new one. */
      lost: z.enum(['refuse', 'set-aside']),
    }),
    z.object({
      protection: keyProtectionSchema,
      key: z.instanceof(Uint8Array),
      created: z.boolean(),
    }),
  ),
  /** Opens a vault by login with no hub: what the last sign-in on this desktop left sealed. */
  'vault.open-offline': channel(
    z.object({ login: z.string().min(1).max(80), password: z.string().max(200).nullable() }),
    z.object({
      userId: idSchema,
      protection: keyProtectionSchema,
      key: z.instanceof(Uint8Array),
      /** The sealed session, as `vault.keep-session` got it. */
      session: z.string().nullable(),
    }),
  ),
  /** Nothing is handed out any more but for her password. */
  'vault.lock': channel(z.null(), nothing),
  'vault.unlock': channel(
    z.object({ password: z.string().min(1).max(200) }),
    z.object({ key: z.instanceof(Uint8Array) }),
  ),
  /** When the hub was heard: a copy that it has not heard for too long is destroyed. */
  'vault.heard': channel(heardSchema, nothing),
  /**
   * Destroys the key of the cached customers, her session, and the database; `wipe` also the vaults in
   * which nothing waits. What was not sent (`left`) stays sealed.
   */
  'vault.shred': channel(
    z.object({ why: z.enum(['expired', 'wipe']), left: z.number().int().min(0) }),
    nothing,
  ),
  /** Since the last key or click on this machine; null where the system does not say. */
  'machine.idle': channel(z.null(), z.object({ idleMs: z.number().nullable() })),
  'vault.keep-session': channel(z.object({ session: z.string().max(20_000) }), nothing),
  'vault.close': channel(z.object({ forget: z.boolean() }), nothing),
  'vault.list': channel(
    z.null(),
    z.object({
      lastLogin: z.string().nullable(),
      vaults: z.array(
        z.object({
          userId: idSchema,
          login: z.string(),
          waiting: z.number().int(),
          protection: keyProtectionSchema,
          /** Its copy was destroyed: the hub was not heard for too long. */
          expired: z.boolean(),
          /** The profile was copied from another machine. */
          copied: z.boolean(),
        }),
      ),
    }),
  ),
  'journal.read': channel(
    z.null(),
    z.object({ records: z.array(journalRecordSchema), damaged: z.number().int() }),
  ),
  /** Answers once the records are on the disk (fsync). */
  'journal.append': channel(
    z.object({
      records: z.array(journalRecordSchema).min(1).max(500),
      waiting: z.number().int().min(0),
    }),
    nothing,
  ),
  /** Replaces the whole journal, atomically, by what is still needed. */
  'journal.compact': channel(
    z.object({
      records: z.array(journalRecordSchema).max(100_000),
      waiting: z.number().int().min(0),
    }),
    nothing,
  ),
  /** The answered calls as they are now; one JSON text, opaque to main, sealed beside the journal. */
  'calls.keep': channel(z.object({ calls: z.string().max(100_000) }), nothing),
  'calls.kept': channel(z.null(), z.object({ calls: z.string().nullable() })),
  /** The hosts of the line: for them alone the company's own certificate authority counts. */
  'line.hosts': channel(z.object({ hosts: z.array(z.string().max(253)).max(8) }), nothing),
  /** What a page has stored goes to the disk now, not when the browser finds the time. */
  'storage.settle': channel(z.null(), nothing),
  'card.show': channel(z.null(), nothing),
  'card.hide': channel(z.null(), nothing),
  'app.reveal': channel(z.null(), nothing),
  /** Those that have something to do now; `call-selected` is armed by main itself. */
  'hotkeys.arm': channel(
    z.object({ wanted: z.array(z.enum(hotkeys).exclude(['call-selected'])).max(4) }),
    z.object({ refused: z.array(z.enum(hotkeys)) }),
  ),
  /** What is still open in main after the engine alone was started again. */
  'vault.current': channel(
    z.null(),
    z
      .object({
        userId: idSchema,
        login: z.string(),
        protection: keyProtectionSchema,
        key: z.instanceof(Uint8Array),
        session: z.string().nullable(),
        heard: heardSchema.nullable(),
      })
      .nullable(),
  ),
  /** Opens or closes the hidden window that plays the simulated customer. */
  'customer.open': channel(z.null(), nothing),
  'customer.close': channel(z.null(), nothing),
  /** The wallboard, on another display where there is one. */
  'wall.open': channel(z.null(), nothing),
  'wall.close': channel(z.null(), nothing),
  'desktop.present': channel(desktopFaceSchema, nothing),
  'desktop.notify': channel(systemNoticeSchema, nothing),
  'desktop.settings': channel(z.null(), desktopSettingsViewSchema),
  'desktop.change': channel(desktopChangeSchema, desktopSettingsViewSchema),
  /** She has been asked and wants to leave: nothing is asked again. */
  'desktop.leave': channel(z.null(), nothing),
  'window.control': channel(
    z.object({ action: z.enum(['minimize', 'toggle-maximize', 'close']) }),
    nothing,
  ),
} as const satisfies Record<IpcChannel, { input: z.ZodType; output: z.ZodType }>;

export type IpcInput<C extends IpcChannel> = z.input<(typeof ipcChannels)[C]['input']>;
export type IpcOutput<C extends IpcChannel> = z.infer<(typeof ipcChannels)[C]['output']>;
