/** The time zones of each French territory, by the IANA database, with their links. Pure. */
import type { Facts, Territory } from '../facts.ts';

const zones: Readonly<Record<Territory, readonly string[]>> = {
  metropole: ['Europe/Paris'],
  guadeloupe: ['America/Guadeloupe'],
  martinique: ['America/Martinique'],
  guyane: ['America/Cayenne'],
  reunion: ['Indian/Reunion'],
  mayotte: ['Indian/Mayotte'],
  'saint-pierre-et-miquelon': ['America/Miquelon'],
  'saint-barthelemy': ['America/St_Barthelemy', 'America/Guadeloupe'],
  'saint-martin': ['America/Marigot', 'America/Guadeloupe'],
  'nouvelle-caledonie': ['Pacific/Noumea'],
  polynesie: ['Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier'],
  'wallis-et-futuna': ['Pacific/Wallis'],
};

const known = new Set(Object.values(zones).flat());

/** A zone in which people of a French territory live; null for any other text. */
export const zoneOf = ({ consumer: { timeZone } }: Facts): string | null =>
  timeZone !== undefined && known.has(timeZone) ? timeZone : null;

export const isZoneOf = (zone: string, territory: Territory): boolean =>
  zones[territory].includes(zone);

const metropolitan = /^(?:0[1-9]|[1-8]\d|9[0-5])\d{3}$/;

/** Whether the local law of Alsace-Moselle holds there; null where the postcode does not tell. */
export const isAlsaceMoselle = (postcode: string | undefined): boolean | null => {
  if (postcode === undefined || !metropolitan.test(postcode)) return null;
  return /^(?:57|67|68)/.test(postcode);
};
