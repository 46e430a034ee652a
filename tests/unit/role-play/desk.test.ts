import { AdvisorDesk } from '@renderer/engine/advisor/advisor-desk.ts';
import { TrainingStay } from '@renderer/engine/shift/training-stay.ts';
import { KeptRuns } from '@renderer/engine/training/kept-runs.ts';
import { PlayWatch } from '@renderer/engine/training/play-watch.ts';
import { endingOfWork, runOf } from '@renderer/engine/training/run-of.ts';
import { emptyDraft, newWork } from '@renderer/engine/work/new-work.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import { playedRole } from '@shared/domain/role-play/played-role.ts';
import { playRunSchema } from '@shared/domain/role-play/run.ts';
import { kerdoualGeneral } from '@shared/domain/script/demo-scripts/kerdoual-general.ts';
import { startSpeech } from '@shared/domain/script/run.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callWith } from '../../component/support/slices.ts';
import { FakeLineCall } from '../../support/desk/fake-line-call.ts';
import { nothingCounted } from '../../support/desk/media-samples.ts';
import { aRolePlay, aRun } from './samples.ts';

const role = playedRole(aRolePlay(), aRun().takingId, null);
const settings = {
  urls: ['ws://training.test/sip'],
  user: '6001',
  password: 'x',
  domain: 'training.test',
  displayName: '',
  iceServers: [],
  calledNumberHeaders: [],
  tones: 'rfc4733' as const,
  autoAnswer: 'never' as const,
  doNotDisturb: 'busy' as const,
  parking: null,
  pickUp: null,
  training: true,
};

const workOf = (change: Partial<WorkRecord> = {}): WorkRecord => ({
  ...newWork({
    id: aRun().id,
    brandId: 'kerdoual',
    direction: 'inbound',
    number: '+33639984150',
    numberDisplay: '06 39 98 41 50',
    calledLabel: 'Service clients',
    callbackId: null,
    startedAt: aRun().startedAt,
    training: true,
    rolePlay: role,
    facts: { callUid: 'u', numberHidden: false, calledNumber: '+33199004110', queue: null },
  }),
  ...change,
});

describe('the report of a played call', () => {
  it('[PLAY-6] is made of the call, its speech and its wrap-up', () => {
    const speech = startSpeech(kerdoualGeneral);
    const work = workOf({
      answeredAt: aRun().answeredAt,
      endedAt: aRun().endedAt,
      outcome: 'answered',
      script: { id: kerdoualGeneral.id, version: kerdoualGeneral.version },
      draft: { ...emptyDraft, dispositionCode: 'renseigne', speech },
    });
    const held = { ...work, facts: { ...work.facts, heldMs: 4_200 } };
    const run = runOf(held, role, 'finished', [kerdoualGeneral]);
    expect(playRunSchema.parse(run)).toMatchObject({
      heldMs: 4_200,
      ending: 'finished',
      speech: { name: 'Accueil', stepsReached: 1 },
      disposition: { given: 'renseigne', expected: ['renseigne'] },
    });
    expect(runOf(held, role, 'finished', []).speech).toBeNull();
  });

  it('[PLAY-6] says how it ended also when the simulated customer cannot', () => {
    expect(endingOfWork(workOf({ outcome: 'refused' }))).toBe('refused');
    expect(endingOfWork(workOf({ outcome: 'abandoned' }))).toBe('gave-up');
    const answered = workOf({ outcome: 'answered', answeredAt: aRun().answeredAt });
    expect(endingOfWork(answered)).toBe('broken');
    const facts = { ...answered.facts, transferredTo: 'SAV' };
    expect(endingOfWork({ ...answered, facts })).toBe('transferred');
  });
});

describe('the stay in training', () => {
  const open = () => {
    const done: string[] = [];
    const advisor = new AdvisorDesk({
      clock: { now: () => 0 },
      show: () => undefined,
      record: () => undefined,
      changed: () => undefined,
      keepQuiet: () => undefined,
    });
    advisor.take({ type: 'signed-in' });
    const line = {
      line: { disconnect: async () => void done.push('given back') },
      connect: () => done.push('connected'),
      follow: () => done.push(`follows ${stay.line?.domain ?? 'her own'}`),
    };
    const stay = new TrainingStay();
    const shift = { advisor, line, lineDesk: { status: { status: 'registered' as const } } };
    return { stay, shift, advisor, done };
  };

  it('[PLAY-17] moves the line to the switch and says so; leaving brings back both', () => {
    const { stay, shift, advisor, done } = open();
    stay.enter(shift, settings);
    expect(advisor.advisor).toMatchObject({ state: 'pause', pauseReason: 'training' });
    expect(stay.line).toBe(settings);
    stay.leave(shift, 'as-before');
    expect(advisor.advisor.state).toBe('ready');
    expect(done).toEqual(['follows training.test', 'follows her own']);
  });

  it('[PLAY-17] who was away before is away again, and has no line', () => {
    const { stay, shift, advisor, done } = open();
    const lunch = { state: 'pause', pauseReason: 'lunch' } as const;
    advisor.take({ type: 'chosen', rest: lunch });
    stay.enter(shift, settings);
    stay.leave(shift, 'as-before');
    expect(advisor.advisor).toMatchObject(lunch);
    expect(done.at(-1)).toBe('given back');
  });

  it('[PLAY-17] a state that she chose herself stays', () => {
    const { stay, shift, advisor, done } = open();
    stay.enter(shift, settings);
    advisor.take({ type: 'chosen', rest: { state: 'pause', pauseReason: 'lunch' } });
    stay.leave(shift, 'as-chosen');
    expect(advisor.advisor.pauseReason).toBe('lunch');
    expect(done.at(-1)).toBe('given back');
    stay.leave(shift, 'as-before');
    expect(advisor.advisor.pauseReason).toBe('lunch');
  });
});

describe('what the simulated customer notices', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[PLAY-18] hold and its end, and a turn of the advisor, but none of a muted one', async () => {
    const call = new FakeLineCall();
    let energy = 0;
    let at = 0;
    const speak = async (power: number, ms: number) => {
      for (let passed = 0; passed < ms; passed += 250) {
        at += 250;
        energy += power * 0.25;
        call.counted = { ...nothingCounted, at, spokenEnergy: energy };
        await vi.advanceTimersByTimeAsync(250);
      }
    };
    const told: string[] = [];
    const watch = new PlayWatch('c', call, (noticed) => told.push(noticed));
    const talking = { ...callWith({ phase: 'talking' }), id: 'c' };
    watch.follow([talking]);
    await speak(0.01, 1_000);
    await speak(0, 1_500);
    expect(told).toEqual(['advisor-spoke']);
    watch.follow([{ ...talking, hold: 'held' }]);
    watch.follow([{ ...talking, hold: 'resuming' }]);
    watch.follow([talking]);
    expect(told).toEqual(['advisor-spoke', 'held', 'resumed']);
    watch.follow([{ ...talking, muted: true }]);
    await speak(0.01, 1_000);
    await speak(0, 1_500);
    expect(told).toHaveLength(3);
    watch.stop();
  });
});

describe('reports on their way', () => {
  const store = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    } as Storage;
  };
  const hub = (answers: (ErrorCode | null)[]) => {
    const sent: unknown[] = [];
    const ask = async ({ body }: { body?: unknown }) => {
      const code = answers.shift() ?? null;
      if (code !== null) return fail(code);
      sent.push((body as { id: string }).id);
      return succeed(null);
    };
    return { sent, ask: ask as never };
  };
  const other = aRun({ id: '0191c0de-0000-7000-8000-000000000012' });

  it('[PLAY-19] one that the hub cannot take now waits, and goes out once', async () => {
    const away = hub(['hub-unreachable', 'hub-failing', null, null]);
    const runs = new KeptRuns(away, store(), () => 'camille');
    await runs.keep(aRun());
    await runs.keep(other);
    expect(runs.waiting).toHaveLength(2);
    await runs.send();
    await runs.send();
    expect(away.sent).toEqual([aRun().id, other.id]);
    expect(runs.waiting).toEqual([]);
  });

  it('[PLAY-19] one that it refuses for good stops nothing, and another advisor sends none of hers', async () => {
    const kept = store();
    const refusing = hub(['not-found', null]);
    const runs = new KeptRuns(refusing, kept, () => 'camille');
    await runs.keep(aRun());
    await runs.keep(other);
    expect(refusing.sent).toEqual([other.id]);
    const later = hub(['hub-unreachable']);
    await new KeptRuns(later, kept, () => 'camille').keep(aRun());
    await new KeptRuns(later, kept, () => 'yanis').send();
    expect(later.sent).toEqual([]);
  });
});
