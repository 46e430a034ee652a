/**
 * Whether a line means a card that is there: certain ones are updated, doubtful ones are asked. A
 * number or a mailbox under another name is doubtful too; a family at one address is two people.
 */
import { compareIdentities } from '../identity/compare-identities.ts';
import { type Identity, identityOf } from '../identity/identity.ts';
import { type Comparison, isAtLeast } from '../identity/verdict.ts';
import type { CardLine } from './line.ts';

export type Match = 'same' | 'doubtful' | 'other';

export const identityOfLine = (line: CardLine): Identity =>
  identityOf({
    kind: line.kind,
    civility: line.civility ?? 'none',
    firstName: line.firstName,
    lastName: line.lastName,
    companyName: line.companyName || null,
    birthDate: line.birthDate,
    registration: line.registration,
    phones: line.phones.map((e164) => ({ e164, label: 'other' as const })),
    emails: [...line.emails],
    address: line.address,
  });

const shares = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((value) => other.includes(value));

/** Says the card already all that identifies the line? Then it is the line, sent once more. */
const isContained = (line: Identity, card: Identity, { for: reasons }: Comparison): boolean => {
  const every = (ones: readonly string[], others: readonly string[]) =>
    ones.every((one) => others.includes(one));
  const sameName = reasons.includes('same-name') || reasons.includes('same-company');
  const sameAddress = line.address === null || reasons.includes('same-address');
  const isSomething =
    line.address !== null ||
    line.mobiles.length + line.landlines.length + line.ownEmails.length > 0;
  return (
    sameName &&
    sameAddress &&
    isSomething &&
    every(line.mobiles, card.mobiles) &&
    every(line.landlines, card.landlines) &&
    every(line.ownEmails, card.ownEmails)
  );
};

export const judgeMatch = (
  line: Identity,
  card: Identity,
): { readonly match: Match; readonly comparison: Comparison } => {
  const comparison = compareIdentities(line, card);
  const { verdict, against } = comparison;
  if (verdict === 'certain') return { match: 'same', comparison };
  const isPlain = against.length === 0 && isContained(line, card, comparison);
  if (isPlain) return { match: 'same', comparison };
  const shared = shares(line.mobiles, card.mobiles) || shares(line.ownEmails, card.ownEmails);
  return { match: isAtLeast(verdict, 'probable') || shared ? 'doubtful' : 'other', comparison };
};
