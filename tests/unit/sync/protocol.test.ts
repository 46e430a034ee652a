import { createHash } from 'node:crypto';
import { sessionSchema, signInRequestSchema } from '@shared/contracts/http/auth.ts';
import { liveFromDesktopSchema, liveFromHubSchema } from '@shared/contracts/live/live.ts';
import { mutationBodySchema } from '@shared/contracts/sync/mutation.ts';
import {
  bootstrapResponseSchema,
  lookUpResponseSchema,
  pullResponseSchema,
} from '@shared/contracts/sync/pull.ts';
import { pushRequestSchema, pushResponseSchema } from '@shared/contracts/sync/push.ts';
import { expect, it } from 'vitest';
import { z } from 'zod';

const wire = {
  signInRequestSchema,
  sessionSchema,
  bootstrapResponseSchema,
  pullResponseSchema,
  lookUpResponseSchema,
  pushRequestSchema,
  pushResponseSchema,
  mutationBodySchema,
  liveFromDesktopSchema,
  liveFromHubSchema,
};

/**
 * Desktops in the field speak the protocol they were built with. When this fails, decide: is the
 * change one that old desktops and an old hub can live with? Then pin the new hash.
 */
it('[SYNC-16] the wire schemas are the pinned ones', () => {
  const schemas = Object.entries(wire).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input' }),
  ]);
  const hash = createHash('sha256').update(JSON.stringify(schemas)).digest('hex').slice(0, 16);
  expect(hash).toBe('e478ff71c52c0619');
});
