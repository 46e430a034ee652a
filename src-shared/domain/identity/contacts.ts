/** By which numbers, mailboxes and addresses two cards meet. */
import type { Identity } from './identity.ts';
import { type AddressMatch, matchAddresses } from './match-addresses.ts';
import type { ReasonAgainst, ReasonFor } from './verdict.ts';

export type Meeting = {
  readonly mobile: boolean;
  readonly landline: boolean;
  readonly email: boolean;
  readonly sharedEmail: boolean;
  readonly address: AddressMatch;
  readonly for: readonly ReasonFor[];
  readonly against: readonly ReasonAgainst[];
};

const share = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((value) => other.includes(value));

export const meetingOf = (one: Identity, other: Identity): Meeting => {
  const mobile = share(one.mobiles, other.mobiles);
  const landline = share(one.landlines, other.landlines);
  const email = share(one.ownEmails, other.ownEmails);
  const sharedEmail = share(one.sharedEmails, other.sharedEmails);
  const address = matchAddresses(one.address, other.address);
  const found: [boolean, ReasonFor][] = [
    [mobile, 'same-mobile'],
    [landline, 'same-landline'],
    [email, 'same-email'],
    [sharedEmail, 'same-shared-email'],
    [address === 'same', 'same-address'],
    [address === 'near', 'near-address'],
  ];
  return {
    mobile,
    landline,
    email,
    sharedEmail,
    address,
    for: found.filter(([holds]) => holds).map(([, reason]) => reason),
    against: address === 'different' ? ['other-address'] : [],
  };
};
