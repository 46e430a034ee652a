/**
 * Desktops as the hub knows them. A desktop checks in whenever it has sent what waited; the answer
 * says by which rules it keeps its copy, and whether it is to destroy it.
 */
import { z } from 'zod';
import { desktopRulesSchema } from '../../domain/desktop/desktop-rules.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

const countSchema = z.number().int().min(0).max(1_000_000_000);
const reasonSchema = z.string().trim().min(3).max(500);

export const checkInSchema = z.object({
  machineName: z.string().trim().min(1).max(120),
  /** A digest by which one machine is told from another; not the machine's own number. */
  machine: z.string().regex(/^[0-9a-f]{16,64}$/),
  program: z.string().min(1).max(60),
  platform: z.string().min(1).max(60),
  protocol: z.number().int().min(1).max(10_000),
  /** Customers in its copy, and what of hers has not gone out. */
  customers: countSchema,
  waiting: countSchema,
  parked: countSchema,
  locked: z.boolean(),
  /** What its clock says now. */
  clock: instantSchema,
});
export type CheckIn = z.infer<typeof checkInSchema>;

export const wipeOrderSchema = z.object({
  id: idSchema,
  reason: z.string(),
  orderedAt: instantSchema,
});
export type WipeOrder = z.infer<typeof wipeOrderSchema>;

export const checkedInSchema = z.object({
  rules: desktopRulesSchema,
  /** Send what waits, destroy the copy and its keys, then say so. */
  wipe: wipeOrderSchema.nullable(),
  /** Another machine says the same id: the profile folder was copied. */
  copied: z.boolean(),
  hubTime: instantSchema,
});
export type CheckedIn = z.infer<typeof checkedInSchema>;

/** `left`: entries that the hub would not take; they stay sealed on the desktop. */
export const wipeDoneSchema = z.object({ left: countSchema });

export const deviceStates = ['active', 'signed-out', 'wipe-ordered', 'wiped'] as const;

export const deviceSchema = z.object({
  deviceId: idSchema,
  /** Who used it last. */
  userId: idSchema,
  userName: z.string(),
  state: z.enum(deviceStates),
  lastSeenAt: instantSchema,
  /** null: a program that does not tell yet. */
  told: z
    .object({
      machineName: z.string(),
      program: z.string(),
      platform: z.string(),
      protocol: z.number().int(),
      customers: z.number().int(),
      waiting: z.number().int(),
      parked: z.number().int(),
      locked: z.boolean(),
      /** Its clock less the hub's. */
      clockAheadMs: z.number().int(),
    })
    .nullable(),
  /** Names of the machines that say this id within thirty days: more than one is a copied profile. */
  machines: z.array(z.string()),
  wipe: wipeOrderSchema
    .extend({
      orderedBy: idSchema.nullable(),
      doneAt: instantSchema.nullable(),
      left: z.number().int().nullable(),
    })
    .nullable(),
});
export type Device = z.infer<typeof deviceSchema>;
export const devicesSchema = z.object({ devices: z.array(deviceSchema) });

export const devicePathSchema = z.object({ deviceId: idSchema });
export const wipePathSchema = z.object({ wipeId: idSchema });
export const wipeRequestSchema = z.object({ reason: reasonSchema });

export const desktopRulesViewSchema = desktopRulesSchema.extend({
  changedBy: idSchema.nullable(),
  changedAt: instantSchema.nullable(),
  why: z.string().nullable(),
});
export type DesktopRulesView = z.infer<typeof desktopRulesViewSchema>;
export const desktopRulesChangeSchema = desktopRulesSchema.extend({ reason: reasonSchema });
