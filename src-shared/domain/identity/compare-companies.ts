/** Two cards of companies: by their register number first, then by name, address and numbers. */
import { matchCompanies } from './company-names.ts';
import { type Meeting, meetingOf } from './contacts.ts';
import type { Card, Identity } from './identity.ts';
import {
  type Comparison,
  lower,
  type ReasonAgainst,
  type ReasonFor,
  type Verdict,
} from './verdict.ts';

type Register =
  | 'same-siret'
  | 'same-siren'
  | 'other-establishment'
  | 'other-registration'
  | 'unknown';

const registerOf = (one: Card, other: Card): Register => {
  if (!one.registration || !other.registration) return 'unknown';
  if (one.registration.slice(0, 9) !== other.registration.slice(0, 9)) return 'other-registration';
  if (one.registration.length !== 14 || other.registration.length !== 14) return 'same-siren';
  return one.registration === other.registration ? 'same-siret' : 'other-establishment';
};

const byName = (name: ReturnType<typeof matchCompanies>, meeting: Meeting): Verdict => {
  const reached = meeting.mobile || meeting.landline || meeting.email || meeting.sharedEmail;
  const atHome = meeting.address === 'same';
  if (name === 'same') {
    if (reached && atHome) return 'certain';
    if (reached || atHome || meeting.address === 'near') return 'probable';
    return meeting.address === 'commune' ? 'possible' : 'none';
  }
  if (name === 'close') return reached || atHome ? 'probable' : 'none';
  return reached && atHome ? 'possible' : 'none';
};

const verdictOf = (
  register: Register,
  name: ReturnType<typeof matchCompanies>,
  meeting: Meeting,
) => {
  const named = byName(name, meeting);
  const sameName = name === 'same' || name === 'close';
  switch (register) {
    case 'same-siret':
      return sameName ? 'certain' : 'probable';
    case 'same-siren':
      return sameName ? 'probable' : 'possible';
    case 'other-establishment':
    case 'other-registration':
      return lower(named, 'possible');
    case 'unknown':
      return named;
  }
};

export const compareCompanies = (one: Identity, other: Identity): Comparison => {
  const name = matchCompanies(one.card.companyName ?? '', other.card.companyName ?? '');
  const meeting = meetingOf(one, other);
  const register = registerOf(one.card, other.card);
  const found: ReasonFor[] = [];
  const doubts: ReasonAgainst[] = [];
  if (register === 'same-siret' || register === 'same-siren') found.push(register);
  if (register === 'other-establishment' || register === 'other-registration')
    doubts.push(register);
  if (name === 'same') found.push('same-company');
  if (name === 'close') found.push('similar-company');
  if (name === 'different') doubts.push('other-company');
  return {
    verdict: verdictOf(register, name, meeting),
    for: [...found, ...meeting.for],
    against: [...doubts, ...meeting.against],
  };
};
