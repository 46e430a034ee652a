/** The facts that a speech may mention, from what is known of this call. */
import type { Brand } from '../brand/brand.ts';
import type { Customer, CustomerCase } from '../customer/customer.ts';
import type { Direction } from '../interaction/channel.ts';
import type { User } from '../user/user.ts';
import { type Facts, weekdayOf } from './facts.ts';
import type { SpeechLanguage } from './text.ts';

/** What the call itself tells. */
export type CallFacts = {
  readonly direction: Direction;
  readonly numberCalled?: string | null | undefined;
  readonly queue?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly campaign?: string | null | undefined;
  readonly waitedS?: number | null | undefined;
};

export type Speaker = Pick<User, 'firstName' | 'lastName'>;

export type KnownOfCall = {
  readonly locale: SpeechLanguage;
  readonly brand: Brand | null;
  readonly advisor: Speaker | null;
  readonly customer: Customer | null;
  readonly openCase: CustomerCase | null;
  /** The order that is under way with this brand, if there is one. */
  readonly openOrder?: CustomerCase | null;
  readonly openCases?: number;
  readonly call?: CallFacts;
  /** When the call began, where the call centre is. */
  readonly at?: Date;
};

const titles = { fr: { mme: 'Madame', m: 'Monsieur' }, en: { mme: 'Ms', m: 'Mr' } } as const;

/** How to address the person: « Madame Vasseur »; a name alone where the civility is unknown. */
export const formalName = (customer: Customer, locale: SpeechLanguage): string => {
  if (customer.kind === 'company' && customer.lastName === '') return customer.companyName ?? '';
  if (customer.civility === 'none') return `${customer.firstName} ${customer.lastName}`.trim();
  return `${titles[locale][customer.civility]} ${customer.lastName}`.trim();
};

const someText = <K extends string>(key: K, value: string | null | undefined) =>
  value === null || value === undefined || value === ''
    ? {}
    : ({ [key]: value } as { [name in K]: string });

/** Overseas departments have three digits; Corsica's postcodes do not tell 2A from 2B. */
const departmentOf = (postcode: string | undefined): string | undefined =>
  postcode?.slice(0, postcode.startsWith('97') || postcode.startsWith('98') ? 3 : 2);

const customerFacts = (
  customer: Customer,
  brandId: string | undefined,
  locale: SpeechLanguage,
): Facts => {
  const relation = customer.relations.find((one) => one.brandId === brandId);
  return {
    ...someText('customer.formalName', formalName(customer, locale)),
    ...someText('customer.firstName', customer.firstName),
    ...someText('customer.lastName', customer.lastName),
    ...someText('customer.companyName', customer.companyName),
    'customer.kind': customer.kind,
    'customer.language': customer.language,
    ...someText('customer.commune', customer.address?.commune),
    ...someText('customer.postcode', customer.address?.postcode),
    ...someText('customer.department', departmentOf(customer.address?.postcode)),
    ...someText('customer.email', customer.emails[0]),
    ...(relation === undefined
      ? {}
      : {
          'customer.since': Number(relation.since.slice(0, 4)),
          'customer.vip': relation.vip,
          'customer.segment': relation.segment,
          'customer.relationMode': relation.relationMode,
          'customer.value': relation.value12MonthsCents / 100,
        }),
  };
};

const callFacts = (call: CallFacts | undefined): Facts =>
  call === undefined
    ? {}
    : {
        'call.direction': call.direction,
        ...someText('call.numberCalled', call.numberCalled),
        ...someText('call.queue', call.queue),
        ...someText('call.reason', call.reason),
        ...someText('call.campaign', call.campaign),
        ...(call.waitedS == null ? {} : { 'call.waited': call.waitedS }),
      };

const pad = (value: number): string => String(value).padStart(2, '0');

const timeFacts = (at: Date | undefined): Facts =>
  at === undefined
    ? {}
    : {
        'time.today': `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`,
        'time.hour': at.getHours(),
        'time.weekday': weekdayOf(at),
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
  openCases,
  call,
  at,
}: KnownOfCall): Facts => ({
  ...(customer === null ? {} : customerFacts(customer, brand?.id, locale)),
  ...(openCases === undefined || customer === null ? {} : { 'customer.openCases': openCases }),
  ...someText('brand.id', brand?.id),
  ...someText('brand.name', brand?.name),
  ...someText('advisor.firstName', advisor?.firstName),
  ...someText(
    'advisor.fullName',
    advisor === null ? '' : `${advisor.firstName} ${advisor.lastName}`.trim(),
  ),
  ...someText('case.reference', openCase?.reference),
  ...someText('case.title', openCase?.title),
  ...someText('case.kind', openCase?.kind),
  ...someText('case.opened', openCase?.openedAt.slice(0, 10)),
  ...someText('order.label', insideSentence(openOrder?.title)),
  ...someText('order.number', openOrder?.reference),
  ...someText('order.date', openOrder?.openedAt.slice(0, 10)),
  ...callFacts(call),
  ...timeFacts(at),
});
