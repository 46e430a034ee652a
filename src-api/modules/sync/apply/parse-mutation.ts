/** Mutations are parsed one by one: a bad one is refused alone, with its code. */
import {
  type MutationBody,
  type MutationEnvelope,
  mutationBodySchema,
} from '@shared/contracts/sync/mutation.ts';
import { type Applied, rejected } from './outcome.ts';

/** A mutation, or the refusal of one that is none. */
export type Item = { readonly envelope: MutationEnvelope; readonly body: MutationBody | Applied };

const kinds: ReadonlySet<string> = new Set(
  mutationBodySchema.options.map((option) => option.shape.kind.value),
);

export const parseMutation = (envelope: MutationEnvelope): Item => {
  if (!kinds.has(envelope.kind)) return { envelope, body: rejected('mutation-kind-unknown') };
  const { kind, payload } = envelope;
  const parsed = mutationBodySchema.safeParse({ kind, payload });
  if (parsed.success) return { envelope, body: parsed.data };
  const where = parsed.error.issues.slice(0, 5).map((issue) => issue.path.join('.'));
  const detail = `malformed: ${where.join(', ')}`.slice(0, 500);
  return { envelope, body: rejected('mutation-malformed', detail) };
};

export const isRefused = (body: Item['body']): body is Applied =>
  'status' in body && !('kind' in body);
