/**
 * Whether two cards are one customer: pure, symmetric, and never the last word. A verdict proposes;
 * people merge.
 */
import { compareCompanies } from './compare-companies.ts';
import { comparePeople } from './compare-people.ts';
import type { Identity } from './identity.ts';
import { type Comparison, lower } from './verdict.ts';

export const compareIdentities = (one: Identity, other: Identity): Comparison => {
  if (one.card.kind === 'company' && other.card.kind === 'company') {
    return compareCompanies(one, other);
  }
  const people = comparePeople(one, other);
  if (one.card.kind === other.card.kind) return people;
  // The owner of a shop has a card, and so has her shop: a link between them, no duplicate.
  const isSamePerson = people.verdict === 'certain' || people.verdict === 'probable';
  return {
    verdict: isSamePerson ? lower(people.verdict, 'possible') : 'none',
    for: people.for,
    against: ['person-and-company', ...people.against],
  };
};
