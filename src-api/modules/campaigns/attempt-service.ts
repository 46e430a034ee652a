/**
 * What came of an attempt. It was made, whoever held the contact: so it is always written down, once,
 * and what she said decides whether anybody calls her again.
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { insertConsent } from '@api/modules/consents/repository.ts';
import type { CampaignContact, ToldAttempt } from '@shared/contracts/http/campaigns.ts';
import type { Campaign, Consequence } from '@shared/domain/campaign/campaign.ts';
import type { Attempt, DialResult } from '@shared/domain/campaign/dial-result.ts';
import { afterAttempt } from '@shared/domain/campaign/retry.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import {
  type ContactChange,
  type KeptContact,
  lockContact,
  writeContact,
} from './contact-repository.ts';
import { findCampaign } from './repository.ts';

type Db = HubDependencies['database']['db'];

/** Who was reached and is tried again all the same: somebody else answered, or it is not her number. */
const triedAs: { readonly [consequence in Consequence]?: DialResult } = {
  again: 'no-answer',
  'wrong-number': 'wrong-number',
};

const consequenceOf = ({ settings }: Campaign, told: ToldAttempt): Consequence =>
  settings.outcomes.find(({ dispositionCode }) => dispositionCode === told.dispositionCode)
    ?.consequence ?? (told.callAgainAt === null ? 'close' : 'callback');

export type Ended = {
  readonly campaign: Campaign;
  readonly contact: KeptContact;
  readonly told: ToldAttempt;
  /** Who talked with her; null: nobody. */
  readonly user: Pick<User, 'id'> | null;
};
type Kept = Pick<ContactChange, 'attempts' | 'numberRank' | 'since'>;

const noPromise = { promisedAt: null, promisedTo: null, notBefore: null };

const over = (kept: Kept, because: string): ContactChange => ({
  ...kept,
  ...noPromise,
  state: 'over',
  overBecause: because,
});

/** Trying again goes by what the attempt was for her; what is kept is what the telephone said. */
const triedAgain = (
  { campaign, contact, told }: Ended,
  kept: Kept,
  tried: DialResult,
): ContactChange => {
  const { retry } = campaign.settings;
  const asTried = [
    ...contact.attempts,
    { at: told.at, numberRank: contact.numberRank, result: tried },
  ];
  const next = afterAttempt(retry, asTried, contact.numbers.length, contact.zone);
  if (next.kind === 'over') return over(kept, next.why);
  const notBefore = toInstant(next.notBeforeMs);
  const waiting = { state: 'waiting', overBecause: null } as const;
  return { ...kept, ...noPromise, ...waiting, numberRank: next.numberRank, notBefore };
};

const changeOf = (ended: Ended): ContactChange => {
  const { campaign, contact, told, user } = ended;
  const { at, result, callAgainAt, dispositionCode } = told;
  const { numberRank } = contact;
  const attempt: Attempt = { at, numberRank, result, advisorId: user?.id ?? null, dispositionCode };
  const attempts = [...contact.attempts, attempt];
  const kept: Kept = { attempts, numberRank, since: at };
  if (result !== 'reached') return triedAgain(ended, kept, result);
  const consequence = consequenceOf(campaign, told);
  if (consequence === 'callback' && callAgainAt !== null) {
    const promise = { promisedAt: callAgainAt, promisedTo: user?.id ?? null, notBefore: null };
    return { ...kept, ...promise, state: 'waiting', overBecause: null };
  }
  const tried = triedAs[consequence];
  return tried === undefined ? over(kept, consequence) : triedAgain(ended, kept, tried);
};

/** « Ne m'appelez plus » holds from now on for everybody of the brand, with this call as its proof. */
const oppose = async (tx: Db, ended: Ended, id: string): Promise<void> => {
  const { campaign, contact, told, user } = ended;
  if (user === null) return;
  const { settings } = campaign;
  const proof = `said in a call of the campaign "${settings.name}"`;
  const { customerId } = contact;
  const { brandId } = settings;
  await insertConsent(
    tx,
    {
      id,
      customerId,
      brandId,
      channel: 'phone',
      status: 'opposed',
      purpose: settings.callKind,
      givenAt: told.at,
      until: null,
      proof: proof.slice(0, 500),
    },
    user.id,
  );
};

/** The contact as it was before an attempt that is told again; null: what is told changes nothing. */
const before = (contact: KeptContact, { at, result }: ToldAttempt): KeptContact | null => {
  if (!contact.attempts.some((one) => one.at === at)) return contact;
  // Only the qualification of the last call is corrected, while nobody has her.
  const isLast = contact.attempts.at(-1)?.at === at;
  if (!isLast || result !== 'reached' || contact.leasedTo !== null) return null;
  return { ...contact, attempts: contact.attempts.slice(0, -1) };
};

/**
 * Writes down what came of it, once: a desktop that did not hear the answer tells it again.
 * @param consentId of the opposition that may follow from it.
 */
export const applyAttempt = async (tx: Db, ended: Ended, consentId: string): Promise<void> => {
  const { campaign, told } = ended;
  const contact = before(ended.contact, told);
  if (contact === null) return;
  await writeContact(tx, contact.id, changeOf({ ...ended, contact }));
  if (told.result === 'reached' && consequenceOf(campaign, told) === 'opposition')
    await oppose(tx, { ...ended, contact }, consentId);
};

export const tellAttempt = (
  hub: HubDependencies,
  user: User,
  { campaignId, contactId }: { readonly campaignId: string; readonly contactId: string },
  told: ToldAttempt,
): Promise<Result<CampaignContact>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const campaign = await findCampaign(tx, campaignId, user.brandIds);
    const contact = campaign === null ? null : await lockContact(tx, campaignId, contactId);
    if (campaign === null || contact === null) return fail('not-found');
    await applyAttempt(tx, { campaign, contact, told, user }, hub.newId());
    const after = await lockContact(tx, campaignId, contactId);
    return after === null ? fail('not-found') : succeed(after);
  });
