/** Duplicates: the hub proposes and decides; the engine asks it in her name. */

import {
  duplicatesSchema,
  likenessesSchema,
  mergedSchema,
  mergesSchema,
} from '@shared/contracts/http/duplicates.ts';
import { routes } from '@shared/contracts/routes.ts';
import { succeed } from '@shared/kernel/result.ts';
import { z } from 'zod';
import { type CommandDeps, type Part, withShift } from './command-parts.ts';

const answerWithinMs = 6_000;

export const duplicateCommands = ({ hub, session, newId }: CommandDeps): Part<'duplicates'> => {
  const on = withShift(session);
  const post = <T extends z.ZodType>(path: string, body: unknown, answer: T) =>
    hub.ask({ method: 'POST', path, body, answer, timeoutMs: answerWithinMs });
  const read = <T extends z.ZodType>(path: string, answer: T) =>
    hub.ask({ method: 'GET', path, answer, timeoutMs: answerWithinMs });
  return {
    'duplicates.list': on(async () => {
      const found = await read(routes.duplicates, duplicatesSchema);
      if (!found.ok) return found;
      const made = await read(routes.merges, mergesSchema);
      if (!made.ok) return made;
      const { duplicates, total } = found.value;
      return succeed({ duplicates, total, merges: made.value.merges });
    }),
    'duplicates.merge': on((_, { survivorId, absorbedId, choices }) =>
      post(routes.merges, { id: newId(), survivorId, absorbedId, choices }, mergedSchema),
    ),
    'duplicates.undo': on((_, { mergeId }) =>
      post(`${routes.merges}/${mergeId}/undo`, {}, mergedSchema),
    ),
    'duplicates.dismiss': on((_, pair) => post(`${routes.duplicates}/dismiss`, pair, z.null())),
    'duplicates.of': on((_, { customerId }) =>
      read(`${routes.customers}/${customerId}/likenesses`, likenessesSchema),
    ),
    'duplicates.report': on((_, pair) => post(`${routes.duplicates}/report`, pair, z.null())),
  };
};
