/** What the columns of a file probably are, by their headers; a person confirms or changes it. */
import { wordsOf } from '../identity/fold.ts';
import { fieldsOf, type ImportField, type ImportKind, type Mapping, nextInRow } from './field.ts';
import { headerWords } from './header-words.ts';

/** A header without accents, case, underscores and spaces: `Prénom`, `PRENOM_` and `pre nom` are one. */
export const foldedHeader = (header: string): string =>
  // `customerId` and `dateConsent` have their words by capitals.
  wordsOf(header.replaceAll(/([a-zà-ÿ])([A-ZÀ-Ý])/g, '$1 $2')).join('');

/** Columns that the file of errors adds: they say nothing of a customer. */
const ownPrefix = 'parlance';
export const isOwnColumn = (header: string): boolean => foldedHeader(header).startsWith(ownPrefix);

const synonyms = new Map(
  Object.entries(headerWords).map(([field, words]) => [
    field as ImportField,
    new Set([field.toLowerCase(), ...words.split(', ').map(foldedHeader)]),
  ]),
);

/** The first free field that the header may mean. */
const fieldFor = (
  header: string,
  free: (field: ImportField) => boolean,
  fields: readonly ImportField[],
): ImportField | null => {
  const folded = foldedHeader(header);
  for (const field of fields) {
    if (!synonyms.get(field)?.has(folded)) continue;
    let one: ImportField | undefined = field;
    while (one !== undefined && !free(one)) one = nextInRow[one];
    if (one !== undefined) return one;
  }
  return null;
};

/** Each field at most once; what nobody knows is not imported, as minimisation asks. */
export const proposeMapping = (kind: ImportKind, headers: readonly string[]): Mapping => {
  const taken = new Set<ImportField>();
  const free = (field: ImportField): boolean => !taken.has(field);
  const order = headers.filter((header) => !isOwnColumn(header));
  const mapping: Record<string, ImportField | null> = {};
  for (const header of order) {
    const field = fieldFor(header, free, fieldsOf[kind]);
    if (field !== null) taken.add(field);
    mapping[header] = field;
  }
  return mapping;
};

/** The same for files of one sort, whatever the order of their columns. */
export const headerSignature = (headers: readonly string[]): string =>
  headers
    .filter((header) => !isOwnColumn(header))
    .map(foldedHeader)
    .sort()
    .join('|');
