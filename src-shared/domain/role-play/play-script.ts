/**
 * How a simulated customer plays her script: one step after the other, with her patience.
 *
 *   ringing ──answered──▶ playing ⇄ held ──patience──▶ over (angry)
 *      └──patience──▶ over (gave-up)    playing ──last step, hang-up, transfer──▶ over
 *
 * Timers are numbered: only the last one counts. What does not fit the state changes nothing.
 */
import { z } from 'zod';
import type { PlaySound, PlayStep, RolePlay } from './role-play.ts';

export const endings = [
  'finished',
  'transferred',
  'advisor-left',
  'angry',
  'gave-up',
  'refused',
  'broken',
] as const;
export const endingSchema = z.enum(endings);
export type Ending = z.infer<typeof endingSchema>;

export type PlayState = {
  readonly phase: 'ringing' | 'playing' | 'held' | 'over';
  /** The step under way; beyond the last one she waits for the advisor's goodbye. */
  readonly index: number;
  readonly timer: number;
  /** The tones of this step are sent: taken back from hold, she does not key them again. */
  readonly keyed: boolean;
  readonly ending: Ending | null;
};

export type PlayEvent =
  | { readonly type: 'answered' }
  | { readonly type: 'advisor-spoke' }
  | { readonly type: 'said'; readonly index: number }
  | { readonly type: 'timer-ended'; readonly timer: number }
  | { readonly type: 'held' }
  | { readonly type: 'resumed' }
  | { readonly type: 'transferred' }
  | { readonly type: 'hung-up' }
  | { readonly type: 'line-broken' };

export type PlayEffect =
  | {
      readonly type: 'say';
      readonly index: number;
      readonly text: string;
      readonly sound: PlaySound | null;
    }
  | { readonly type: 'play-music' }
  | { readonly type: 'be-quiet' }
  | { readonly type: 'send-tones'; readonly tones: string }
  | { readonly type: 'start-timer'; readonly timer: number; readonly ms: number }
  | { readonly type: 'hang-up' };

export type PlayStepDone = { readonly state: PlayState; readonly effects: readonly PlayEffect[] };
type Script = Pick<RolePlay, 'steps' | 'ringPatienceSeconds' | 'holdPatienceSeconds'>;

const toneMs = 250;
/** After her last word she waits this long for a goodbye, then hangs up herself. */
export const goodbyeWithinMs = 20_000;

const timed = (state: PlayState, ms: number, ...before: PlayEffect[]): PlayStepDone => {
  const timer = state.timer + 1;
  return { state: { ...state, timer }, effects: [...before, { type: 'start-timer', timer, ms }] };
};

const over = (state: PlayState, ending: Ending, ...effects: PlayEffect[]): PlayStepDone => ({
  state: { ...state, phase: 'over', timer: state.timer + 1, ending },
  effects: [{ type: 'be-quiet' }, ...effects],
});

const unchanged = (state: PlayState): PlayStepDone => ({ state, effects: [] });

const perform = (state: PlayState, step: PlayStep): PlayStepDone => {
  switch (step.kind) {
    case 'wait':
      return timed(state, step.seconds * 1000);
    case 'listen':
      return timed(state, step.atMostSeconds * 1000);
    case 'say': {
      const { text, sound } = step;
      // What was waited for before is over.
      const saying = { ...state, timer: state.timer + 1 };
      return { state: saying, effects: [{ type: 'say', index: state.index, text, sound }] };
    }
    case 'music':
      return timed(state, step.seconds * 1000, { type: 'play-music' });
    case 'tones': {
      const lasting = timed({ ...state, keyed: true }, step.tones.length * toneMs);
      if (state.keyed) return lasting;
      return {
        ...lasting,
        effects: [{ type: 'send-tones', tones: step.tones }, ...lasting.effects],
      };
    }
    case 'expect-transfer':
      return timed(state, step.withinSeconds * 1000);
    case 'hang-up':
      return over(state, step.manner === 'angry' ? 'angry' : 'finished', { type: 'hang-up' });
  }
};

/** Begins, or begins again after a hold, the step she stands at. */
const enter = (script: Script, state: PlayState): PlayStepDone => {
  const step = script.steps[state.index];
  return step === undefined ? timed(state, goodbyeWithinMs) : perform(state, step);
};

const next = (script: Script, state: PlayState): PlayStepDone => {
  if (state.index >= script.steps.length) return over(state, 'finished', { type: 'hang-up' });
  const left = script.steps[state.index]?.kind === 'music' ? [{ type: 'be-quiet' } as const] : [];
  const entered = enter(script, { ...state, index: state.index + 1, keyed: false });
  return { ...entered, effects: [...left, ...entered.effects] };
};

/** It rings at the advisor, or at her. */
export const startPlay = (script: Script): PlayStepDone =>
  timed(
    { phase: 'ringing', index: 0, timer: 0, keyed: false, ending: null },
    script.ringPatienceSeconds * 1000,
  );

const hold = (script: Script, state: PlayState): PlayStepDone => {
  const held: PlayState = { ...state, phase: 'held', timer: state.timer + 1 };
  const quiet: PlayEffect = { type: 'be-quiet' };
  if (script.holdPatienceSeconds === null) return { state: held, effects: [quiet] };
  return timed(held, script.holdPatienceSeconds * 1000, quiet);
};

const timeIsUp = (script: Script, state: PlayState): PlayStepDone => {
  if (state.phase === 'ringing') return over(state, 'gave-up', { type: 'hang-up' });
  if (state.phase === 'held') return over(state, 'angry', { type: 'hang-up' });
  return next(script, state);
};

const leftAt = (script: Script, { phase, index }: PlayState): Ending => {
  if (phase === 'ringing') return 'refused';
  return index >= script.steps.length ? 'finished' : 'advisor-left';
};

/** The next state and what she does for it. */
export const advancePlay = (script: Script, state: PlayState, event: PlayEvent): PlayStepDone => {
  const { phase, index } = state;
  if (phase === 'over') return unchanged(state);
  const step = script.steps[index];
  const plays = phase === 'playing';
  switch (event.type) {
    case 'answered':
      return phase === 'ringing' ? enter(script, { ...state, phase: 'playing' }) : unchanged(state);
    case 'advisor-spoke':
      return plays && step?.kind === 'listen' ? next(script, state) : unchanged(state);
    case 'said':
      return plays && step?.kind === 'say' && event.index === index
        ? next(script, state)
        : unchanged(state);
    case 'timer-ended':
      return event.timer === state.timer ? timeIsUp(script, state) : unchanged(state);
    case 'held':
      return plays ? hold(script, state) : unchanged(state);
    case 'resumed':
      return phase === 'held' ? enter(script, { ...state, phase: 'playing' }) : unchanged(state);
    case 'transferred':
      return phase === 'ringing' ? unchanged(state) : over(state, 'transferred');
    case 'hung-up':
      return over(state, leftAt(script, state));
    case 'line-broken':
      return over(state, 'broken', { type: 'hang-up' });
  }
};
