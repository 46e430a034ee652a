/** Does one step of one person: the message or the letter, its exchange and its mark, all or nothing. */
import type { HubDependencies } from '@api/hub-app.ts';
import { insertInteraction } from '@api/modules/interactions/repository.ts';
import { insertLetter } from '@api/modules/letters/mailings-repository.ts';
import { type About, factsFor } from '@api/modules/letters/merge-facts.ts';
import { findTemplate } from '@api/modules/letters/templates-repository.ts';
import { findBrands } from '@api/modules/reference/repository.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import { writingRefusal } from '@shared/domain/campaign/may-write.ts';
import {
  channelOfStep,
  purposeOfStep,
  type SequenceStep,
} from '@shared/domain/campaign/sequence.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { outboundExchange } from '@shared/domain/interaction/outbound-exchange.ts';
import { postalLines } from '@shared/domain/letter/postal-lines.ts';
import { merged, type Template } from '@shared/domain/letter/template.ts';
import { addressesOf } from '@shared/domain/message/message-ways.ts';
import { saysHowToOppose } from '@shared/domain/message/opposition-mention.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { markDone } from './repository.ts';

type Db = HubDependencies['database']['db'];
export type SequenceHub = Pick<HubDependencies, 'database' | 'clock' | 'newId'>;

export type Sending = {
  /** The contact; of a reminder the appointment. */
  readonly subjectId: string;
  readonly doneAs: string;
  readonly campaignId: string;
  readonly settings: CampaignSettings;
  readonly step: SequenceStep;
  readonly bundle: CustomerBundle;
  readonly zone: string;
  readonly visit?: NonNullable<About['appointment']>;
};

type Words = { readonly subject: string; readonly body: string };
type Ready =
  | { readonly because: string }
  | {
      readonly template: Template;
      readonly words: Words;
      readonly to: string | null;
      readonly address: ReturnType<typeof postalLines>;
    };

const purposeOf = ({ step, settings }: Sending): 'commercial' | 'service' =>
  purposeOfStep(step, settings.callKind);

const refusalOf = (sending: Sending, nowMs: number): string | null => {
  const { step, settings, bundle } = sending;
  const { brandId } = settings;
  const relation = bundle.customer.relations.find((one) => one.brandId === brandId);
  return writingRefusal({
    channel: channelOfStep(step),
    purpose: purposeOf(sending),
    brandId,
    consents: bundle.consents,
    hasBought: (relation?.value12MonthsCents ?? 0) > 0 || bundle.purchases.length > 0,
    nowMs,
  });
};

const addressOf = (customer: Customer, channel: 'email' | 'sms'): string | null =>
  addressesOf(customer, channel)[0] ?? null;

const prepared = async (tx: Db, sending: Sending, nowMs: number): Promise<Ready> => {
  const { step, settings, bundle, zone, visit } = sending;
  const { brandId } = settings;
  const { customer } = bundle;
  const channel = channelOfStep(step);
  const refusal = refusalOf(sending, nowMs);
  if (refusal !== null) return { because: refusal };
  const kept = step.templateId === null ? null : await findTemplate(tx, step.templateId, [brandId]);
  if (kept === null || kept.template.channel !== channel) return { because: 'no-template' };
  const sells = purposeOf(sending) === 'commercial';
  // Nor when it was changed after the start (SEQ-15).
  if (channel === 'sms' && sells && !saysHowToOppose(kept.template.body))
    return { because: 'no-way-to-oppose' };
  const to = channel === 'post' ? null : addressOf(customer, channel);
  const address = channel === 'post' ? postalLines(customer) : null;
  if (to === null && address === null) return { because: 'no-address' };
  const [brand] = await findBrands(tx, [brandId]);
  const names = { brandName: brand?.name ?? '', campaignName: settings.name };
  const own = visit === undefined ? {} : { appointment: visit };
  const facts = factsFor({ customer, ...names, nowMs, zone, ...own });
  const { template } = kept;
  const subject = merged(template.subject, facts);
  const body = merged(template.body, facts);
  // « Bonjour , » is worse than nothing.
  if (subject.missing.length + body.missing.length > 0) return { because: 'field-missing' };
  return { template, words: { subject: subject.text, body: body.text }, to, address };
};

const writtenAtMost = 4000;

const tell = async (
  tx: Db,
  id: string,
  { campaignId, settings, step, bundle }: Sending,
  { template, words, to }: Exclude<Ready, { because: string }>,
  at: string,
): Promise<void> => {
  const channel = channelOfStep(step);
  const { brandId } = settings;
  const title = (words.subject.trim() || template.name).slice(0, 200);
  const row = outboundExchange({
    id,
    customerId: bundle.customer.id,
    brandId,
    channel,
    advisorId: null,
    title,
    summary: words.body.slice(0, writtenAtMost),
    caseId: null,
    threadId: null,
    at,
  });
  const message = channel === 'post' ? null : { to, inReplyTo: null, articles: [] };
  await insertInteraction(tx, { ...row, campaignId, message }, at);
};

/** @returns whether it went out, or why it did not; either way it is done. */
export const sendStep = async (
  hub: SequenceHub,
  tx: Db,
  sending: Sending,
): Promise<'sent' | 'skipped' | 'done-before'> => {
  const nowMs = hub.clock.now();
  const at = toInstant(nowMs);
  const { subjectId, doneAs, campaignId, step, bundle } = sending;
  const customerId = bundle.customer.id;
  const ready = await prepared(tx, sending, nowMs);
  const because = 'because' in ready ? ready.because : null;
  const interactionId = because === null ? hub.newId() : null;
  const done = { subjectId, stepId: doneAs, campaignId, customerId, at, because, interactionId };
  if (!(await markDone(tx, done))) return 'done-before';
  if ('because' in ready || interactionId === null) return 'skipped';
  await tell(tx, interactionId, sending, ready, at);
  const { address, words } = ready;
  if (address === null || step.templateId === null) return 'sent';
  await insertLetter(
    tx,
    { newMailingId: hub.newId(), campaignId, templateId: step.templateId, day: at.slice(0, 10) },
    {
      id: interactionId,
      customerId,
      ...words,
      addressLines: [...address.lines],
      shortened: address.shortened,
      writtenAt: at,
    },
  );
  return 'sent';
};
