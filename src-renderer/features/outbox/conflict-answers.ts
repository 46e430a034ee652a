/** Which fields of a conflict are to be answered, and what is answered so far. Pure. */
import type { ChangedField, Keep } from '@shared/contracts/engine/outbox.ts';
import type { ConflictField } from './conflict-fields.ts';

export type Answers = { readonly [field in ChangedField]?: Keep };

const isList = (name: ChangedField): boolean => name === 'phones' || name === 'emails';

/** A list can hold both values; a single value cannot. */
export const choicesFor = ({ name }: Pick<ConflictField, 'name'>): readonly Keep[] =>
  isList(name) ? ['mine', 'hub', 'both'] : ['mine', 'hub'];

/** The next field that differs, from this one on; -1 when every one has its answer. */
export const nextField = (fields: readonly ConflictField[], answers: Answers): number =>
  fields.findIndex(({ name, differs }) => differs && answers[name] === undefined);

/** The field before it that differs, whose answer is taken back; the same when there is none. */
export const stepBack = (fields: readonly ConflictField[], answers: Answers): Answers => {
  const last = fields.findLast(({ name, differs }) => differs && answers[name] !== undefined);
  if (last === undefined) return answers;
  const { [last.name]: _taken, ...rest } = answers;
  return rest;
};
