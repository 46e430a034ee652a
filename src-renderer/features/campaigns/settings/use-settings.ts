/**
 * The settings of a campaign as they are typed, kept at the hub as they go. What cannot be is not sent
 * and says so; what somebody else changed meanwhile is hers to decide, and nothing typed is lost.
 */
import { useOffline, useServices } from '@renderer/platform/store/services.tsx';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { type CampaignSettings, campaignSettingsSchema } from '@shared/domain/campaign/campaign.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useCallback, useEffect, useRef, useState } from 'react';

const restMs = 400;

export type SettingsDesk = {
  /** As the hub has it. */
  readonly campaign: CampaignView;
  /** As she typed it. */
  readonly settings: CampaignSettings;
  readonly change: (part: Partial<CampaignSettings>) => void;
  readonly savedAtMs: number | null;
  /** The first field that cannot be as it is. */
  readonly wrong: string | null;
  readonly code: ErrorCode | null;
  /** What somebody else made of it meanwhile. */
  readonly theirs: CampaignView | null;
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
  /** Sends what waits, and answers the campaign as it is then. */
  readonly flush: () => Promise<CampaignView>;
  /** The campaign moved or its list grew: its counts and problems anew. */
  readonly refresh: () => Promise<void>;
};

type State = {
  readonly campaign: CampaignView;
  readonly settings: CampaignSettings;
  readonly savedAtMs: number | null;
  readonly wrong: string | null;
  readonly code: ErrorCode | null;
  readonly theirs: CampaignView | null;
};

/** One save at a time; what is typed meanwhile goes with the next. */
const useSaving = (given: CampaignView) => {
  const { client, clock } = useServices();
  const [state, setState] = useState<State>({
    campaign: given,
    settings: given.settings,
    savedAtMs: null,
    wrong: null,
    code: null,
    theirs: null,
  });
  const now = useRef(state);
  const set = useCallback((part: Partial<State>) => {
    now.current = { ...now.current, ...part };
    setState(now.current);
  }, []);
  const underway = useRef<Promise<void> | null>(null);

  const sendOnce = useCallback(async (): Promise<void> => {
    const { settings, campaign } = now.current;
    const parsed = campaignSettingsSchema.safeParse(settings);
    if (!parsed.success) return set({ wrong: String(parsed.error.issues[0]?.path[0] ?? '') });
    const { id: campaignId, revision } = campaign;
    const change = { campaignId, revision, settings: parsed.data };
    const saved = await client.request('planning.change', change);
    if (saved.ok)
      return set({ campaign: saved.value, savedAtMs: clock.now(), wrong: null, code: null });
    if (saved.error.code !== 'version-superseded')
      return set({ wrong: null, code: saved.error.code });
    const other = await client.request('planning.see', { campaignId });
    set(other.ok ? { theirs: other.value, code: null } : { code: other.error.code });
  }, [client, clock, set]);

  const send = useCallback(async (): Promise<void> => {
    while (underway.current !== null) await underway.current;
    underway.current = sendOnce().finally(() => {
      underway.current = null;
    });
    await underway.current;
  }, [sendOnce]);
  return { state, now, set, send };
};

export const useSettings = (given: CampaignView): SettingsDesk => {
  const { client } = useServices();
  const offline = useOffline();
  const { state, now, set, send } = useSaving(given);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const flush = useCallback(async () => {
    const waits = timer.current !== null;
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    if (waits) await send();
    return now.current.campaign;
  }, [send, now]);
  const later = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), restMs);
  }, [flush]);
  // Whoever leaves the screen has said all that she had to say.
  useEffect(() => () => void flush(), [flush]);
  useEffect(() => {
    if (!offline && now.current.code !== null) void send();
  }, [offline, send, now]);
  const refresh = useCallback(async () => {
    const { id: campaignId } = now.current.campaign;
    const seen = await client.request('planning.see', { campaignId });
    if (seen.ok && seen.value.revision === now.current.campaign.revision)
      set({ campaign: seen.value });
  }, [client, now, set]);
  return {
    ...state,
    flush,
    refresh,
    change: (part) => {
      set({ settings: { ...now.current.settings, ...part } });
      if (now.current.theirs === null) later();
    },
    takeTheirs: () => {
      const { theirs } = now.current;
      if (theirs !== null) set({ campaign: theirs, settings: theirs.settings, theirs: null });
    },
    keepMine: () => {
      const { theirs } = now.current;
      if (theirs === null) return;
      set({ campaign: theirs, theirs: null });
      void send();
    },
  };
};
