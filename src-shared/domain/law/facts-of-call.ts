/**
 * What hub and desktop know of a person, as the facts of a call to her. The call is now: what a wrong
 * clock has dated later counts from now on, but for a consent, which then is none.
 */
import type { Disposition } from '../brand/brand.ts';
import { wallOf } from '../calendar/zoned-time.ts';
import { contractOf, isKeptApart } from '../customer/calling.ts';
import { channelConsents } from '../customer/consent-status.ts';
import type { Consent, Customer } from '../customer/customer.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { CallPurpose } from './purpose.ts';
import { whereSheLives } from './where-she-lives.ts';

type Exchange = Pick<
  Interaction,
  | 'brandId'
  | 'channel'
  | 'direction'
  | 'startedAt'
  | 'outcome'
  | 'campaignId'
  | 'dispositionCode'
  | 'call'
>;
export type Person = {
  readonly customer: Pick<Customer, 'kind' | 'address' | 'calling'>;
  readonly consents: readonly Consent[];
  readonly interactions: readonly Exchange[];
};

export type CallToJudge = {
  /** Null: nobody knows whose number it is. */
  readonly person: Person | null;
  readonly brand: { readonly id: string; readonly name: string };
  readonly purpose: CallPurpose;
  /** By whom it is dialled; absent: by the advisor. */
  readonly dialling?: string | undefined;
  /** Whether the offer relates to a contract's object (L223-1); absent: nobody has said so. */
  readonly offerRelated?: boolean | undefined;
  /** The number that the switch is asked to present; null: it chooses. */
  readonly presented: string | null;
  readonly calledNumber: string | null;
  /** Dispositions of the brand that say that the offer was refused in the call. */
  readonly refusalCodes: ReadonlySet<string>;
  /** And those that say that she wants no such call any more. */
  readonly opposingCodes: ReadonlySet<string>;
  readonly nowMs: number;
};

const yearMs = 364 * 86_400_000;

const dayIn = (zone: string, atMs: number): string =>
  new Date(wallOf(atMs, zone)).toISOString().slice(0, 10);

const clamped = (instant: string, nowMs: number): string =>
  new Date(Math.min(Date.parse(instant), nowMs)).toISOString();

/** When she last said in an exchange that she wants no such call; null: she never did. */
const opposedAt = ({ interactions }: Person, { brand, opposingCodes }: CallToJudge) =>
  interactions
    .filter(
      ({ brandId, dispositionCode, call }) =>
        brandId === brand.id &&
        call?.training !== true &&
        dispositionCode !== null &&
        opposingCodes.has(dispositionCode),
    )
    .map(({ startedAt }) => startedAt)
    .sort()
    .at(-1) ?? null;

const consentOf = (person: Person, call: CallToJudge) => {
  const { brand, nowMs } = call;
  const [phone] = channelConsents(person.consents, brand.id, nowMs).filter(
    ({ channel }) => channel === 'phone',
  );
  const decided = phone?.consent ?? null;
  const said = opposedAt(person, call);
  // What she decides later counts; nobody else can.
  if (said !== null && (decided === null || decided.givenAt <= said))
    return {
      consent: null,
      opposition: { at: clamped(said, nowMs), channel: 'phone', scope: 'all' },
    };
  if (decided === null) return { consent: null, opposition: null };
  const { status, givenAt, until, purpose, proof } = decided;
  if (status === 'opposed') {
    const at = clamped(givenAt, nowMs);
    return { consent: null, opposition: { at, channel: 'phone', scope: 'all' } };
  }
  // An end at a year's distance is the law's own, which the engine counts itself.
  const isShort = until !== null && Date.parse(until) - Date.parse(givenAt) < yearMs;
  const consent = {
    givenAt,
    by: 'consumer',
    professional: brand.name,
    purpose,
    proof,
    revokedAt: isShort ? until : null,
    renewal: 'none',
    outsideHours: false,
  };
  return { consent, opposition: null };
};

const exchangesOf = ({ interactions }: Person, { brand, refusalCodes, nowMs }: CallToJudge) => {
  const calls = interactions.filter(
    ({ channel, brandId, call }) =>
      channel === 'phone' && brandId === brand.id && call?.training !== true,
  );
  const at = ({ startedAt }: Exchange) => clamped(startedAt, nowMs);
  return {
    // A call of which nobody said what it was for is counted.
    attempts: calls
      .filter(({ direction, call }) => direction === 'outbound' && call?.purpose !== 'service')
      .map((one) => ({
        at: at(one),
        campaign: one.campaignId,
        answered: one.outcome === 'answered',
      })),
    refusals: calls
      .filter(
        ({ dispositionCode }) => dispositionCode !== null && refusalCodes.has(dispositionCode),
      )
      .map((one) => ({
        at: at(one),
        inCall: true,
        professional: brand.name,
        campaign: one.campaignId,
      })),
  };
};

/** Both are known by the day, and the day is the consumer's. */
const standingOf = ({ customer }: Person, { brand, offerRelated, nowMs }: CallToJudge) => {
  if (customer.calling === undefined) return {};
  const today = dayIn(whereSheLives(customer).timeZone ?? 'Europe/Paris', nowMs);
  const contract = contractOf(customer.calling, brand.id, today);
  return {
    runningContract:
      contract === null
        ? null
        : {
            since: contract.since,
            until: contract.until,
            professional: brand.name,
            ...(offerRelated === undefined ? {} : { offerRelated }),
          },
    controlGroup: isKeptApart(customer.calling, brand.id, today),
  };
};

/** In the form that `readFacts` reads; what nobody knows is left out and refuses. */
export const factsOfCall = (call: CallToJudge): Record<string, unknown> => {
  const { person, brand, purpose, presented, calledNumber } = call;
  const known =
    person === null
      ? {}
      : {
          consumer: {
            kind: person.customer.kind === 'person' ? 'consumer' : 'business',
            ...whereSheLives(person.customer),
          },
          ...consentOf(person, call),
          ...exchangesOf(person, call),
          ...standingOf(person, call),
        };
  return {
    callKind: purpose,
    dialling: call.dialling ?? 'advisor, by hand',
    professional: brand.name,
    runningContract: null,
    ...(presented === null ? {} : { presentedNumber: { number: presented, hidden: false } }),
    controlGroup: false,
    calledNumber,
    ...known,
  };
};

/** The same facts are the same text, in whatever order they were put together. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`);
  return `{${entries.join(',')}}`;
};

/** The number that a brand's calls present: the first of its own. */
export const presentedBy = <N extends { readonly brandId: string }>(
  numbers: readonly N[],
  brandId: string,
): N | null => numbers.find((one) => one.brandId === brandId) ?? null;

type Spoken = Pick<Disposition, 'brandId' | 'code' | 'refusesOffer' | 'opposesCalls'>;

const codesThat = (
  says: 'refusesOffer' | 'opposesCalls',
  dispositions: readonly Spoken[],
  brandId: string,
): ReadonlySet<string> =>
  new Set(
    dispositions
      .filter((one) => one.brandId === brandId && one[says] === true)
      .map(({ code }) => code),
  );

export const refusalCodesOf = (dispositions: readonly Spoken[], brandId: string) =>
  codesThat('refusesOffer', dispositions, brandId);

export const opposingCodesOf = (dispositions: readonly Spoken[], brandId: string) =>
  codesThat('opposesCalls', dispositions, brandId);
