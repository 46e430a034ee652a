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

export const useCampaign = (): CampaignDay => {
  const { screen } = useServices();
  const request = useRequest();
  const offline = useOffline();
  const minute = useMinute();
  const works = useSlice('work')?.length ?? 0;
  const { own, isDone, ask, more, take } = useOwn();
  const [campaignId, choose] = useState<string | null>(null);
  const [pickedId, pick] = useState<string | null>(null);
  const campaigns = own?.campaigns ?? [];
  const campaign = campaigns.find(({ id }) => id === campaignId) ?? campaigns[0] ?? null;
  const people = of(own?.contacts ?? [], campaign?.id);
  const person = people.find(({ id }) => id === pickedId) ?? people[0] ?? null;
  const chosen = useRef(campaignId);
  chosen.current = campaignId;

  const again = useCallback(async () => {
    const told = await ask();
    if (!told.ok || !told.value.known) return;
    const { campaigns: running, contacts } = told.value;
    const on = running.find(({ id }) => id === chosen.current) ?? running[0];
    const has = of(contacts, on?.id).length;
    if (on === undefined) return;
    // Who was promised a call at this time comes whoever else is kept.
    if (has < fewest) await more({ campaignId: on.id, count: keptAtOnce - has });
    else await more({ campaignId: on.id, count: keptAtOnce, only: 'promised' });
  }, [ask, more]);

  // A minute, a call that ended, a hub that is back, another campaign: each is a reason to ask anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => void again(), [again, minute, offline, works, campaignId]);

  const at = person === null ? null : { campaignId: person.campaignId, contactId: person.id };
  const settle = async (told: Result<OwnCampaigns>) => {
    take(told);
    await again();
  };
  return {
    state: own === null ? (isDone ? 'away' : 'asking') : own.known ? 'here' : 'away',
    campaigns,
    campaign,
    people,
    person,
    pick,
    choose,
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
    signIn: async (campaignId) => {
      take(await request('campaigns.sign-in', { campaignId }));
    },
    oppose: async () => {
      if (at !== null) await settle(await request('campaigns.oppose', at));
    },
  };
};
