/** Which cards of the 360 a role sees at a brand, and in which order. */
import { z } from 'zod';
import { type Role, roleSchema } from '../user/user.ts';

export const cardNames = [
  'promise',
  'cases',
  'grants',
  'appointments',
  'risk',
  'channels',
  'purchases',
  'contacts',
] as const;
export const cardNameSchema = z.enum(cardNames);
export type CardName = z.infer<typeof cardNameSchema>;

const twice = (cards: readonly CardName[]): boolean => new Set(cards).size < cards.length;

export const cardLayoutSchema = z.object({
  /** Null: for every role that has no layout of its own. */
  role: roleSchema.nullable(),
  cards: z
    .array(cardNameSchema)
    .max(cardNames.length)
    .refine((cards) => !twice(cards), 'a card stands once'),
});
export type CardLayout = z.infer<typeof cardLayoutSchema>;

/** As an administrator arranged them for this role, or for everybody; else all in their usual order. */
export const cardsFor = (layouts: readonly CardLayout[], role: Role | undefined): CardName[] => {
  const own = layouts.find((one) => one.role === role) ?? layouts.find((one) => one.role === null);
  return [...(own?.cards ?? cardNames)];
};
