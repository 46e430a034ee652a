/** /v1/lead-alerts, /v1/team-alert-rules: what leads are told of outside the board. */
import { z } from 'zod';
import { alertKinds, alertRulesSchema } from '../../domain/lead-alert/alert-rules.ts';
import { idSchema } from '../../kernel/ids.ts';

const instantSchema = z.iso.datetime();
const personSchema = z.object({ id: idSchema, name: z.string().max(200) });

export const leadAlertSchema = z.object({
  id: idSchema,
  teamId: idSchema,
  teamName: z.string().max(80),
  kind: z.enum(alertKinds),
  /** A queue by its name at the switch, or an advisor by her id; with the words for it. */
  subject: z.object({ id: z.string().max(80), name: z.string().max(200) }),
  brandIds: z.array(z.string().max(40)).max(100),
  since: instantSchema,
  /** Null: quiet hours. */
  toldAt: instantSchema.nullable(),
  escalatedAt: instantSchema.nullable(),
  takenBy: personSchema.nullable(),
  takenAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
});
export type LeadAlert = z.infer<typeof leadAlertSchema>;

export const leadAlertsSchema = z.object({ alerts: z.array(leadAlertSchema) });

export const keptAlertRulesSchema = z.object({
  teamId: idSchema,
  /** 0: nobody has decided anything yet, and the usual ones hold. */
  version: z.number().int().min(0),
  rules: alertRulesSchema,
});
export type KeptAlertRules = z.infer<typeof keptAlertRulesSchema>;

/** With who can be named. */
export const alertRulesAnswerSchema = keptAlertRulesSchema.extend({
  nameable: z.array(personSchema).max(1_000),
});
export type AlertRulesAnswer = z.infer<typeof alertRulesAnswerSchema>;

/** `version` is the one that was read. */
export const alertRulesChangeSchema = keptAlertRulesSchema.omit({ teamId: true });
