/** Which contact a survey's answer is about, and which answer counts (MEASURE-14, MEASURE-15). Pure. */
import type { Interaction } from '../interaction/interaction.ts';
import { hasFailed } from '../thread/break-point.ts';

export const surveyedWithinMs = 7 * 86_400_000;

type Exchange = Pick<
  Interaction,
  'id' | 'brandId' | 'startedAt' | 'outcome' | 'advisorId' | 'call' | 'satisfaction'
>;

const isContact = ({ advisorId, outcome, satisfaction }: Exchange): boolean =>
  advisorId !== null && satisfaction == null && !hasFailed(outcome);

/** Which exchange of the customer a survey is about; null: none that is known. */
export const surveyedContact = <E extends Exchange>(
  exchanges: readonly E[],
  survey: Exchange,
): E | null => {
  const about = survey.satisfaction?.about;
  if (about !== undefined)
    return (
      exchanges.find(
        (one) =>
          one.brandId === survey.brandId &&
          ('callUid' in about
            ? one.call?.callUid === about.callUid
            : one.id === about.interactionId),
      ) ?? null
    );
  const askedMs = Date.parse(survey.startedAt);
  let last: E | null = null;
  for (const one of exchanges) {
    if (one.brandId !== survey.brandId || !isContact(one)) continue;
    const beforeMs = askedMs - Date.parse(one.startedAt);
    if (beforeMs <= 0 || beforeMs > surveyedWithinMs) continue;
    if (last === null || later(last, one)) last = one;
  }
  return last;
};

const later = (one: Exchange, other: Exchange): boolean =>
  one.startedAt === other.startedAt ? one.id < other.id : one.startedAt < other.startedAt;

/** The answer that counts for each contact: the last one, by the contact's id. */
export const satisfactionByContact = <E extends Exchange>(
  exchanges: readonly E[],
): ReadonlyMap<string, E> => {
  const counted = new Map<string, E>();
  for (const survey of exchanges) {
    if (survey.satisfaction == null) continue;
    const contact = surveyedContact(exchanges, survey);
    const known = contact === null ? undefined : counted.get(contact.id);
    if (contact !== null && (known === undefined || later(known, survey)))
      counted.set(contact.id, survey);
  }
  return counted;
};
