/** What went out in writing from an advisor to a customer, as an exchange; whoever sent it adds the rest. */
import type { Interaction } from './interaction.ts';

type Sent = Pick<
  Interaction,
  | 'id'
  | 'customerId'
  | 'brandId'
  | 'channel'
  | 'advisorId'
  | 'title'
  | 'summary'
  | 'caseId'
  | 'threadId'
> & { readonly at: string };

export const outboundExchange = ({ at, ...sent }: Sent): Interaction => ({
  ...sent,
  direction: 'outbound',
  startedAt: at,
  endedAt: at,
  recordedAt: null,
  outcome: 'done',
  queue: null,
  campaignId: null,
  reasonCode: null,
  dispositionCode: null,
  customerWords: null,
  notes: [],
  call: null,
  speech: null,
  wrapUpEndedAt: null,
});
