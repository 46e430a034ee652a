import { type CampaignPlan, forecastCampaign } from '@shared/domain/campaign/forecast.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const plan: CampaignPlan = {
  contacts: 4212,
  advisors: 12,
  days: 10,
  hoursPerDay: 5,
  target: 210,
  attemptsPerContact: 4,
  reached: { of: 20_000, was: 6200 },
  succeeded: { of: 6200, was: 682 },
  reachedS: 240,
  missedS: 45,
  utilisation: 0.8,
  centsPerHour: 2400,
};

describe('the forecast', () => {
  it('[CAMP-17] says how many by which day, how surely, until when and for how much', () => {
    const { byDay, successes, reached, doneInDays, chance, centsPerSuccess } = forecastCampaign({
      ...plan,
      days: 30,
    });
    expect(byDay).toHaveLength(30);
    expect(byDay.at(-1)).toEqual(successes);
    // 4,212 people, four attempts at 31 %: 77 in a hundred are reached, 11 % of them succeed.
    expect(reached.middle).toBeGreaterThan(3150);
    expect(reached.middle).toBeLessThan(3300);
    expect(successes.low).toBeLessThan(355);
    expect(successes.high).toBeGreaterThan(355);
    // Each costs (0.31 × 240 + 0.69 × 45) s of 172,800 a day; 10,455 attempts are 6.4 days.
    expect(doneInDays).toBeGreaterThan(5.9);
    expect(doneInDays).toBeLessThan(7);
    expect(chance).toBeGreaterThan(0.99);
    const cents = (12 * 5 * 2400 * (doneInDays as number)) / successes.middle;
    expect(centsPerSuccess).toBeCloseTo(cents, -1);
  });

  it('[CAMP-17] little known makes a wide interval; too few days are said', () => {
    const sure = forecastCampaign(plan).successes;
    const unsure = forecastCampaign({ ...plan, succeeded: { of: 62, was: 7 } }).successes;
    expect(unsure.high - unsure.low).toBeGreaterThan(3 * (sure.high - sure.low));
    const hurried = forecastCampaign({ ...plan, days: 2 });
    expect(hurried.doneInDays).toBeNull();
    expect(hurried.chance).toBeLessThan(0.05);
    expect(forecastCampaign({ ...plan, contacts: 0 })).toMatchObject({
      successes: { low: 0, middle: 0, high: 0 },
      centsPerSuccess: null,
    });
  });

  it('[CAMP-18] the same plan says the same; more advisors or days never bring clearly less', () => {
    expect(forecastCampaign(plan)).toEqual(forecastCampaign(plan));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 9000 }),
        (advisors, days, contacts) => {
          const here = forecastCampaign({ ...plan, advisors, days, contacts }).successes.middle;
          const more = forecastCampaign({ ...plan, advisors: 2 * advisors, days, contacts });
          const longer = forecastCampaign({ ...plan, advisors, days: days + 1, contacts });
          // What is drawn differs from run to run; a fiftieth is within it.
          expect(more.successes.middle).toBeGreaterThanOrEqual(here * 0.98 - 2);
          expect(longer.successes.middle).toBeGreaterThanOrEqual(here * 0.98 - 2);
        },
      ),
      { numRuns: 25 },
    );
  });
});
