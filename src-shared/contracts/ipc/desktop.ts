/** What the app window and the desktop around it tell each other. */
import { z } from 'zod';
import { parseAccelerator } from '../../domain/desktop/accelerator.ts';
import { numberKinds } from '../../domain/number/french-plan.ts';
import { advisorStateSchema } from '../sync/mutation.ts';
import { hotkeys } from './bridge.ts';

const words = z.string().max(200);

/** The state as the tray shows it; worded by the app window, in her language. */
export const desktopFaceSchema = z.object({
  state: z.enum([...advisorStateSchema.options, 'signed-out', 'ringing', 'talking']),
  tooltip: words,
  /** A call that would end with the program, also one that rings. */
  live: z.boolean(),
  /** She may call: the key for a selected number is armed. */
  mayCall: z.boolean(),
  /** States to choose from; empty while signed out. */
  choices: z
    .array(
      z.object({
        state: z.enum(['ready', 'do-not-disturb', 'pause', 'offline']),
        reason: z.string().max(60).nullable(),
        label: words,
        chosen: z.boolean(),
      }),
    )
    .max(20),
  open: words,
  quit: words,
});
export type DesktopFace = z.infer<typeof desktopFaceSchema>;

export const systemNoticeSchema = z.object({
  id: z.string().min(1).max(80),
  kind: z.enum(['call-missed', 'callback-due', 'lead-alert']),
  title: words,
  body: words,
});
export type SystemNotice = z.infer<typeof systemNoticeSchema>;

const acceleratorSchema = z.string().refine((text) => parseAccelerator(text) === text);
const hotkeyMapSchema = z.record(z.enum(hotkeys), acceleratorSchema.nullable());
export type HotkeyMap = z.infer<typeof hotkeyMapSchema>;

export const desktopSettingsSchema = z.object({
  autostart: z.boolean(),
  closeToTray: z.boolean(),
  /** Whether `tel:`, `callto:` and `sip:` links of other programs open here. */
  callLinks: z.boolean(),
  hotkeys: hotkeyMapSchema,
});
export type DesktopSettings = z.infer<typeof desktopSettingsSchema>;

/** Before she has chosen anything. */
export const usualDesktopSettings: DesktopSettings = {
  autostart: false,
  closeToTray: false,
  callLinks: false,
  hotkeys: {
    answer: 'F2',
    'hang-up': 'F9',
    mute: 'F3',
    hold: 'F4',
    'call-selected': 'Ctrl+Shift+F2',
  },
};

export const desktopChangeSchema = desktopSettingsSchema.partial();
export type DesktopChange = z.infer<typeof desktopChangeSchema>;

export const desktopSettingsViewSchema = z.object({
  settings: desktopSettingsSchema,
  /** Keys that another program holds: they would do nothing. */
  refused: z.array(z.enum(hotkeys)),
});
export type DesktopSettingsView = z.infer<typeof desktopSettingsViewSchema>;

/** What the desktop tells the app window. */
export const desktopEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('close-asked') }),
  z.object({
    type: z.literal('call-asked'),
    source: z.enum(['link', 'selection']),
    number: z.string().max(20),
    display: z.string().max(60),
    kind: z.enum(numberKinds),
  }),
  z.object({ type: z.literal('nothing-selected') }),
  z.object({
    type: z.literal('state-chosen'),
    state: z.enum(['ready', 'do-not-disturb', 'pause', 'offline']),
    reason: z.string().max(60).nullable(),
  }),
  z.object({ type: z.literal('notice-opened'), id: z.string().max(80) }),
  z.object({ type: z.literal('hotkeys-refused'), keys: z.array(z.enum(hotkeys)) }),
]);
export type DesktopEvent = z.infer<typeof desktopEventSchema>;
