/** The campaign that she works on and the people who are kept for her; more are asked for as they go. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import {
  useOffline,
  useRequest,
  useServices,
  useSlice,
} from '@renderer/platform/store/services.tsx';
import type { OwnCampaigns, OwnContact } from '@shared/contracts/engine/campaigns.ts';
import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import type { CampaignView, GiveBackReason } from '@shared/contracts/http/campaigns.ts';
import type { Result } from '@shared/kernel/result.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Preview, usePreview } from './use-preview.ts';

const keptAtOnce = 6;
/** Fewer than these, and more are asked for. */
const fewest = 3;

export type CampaignDay = {
  readonly state: 'asking' | 'here' | 'away';
  readonly campaigns: readonly CampaignView[];
  readonly campaign: CampaignView | null;
  readonly people: readonly OwnContact[];
  readonly person: OwnContact | null;
  readonly pick: (contactId: string) => void;
  readonly choose: (campaignId: string) => void;
  readonly again: () => Promise<void>;
  readonly call: () => Promise<void>;
  readonly giveBack: (reason: GiveBackReason) => Promise<void>;
  readonly oppose: () => Promise<void>;
  readonly preview: Pick<Preview, 'byMs' | 'isOver'>;
  /** The time to decide is over: all whom she has go back, and others may call them. */
  readonly runOut: () => Promise<void>;
  readonly goOn: () => void;
  /** The campaign whose calls come to her. */
  readonly signedInTo: string | null;
  readonly signIn: (campaignId: string | null) => Promise<void>;
};

const useOwn = () => {
  const { client } = useServices();
  const [own, setOwn] = useState<OwnCampaigns | null>(null);
  const [isDone, setDone] = useState(false);
  const take = useCallback((told: Result<OwnCampaigns>) => {
    if (told.ok) setOwn(told.value);
    setDone(true);
    return told;
  }, []);
  const ask = useCallback(
    async () => take(await client.request('campaigns.mine', {})),
    [client, take],
  );
  const more = useCallback(
    async (input: CommandInput<'campaigns.reserve'>) =>
      take(await client.request('campaigns.reserve', input)),
    [client, take],
  );
  return { own, isDone, ask, more, take };
};

const of = (contacts: readonly OwnContact[], campaignId: string | undefined) =>
  contacts.filter((one) => one.campaignId === campaignId);

const undecided = ({ campaignId, id: contactId }: OwnContact) => ({
  campaignId,
  contactId,
  reason: null,
});

const nobody: readonly OwnContact[] = [];

/** Whom of the campaign that she has chosen she is offered now. */
const useOffered = (own: OwnCampaigns | null, works: number) => {
  const [campaignId, choose] = useState<string | null>(null);
  const [pickedId, pick] = useState<string | null>(null);
  const campaigns = own?.campaigns ?? [];
  const campaign = campaigns.find(({ id }) => id === campaignId) ?? campaigns[0] ?? null;
  const kept = of(own?.contacts ?? [], campaign?.id);
  const offered = kept.find(({ id }) => id === pickedId) ?? kept[0] ?? null;
  const isTimed = works === 0 && own?.known === true;
  const preview = usePreview(campaign, isTimed ? offered : null);
  const shown = preview.isOver
    ? { people: nobody, person: null }
    : { people: kept, person: offered };
  return { campaignId, choose, pick, campaigns, campaign, kept, preview, ...shown };
};

export const useCampaign = (): CampaignDay => {
  const { screen, client } = useServices();
  const request = useRequest();
  const offline = useOffline();
  const minute = useMinute();
  const works = useSlice('work')?.length ?? 0;
  const moved = useSlice('campaignsMoved')?.times;
  const { own, isDone, ask, more, take } = useOwn();
  const { campaignId, kept, preview, ...offered } = useOffered(own, works);
  const { person } = offered;
  const { isOver, setOver } = preview;
  const chosen = useRef(campaignId);
  chosen.current = campaignId;

  const again = useCallback(async () => {
    const told = await ask();
    if (!told.ok || !told.value.known) return;
    const { campaigns: running, contacts } = told.value;
    const on = running.find(({ id }) => id === chosen.current) ?? running[0];
    const has = of(contacts, on?.id).length;
    if (on === undefined || isOver) return;
    // Who was promised a call at this time comes whoever else is kept.
    if (has < fewest) await more({ campaignId: on.id, count: keptAtOnce - has });
    else await more({ campaignId: on.id, count: keptAtOnce, only: 'promised' });
  }, [ask, more, isOver]);

  // A minute, a call that ended, a hub that is back, a campaign that moved, another one: each is a reason to ask anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => void again(), [again, minute, offline, works, moved, campaignId]);

  const at = person === null ? null : { campaignId: person.campaignId, contactId: person.id };
  const settle = async (told: Result<OwnCampaigns>) => {
    take(told);
    await again();
  };
  return {
    ...offered,
    state: own === null ? (isDone ? 'away' : 'asking') : own.known ? 'here' : 'away',
    again,
    call: async () => {
      if (at === null) return;
      const placed = await request('campaigns.call', at);
      if (placed.ok) screen.setState({ backTo: 'campaign' });
      else await again();
    },
    giveBack: async (reason) => {
      if (at !== null) await settle(await request('campaigns.give-back', { ...at, reason }));
    },
    signedInTo: own?.signedInTo ?? null,
    signIn: async (wanted) => {
      take(await request('campaigns.sign-in', { campaignId: wanted }));
    },
    preview,
    runOut: async () => {
      setOver(true);
      for (const one of kept) take(await client.request('campaigns.give-back', undecided(one)));
    },
    goOn: () => setOver(false),
    oppose: async () => {
      if (at !== null) await settle(await request('campaigns.oppose', at));
    },
  };
};
