/** Made, changed, started, paused, stopped and copied; what keeps one from being started is said. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import { findBodies } from '@api/modules/letters/templates-repository.ts';
import { findDispositions } from '@api/modules/reference/repository.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import type { Campaign, CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import { type CampaignMove, moved, problemsOfStart } from '@shared/domain/campaign/running.ts';
import { channelOfStep, isWrittenToSell } from '@shared/domain/campaign/sequence.ts';
import { refusalCodesOf } from '@shared/domain/law/facts-of-call.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { sameValue } from '@shared/kernel/same-value.ts';
import { handOverOwed } from './owed-calls.ts';
import {
  countContacts,
  findCampaign,
  findCampaigns,
  insertCampaign,
  lockCampaign,
  updateCampaign,
} from './repository.ts';

/** What of the hub a campaign needs. */
export type CampaignHub = Pick<HubDependencies, 'database' | 'clock' | 'newId'> & {
  /** Null or absent: it has no switch to dial with. */
  readonly dialSwitch?: HubDependencies['dialSwitch'];
};
type Db = HubDependencies['database']['db'];
type Who = { readonly user: User; readonly actor: Actor };

const todayOf = (hub: CampaignHub): string => toInstant(hub.clock.now()).slice(0, 10);

/** The templates of its steps that sell by SMS. */
const soldBySms = ({ sequence, callKind }: CampaignSettings): string[] =>
  sequence.steps
    .filter((step) => channelOfStep(step) === 'sms' && isWrittenToSell(step, callKind))
    .flatMap(({ templateId }) => (templateId === null ? [] : [templateId]));

const viewsOf = async (
  hub: CampaignHub,
  db: Db,
  campaigns: readonly Campaign[],
): Promise<CampaignView[]> => {
  const countsOf = await countContacts(
    db,
    campaigns.map(({ id }) => id),
  );
  const brandIds = [...new Set(campaigns.map(({ settings }) => settings.brandId))];
  const dispositions = await findDispositions(db, brandIds);
  const bodies = await findBodies(
    db,
    campaigns.flatMap(({ settings }) => soldBySms(settings)),
  );
  const dialSwitch = hub.dialSwitch == null ? 'none' : 'there';
  return campaigns.map((campaign) => {
    const { id, status, settings } = campaign;
    const counts = countsOf(id);
    const refusing = refusalCodesOf(dispositions, settings.brandId);
    const problems =
      status === 'draft' || status === 'paused'
        ? problemsOfStart(
            settings,
            counts.waiting,
            todayOf(hub),
            refusing,
            dialSwitch,
            soldBySms(settings).map((templateId) => bodies.get(templateId) ?? ''),
          )
        : [];
    return { ...campaign, counts, problems: [...problems] };
  });
};

const viewOf = async (hub: CampaignHub, db: Db, campaign: Campaign): Promise<CampaignView> => {
  const [view] = await viewsOf(hub, db, [campaign]);
  if (view === undefined) throw new Error('one campaign has one view');
  return view;
};

export const listCampaigns = async (
  hub: CampaignHub,
  user: User,
  status: Campaign['status'] | undefined,
): Promise<CampaignView[]> => {
  const { db } = hub.database;
  return viewsOf(hub, db, await findCampaigns(db, user.brandIds, status));
};

export const readCampaign = async (
  hub: CampaignHub,
  user: User,
  id: string,
): Promise<Result<CampaignView>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, id, user.brandIds);
  return campaign === null ? fail('not-found') : succeed(await viewOf(hub, db, campaign));
};

const audited = (
  db: Db,
  { actor }: Who,
  action: string,
  { id, settings }: Campaign,
): Promise<void> =>
  recordAudit(db, {
    ...actor,
    action,
    entity: 'campaign',
    entityId: id,
    detail: { name: settings.name, brandId: settings.brandId },
  });

/**
 * What a call is qualified as has to be known to the brand, or no call ends as planned.
 * @param before settings that it has already: what the brand has given up since keeps nobody from changing it.
 * @returns what is wrong, with the qualifications that there are; null: nothing.
 */
const unknownOutcomes = async (
  db: Db,
  { brandId, outcomes }: CampaignSettings,
  before: Pick<CampaignSettings, 'outcomes'> = { outcomes: [] },
): Promise<string | null> => {
  const there = (await findDispositions(db, [brandId])).map(({ code }) => code);
  const had = before.outcomes.map(({ dispositionCode }) => dispositionCode);
  const known = new Set([...there, ...had]);
  const unknown = outcomes
    .map(({ dispositionCode: code }) => code)
    .filter((one) => !known.has(one));
  if (unknown.length === 0) return null;
  return `${unknown.join(', ')}: unknown to ${brandId}, which has ${there.join(', ')}`;
};

const insertNew = (hub: CampaignHub, who: Who, settings: CampaignSettings): Promise<CampaignView> =>
  hub.database.db.transaction().execute(async (tx) => {
    const campaign: Campaign = {
      id: hub.newId(),
      status: 'draft',
      revision: 1,
      createdBy: who.user.id,
      createdAt: toInstant(hub.clock.now()),
      settings,
    };
    await insertCampaign(tx, campaign);
    await audited(tx, who, 'created', campaign);
    return viewOf(hub, tx, campaign);
  });

/** `not-found` for a brand that is not one of hers. */
export const createCampaign = async (
  hub: CampaignHub,
  who: Who,
  settings: CampaignSettings,
): Promise<Result<CampaignView>> => {
  if (!who.user.brandIds.includes(settings.brandId)) return fail('not-found');
  const unknown = await unknownOutcomes(hub.database.db, settings);
  if (unknown !== null) return fail('campaign-outcome-unknown', unknown);
  return succeed(await insertNew(hub, who, settings));
};

/** A new draft with its settings and without its people. */
export const copyCampaign = async (
  hub: CampaignHub,
  who: Who,
  id: string,
  name: string,
): Promise<Result<CampaignView>> => {
  const source = await findCampaign(hub.database.db, id, who.user.brandIds);
  return source === null
    ? fail('not-found')
    : succeed(await insertNew(hub, who, { ...source.settings, name }));
};

/** Whom a design draws, and how it is read, stays as it was from the first call on. */
const sameDesign = (one: CampaignSettings, other: CampaignSettings): boolean =>
  sameValue(one.experiment, other.experiment) &&
  (one.experiment === null || one.controlPercent === other.controlPercent);

/** `version-superseded` when somebody changed it meanwhile; a stopped one stays as it was. */
export const changeCampaign = (
  hub: CampaignHub,
  who: Who,
  id: string,
  change: { readonly revision: number; readonly settings: CampaignSettings },
): Promise<Result<CampaignView>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const campaign = await lockCampaign(tx, id, who.user.brandIds);
    if (campaign === null) return fail('not-found');
    if (campaign.status === 'stopped') return fail('campaign-not-in-state', 'it was stopped');
    if (campaign.revision !== change.revision) return fail('version-superseded');
    if (campaign.settings.brandId !== change.settings.brandId)
      return fail('input-malformed', 'a campaign keeps its brand');
    const isDrawn = campaign.status !== 'draft';
    if (isDrawn && !sameDesign(campaign.settings, change.settings)) return fail('experiment-drawn');
    const unknown = await unknownOutcomes(tx, change.settings, campaign.settings);
    if (unknown !== null) return fail('campaign-outcome-unknown', unknown);
    await updateCampaign(tx, id, { settings: change.settings });
    await audited(tx, who, 'changed', campaign);
    const { settings } = change;
    return succeed(
      await viewOf(hub, tx, { ...campaign, settings, revision: campaign.revision + 1 }),
    );
  });

export const moveCampaign = (
  hub: CampaignHub,
  who: Who,
  id: string,
  move: CampaignMove,
): Promise<Result<CampaignView>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const campaign = await lockCampaign(tx, id, who.user.brandIds);
    if (campaign === null) return fail('not-found');
    const status = moved(campaign.status, move);
    if (status === null)
      return fail('campaign-not-in-state', `${move} is not possible: it is ${campaign.status}`);
    const { problems } = await viewOf(hub, tx, campaign);
    if (move === 'start' && problems.length > 0)
      return fail('campaign-not-ready', problems.join(', '));
    await updateCampaign(tx, id, { status });
    if (status === 'stopped')
      await handOverOwed(tx, campaign, {
        contactId: null,
        at: toInstant(hub.clock.now()),
        newId: hub.newId,
      });
    await audited(tx, who, move, campaign);
    return succeed(await viewOf(hub, tx, { ...campaign, status, revision: campaign.revision + 1 }));
  });
