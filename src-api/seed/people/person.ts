/** One believable customer after another: a person or a company, with address and numbers. */
import type { Customer } from '@shared/domain/customer/customer.ts';
import { dayMs, dayOf } from '../calendar.ts';
import { nameId } from '../name-id.ts';
import { type Random, randomOf, weighted } from '../random.ts';
import { type Commune, communes } from './communes.ts';
import { companyForms, familyNames, generations, streetNames } from './names.ts';
import { homeNumber, mobileNumber } from './phone-numbers.ts';

export type Telling = {
  readonly seed: number;
  readonly nowMs: number;
  /** How many customers there will be; decides how rare a number of one's own is. */
  readonly customers: number;
};

const inhabitants = communes.reduce((sum, commune) => sum + commune.thousands, 0);
const domains = ['exemple.fr', 'courriel.example', 'boite.example', 'poste.example'];
const ownMobiles = 9_000;
const brandShares = [
  ['kerdoual', 0.5],
  ['solvenne', 0.42],
  ['lorvane', 0.3],
] as const;

type Household = {
  readonly familyName: string;
  readonly commune: Commune;
  readonly lines: string[];
  readonly home: string;
};

/** Each ninth customer lives with the one before: same name, address and home number. */
const householdOf = ({ seed }: Telling, index: number): Household => {
  const first = index % 9 === 8 ? index - 1 : index;
  const random = randomOf(`${seed}:household:${first}`);
  const commune = weighted(random, communes, (one) => one.thousands, inhabitants);
  const number = random.chance(0.1) ? `${random.between(1, 60)} bis` : `${random.between(1, 120)}`;
  const street = `${number} ${random.pick(streetNames)}`;
  const lines = random.chance(0.2) ? [street, `Appartement ${random.between(1, 48)}`] : [street];
  return {
    familyName: random.pick(familyNames),
    commune,
    lines,
    home: homeNumber(commune.inseeCode, first),
  };
};

const namesOf = (random: Random): Pick<Customer, 'civility' | 'firstName'> => {
  const generation = weighted(random, generations, (one) => one.share, 100);
  return random.chance(0.53)
    ? { civility: 'mme', firstName: random.pick(generation.women) }
    : { civility: 'm', firstName: random.pick(generation.men) };
};

const relationOf = (
  random: Random,
  brandId: string,
  nowMs: number,
): Customer['relations'][number] => {
  const years = random.next() ** 2 * 12;
  const spent = Math.round(random.next() ** 4 * 600_000);
  const segment =
    years < 0.5 ? 'new' : spent > 250_000 ? 'premium' : spent > 60_000 ? 'loyal' : 'standard';
  return {
    brandId,
    since: dayOf(nowMs - years * 365 * dayMs - dayMs),
    value12MonthsCents: spent,
    segment,
    vip: segment === 'premium' && random.chance(0.2),
    relationMode: random.pick(['expert', 'brand-led', 'neutral', 'neutral']),
  };
};

const relationsOf = (random: Random, nowMs: number): Customer['relations'] => {
  const some = brandShares.filter(([, share]) => random.chance(share)).map(([brandId]) => brandId);
  const brandIds = some.length > 0 ? some : [random.pick(brandShares)[0]];
  return brandIds.map((brandId) => relationOf(random, brandId, nowMs));
};

const phonesOf = (
  random: Random,
  index: number,
  telling: Telling,
  home: string,
): Customer['phones'] => {
  const mobile = { e164: mobileNumber(index), label: 'mobile' as const };
  const atHome = { e164: home, label: 'home' as const };
  if (random.chance(Math.min(0.82, ownMobiles / telling.customers))) {
    return random.chance(0.35) || index % 9 === 8 ? [mobile, atHome] : [mobile];
  }
  return [atHome];
};

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** The n-th customer of a telling, always the same. */
export const customerAt = (telling: Telling, index: number): Customer => {
  const random = randomOf(`${telling.seed}:customer:${index}`);
  const household = householdOf(telling, index);
  const { commune, familyName } = household;
  const isCompany = random.chance(0.08);
  const names = namesOf(random);
  const company = isCompany ? random.pick(companyForms).replace('{name}', familyName) : null;
  const mailbox = `${plain(names.firstName)}.${plain(familyName)}${index % 100}`;
  return {
    id: nameId(`customer:${telling.seed}:${index}`),
    kind: isCompany ? 'company' : 'person',
    civility: names.civility,
    firstName: names.firstName,
    lastName: familyName,
    companyName: company,
    language: random.chance(0.02) ? 'en' : 'fr',
    phones: isCompany
      ? [{ e164: household.home, label: 'work' }]
      : phonesOf(random, index, telling, household.home),
    emails: random.chance(0.85) ? [`${mailbox}@${random.pick(domains)}`] : [],
    address: {
      lines: household.lines,
      postcode: commune.postcode,
      commune: commune.name,
      inseeCode: commune.inseeCode,
      country: 'FR',
    },
    relations: relationsOf(random, telling.nowMs),
    version: 1,
    updatedAt: new Date(telling.nowMs - random.between(1, 900) * dayMs).toISOString(),
  };
};
