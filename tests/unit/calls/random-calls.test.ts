import { passTo } from '@renderer/engine/telephony/passage.ts';
import type { CallEvent } from '@shared/domain/call/call-machine.ts';
import { interactionSchema } from '@shared/domain/interaction/interaction.ts';
import type { Result } from '@shared/kernel/result.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DeskUnderFaults } from '../../support/desk/desk-under-faults.ts';
import type { SimulatedCall } from '../../support/desk/simulated-line.ts';
import { until } from '../../support/until';
import { FloorModel } from './floor-model.ts';

const sequences = process.env['PARLANCE_SOAK_SEQUENCES'];
const RUNS = Number(sequences ?? 500);
/** The same sequences at each run, so that a change is blamed for what it breaks; the soak takes others. */
const usualSeed = sequences === undefined ? '20261122' : undefined;
const seed = process.env['PARLANCE_SOAK_SEED'] ?? usualSeed;

type Act = (desk: DeskUnderFaults, model: FloorModel, pick: number) => Promise<void> | void;

const one = <T>(all: readonly T[], pick: number): T | undefined => all[pick % all.length];
/** A call that lives, and now and then one that is over. */
const anyId = ({ lines, shown }: DeskUnderFaults, pick: number): string => {
  const dead = [...lines.keys()].filter((id) => !shown.some((call) => call.id === id)).slice(-1);
  return one([...shown.map(({ id }) => id), ...dead], pick) ?? 'none';
};
/** A call in whose far end something happens. */
const far = (desk: DeskUnderFaults, pick: number, fits: (call: SimulatedCall) => boolean) =>
  one(
    [...desk.lines].filter(([, call]) => fits(call)),
    pick,
  );
const live = (call: SimulatedCall): boolean => call.stage !== 'over';
const consultOf = ({ shown }: DeskUnderFaults, id: string): string =>
  shown.find(({ consultFor }) => consultFor === id)?.id ?? 'none';

const asked =
  (
    ask: (desk: DeskUnderFaults, id: string) => Result<null>,
    then?: keyof Pick<FloorModel, 'takes' | 'waits'>,
  ): Act =>
  (desk, model, pick) => {
    const id = anyId(desk, pick);
    if (ask(desk, id).ok && then !== undefined) model[then](id);
  };

/** What she does, on any call, whether it fits or not. */
const commands: Readonly<Record<string, Act>> = {
  answer: asked(({ calls }, id) => calls.answer(id), 'takes'),
  decline: asked(({ calls }, id) => calls.decline(id)),
  hangUp: asked(({ calls }, id) => calls.hangUp(id)),
  hold: asked(({ calls }, id) => calls.hold(id), 'waits'),
  resume: asked(({ calls }, id) => calls.resume(id), 'takes'),
  mute: asked(({ calls }, id) => calls.mute(id, true)),
  unmute: asked(({ calls }, id) => calls.mute(id, false)),
  tones: asked(({ calls }, id) => calls.tones(id, '1#')),
  transfer: asked(({ calls }, callId) => calls.handover.transfer(callId, passTo('6002'), '6002')),
  handOver: (desk, model, pick) => {
    const id = anyId(desk, pick);
    const consult = consultOf(desk, id);
    const rings = desk.lines.get(consult)?.stage === 'ringing';
    if (desk.calls.handover.handOver(id).ok && rings) model.drops(id);
  },
  threeWay: (desk, model, pick) => {
    const id = anyId(desk, pick);
    const consult = consultOf(desk, id);
    if (desk.calls.handover.threeWay(id, true).ok) model.together(id, consult);
  },
  twoWay: (desk, model, pick) => {
    const id = anyId(desk, pick);
    if (desk.calls.handover.threeWay(id, false).ok) model.apart(id);
  },
  dial: async (desk, model) => {
    const made = await desk.lineDesk.dial({
      number: '0639984117',
      brandId: null,
      customerId: null,
      callbackId: null,
    });
    if (made.ok) model.takes(made.value.callId);
  },
  consult: async (desk, model, pick) => {
    const callId = anyId(desk, pick);
    const made = await desk.lineDesk.consult({ callId, number: '6002', name: 'Sarah' });
    if (made.ok) model.asks(made.value.callId, callId);
  },
  rest: (desk, _, pick) => {
    const state = one(['ready', 'pause', 'offline'] as const, pick) ?? 'ready';
    desk.advisor.take({ type: 'chosen', rest: { state, pauseReason: null } });
  },
  finish: async (desk, _, pick) => {
    const open = desk.work.items.filter(({ phase }) => phase === 'wrap-up');
    const item = one(open, pick);
    if (item !== undefined) await desk.finish(item.id);
  },
};

const happens =
  (fits: (call: SimulatedCall) => boolean, event: CallEvent): Act =>
  (desk, _, pick) => {
    far(desk, pick, fits)?.[1].ends(event);
  };
const rings = (call: SimulatedCall): boolean => call.stage === 'ringing';
const ringsHere = (call: SimulatedCall): boolean => !call.outbound && rings(call);
const ringsThere = (call: SimulatedCall): boolean => call.outbound && rings(call);
const goes =
  (stage: 'trying' | 'ringing' | 'done'): Act =>
  (desk, _, pick) =>
    far(desk, pick, ({ tell }) => tell !== null)?.[1].transferGoes({ stage });

/** What the far ends, the switch and the network do. */
const faults: Readonly<Record<string, Act>> = {
  rings: ({ line }) => (line.isUp ? line.rings('<sip:+33639984117@pbx>') : undefined),
  ringsAgain: ({ line }) => (line.isUp ? line.rings('<sip:+33639984118@pbx>') : undefined),
  progress: (desk, _, pick) => far(desk, pick, ringsThere)?.[1].happens({ type: 'progressed' }),
  accept: (desk, _, pick) =>
    far(desk, pick, (call) => ringsThere(call) || call.stage === 'answering')?.[1].accepts(),
  noMicrophone: (desk, _, pick) => {
    const call = far(desk, pick, ({ stage }) => stage === 'answering')?.[1];
    call?.fails('microphone-refused');
    call?.ends({ type: 'answer-failed' });
  },
  busy: happens(ringsThere, { type: 'rejected', sipStatus: 486 }),
  fails: happens(ringsThere, { type: 'rejected', sipStatus: 500 }),
  cancel: happens((call) => ringsHere(call) || call.stage === 'answering', {
    type: 'remote-cancelled',
    elsewhere: false,
  }),
  elsewhere: happens(ringsHere, { type: 'remote-cancelled', elsewhere: true }),
  tooLong: happens(ringsHere, { type: 'ring-timed-out' }),
  farHangsUp: happens(({ stage }) => stage === 'up', { type: 'remote-hung-up' }),
  mediaLost: happens(({ stage }) => stage === 'up', { type: 'connection-lost' }),
  late: (desk, _, pick) =>
    far(desk, pick, (call) => !live(call))?.[1].happens({ type: 'remote-hung-up' }),
  agree: (desk, _, pick) => far(desk, pick, ({ pending }) => pending !== null)?.[1].agrees(),
  refuse: (desk, model, pick) => {
    const [id, call] = far(desk, pick, ({ pending }) => pending !== null) ?? [];
    if (id === undefined || call === undefined) return;
    const asksHold = call.pending === 'hold';
    const wanted = model.heard.includes(id);
    call.refuses();
    if (asksHold) model.holdRefused(id);
    else if (wanted) model.waits(id);
  },
  lineLost: ({ line }) => line.lost(),
  lineBack: ({ line }) => line.back(),
  transferTries: goes('trying'),
  transferRings: goes('ringing'),
  transferDone: goes('done'),
  transferFails: (desk, model, pick) => {
    const [id, call] = far(desk, pick, (one) => one.tell !== null) ?? [];
    if (id === undefined || call === undefined) return;
    call.transferGoes({ stage: 'failed', sipStatus: 486 });
    if (live(call)) model.transferFailed(id);
  },
};

/** True after every step, whatever it was. */
const holdsAlways = (desk: DeskUnderFaults): void => {
  const heard = [...desk.lines].filter(([, call]) => call.heard).map(([id]) => id);
  const views = new Map(desk.shown.map((call) => [call.id, call]));
  const bridged = heard.length === 2 && views.get(heard[0] ?? '')?.bridgedWith === heard[1];
  expect(heard.length <= 1 || bridged, `${heard.length} calls are heard`).toBe(true);
  const alive = [...desk.lines].filter(([, call]) => live(call)).map(([id]) => id);
  expect(alive.sort(), 'what lives is shown').toEqual([...views.keys()].sort());
  for (const [id, call] of desk.lines) {
    if (call.microphoneOpen) expect(views.has(id), 'an open microphone has a call').toBe(true);
  }
};

/** All far ends agree to what they are asked, until nothing is asked any more. */
const settle = (desk: DeskUnderFaults, model: FloorModel): void => {
  for (let round = 0; round < 20; round += 1) {
    const waiting = [...desk.lines.values()].filter(({ pending }) => pending !== null);
    if (waiting.length === 0) break;
    for (const call of waiting) call.agrees();
  }
  holdsAlways(desk);
  const heard = [...desk.lines].filter(([, call]) => call.heard).map(([id]) => id);
  const wanted = model.heard.filter((id) => desk.lines.get(id)?.stage === 'up');
  expect(heard.sort(), 'whoever should be heard').toEqual([...wanted].sort());
  for (const id of wanted) expect(desk.shown.find((call) => call.id === id)?.hold).toBe('active');
};

/** Everybody hangs up, every wrap-up is finished: nothing is left, and each call is recorded once. */
const empties = async (desk: DeskUnderFaults): Promise<void> => {
  for (const call of desk.lines.values()) call.transferGoes({ stage: 'failed', sipStatus: null });
  for (const { id, phase } of [...desk.shown]) {
    const call = desk.lines.get(id);
    if (phase === 'talking') call?.ends({ type: 'remote-hung-up' });
    else if (desk.shown.some((one) => one.id === id)) desk.calls.hangUp(id);
  }
  expect(desk.shown).toEqual([]);
  expect([...desk.lines.values()].some(({ microphoneOpen }) => microphoneOpen)).toBe(false);
  const own = desk.ended.filter(({ origin }) => desk.begun.has(origin.id));
  const recorded = () =>
    desk.outbox.pending.flatMap((it) => (it.kind === 'interaction.record' ? [it.payload] : []));
  await until('each is recorded', () => recorded().length >= own.length);
  expect(
    recorded()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(own.map(({ origin }) => origin.id).sort());
  for (const made of recorded()) expect(interactionSchema.safeParse(made).success).toBe(true);
  for (const item of desk.work.items) await desk.finish(item.id);
  expect(desk.work.items).toEqual([]);
  const wrapUps = desk.outbox.pending.filter(({ kind }) => kind === 'interaction.wrap-up');
  const wrapped = wrapUps.map(
    ({ payload }) => (payload as { interactionId: string }).interactionId,
  );
  expect(new Set(wrapped).size).toBe(wrapped.length);
  expect(['ready', 'pause', 'offline']).toContain(desk.advisor.advisor.state);
};

const acts: Readonly<Record<string, Act>> = { ...commands, ...faults, settle };
/** Where a sequence begins, so that many get far. */
const talking = ['rings', 'answer', 'accept'];
const asking = [...talking, 'consult', 'agree', 'progress'];
const askedThen = [...asking, 'accept'];
const beginnings = [
  [],
  talking,
  [...talking, 'consult'],
  [...talking, 'transfer', 'transferFails'],
  asking,
  askedThen,
  [...askedThen, 'handOver'],
  [...askedThen, 'threeWay', 'agree'],
];

type Real = { readonly desk: DeskUnderFaults };
class Step implements fc.AsyncCommand<FloorModel, Real> {
  readonly #name: string;
  readonly #pick: number;
  constructor(name: string, pick: number) {
    this.#name = name;
    this.#pick = pick;
  }
  check = (): boolean => true;
  async run(model: FloorModel, { desk }: Real): Promise<void> {
    await acts[this.#name]?.(desk, model, this.#pick);
    model.follow(desk);
    holdsAlways(desk);
  }
  toString = (): string => `${this.#name}(${this.#pick})`;
}

it('[ROBUST-1] [ROBUST-2] [ROBUST-3] random commands and faults never leave a call stuck, unseen, unrecorded or heard beside another', async () => {
  const step = fc
    .tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(5))
    .map(([name, pick]) => new Step(name, pick));
  const beginning = fc.constantFrom(...beginnings);
  const steps = fc.commands([step], { maxCommands: 60, size: 'max' });
  await fc.assert(
    fc.asyncProperty(beginning, steps, async (first, then) => {
      const desk = new DeskUnderFaults();
      const model = new FloorModel();
      for (const name of first) await new Step(name, 0).run(model, { desk });
      await fc.asyncModelRun(() => ({ model, real: { desk } }), then);
      settle(desk, model);
      await empties(desk);
    }),
    { numRuns: RUNS, ...(seed === undefined ? {} : { seed: Number(seed) }) },
  );
}, 600_000);
