/**
 * Two cards of people: one person, or two of one household? A family shares its name, its address
 * and its landline; a mobile, a mailbox or a birth date is one person's.
 */
import { type Meeting, meetingOf } from './contacts.ts';
import type { Card, Identity } from './identity.ts';
import { matchFirstNames, matchLastNames, type NameMatch, rankOf } from './names.ts';
import {
  type Comparison,
  lower,
  type ReasonAgainst,
  type ReasonFor,
  type Verdict,
} from './verdict.ts';

type Names = {
  readonly first: NameMatch;
  readonly last: NameMatch;
  readonly byBirthName: boolean;
  readonly swapped: boolean;
};

const worse = (one: NameMatch, other: NameMatch): NameMatch =>
  rankOf(one) < rankOf(other) ? other : one;
const isWhole = (...matches: readonly NameMatch[]): boolean =>
  matches.every((match) => rankOf(match) <= rankOf('close'));

/** First and last name are taken as swapped when only that makes both of them fit. */
const namesOf = (one: Card, other: Card): Names => {
  const { match, byBirthName } = matchLastNames(one.lastName, other.lastName);
  const first = matchFirstNames(one.firstName, other.firstName);
  if (isWhole(first, match)) return { first, last: match, byBirthName, swapped: false };
  const crossedFirst = worse(
    matchFirstNames(one.firstName, other.lastName),
    matchFirstNames(one.lastName, other.firstName),
  );
  const crossedLast = worse(
    matchLastNames(one.firstName, other.lastName).match,
    matchLastNames(one.lastName, other.firstName).match,
  );
  if (!isWhole(crossedFirst, crossedLast)) {
    return { first, last: match, byBirthName, swapped: false };
  }
  return { first: crossedFirst, last: crossedLast, byBirthName: false, swapped: true };
};

const whole: readonly NameMatch[] = ['same', 'close'];
const partial: readonly NameMatch[] = ['same', 'close', 'short', 'initials', 'part', 'unsure'];

/** `full`: both names; `near`: nothing contradicts; `first`/`last`: the other name differs. */
type Agreement = 'full' | 'near' | 'last' | 'first' | 'neither' | 'unnamed';

const agreementOf = ({ first, last }: Names): Agreement => {
  if (first === 'missing' || last === 'missing') {
    return first === 'different' || last === 'different' ? 'neither' : 'unnamed';
  }
  if (whole.includes(first) && last === 'same') return 'full';
  if (first === 'same' && last === 'close') return 'full';
  if (partial.includes(first) && partial.includes(last)) return 'near';
  if (last !== 'different') return 'last';
  return first === 'same' ? 'first' : 'neither';
};

type Birth = 'same' | 'close' | 'different' | 'unknown';

/** One digit of day or month mistyped; a year apart is another person. */
const isSlip = (one: string, other: string): boolean =>
  [...one].filter((digit, at) => digit !== other[at]).length === 1 &&
  one.slice(0, 4) === other.slice(0, 4);

const birthOf = (one: Card, other: Card): Birth => {
  if (!one.birthDate || !other.birthDate) return 'unknown';
  if (one.birthDate === other.birthDate) return 'same';
  const [year, month, day] = one.birthDate.split('-');
  if (`${year}-${day}-${month}` === other.birthDate) return 'close';
  return isSlip(one.birthDate, other.birthDate) ? 'close' : 'different';
};

const ladder = (agreement: Agreement, meeting: Meeting, birth: Birth): Verdict => {
  const { mobile, email, landline, address } = meeting;
  const own = Number(mobile) + Number(email) + Number(birth === 'same');
  const atHome = address === 'same' || landline;
  switch (agreement) {
    case 'full':
      if (own > 0 && (mobile || email || atHome)) return 'certain';
      if (own > 0 || (address === 'same' && landline)) return 'probable';
      if (atHome || address === 'near') return 'probable';
      return address === 'commune' || meeting.sharedEmail ? 'possible' : 'none';
    case 'near':
      if (own >= 1) return 'probable';
      if (address === 'same' && landline) return 'probable';
      return atHome || address === 'near' ? 'possible' : 'none';
    case 'first':
      if (own >= 2) return 'probable';
      return own === 1 ? 'possible' : 'none';
    case 'last':
      return mobile || email ? 'possible' : 'none';
    case 'unnamed':
      if (mobile && email) return 'probable';
      return mobile || email ? 'possible' : 'none';
    case 'neither':
      return mobile && email ? 'possible' : 'none';
  }
};

const nameReasons = ({ first, last, byBirthName, swapped }: Names): ReasonFor[] => {
  const reasons: ReasonFor[] = [];
  if (swapped) reasons.push('swapped-name');
  else if (byBirthName && last !== 'different') reasons.push('birth-name');
  if (first === 'same' && last === 'same' && !swapped && !byBirthName) reasons.push('same-name');
  if (first === 'close' || last === 'close') reasons.push('similar-name');
  if (first === 'initials') reasons.push('initials');
  if (first === 'short') reasons.push('short-first-name');
  if (first === 'part' || last === 'part') reasons.push('part-of-name');
  return reasons;
};

const nameDoubts = ({ first, last }: Names): ReasonAgainst[] => {
  const doubts: ReasonAgainst[] = [];
  if (last === 'different') doubts.push('other-last-name');
  if (first === 'different') doubts.push('other-first-name');
  if (first === 'unsure') doubts.push('unsure-first-name');
  return doubts;
};

export const comparePeople = (one: Identity, other: Identity): Comparison => {
  const names = namesOf(one.card, other.card);
  const meeting = meetingOf(one, other);
  const birth = birthOf(one.card, other.card);
  const civilities = [one.card.civility, other.card.civility];
  const otherCivility = !civilities.includes('none') && civilities[0] !== civilities[1];
  let verdict = ladder(agreementOf(names), meeting, birth);
  if (birth === 'different') verdict = lower(verdict, 'possible');
  if (birth === 'close') verdict = lower(verdict, 'probable');
  if (otherCivility) verdict = lower(verdict, 'probable');
  return {
    verdict,
    for: [
      ...nameReasons(names),
      ...meeting.for,
      ...(birth === 'same' ? (['same-birth-date'] as const) : []),
    ],
    against: [
      ...nameDoubts(names),
      ...(birth === 'different' ? (['other-birth-date'] as const) : []),
      ...(otherCivility ? (['other-civility'] as const) : []),
      ...meeting.against,
    ],
  };
};
