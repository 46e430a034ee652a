/** The facts that a speech may mention, from what is known of this call. */
import type { Brand } from '../brand/brand.ts';
import type { Customer, CustomerCase } from '../customer/customer.ts';
import type { User } from '../user/user.ts';
import type { Facts } from './facts.ts';
import type { SpeechLocale } from './render.ts';

export type KnownOfCall = {
  readonly locale: SpeechLocale;
  readonly brand: Brand | null;
  readonly advisor: User | null;
  readonly customer: Customer | null;
  readonly openCase: CustomerCase | null;
  /** The order that is under way with this brand, if there is one. */
  readonly openOrder?: CustomerCase | null;
};

const titles = { fr: { mme: 'Madame', m: 'Monsieur' }, en: { mme: 'Ms', m: 'Mr' } } as const;

/** How to address the person: « Madame Vasseur »; a name alone where the civility is unknown. */
export const formalName = (customer: Customer, locale: SpeechLocale): string => {
  if (customer.kind === 'company' && customer.lastName === '') return customer.companyName ?? '';
  if (customer.civility === 'none') return `${customer.firstName} ${customer.lastName}`.trim();
  return `${titles[locale][customer.civility]} ${customer.lastName}`.trim();
};

const someText = <K extends string>(key: K, value: string | null | undefined) =>
  value === null || value === undefined || value === ''
    ? {}
    : ({ [key]: value } as { [name in K]: string });

const customerFacts = (
  customer: Customer,
  brandId: string | undefined,
  locale: SpeechLocale,
): Facts => {
  const relation = customer.relations.find((one) => one.brandId === brandId);
  return {
    ...someText('customer.formalName', formalName(customer, locale)),
    ...someText('customer.firstName', customer.firstName),
    ...someText('customer.lastName', customer.lastName),
    ...someText('customer.companyName', customer.companyName),
    ...someText('customer.commune', customer.address?.commune),
    ...someText('customer.since', relation?.since.slice(0, 4)),
    ...(relation === undefined
      ? {}
      : { 'customer.vip': relation.vip, 'customer.relationMode': relation.relationMode }),
  };
};

/** A thing's name in the middle of a sentence: « votre canapé Belle-Île ». */
const insideSentence = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : name.charAt(0).toLowerCase() + name.slice(1);

export const gatherFacts = ({
  locale,
  brand,
  advisor,
  customer,
  openCase,
  openOrder = null,
}: KnownOfCall): Facts => ({
  ...(customer === null ? {} : customerFacts(customer, brand?.id, locale)),
  ...someText('brand.name', brand?.name),
  ...someText('advisor.firstName', advisor?.firstName),
  ...someText(
    'advisor.fullName',
    advisor === null ? '' : `${advisor.firstName} ${advisor.lastName}`.trim(),
  ),
  ...someText('case.reference', openCase?.reference),
  ...someText('case.title', openCase?.title),
  ...someText('order.label', insideSentence(openOrder?.title)),
  ...someText('order.number', openOrder?.reference),
});
