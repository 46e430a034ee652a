/** What an import may bring: three kinds of files, and what a column of each can become. */
import { z } from 'zod';

export const importKinds = ['customers', 'consents', 'interactions'] as const;
export const importKindSchema = z.enum(importKinds);
export type ImportKind = z.infer<typeof importKindSchema>;

export const importFields = [
  'reference',
  'kind',
  'civility',
  'lastName',
  'firstName',
  'companyName',
  'registration',
  'birthDate',
  'language',
  'phone1',
  'phone2',
  'phone3',
  'email1',
  'email2',
  'addressLine1',
  'addressLine2',
  'addressLine3',
  'postcode',
  'commune',
  'country',
  'since',
  'segment',
  'value12Months',
  'vip',
  'score',
  'consentDate',
  'consentChannel',
  'consentStatus',
  'consentPurpose',
  'consentUntil',
  'consentProof',
  'consentText',
  'interactionReference',
  'startedAt',
  'startedTime',
  'endedAt',
  'zone',
  'channel',
  'direction',
  'outcome',
  'title',
  'summary',
  'customerWords',
  'reasonCode',
] as const;
export const importFieldSchema = z.enum(importFields);
export type ImportField = z.infer<typeof importFieldSchema>;

const who: readonly ImportField[] = [
  'reference',
  'lastName',
  'firstName',
  'companyName',
  'phone1',
  'email1',
];
export const consentFields: readonly ImportField[] = [
  'consentDate',
  'consentChannel',
  'consentStatus',
  'consentPurpose',
  'consentUntil',
  'consentProof',
  'consentText',
];
const first = (field: ImportField): number => importFields.indexOf(field);

export const fieldsOf: { readonly [kind in ImportKind]: readonly ImportField[] } = {
  customers: importFields.slice(0, first('interactionReference')),
  consents: [...who, ...consentFields],
  interactions: [...who, ...importFields.slice(first('interactionReference'))],
};

/** Without one of each group no line of the kind can be read. */
export const neededFields: { readonly [kind in ImportKind]: readonly (readonly ImportField[])[] } =
  {
    customers: [['lastName', 'companyName']],
    consents: [['reference', 'phone1', 'email1'], ['consentDate']],
    interactions: [
      ['reference', 'phone1', 'email1'],
      ['interactionReference'],
      ['startedAt'],
      ['channel'],
    ],
  };

/** Where a second column of one sort goes. */
export const nextInRow: Partial<Record<ImportField, ImportField>> = {
  phone1: 'phone2',
  phone2: 'phone3',
  email1: 'email2',
  addressLine1: 'addressLine2',
  addressLine2: 'addressLine3',
};

/** Column by column, by its header: what it becomes; null: it is not imported. */
export const mappingSchema = z.record(z.string().max(200), importFieldSchema.nullable());
export type Mapping = z.infer<typeof mappingSchema>;

/** What is the same on every line and stands in no column: the text that visitors were read. */
export const constantsSchema = z.partialRecord(importFieldSchema, z.string().trim().max(500));
export type Constants = z.infer<typeof constantsSchema>;
