/** Read-only projection of the engine: what it said last. Screens send commands, never write here. */
import type { EngineClient } from '@shared/contracts/engine/client.ts';
import type { SliceName, Slices, WorkItem } from '@shared/contracts/engine/views.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

export type KnownCustomer = { readonly bundle: CustomerBundle; readonly freshAt: string };

export type EngineState = {
  readonly connected: boolean;
  readonly slices: { readonly [name in SliceName]?: Slices[name] };
  readonly customers: { readonly [customerId: string]: KnownCustomer };
  /** Grow with each notice, so that lists know to ask again. */
  readonly callbacksChanged: number;
  readonly outboxChanged: number;
  /** The call missed last, as its work item was, with a count. */
  readonly missed: { readonly work: WorkItem | null; readonly count: number };
  /** How often nobody waited any more where she wanted to take a call. */
  readonly teamCallsGone: number;
  /** The work item that the card or a second start of the program asked to see, with a count. */
  readonly showWork: { readonly workId: string | null; readonly count: number };
};

export type EngineStore = StoreApi<EngineState>;

/** Enough for every open work item and a few that were looked at; older ones are asked for again. */
const customersKept = 12;

const keepRecent = (
  customers: EngineState['customers'],
  known: KnownCustomer,
): EngineState['customers'] => {
  const { [known.bundle.customer.id]: _, ...others } = customers;
  const entries = Object.entries(others).slice(-(customersKept - 1));
  return Object.fromEntries([...entries, [known.bundle.customer.id, known]]);
};

/** Starts the projection; the engine's first deliveries are its snapshot. */
export const projectEngine = (client: EngineClient): EngineStore => {
  const store = createStore<EngineState>()(() => ({
    connected: true,
    slices: {},
    customers: {},
    callbacksChanged: 0,
    outboxChanged: 0,
    missed: { work: null, count: 0 },
    teamCallsGone: 0,
    showWork: { workId: null, count: 0 },
  }));
  client.listen({
    slice: (name, value) =>
      store.setState((state) => ({
        slices: { ...state.slices, [name]: value },
        // Locked, this window keeps nothing of anybody; the engine sends it again.
        ...(name === 'session' && (value as Slices['session']).status !== 'signed-in'
          ? { customers: {}, missed: { work: null, count: state.missed.count } }
          : {}),
      })),
    customer: (bundle, freshAt) =>
      store.setState((state) => ({
        customers: keepRecent(state.customers, { bundle, freshAt }),
      })),
    notice: (name, id) =>
      store.setState((state) => {
        if (name === 'callbacks-changed') return { callbacksChanged: state.callbacksChanged + 1 };
        if (name === 'outbox-changed') return { outboxChanged: state.outboxChanged + 1 };
        if (name === 'team-call-gone') return { teamCallsGone: state.teamCallsGone + 1 };
        if (name === 'call-missed') {
          const work = state.slices.work?.find((one) => one.id === id) ?? null;
          return { missed: { work, count: state.missed.count + 1 } };
        }
        return { showWork: { workId: id, count: state.showWork.count + 1 } };
      }),
    connected: (connected) => store.setState({ connected }),
  });
  return store;
};
