/** What every screen may use: the engine, the projections, the clock, the window's own buttons. */
import type { EngineClient } from '@shared/contracts/engine/client.ts';
import type {
  CommandInput,
  CommandName,
  CommandOutput,
} from '@shared/contracts/engine/commands.ts';
import type { SliceName, Slices, WorkDraft, WorkItem } from '@shared/contracts/engine/views.ts';
import type { Clock } from '@shared/kernel/clock.ts';
import type { Failure, Result } from '@shared/kernel/result.ts';
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { DesktopPort } from '../desktop-port.ts';
import {
  createMessageKeeper,
  createWorkKeeper,
  type KeptDraft,
  type MessageKeeper,
  newerDraft,
  type WorkKeeper,
} from './draft-keeper.ts';
import { type EngineStore, type KnownCustomer, projectEngine } from './engine-store.ts';
import { noDesktop } from './no-desktop.ts';
import { createScreenStore, type ScreenState, type ScreenStore } from './screen-store.ts';

export type WindowAction = 'minimize' | 'toggle-maximize' | 'close';

export type Services = {
  readonly client: EngineClient;
  readonly engine: EngineStore;
  readonly screen: ScreenStore;
  readonly drafts: WorkKeeper;
  readonly messages: MessageKeeper;
  readonly clock: Clock;
  readonly controlWindow: (action: WindowAction) => void;
  readonly desktop: DesktopPort;
};

export const createServices = (
  client: EngineClient,
  clock: Clock,
  controlWindow: Services['controlWindow'],
  desktop: DesktopPort = noDesktop,
): Services => {
  const engine = projectEngine(client);
  // The engine's times are the hub's: so is the clock that they are shown against.
  const now = () => clock.now() + (engine.getState().slices.session?.clockCorrectionMs ?? 0);
  return {
    client,
    clock: { now },
    controlWindow,
    desktop,
    engine,
    screen: createScreenStore(),
    drafts: createWorkKeeper(client),
    messages: createMessageKeeper(client),
  };
};

const ServicesContext = createContext<Services | null>(null);

export const ServicesProvider = ({
  services,
  children,
}: {
  readonly services: Services;
  readonly children: ReactNode;
}) => <ServicesContext value={services}>{children}</ServicesContext>;

export const useServices = (): Services => {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('a screen is rendered outside ServicesProvider');
  return services;
};

export const useSlice = <N extends SliceName>(name: N): Slices[N] | undefined =>
  useStore(useServices().engine, (state) => state.slices[name]);

export const useConnected = (): boolean =>
  useStore(useServices().engine, (state) => state.connected);

/** Whether the hub is out of reach; renders only when that changes, not at each thing sent. */
export const useOffline = (): boolean =>
  useStore(useServices().engine, (state) => state.slices.sync?.hub === 'offline');

/** How many of her entries the hub refused. */
export const useParked = (): number =>
  useStore(useServices().engine, (state) => state.slices.sync?.parked ?? 0);

export const useCustomer = (customerId: string | null | undefined): KnownCustomer | undefined =>
  useStore(useServices().engine, (state) =>
    customerId === null || customerId === undefined ? undefined : state.customers[customerId],
  );

export const useScreen = <T,>(select: (state: ScreenState) => T): T =>
  useStore(useServices().screen, select);

/** Sends what she does; a refusal is said under the bar until the next thing she does succeeds. */
export const useRequest = () => {
  const { client, screen } = useServices();
  return useCallback(
    async <N extends CommandName>(
      name: N,
      input: CommandInput<N>,
    ): Promise<Result<CommandOutput<N>, Failure>> => {
      const answer = await client.request(name, input);
      const failure = answer.ok ? null : { code: answer.error.code, detail: answer.error.detail };
      if (failure !== null || screen.getState().failure !== null) screen.setState({ failure });
      return answer;
    },
    [client, screen],
  );
};

/** The draft of a work item and the way to change it; every change is sent at once. */
export const useDraft = (
  work: WorkItem,
): KeptDraft & { readonly edit: (change: (draft: WorkDraft) => WorkDraft) => void } => {
  const { drafts } = useServices();
  const held = useStore(drafts.store, (state) => state[work.id]);
  const edit = useCallback(
    (change: (draft: WorkDraft) => WorkDraft) => drafts.edit(work, change),
    [drafts, work],
  );
  return useMemo(() => ({ ...newerDraft(work, held), edit }), [work, held, edit]);
};
