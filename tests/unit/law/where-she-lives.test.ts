import { readFacts } from '@shared/domain/law/facts.ts';
import { factsOfCall } from '@shared/domain/law/facts-of-call.ts';
import { isZoneOf } from '@shared/domain/law/france/territories.ts';
import { whereSheLives } from '@shared/domain/law/where-she-lives.ts';
import { describe, expect, it } from 'vitest';
import { sampleBundle, sampleInteraction, sampleNow } from '../../support/desk/samples.ts';

const at = (postcode: string, country = 'FR') =>
  whereSheLives({
    address: { lines: [], postcode, commune: 'X', inseeCode: null, country },
  });

describe('[LAW-15] where she lives', () => {
  it.each([
    ['75011', 'metropole', 'Europe/Paris'],
    ['20090', 'metropole', 'Europe/Paris'],
    ['97110', 'guadeloupe', 'America/Guadeloupe'],
    ['97133', 'saint-barthelemy', 'America/St_Barthelemy'],
    ['97150', 'saint-martin', 'America/Marigot'],
    ['97200', 'martinique', 'America/Martinique'],
    ['97300', 'guyane', 'America/Cayenne'],
    ['97400', 'reunion', 'Indian/Reunion'],
    ['97500', 'saint-pierre-et-miquelon', 'America/Miquelon'],
    ['97600', 'mayotte', 'Indian/Mayotte'],
    ['98600', 'wallis-et-futuna', 'Pacific/Wallis'],
    ['98713', 'polynesie', 'Pacific/Tahiti'],
    ['98742', 'polynesie', 'Pacific/Marquesas'],
    ['98755', 'polynesie', 'Pacific/Gambier'],
    ['98 800', 'nouvelle-caledonie', 'Pacific/Noumea'],
  ] as const)('[LAW-15] %s is %s, by the clocks of %s', (postcode, territory, timeZone) => {
    expect(at(postcode)).toMatchObject({ territory, timeZone });
    expect(isZoneOf(timeZone, territory)).toBe(true);
  });

  it.each([
    ['98000', 'FR'],
    ['1000', 'FR'],
    ['', 'FR'],
    ['75011', 'BE'],
  ])('[LAW-15] %j of %s stays unknown', (postcode, country) => {
    expect(at(postcode, country).territory).toBeUndefined();
  });

  it('[LAW-15] in the Marquesas the hour is unknown where the postcode does not tell', () => {
    expect(at('98745')).toMatchObject({ territory: 'polynesie', timeZone: undefined });
  });
});

it('[LAW-15] an e-mail is no attempt, nor is another brand’s call', () => {
  const bundle = sampleBundle();
  const written = sampleInteraction({ channel: 'email', direction: 'outbound' });
  const elsewhere = sampleInteraction({
    channel: 'phone',
    direction: 'outbound',
    brandId: 'lorvane',
  });
  const called = sampleInteraction({ channel: 'phone', direction: 'outbound' });
  const facts = factsOfCall({
    person: { ...bundle, interactions: [written, elsewhere, called] },
    brand: { id: 'kerdoual', name: 'Maison Kerdoual' },
    purpose: 'commercial',
    presented: null,
    calledNumber: null,
    refusalCodes: new Set(),
    opposingCodes: new Set(),
    nowMs: sampleNow,
  });
  expect(readFacts(facts).attempts).toEqual([{ at: called.startedAt }]);
});
