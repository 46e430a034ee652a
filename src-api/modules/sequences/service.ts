/**
 * Moves the people of running campaigns along their sequences, one person in one transaction: what is
 * interrupted is undone whole and begun anew, and two instances never hold one person (SEQ-7).
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { findCampaign } from '@api/modules/campaigns/repository.ts';
import { loadBundles } from '@api/modules/sync/bundle-repository.ts';
import type { SequenceStanding } from '@shared/contracts/http/letters.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import {
  channelOfStep,
  decentFrom,
  reminderDue,
  type SequenceTurn,
} from '@shared/domain/campaign/sequence.ts';
import { channelConsents } from '@shared/domain/customer/consent-status.ts';
import { type OrderedTurn, turnInOrder } from '@shared/domain/experiment/channel-order.ts';
import { orderFor } from '@shared/domain/experiment/design.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import {
  countSteps,
  doneSteps,
  endContact,
  enrol,
  type Subject,
  setNext,
  takeSubject,
  takeVisit,
} from './repository.ts';
import { type SequenceHub, sendStep } from './send-step.ts';

type Db = HubDependencies['database']['db'];

const bundleOf = async (
  tx: Db,
  customerId: string,
  brandId: string,
): Promise<CustomerBundle | null> => (await loadBundles(tx, [customerId], [brandId]))[0] ?? null;

/** When she last came to the brand by herself. */
const answeredAt = ({ interactions }: CustomerBundle): number | null => {
  const own = interactions.filter(({ direction }) => direction === 'inbound');
  return own.length === 0 ? null : Math.max(...own.map(({ startedAt }) => Date.parse(startedAt)));
};

const opposesCalls = ({ consents }: CustomerBundle, brandId: string, nowMs: number): boolean =>
  channelConsents(consents, brandId, nowMs).some(
    ({ channel, state }) => channel === 'phone' && state === 'opposed',
  );

const turnOf = async (tx: Db, subject: Subject, bundle: CustomerBundle): Promise<OrderedTurn> => {
  const { settings, contactId, customerId, state, overBecause, zone } = subject;
  const { attempts, addedAt } = subject;
  const order = orderFor({ id: subject.campaignId, settings }, customerId);
  const last = attempts.at(-1)?.at ?? addedAt;
  return turnInOrder(order, settings.sequence, {
    zone,
    addedAtMs: Date.parse(addedAt),
    state,
    overBecause,
    overAtMs: Date.parse(last),
    answeredAtMs: answeredAt(bundle),
    done: await doneSteps(tx, contactId),
  });
};

/** A letter may be written at any hour; what rings in a pocket may not. */
const sendableFrom = (turn: Extract<SequenceTurn, { do: 'send' }>, nowMs: number, zone: string) => {
  const fromMs = Math.max(turn.dueMs, nowMs);
  return channelOfStep(turn.step) === 'post' ? fromMs : decentFrom(fromMs, zone);
};

const moveOne = async (hub: SequenceHub, tx: Db, subject: Subject): Promise<void> => {
  const nowMs = hub.clock.now();
  const { contactId, customerId, campaignId, settings, zone } = subject;
  const bundle = await bundleOf(tx, customerId, settings.brandId);
  // Restricted or gone: nobody may work with her card.
  if (bundle === null) return setNext(tx, contactId, { nextAt: null });
  if (subject.state === 'waiting' && opposesCalls(bundle, settings.brandId, nowMs)) {
    await endContact(tx, contactId, 'opposition');
    return setNext(tx, contactId, { nextAt: null });
  }
  const turn = await turnOf(tx, subject, bundle);
  if (turn.do === 'leave') {
    await endContact(tx, contactId, 'experiment');
    return setNext(tx, contactId, { nextAt: null });
  }
  if (turn.do === 'end') return setNext(tx, contactId, { nextAt: null });
  if (turn.do === 'call')
    return setNext(tx, contactId, { nextAt: null, callFrom: toInstant(turn.fromMs) });
  const sendableMs = sendableFrom(turn, nowMs, zone);
  if (sendableMs > nowMs) return setNext(tx, contactId, { nextAt: toInstant(sendableMs) });
  const { step } = turn;
  const doneAs = step.id;
  await sendStep(hub, tx, {
    subjectId: contactId,
    doneAs,
    campaignId,
    settings,
    step,
    bundle,
    zone,
  });
  return setNext(tx, contactId, { nextAt: toInstant(nowMs) });
};

/** @returns false: nobody is due. */
const moveSomebody = (hub: SequenceHub): Promise<boolean> =>
  hub.database.db.transaction().execute(async (tx) => {
    const subject = await takeSubject(tx, toInstant(hub.clock.now()));
    if (subject === null) return false;
    await moveOne(hub, tx, subject);
    return true;
  });

/** @returns whose reminder was looked at; null: nobody is left. */
const remindSomebody = (hub: SequenceHub, seen: readonly string[]): Promise<string | null> =>
  hub.database.db.transaction().execute(async (tx) => {
    const nowMs = hub.clock.now();
    const visit = await takeVisit(tx, toInstant(nowMs), seen);
    if (visit === null) return null;
    const { id, settings, stepId, customerId, campaignId, representative, doneAs } = visit;
    const step = settings.sequence.steps.find((one) => one.id === stepId);
    const bundle = await bundleOf(tx, customerId, settings.brandId);
    if (step === undefined || bundle === null) return id;
    const { zone } = representative;
    const dueMs = reminderDue(Date.parse(visit.startsAt), step, zone, nowMs);
    if (dueMs !== null && dueMs <= nowMs) {
      const about = { appointment: visit, representative };
      const sending = { subjectId: id, doneAs, campaignId, settings, step, bundle, zone };
      await sendStep(hub, tx, { ...sending, visit: about });
    }
    return id;
  });

const atMost = 500;

/** Everybody who is due, some hundreds at once. @returns whether more may be due. */
export const moveSequences = async (hub: SequenceHub): Promise<boolean> => {
  await enrol(hub.database.db, toInstant(hub.clock.now()));
  let moved = 0;
  while (moved < atMost && (await moveSomebody(hub))) moved += 1;
  const seen: string[] = [];
  for (let id = await remindSomebody(hub, seen); id !== null && seen.length < atMost; ) {
    seen.push(id);
    id = await remindSomebody(hub, seen);
  }
  return moved === atMost;
};

export const sequenceStanding = async (
  hub: HubDependencies,
  user: User,
  campaignId: string,
): Promise<Result<SequenceStanding>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, user.brandIds);
  return campaign === null ? fail('not-found') : succeed(await countSteps(db, campaignId));
};
