import { diallingViewSchema, signInToCampaignSchema } from '@shared/contracts/http/dialling.ts';
import { type SeatFacts, seatOf } from '@shared/domain/dialling/seat.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NOW = 1_000_000;
const ready = { state: 'ready', sinceMs: NOW - 60_000 };
const seat = (change: Partial<SeatFacts>): string =>
  seatOf(
    {
      told: ready,
      line: 'free',
      givenMs: null,
      isTalking: false,
      sparedUntilMs: null,
      ...change,
    },
    NOW,
  );

describe('[DIAL-1] a seat', () => {
  it.each([
    ['free', {}],
    ['free', { line: 'unknown' }],
    ['free', { givenMs: NOW - 60_001 }],
    ['wrap-up', { givenMs: NOW - 60_000 }],
    ['wrap-up', { told: { state: 'busy', sinceMs: NOW - 90_000 }, givenMs: NOW - 60_000 }],
    ['wrap-up', { told: { state: 'wrap-up', sinceMs: NOW - 10 } }],
    ['talking', { isTalking: true }],
    ['talking', { told: { state: 'busy', sinceMs: NOW - 10 } }],
    ['talking', { line: 'in-use' }],
    ['away', { line: 'away' }],
    ['away', { told: { state: 'pause', sinceMs: NOW - 10 }, givenMs: NOW - 60_000 }],
    ['away', { told: { state: 'offline', sinceMs: NOW - 90_000 }, givenMs: NOW - 60_000 }],
    ['away', { told: { state: null, sinceMs: 0 } }],
    ['away', { sparedUntilMs: NOW + 1 }],
    ['free', { sparedUntilMs: NOW }],
  ] as const)('is %s with %j', (wanted, change) => {
    expect(seat(change)).toBe(wanted);
  });

  it('[DIAL-1] is free only with a « ready » that is newer than her last call', () => {
    const facts = fc.record({
      told: fc.record({
        state: fc.constantFrom('ready', 'busy', 'wrap-up', 'pause', 'offline', null),
        sinceMs: fc.integer({ min: 0, max: 100 }),
      }),
      line: fc.constantFrom(
        'free' as const,
        'in-use' as const,
        'away' as const,
        'unknown' as const,
      ),
      givenMs: fc.option(fc.integer({ min: 0, max: 100 })),
      isTalking: fc.boolean(),
      sparedUntilMs: fc.option(fc.integer({ min: 0, max: 200 })),
    });
    fc.assert(
      fc.property(facts, (one) => {
        if (seatOf(one, 100) !== 'free') return true;
        const { told, line, givenMs, isTalking } = one;
        const isNewer = givenMs === null || told.sinceMs > givenMs;
        return told.state === 'ready' && isNewer && !isTalking && line !== 'away';
      }),
    );
  });
});

it('[DIAL-1] says of a seat nothing that the view of a campaign cannot carry', () => {
  const { state } = diallingViewSchema.shape.seats.element.shape;
  for (const line of ['free', 'away'] as const) expect(state.parse(seat({ line }))).toBeTruthy();
});

it('[DIAL-1] takes the calls of one campaign, which she names', () => {
  expect(signInToCampaignSchema.safeParse({}).success).toBe(false);
});
