import { campaignSettingsSchema, campaignStates } from '@shared/domain/campaign/campaign.ts';
import {
  campaignMoves,
  moved,
  problemsOfStart as problemsOf,
} from '@shared/domain/campaign/running.ts';
import { describe, expect, it } from 'vitest';

const settings = (rest: object = {}) =>
  campaignSettingsSchema.parse({
    name: 'Bilan isolation',
    brandId: 'solvenne',
    goal: 'appointments',
    startsOn: '2026-11-02',
    endsOn: '2026-11-27',
    ...rest,
  });

const problemsOfStart = (
  of: Parameters<typeof problemsOf>[0],
  contacts: number,
  today: string,
  refusing: readonly string[] = ['refus'],
) => problemsOf(of, contacts, today, new Set(refusing));

describe('a campaign', () => {
  it('[CAMP-1] every state and move is decided, and a stopped one stays stopped', () => {
    const table = campaignStates.map((state) => campaignMoves.map((move) => moved(state, move)));
    expect(table).toEqual([
      ['running', null, null],
      [null, 'paused', 'stopped'],
      ['running', null, 'stopped'],
      [null, null, null],
    ]);
  });

  it('[CAMP-2] everything that keeps it from being started is said at once', () => {
    expect(problemsOfStart(settings(), 0, '2026-11-28')).toEqual([
      'no-speech',
      'no-team',
      'no-number',
      'no-contact',
      'is-over',
      'no-refusal',
    ]);
    const ready = settings({
      scriptId: 'solvenne-bilan',
      teamIds: ['0191c0de-0000-7000-8000-0000000000e1'],
      presentedNumbers: ['+33199005240'],
      outcomes: [
        { dispositionCode: 'refus', consequence: 'refusal' },
        { dispositionCode: 'opposition', consequence: 'opposition' },
      ],
    });
    expect(problemsOfStart(ready, 1, '2026-11-27')).toEqual([]);
    const deaf = { ...ready, outcomes: ready.outcomes.slice(1) };
    expect(problemsOfStart(deaf, 1, '2026-11-27')).toEqual(['no-refusal']);
    expect(problemsOfStart(ready, 1, '2026-11-27', [])).toEqual(['refusal-not-kept']);
    const service = { ...ready, callKind: 'service' as const, outcomes: [] };
    expect(problemsOfStart(service, 1, '2026-11-27')).toEqual([]);
    expect(problemsOfStart({ ...service, callKind: 'commercial' }, 1, '2026-11-27')).toEqual([
      'no-refusal',
    ]);
  });

  it.each([
    ['endsOn', { endsOn: '2026-11-01' }],
    [
      'outcomes',
      {
        outcomes: [
          { dispositionCode: 'oui', consequence: 'success' },
          { dispositionCode: 'oui', consequence: 'close' },
        ],
      },
    ],
    ['dialling', { dialling: { abandonLimitPercent: 3.1 } }],
  ])('[CAMP-3] refuses what cannot be, at its place: %s', (place, wrong) => {
    expect(() => settings(wrong)).toThrow(place);
  });
});
