/** A customer as one line describes her. */
import type { Customer } from '../customer/customer.ts';
import { isRegistration } from '../identity/company-names.ts';
import type { CellReader } from './cell-reader.ts';
import { readAmountCents } from './cells/read-amount.ts';
import { readDay } from './cells/read-date.ts';
import { readEmails } from './cells/read-email.ts';
import { readName, readText } from './cells/read-name.ts';
import { readPhones } from './cells/read-phone.ts';
import { readCountry, readPostcode } from './cells/read-place.ts';
import { readScore } from './cells/read-score.ts';
import { readCivility, readKind, readLanguage, readSegment, readYesNo } from './cells/read-word.ts';
import type { CardLine, Who } from './line.ts';
import { type Read, refused, took } from './problem.ts';

const dayMs = 86_400_000;
const none: readonly string[] = [];
const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** At most today; a day ahead passes, for it may be tomorrow where the file was made. */
export const readPastDay =
  (nowMs: number) =>
  (raw: string): Read<string | null> => {
    const read = readDay(raw);
    if (!read.ok || read.value === null) return read;
    return Date.parse(read.value) > nowMs + dayMs ? refused('date-future') : read;
  };

const readRegistration = (raw: string): Read<string> => {
  const digits = raw.replaceAll(/[\s.]/g, '');
  if (digits === '' || isRegistration(digits)) return took(digits);
  return refused('registration-wrong', { kind: 'clear' });
};

const most = { reference: 100, company: 120, line: 120, commune: 80 };
const limited = (limit: number) => (raw: string) => readText(raw, limit);

export const readWho = (cells: CellReader): Who => ({
  reference: cells.read('reference', limited(most.reference), '') || null,
  firstName: cells.read('firstName', readName, ''),
  lastName: cells.read('lastName', readName, ''),
  companyName: cells.read('companyName', limited(most.company), ''),
  phones: unique(
    (['phone1', 'phone2', 'phone3'] as const).flatMap((field) =>
      cells.read(field, readPhones, none),
    ),
  ),
  emails: unique(
    (['email1', 'email2'] as const).flatMap((field) => cells.read(field, readEmails, none)),
  ),
});

const readAddress = (cells: CellReader): Customer['address'] => {
  const lines = (['addressLine1', 'addressLine2', 'addressLine3'] as const)
    .map((field) => cells.read(field, limited(most.line), ''))
    .filter((line) => line !== '');
  const country = cells.read('country', readCountry, 'FR');
  const postcode = cells.read('postcode', (raw) => readPostcode(raw, country), '');
  const commune = cells.read('commune', readName, '').slice(0, most.commune);
  if (lines.length === 0 && postcode === '' && commune === '') return null;
  return { lines, postcode, commune, inseeCode: null, country };
};

const readRelation = (cells: CellReader): CardLine['relation'] => {
  const since = cells.read('since', readPastDay(cells.reading.nowMs), null);
  const value12MonthsCents = cells.read('value12Months', readAmountCents, null);
  const segment = cells.read('segment', readSegment, null);
  const vip = cells.read('vip', readYesNo, null);
  const score = cells.read('score', readScore, null);
  return {
    ...(since === null ? {} : { since }),
    ...(value12MonthsCents === null ? {} : { value12MonthsCents }),
    ...(segment === null ? {} : { segment }),
    ...(vip === null ? {} : { vip: vip === 'yes' }),
    ...(score === null ? {} : { score }),
  };
};

const mostContacts = 10;

export const readCard = (cells: CellReader): CardLine => {
  const who = readWho(cells);
  const kind = cells.read('kind', readKind, null);
  if (cells.problems.length === 0 && who.lastName === '' && who.companyName === '') {
    cells.refuse('lastName', 'name-missing');
  }
  if (who.phones.length > mostContacts) cells.refuse('phone1', 'too-many-numbers');
  return {
    ...who,
    kind: kind ?? (who.companyName !== '' && who.lastName === '' ? 'company' : 'person'),
    civility: cells.read('civility', readCivility, null),
    birthDate: cells.read('birthDate', readPastDay(cells.reading.nowMs), null),
    registration: cells.read('registration', readRegistration, '') || null,
    language: cells.read('language', readLanguage, null),
    address: readAddress(cells),
    relation: readRelation(cells),
  };
};
