/** Who may be on a list for the letter alone. */
import { type Weighed, weigh } from '@api/modules/campaigns/weigh-people.ts';
import { expect, it } from 'vitest';
import { sampleBundle } from '../../support/desk/samples.ts';

const { customer } = sampleBundle();
const address = {
  lines: ['3 rue du Port'],
  postcode: '29200',
  commune: 'Brest',
  inseeCode: '29019',
  country: 'FR',
};
const call = { kind: 'call' };
const asking = { lettersWithoutConsent: true, steps: [{ kind: 'letter' }, call] };
const refused = (rule: string, allowedFromMs: number | null = null) => ({
  allowed: false,
  rule,
  article: 'L223-1',
  allowedFromMs,
});

const weighed = async (
  decision: object,
  sequence: object = asking,
  where: object | null = address,
): Promise<Weighed | undefined> => {
  const settings = { controlPercent: 0, valueCents: 0, sequence };
  const person = { customer: { ...customer, address: where }, decision, facts: {}, waived: [] };
  const [one] = await weigh(
    {
      campaign: { id: 'one', settings } as never,
      score: 0.5,
      newId: () => 'new',
      judge: async () => new Map([[customer.id, person as never]]),
      listed: new Map(),
    },
    [{ id: customer.id, valueCents: 0, score: null }],
  );
  return one;
};

it('[SEQ-13] who has not consented, or no more, is on the list for a letter that asks for it', async () => {
  for (const rule of ['consent', 'consent-expired'])
    expect(await weighed(refused(rule))).toMatchObject({
      customerId: customer.id,
      onlyLetter: true,
    });
  expect(await weighed({ allowed: true })).toMatchObject({ onlyLetter: false });
  // Who may be called later is called, without being asked.
  expect(await weighed(refused('pressure', 1))).toMatchObject({ onlyLetter: false });
});

it('[SEQ-13] nobody else is: another rule, no address, no letter first, or a campaign that does not say so', async () => {
  const left = { because: 'consent' };
  expect(await weighed(refused('opposition'))).toMatchObject({ because: 'opposition' });
  expect(await weighed(refused('consent'), asking, null)).toMatchObject(left);
  const other = { ...asking, steps: [call, { kind: 'documentation' }] };
  expect(await weighed(refused('consent'), other)).toMatchObject(left);
  const silent = { ...asking, lettersWithoutConsent: false };
  expect(await weighed(refused('consent'), silent)).toMatchObject(left);
});
