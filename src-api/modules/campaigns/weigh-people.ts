/** Who of some people may be on a list, and at which step the others are left out. */
import type { ListTally } from '@api/db/tables/campaign-lists.ts';
import type { ListReport } from '@shared/contracts/http/campaign-lists.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import type { RuleId } from '@shared/domain/law/rule.ts';
import { whereSheLives } from '@shared/domain/law/where-she-lives.ts';
import { murmurHash } from '@shared/domain/script/choice/murmur-hash.ts';
import type { Judge } from './judge-people.ts';
import type { FoundPerson, NewContact } from './list-repository.ts';

/** The steps in the order in which they are told; a rule of the law tells of itself. */
const STEPS: readonly string[] = ['already-listed', 'other-campaign', 'no-number', 'unreadable'];
/** A list is called at another hour than it is made at. */
export const OF_THE_HOUR: readonly RuleId[] = ['hours', 'holiday'];

type LeftOut = { readonly because: string; readonly article: string | null };
/** `onlyLetter`: nobody calls her before she consents (SEQ-13). */
export type Weighed = LeftOut | (NewContact & { readonly onlyLetter: boolean });

export const isContact = (one: Weighed): one is Exclude<Weighed, LeftOut> => 'customerId' in one;

/** The same people are kept apart on every machine and after every restart. */
export const isControl = (campaignId: string, customerId: string, percent: number): boolean =>
  (murmurHash(`${campaignId}:control:${customerId}`) / 2 ** 32) * 100 < percent;

type Weighing = {
  readonly campaign: Campaign;
  /** Of whom no study knows any. */
  readonly score: number;
  readonly newId: () => string;
  readonly judge: Judge;
  /** Who is on a list already. */
  readonly listed: ReadonlyMap<string, string>;
};

export const weigh = async (
  { campaign, score, newId, judge, listed }: Weighing,
  people: readonly FoundPerson[],
): Promise<Weighed[]> => {
  const ids = people.map(({ id }) => id);
  const { controlPercent, valueCents } = campaign.settings;
  const judged = await judge(ids);
  return people.map((person): Weighed => {
    const already = listed.get(person.id);
    if (already !== undefined) return { because: already, article: null };
    const found = judged.get(person.id);
    if (found === undefined) return { because: 'unreadable', article: null };
    const { customer, decision } = found;
    if (customer.phones.length === 0) return { because: 'no-number', article: null };
    const never = !decision.allowed && decision.allowedFromMs === null;
    if (never && !mayGetLetter(campaign.settings, decision.rule, customer))
      return { because: decision.rule, article: decision.article };
    return {
      id: newId(),
      customerId: person.id,
      onlyLetter: never,
      state: isControl(campaign.id, person.id, controlPercent) ? 'control' : 'waiting',
      zone: whereSheLives(customer).timeZone ?? 'Europe/Paris',
      score: person.score ?? score,
      valueCents: Math.max(0, valueCents || person.valueCents),
    };
  });
};

/**
 * Who has not consented to be called may be written to, and asked (SEQ-13): the law is asked again before
 * a call, which stays forbidden until she answers.
 */
const mayGetLetter = (
  { sequence }: Campaign['settings'],
  rule: RuleId,
  { address }: Pick<Customer, 'address'>,
): boolean =>
  sequence.lettersWithoutConsent &&
  sequence.steps[0]?.kind === 'letter' &&
  (rule === 'consent' || rule === 'consent-expired') &&
  address !== null;

const nothing: ListTally = { found: 0, leftOut: {}, control: 0, added: 0, onlyLetter: 0 };

export const tallied = (before: Partial<ListTally>, weighed: readonly Weighed[]): ListTally => {
  const tally = { ...nothing, ...before };
  const leftOut = { ...tally.leftOut };
  let { control, added, onlyLetter } = tally;
  for (const one of weighed) {
    if (!isContact(one)) {
      const count = (leftOut[one.because]?.count ?? 0) + 1;
      leftOut[one.because] = { article: one.article, count };
    } else if (one.state === 'control') control += 1;
    else {
      added += 1;
      if (one.onlyLetter) onlyLetter += 1;
    }
  }
  return { found: tally.found + weighed.length, leftOut, control, added, onlyLetter };
};

export const reportOf = (given: Partial<ListTally>): Omit<ListReport, 'listId' | 'state'> => {
  const { found, leftOut: out, control, added, onlyLetter } = { ...nothing, ...given };
  const place = (because: string): number => {
    const step = STEPS.indexOf(because);
    return step === -1 ? STEPS.length : step;
  };
  let left = found;
  const leftOut = Object.entries(out)
    .sort(([a, one], [b, other]) => place(a) - place(b) || other.count - one.count)
    .map(([because, { article, count }]) => {
      left -= count;
      return { because, article, count, left };
    });
  return { found, leftOut, control, added, onlyLetter };
};
