/** The territory and the time zone of a postal address, as far as its postcode tells. Pure. */
import type { Customer } from '../customer/customer.ts';
import type { Territory } from './facts.ts';

type Place = {
  readonly territory: Territory | undefined;
  readonly postcode: string | undefined;
  readonly timeZone: string | undefined;
};

const unknown: Place = { territory: undefined, postcode: undefined, timeZone: undefined };

/** The longest beginning that fits counts. */
const overseas: readonly (readonly [begins: string, Territory, zone: string | undefined])[] = [
  ['97133', 'saint-barthelemy', 'America/St_Barthelemy'],
  ['97150', 'saint-martin', 'America/Marigot'],
  ['971', 'guadeloupe', 'America/Guadeloupe'],
  ['972', 'martinique', 'America/Martinique'],
  ['973', 'guyane', 'America/Cayenne'],
  ['974', 'reunion', 'Indian/Reunion'],
  ['975', 'saint-pierre-et-miquelon', 'America/Miquelon'],
  ['976', 'mayotte', 'Indian/Mayotte'],
  ['986', 'wallis-et-futuna', 'Pacific/Wallis'],
  ['98742', 'polynesie', 'Pacific/Marquesas'],
  ['98755', 'polynesie', 'Pacific/Gambier'],
  // Both the Marquesas and their neighbours: nobody knows the hour.
  ['9874', 'polynesie', undefined],
  ['987', 'polynesie', 'Pacific/Tahiti'],
  ['988', 'nouvelle-caledonie', 'Pacific/Noumea'],
];

export const whereSheLives = ({ address }: Pick<Customer, 'address'>): Place => {
  if (address === null || address.country !== 'FR') return unknown;
  const postcode = address.postcode.replaceAll(/\s/g, '');
  if (!/^\d{5}$/.test(postcode)) return unknown;
  if (/^9[78]/.test(postcode)) {
    const found = overseas.find(([begins]) => postcode.startsWith(begins));
    if (found === undefined) return unknown;
    return { territory: found[1], postcode, timeZone: found[2] };
  }
  return { territory: 'metropole', postcode, timeZone: 'Europe/Paris' };
};
