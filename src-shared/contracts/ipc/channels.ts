/**
 * Every IPC channel between a window and the main process: who may call it, with what, for what.
 * The preloads forward exactly the channels that name their window; main parses each input.
 */
import { z } from 'zod';
import { lineSettingsSchema } from '../http/auth.ts';
import { keyProtectionSchema } from '../engine/views.ts';
import { idSchema } from '../../kernel/ids.ts';

export const windowKinds = ['app', 'engine', 'card', 'customer'] as const;
export type WindowKind = (typeof windowKinds)[number];

const channel = <I extends z.ZodType, O extends z.ZodType>(
  from: readonly WindowKind[],
  input: I,
  output: O,
) => ({ from, input, output });

const nothing = z.null();

export const programConfigSchema = z.object({
  apiUrl: z.url(),
  deviceId: idSchema,
  /** A line given by the environment (kiosk, lab, tests) replaces the hub's. */
  line: lineSettingsSchema.nullable(),
  /** The embedded demo signs in by itself. */
  demo: z.object({ login: z.string(), password: z.string() }).nullable(),
  version: z.string(),
});
export type ProgramConfig = z.infer<typeof programConfigSchema>;

/** A journal record is opaque to main: one JSON text, sealed and fsynced as it is. */
export const journalRecordSchema = z.string().max(2_000_000);

export const ipcChannels = {
  'config.read': channel(['engine', 'customer'], z.null(), programConfigSchema),
  'vault.open': channel(
    ['engine'],
    z.object({ userId: idSchema, login: z.string().min(1).max(80), password: z.string().max(200).nullable() }),
    z.object({ protection: keyProtectionSchema, key: z.instanceof(Uint8Array), created: z.boolean() }),
  ),
  /** Opens a vault by login with no hub: what the last sign-in on this desktop left sealed. */
  'vault.open-offline': channel(
    ['engine'],
    z.object({ login: z.string().min(1).max(80), password: z.string().max(200).nullable() }),
    z.object({
      protection: keyProtectionSchema,
      key: z.instanceof(Uint8Array),
      /** The sealed session, as `vault.keep-session` got it. */
      session: z.string().nullable(),
    }),
  ),
  'vault.keep-session': channel(['engine'], z.object({ session: z.string().max(20_000) }), nothing),
  'vault.close': channel(['engine'], z.object({ forget: z.boolean() }), nothing),
  'vault.list': channel(
    ['engine'],
    z.null(),
    z.object({
      lastLogin: z.string().nullable(),
      vaults: z.array(z.object({ userId: idSchema, login: z.string(), waiting: z.number().int() })),
    }),
  ),
  'journal.read': channel(
    ['engine'],
    z.null(),
    z.object({ records: z.array(journalRecordSchema), damaged: z.number().int() }),
  ),
  /** Answers once the records are on the disk (fsync). */
  'journal.append': channel(
    ['engine'],
    z.object({ records: z.array(journalRecordSchema).min(1).max(500), waiting: z.number().int().min(0) }),
    nothing,
  ),
  /** Replaces the whole journal, atomically, by what is still needed. */
  'journal.compact': channel(
    ['engine'],
    z.object({ records: z.array(journalRecordSchema).max(100_000), waiting: z.number().int().min(0) }),
    nothing,
  ),
  'card.show': channel(['engine'], z.null(), nothing),
  'card.hide': channel(['engine'], z.null(), nothing),
  'app.reveal': channel(['engine'], z.null(), nothing),
  'hotkeys.arm': channel(
    ['engine'],
    z.object({ answer: z.boolean(), hangUp: z.boolean(), mute: z.boolean() }),
    z.object({ refused: z.array(z.string()) }),
  ),
  'practice.start': channel(
    ['engine'],
    z.object({ direction: z.enum(['inbound', 'outbound']), line: lineSettingsSchema, advisorExtension: z.string() }),
    nothing,
  ),
  'window.control': channel(
    ['app'],
    z.object({ action: z.enum(['minimize', 'toggle-maximize', 'close']) }),
    nothing,
  ),
} as const;

export type IpcChannel = keyof typeof ipcChannels;
export type IpcInput<C extends IpcChannel> = z.input<(typeof ipcChannels)[C]['input']>;
export type IpcOutput<C extends IpcChannel> = z.infer<(typeof ipcChannels)[C]['output']>;

/** Main tells the engine. */
export const engineEvents = ['hotkey', 'resumed', 'suspending', 'online'] as const;
export const hotkeySchema = z.enum(['answer', 'hang-up', 'mute']);

/** `window.parlance` in each page, made by its preload. */
export type Bridge = {
  readonly invoke: (channel: IpcChannel, input: unknown) => Promise<unknown>;
  readonly on: (event: (typeof engineEvents)[number], listener: (value: unknown) => void) => void;
  /** Asks main for a port to (or, in the engine, from) the other side; ports arrive by postMessage. */
  readonly requestPort: () => void;
};
