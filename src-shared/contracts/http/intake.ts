/**
 * POST /v1/intake/interactions: interactions of other systems (mail gateway, shop, web forms), many
 * at once. The body is NDJSON (`application/x-ndjson`): one interaction a line, read as it arrives.
 * Each row takes effect once, by its id; a refused row refuses no other.
 */
import { z } from 'zod';
import { errorCodes } from '../../kernel/error-codes.ts';
import { idSchema } from '../../kernel/ids.ts';

export const intakeMediaType = 'application/x-ndjson';

/** More is `payload-too-large`: the rows before it are in, and sending them again doubles nothing. */
export const intakeLimits = {
  bytes: 64 * 1024 * 1024,
  rows: 20_000,
  lineBytes: 8 * 1024 * 1024,
} as const;

export const refusedRowSchema = z.object({
  /** Counted from 1, empty lines included. */
  line: z.number().int().min(1),
  /** Null when the row has no readable id. */
  id: idSchema.nullable(),
  code: z.enum(errorCodes),
  detail: z.string().max(500).optional(),
});
export type RefusedRow = z.infer<typeof refusedRowSchema>;

export const intakeAnswerSchema = z.object({
  taken: z.number().int().min(0),
  /** Rows whose id was there already: they stay as they were. */
  duplicates: z.number().int().min(0),
  refused: z.array(refusedRowSchema),
});
export type IntakeAnswer = z.infer<typeof intakeAnswerSchema>;
