/** The people of a campaign, a page at a time, each with what the law says of a call to her at this moment. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { CampaignPeople, peopleQuerySchema } from '@shared/contracts/http/campaign-figures.ts';
import { diallingOf } from '@shared/domain/law/presented-for.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { type JudgedPerson, judgeFor } from './judge-people.ts';
import { findPage } from './people-repository.ts';
import { findCampaign } from './repository.ts';

type Query = z.output<typeof peopleQuerySchema>;
type Verdict = CampaignPeople['people'][number]['verdict'];

const verdictOf = (judged: JudgedPerson | undefined): Verdict => {
  if (judged === undefined) return null;
  const { decision } = judged;
  if (decision.allowed) return { allowed: true, rule: null, article: null, allowedFrom: null };
  const { rule, article, allowedFromMs } = decision;
  const allowedFrom = allowedFromMs === null ? null : toInstant(allowedFromMs);
  return { allowed: false, rule, article, allowedFrom };
};

/** Of the control group nobody is called: the law is not asked for them. */
export const peopleOf = async (
  hub: HubDependencies,
  user: User,
  campaignId: string,
  query: Query,
): Promise<Result<CampaignPeople>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, user.brandIds);
  if (campaign === null) return fail('not-found');
  const nowMs = hub.clock.now();
  const { total, contacts } = await findPage(db, campaignId, query);
  const dialling = diallingOf(campaign.settings.dialling.mode);
  const judge = await judgeFor(db, campaign.settings, nowMs, { dialling });
  const judged = await judge(contacts.map(({ customerId }) => customerId));
  const people = contacts.map((contact) => ({
    ...contact,
    verdict: contact.state === 'control' ? null : verdictOf(judged.get(contact.customerId)),
  }));
  return succeed({ at: toInstant(nowMs), total, people });
};
