/** One line of an export, field by field. Pure. */
import type { Consent, Customer } from '../customer/customer.ts';
import type { ImportField } from '../import/field.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { ExportLanguage } from './columns.ts';
import { exportWords as words } from './words.ts';

export type ExportCell = string | number | null;
export type ExportCells = Partial<Record<ImportField, ExportCell>>;

const whoCells = (customer: Customer): ExportCells => ({
  reference: customer.id,
  lastName: customer.lastName,
  firstName: customer.firstName,
  companyName: customer.companyName,
  phone1: customer.phones[0]?.e164 ?? null,
  email1: customer.emails[0] ?? null,
});

export const customerCells = (
  customer: Customer,
  brandId: string,
  language: ExportLanguage,
): ExportCells => {
  const { address, phones, emails } = customer;
  const relation = customer.relations.find((one) => one.brandId === brandId);
  const [line1 = null, line2 = null, ...more] = address?.lines ?? [];
  return {
    ...whoCells(customer),
    kind: words.kind(customer.kind, language),
    civility: words.civility(customer.civility, language),
    registration: customer.registration ?? null,
    birthDate: customer.birthDate ?? null,
    language: customer.language,
    phone2: phones[1]?.e164 ?? null,
    // An import reads several of one cell.
    phone3:
      phones
        .slice(2)
        .map(({ e164 }) => e164)
        .join(', ') || null,
    email2: emails.slice(1).join(', ') || null,
    addressLine1: line1,
    addressLine2: line2,
    addressLine3: more.join(', ') || null,
    postcode: address?.postcode ?? null,
    commune: address?.commune ?? null,
    country: address?.country ?? null,
    ...(relation === undefined
      ? {}
      : {
          since: relation.since,
          segment: words.segment(relation.segment, language),
          value12Months: relation.value12MonthsCents / 100,
          vip: words.vip(relation.vip, language),
          score: relation.score ?? null,
        }),
  };
};

export const consentCells = (
  consent: Consent,
  customer: Customer,
  language: ExportLanguage,
): ExportCells => ({
  ...whoCells(customer),
  consentDate: consent.givenAt,
  consentChannel: words.channel(consent.channel, language),
  consentStatus: words.consentStatus(consent.status, language),
  consentPurpose: consent.purpose,
  consentUntil: consent.until?.slice(0, 10) ?? null,
  consentProof: consent.proof,
});

/** Of nobody who is known it has the number that called. */
export const interactionCells = (
  interaction: Interaction,
  customer: Customer | null,
  language: ExportLanguage,
): ExportCells => ({
  ...(customer === null
    ? { phone1: interaction.call?.customerNumber ?? null }
    : whoCells(customer)),
  interactionReference: interaction.id,
  startedAt: interaction.startedAt,
  endedAt: interaction.endedAt,
  zone: interaction.zone ?? null,
  channel: words.channel(interaction.channel, language),
  direction: words.direction(interaction.direction, language),
  outcome: words.outcome(interaction.outcome, language),
  title: interaction.title,
  summary: interaction.summary,
  customerWords: interaction.customerWords,
  reasonCode: interaction.reasonCode,
});
