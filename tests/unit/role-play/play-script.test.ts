import {
  advancePlay,
  goodbyeWithinMs,
  type PlayEffect,
  type PlayEvent,
  type PlayState,
  startPlay,
} from '@shared/domain/role-play/play-script.ts';
import {
  type PlayStep,
  type RolePlay,
  rolePlayDraftSchema,
  stepKinds,
} from '@shared/domain/role-play/role-play.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRolePlay } from './samples.ts';

type Script = Pick<RolePlay, 'steps' | 'ringPatienceSeconds' | 'holdPatienceSeconds'>;
const script = (steps: readonly PlayStep[], holdPatienceSeconds: number | null = 30): Script => ({
  steps: [...steps],
  ringPatienceSeconds: 20,
  holdPatienceSeconds,
});

const say = (text: string): PlayStep => ({ kind: 'say', text, sound: null });

/** Plays events one after the other; `time` ends the timer that runs. */
const play = (given: Script, events: readonly (PlayEvent | 'time')[]) => {
  let { state, effects } = startPlay(given);
  const all: PlayEffect[] = [...effects];
  for (const event of events) {
    const real = event === 'time' ? { type: 'timer-ended' as const, timer: state.timer } : event;
    ({ state, effects } = advancePlay(given, state, real));
    all.push(...effects);
  }
  return { state, all, last: effects };
};

const answered: PlayEvent = { type: 'answered' };
const spoken = (effects: readonly PlayEffect[]) =>
  effects.flatMap((effect) => (effect.type === 'say' ? [effect.text] : []));

describe('the script of a role-play', () => {
  it('[PLAY-1] has every kind of step, and refuses what nobody can play', () => {
    expect([...stepKinds].sort()).toEqual(
      ['expect-transfer', 'hang-up', 'listen', 'music', 'say', 'tones', 'wait'].sort(),
    );
    const { id: _, version: __, updatedAt: ___, ...draft } = aRolePlay();
    expect(rolePlayDraftSchema.safeParse(draft).success).toBe(true);
    const wrong = [
      { steps: [] },
      { steps: [{ kind: 'say', text: ' ', sound: null }] },
      { steps: [{ kind: 'tones', tones: '12a' }] },
      { steps: [{ kind: 'wait', seconds: 0 }] },
      { mood: 'bored' },
      { goal: '' },
      { character: { name: '', about: '' } },
      { direction: 'outbound', customerNumber: null },
    ];
    for (const change of wrong)
      expect(rolePlayDraftSchema.safeParse({ ...draft, ...change }).success).toBe(false);
  });

  it('[PLAY-2] each step ends by its own event or its own time', () => {
    const steps: PlayStep[] = [
      { kind: 'listen', atMostSeconds: 8 },
      say('Bonjour'),
      { kind: 'wait', seconds: 3 },
      { kind: 'music', seconds: 5 },
      { kind: 'tones', tones: '1234#' },
      { kind: 'hang-up', manner: 'polite' },
    ];
    const { state, all } = play(script(steps), [
      { type: 'advisor-spoke' },
      answered,
      { type: 'said', index: 1 },
      { type: 'advisor-spoke' },
      { type: 'advisor-spoke' },
      { type: 'said', index: 7 },
      { type: 'said', index: 1 },
      { type: 'said', index: 1 },
      'time',
      'time',
      'time',
    ]);
    expect(state).toMatchObject({ phase: 'over', ending: 'finished' });
    expect(all.map(({ type }) => type)).toEqual([
      'start-timer',
      'start-timer',
      'say',
      'start-timer',
      'play-music',
      'start-timer',
      'be-quiet',
      'send-tones',
      'start-timer',
      'be-quiet',
      'hang-up',
    ]);
    const times = all.flatMap((effect) => (effect.type === 'start-timer' ? [effect.ms] : []));
    expect(times).toEqual([20_000, 8_000, 3_000, 5_000, 1_250]);
  });

  it('[PLAY-2] after her last word she waits for a goodbye, then hangs up herself', () => {
    const given = script([say('Merci')]);
    const said = play(given, [answered, { type: 'said', index: 0 }]);
    expect(said.last).toEqual([
      { type: 'start-timer', timer: expect.any(Number), ms: goodbyeWithinMs },
    ]);
    expect(play(given, [answered, { type: 'said', index: 0 }, 'time']).state.ending).toBe(
      'finished',
    );
    const left = [answered, { type: 'said', index: 0 }, { type: 'hung-up' }] as const;
    expect(play(given, left).state.ending).toBe('finished');
    expect(play(given, [answered, { type: 'hung-up' }]).state.ending).toBe('advisor-left');
  });

  it('[PLAY-2] a time that is over for something that is over already means nothing', () => {
    const given = script([{ kind: 'listen', atMostSeconds: 8 }, say('Bonjour')]);
    const rung = startPlay(given).state.timer;
    const { state } = play(given, [answered, { type: 'timer-ended', timer: rung }]);
    expect(state).toMatchObject({ phase: 'playing', index: 0 });
    const listened = state.timer;
    const late = play(given, [
      answered,
      { type: 'advisor-spoke' },
      { type: 'timer-ended', timer: listened },
    ]);
    expect(late.state).toMatchObject({ phase: 'playing', index: 1 });
  });

  it('[PLAY-2] a transfer that she waits for ends her part, and so does the time without one', () => {
    const given = script([{ kind: 'expect-transfer', withinSeconds: 40 }, say('Tant pis')]);
    expect(play(given, [answered, { type: 'transferred' }]).state.ending).toBe('transferred');
    expect(spoken(play(given, [answered, 'time']).all)).toEqual(['Tant pis']);
    expect(play(given, [{ type: 'transferred' }]).state.phase).toBe('ringing');
  });

  it('[PLAY-3] rung or held too long she gives up, or hangs up angrily', () => {
    const given = script([say('Bonjour')]);
    expect(play(given, ['time']).state.ending).toBe('gave-up');
    expect(play(given, [{ type: 'hung-up' }]).state.ending).toBe('refused');
    const held = play(given, [answered, { type: 'held' }]);
    expect(held.last).toContainEqual({ type: 'start-timer', timer: held.state.timer, ms: 30_000 });
    const gone = play(given, [answered, { type: 'held' }, 'time']);
    expect(gone.state.ending).toBe('angry');
    expect(gone.last).toContainEqual({ type: 'hang-up' });
    const patient = play(script([say('Bonjour')], null), [answered, { type: 'held' }]);
    expect(patient.last).toEqual([{ type: 'be-quiet' }]);
  });

  it('[PLAY-4] on hold she is quiet; taken back she says again what was cut short, and keys nothing twice', () => {
    const given = script([say('Où est mon colis ?'), { kind: 'tones', tones: '42' }]);
    const { all, state } = play(given, [
      answered,
      { type: 'held' },
      { type: 'said', index: 0 },
      { type: 'resumed' },
      { type: 'said', index: 0 },
      { type: 'held' },
      { type: 'resumed' },
      'time',
    ]);
    expect(spoken(all)).toEqual(['Où est mon colis ?', 'Où est mon colis ?']);
    expect(all.filter(({ type }) => type === 'send-tones')).toHaveLength(1);
    expect(all.filter(({ type }) => type === 'be-quiet')).toHaveLength(2);
    expect(state).toMatchObject({ phase: 'playing', index: 2 });
  });

  const anyStep: fc.Arbitrary<PlayStep> = fc.oneof(
    fc.record({ kind: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 120 }) }),
    fc.record({
      kind: fc.constant('listen' as const),
      atMostSeconds: fc.integer({ min: 1, max: 120 }),
    }),
    fc.constant(say('Oui')),
    fc.record({ kind: fc.constant('music' as const), seconds: fc.integer({ min: 1, max: 60 }) }),
    fc.constant<PlayStep>({ kind: 'tones', tones: '12#' }),
    fc.constant<PlayStep>({ kind: 'expect-transfer', withinSeconds: 9 }),
    fc.constant<PlayStep>({ kind: 'hang-up', manner: 'angry' }),
  );
  const anyEvent: fc.Arbitrary<PlayEvent | 'time'> = fc.oneof(
    fc.constantFrom<PlayEvent | 'time'>(
      'time',
      answered,
      { type: 'advisor-spoke' },
      { type: 'held' },
      { type: 'resumed' },
    ),
    fc.record({ type: fc.constant('said' as const), index: fc.nat(6) }),
    fc.record({ type: fc.constant('timer-ended' as const), timer: fc.nat(12) }),
    fc.constantFrom<PlayEvent>(
      { type: 'transferred' },
      { type: 'hung-up' },
      { type: 'line-broken' },
    ),
  );

  it('[PLAY-5] whatever happens, a play ends once and does nothing after it', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { minLength: 1, maxLength: 6 }),
        fc.array(anyEvent, { maxLength: 40 }),
        fc.option(fc.integer({ min: 1, max: 60 })),
        (steps, events, patience) => {
          const given = script(steps, patience);
          let state: PlayState = startPlay(given).state;
          for (const event of events) {
            const real =
              event === 'time' ? { type: 'timer-ended' as const, timer: state.timer } : event;
            const before = state;
            const step = advancePlay(given, state, real);
            state = step.state;
            expect(state.index).toBeGreaterThanOrEqual(before.index);
            expect(state.timer).toBeGreaterThanOrEqual(before.timer);
            expect(state.phase === 'over').toBe(state.ending !== null);
            if (before.phase === 'over') expect(step).toEqual({ state: before, effects: [] });
            if (state.phase === 'held')
              expect(step.effects.every(({ type }) => type !== 'say')).toBe(true);
            const started = step.effects.filter(({ type }) => type === 'start-timer');
            expect(started.length).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('[PLAY-5] left alone with its times and its sentences, every play comes to its end', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 6 }), (steps) => {
        const given = script(steps);
        let { state, effects } = advancePlay(given, startPlay(given).state, answered);
        for (let turn = 0; turn < 20 && state.phase !== 'over'; turn += 1) {
          const said = effects.find(({ type }) => type === 'say');
          const event: PlayEvent =
            said === undefined
              ? { type: 'timer-ended', timer: state.timer }
              : { type: 'said', index: state.index };
          ({ state, effects } = advancePlay(given, state, event));
        }
        expect(state.phase).toBe('over');
      }),
    );
  });
});
