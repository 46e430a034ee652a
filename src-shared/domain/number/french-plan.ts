/**
 * The French numbering plan as far as a call centre sees it (ARCEP, plan national de numérotation,
 * décision 2018-0881 as amended): classes of numbers, short numbers, overseas prefixes.
 */

export const numberKinds = [
  'mobile',
  'landline',
  'voip',
  'toll-free',
  'normal-tariff',
  'shared-cost',
  'premium',
  'short',
  'emergency',
  'internal',
  'foreign',
  'hidden',
  'none',
] as const;
export type NumberKind = (typeof numberKinds)[number];

/**
 * Overseas numbers are dialled as 0 + nine digits like all others, but live under country codes of
 * their own. 06 39 is Mayotte's, except 06 39 98, which ARCEP keeps for fiction.
 */
const overseas: readonly (readonly [RegExp, string])[] = [
  [/^(?:262|263|269|692|693|639(?!98))\d{6}$/, '262'],
  [/^(?:590|690|691)\d{6}$/, '590'],
  [/^(?:594|694)\d{6}$/, '594'],
  [/^(?:596|696|697)\d{6}$/, '596'],
];

/** The country code of a national significant number of nine digits (no leading 0). */
export const countryCodeOf = (nationalNumber: string): string =>
  overseas.find(([pattern]) => pattern.test(nationalNumber))?.[1] ?? '33';

export const overseasCountryCodes: readonly string[] = ['262', '590', '594', '596'];

const emergency = new Set([
  '15',
  '17',
  '18',
  '112',
  '114',
  '115',
  '116000',
  '116117',
  '119',
  '191',
  '196',
  '197',
  '110',
  '116111',
  '116006',
  '3114',
  '3919',
]);

/** 10XX and 3XXX, 118 XYZ, 116 XYZ and the two-digit services: no E.164 form exists for them. */
export const shortNumberKind = (digits: string): NumberKind | null => {
  if (emergency.has(digits)) return 'emergency';
  if (/^(?:10\d\d|3\d{3}|118\d{3}|116\d{3}|1[0-9])$/.test(digits)) return 'short';
  return null;
};

/** Kind by the first digits of the national significant number. */
export const nationalKind = (nationalNumber: string): NumberKind => {
  if (/^80[0-5]/.test(nationalNumber)) return 'toll-free';
  if (/^80[6-9]/.test(nationalNumber)) return 'normal-tariff';
  if (/^8[12]/.test(nationalNumber)) return 'shared-cost';
  if (/^8/.test(nationalNumber)) return 'premium';
  if (/^9/.test(nationalNumber)) return 'voip';
  if (/^[67]/.test(nationalNumber)) return 'mobile';
  return 'landline';
};
