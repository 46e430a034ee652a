/**
 * Dials the campaigns that run, of all brands, in the background. Of several hubs one dials a campaign;
 * when it dies another goes on with its calls.
 */
import { randomUUID } from 'node:crypto';
import { startLoop } from '@api/background-loop.ts';
import { findDialledCampaigns } from '@api/modules/campaigns/repository.ts';
import type { PbxEvent, PbxPort } from '@api/pbx/pbx-port.ts';
import { findCall } from './calls-repository.ts';
import { CampaignDialler } from './campaign-dialler.ts';
import { letGo } from './lease-repository.ts';
import type { DiallerHub } from './place-calls.ts';

const turnMs = 250;
const afterFailureMs = 2_000;
/** Whose calls are heard of last; a call is over long before it is forgotten. */
const REMEMBERED = 5_000;

/** @returns how to stop it: another hub may go on at once. */
export const startDialler = (hub: DiallerHub, pbx: PbxPort): (() => Promise<void>) => {
  const holder = randomUUID();
  const { db } = hub.database;
  const diallers = new Map<string, CampaignDialler>();
  const campaignOf = new Map<string, string>();
  const find = async (callId: string): Promise<CampaignDialler | undefined> => {
    const known = campaignOf.get(callId) ?? (await findCall(db, callId))?.campaignId;
    if (known === undefined) return undefined;
    campaignOf.set(callId, known);
    const [oldest] = campaignOf.keys();
    if (campaignOf.size > REMEMBERED && oldest !== undefined) campaignOf.delete(oldest);
    return diallers.get(known);
  };
  let hearing: Promise<void> = Promise.resolve();
  /** In the order in which they came, also while it is looked up whose call it is. */
  const hear = (event: PbxEvent): void => {
    hearing = hearing
      .then(async () => void (await find(event.callId))?.hear(event))
      .catch(() => hub.log.warn('a call of the dialler was not found'));
  };
  pbx.listen({
    event: hear,
    back: () => {
      for (const one of diallers.values()) one.suspect();
    },
  });
  const turn = async (): Promise<number> => {
    const dialled = await findDialledCampaigns(db);
    for (const campaign of dialled) {
      if (!diallers.has(campaign.id))
        diallers.set(campaign.id, new CampaignDialler(hub, pbx, campaign));
    }
    await Promise.all(dialled.map((campaign) => diallers.get(campaign.id)?.turn(campaign, holder)));
    return turnMs;
  };
  const stopTurns = startLoop(hub.log, { failure: 'campaigns not dialled', turn, afterFailureMs });
  return async () => {
    await stopTurns();
    await hearing;
    await letGo(db, holder).catch(() => undefined);
  };
};
