/** The columns of an export: those of an import, so that what goes out can come in again. */
import { fieldsOf, type ImportField, type ImportKind } from '../import/field.ts';

export type ExportLanguage = 'fr' | 'en';

const notOut: readonly ImportField[] = ['startedTime', 'consentText'];
const consents = (field: ImportField): boolean => field.startsWith('consent');

/** Consents go out by themselves: a customer may have many. */
export const exportFieldsOf: { readonly [kind in ImportKind]: readonly ImportField[] } = {
  customers: fieldsOf.customers.filter((field) => !consents(field)),
  consents: fieldsOf.consents.filter((field) => !notOut.includes(field)),
  interactions: fieldsOf.interactions.filter((field) => !notOut.includes(field)),
};

/** As an import knows them again. */
export const exportHeaders: {
  readonly [field in ImportField]: { readonly fr: string; readonly en: string };
} = {
  reference: { fr: 'Référence client', en: 'Customer reference' },
  kind: { fr: 'Type de client', en: 'Customer type' },
  civility: { fr: 'Civilité', en: 'Civility' },
  lastName: { fr: 'Nom', en: 'Last name' },
  firstName: { fr: 'Prénom', en: 'First name' },
  companyName: { fr: 'Société', en: 'Company' },
  registration: { fr: 'SIRET', en: 'Registration' },
  birthDate: { fr: 'Date de naissance', en: 'Birth date' },
  language: { fr: 'Langue', en: 'Language' },
  phone1: { fr: 'Téléphone', en: 'Phone' },
  phone2: { fr: 'Téléphone 2', en: 'Phone 2' },
  phone3: { fr: 'Téléphone 3', en: 'Telephone 3' },
  email1: { fr: 'E-mail', en: 'Email' },
  email2: { fr: 'E-mail 2', en: 'Email 2' },
  addressLine1: { fr: 'Adresse', en: 'Address' },
  addressLine2: { fr: 'Adresse 2', en: 'Address 2' },
  addressLine3: { fr: 'Adresse 3', en: 'Address 3' },
  postcode: { fr: 'Code postal', en: 'Postal code' },
  commune: { fr: 'Ville', en: 'City' },
  country: { fr: 'Pays', en: 'Country' },
  since: { fr: 'Client depuis', en: 'Customer since' },
  segment: { fr: 'Segment', en: 'Customer segment' },
  value12Months: { fr: 'CA 12 mois', en: 'Value 12 months' },
  vip: { fr: 'VIP', en: 'VIP' },
  score: { fr: 'Score', en: 'Score' },
  consentDate: { fr: 'Date du consentement', en: 'Consent date' },
  consentChannel: { fr: 'Canal consentement', en: 'Consent channel' },
  consentStatus: { fr: 'Consentement', en: 'Consent' },
  consentPurpose: { fr: 'Finalité', en: 'Consent purpose' },
  consentUntil: { fr: 'Valable jusqu’au', en: 'Valid until' },
  consentProof: { fr: 'Preuve', en: 'Proof' },
  consentText: { fr: 'Texte lu', en: 'Consent text' },
  interactionReference: { fr: 'Référence échange', en: 'Interaction reference' },
  startedAt: { fr: 'Date et heure', en: 'Started at' },
  startedTime: { fr: 'Heure', en: 'Start time' },
  endedAt: { fr: 'Fin', en: 'Ended at' },
  zone: { fr: 'Fuseau horaire', en: 'Time zone' },
  channel: { fr: 'Canal', en: 'Channel' },
  direction: { fr: 'Sens', en: 'Direction' },
  outcome: { fr: 'Résultat', en: 'Outcome' },
  title: { fr: 'Objet', en: 'Title' },
  summary: { fr: 'Résumé', en: 'Summary' },
  customerWords: { fr: 'Mots du client', en: 'Customer words' },
  reasonCode: { fr: 'Motif', en: 'Reason' },
};
