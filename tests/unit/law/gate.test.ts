import { randomUUID } from 'node:crypto';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Consent } from '@shared/domain/customer/customer.ts';
import type { CallPurpose } from '@shared/domain/law/purpose.ts';
import { fail } from '@shared/kernel/result.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { DeskUnderFaults } from '../../support/desk/desk-under-faults.ts';
import { sampleBundle, sampleInteraction, sampleNow } from '../../support/desk/samples.ts';
import { until } from '../../support/until';

const number = '+33639984117';
const daysAgo = (days: number): string => new Date(sampleNow - days * 86_400_000).toISOString();

let desk: DeskUnderFaults;
let nobodyAsked: CustomerBundle;
beforeEach(() => {
  desk = new DeskUnderFaults();
  nobodyAsked = sampleBundle();
  desk.people = [nobodyAsked];
});

const consent = (change: Partial<Consent> = {}): Consent => ({
  id: randomUUID(),
  customerId: nobodyAsked.customer.id,
  brandId: 'kerdoual',
  channel: 'phone',
  status: 'given',
  purpose: 'offres et conseils de la marque',
  givenAt: daysAgo(30),
  until: null,
  proof: 'case cochée sur le site',
  ...change,
});
const callOut = (days: number, purpose?: CallPurpose) =>
  sampleInteraction({
    customerId: nobodyAsked.customer.id,
    channel: 'phone',
    direction: 'outbound',
    startedAt: daysAgo(days),
    outcome: 'no-answer',
    call: {
      callUid: null,
      customerNumber: number,
      numberHidden: false,
      calledNumber: null,
      answeredAt: null,
      endedBy: null,
      failure: null,
      sipStatus: 480,
      heldMs: 0,
      transferredTo: null,
      training: false,
      ...(purpose === undefined ? {} : { purpose }),
    },
  });
const dial = (change: Partial<Parameters<DeskUnderFaults['lineDesk']['dial']>[0]> = {}) =>
  desk.lineDesk.dial({ number, brandId: null, customerId: null, callbackId: null, ...change });
const placed = (): number => desk.line.calls.length;

const talking = async (): Promise<string> => {
  desk.line.rings('<sip:+33639980001@trunk.example>;tag=1');
  const [call] = desk.shown;
  if (call === undefined) throw new Error('nothing rings');
  desk.calls.answer(call.id);
  desk.line.calls[0]?.accepts();
  await until('she talks', () => desk.shown[0]?.phase === 'talking');
  return call.id;
};

describe('[LAW-7] a call to a customer passes the gate on every path', () => {
  it.each([
    ['by a typed number, a link or a hot key', {}],
    ['by her card', { customerId: 'hers' }],
  ] as const)('[LAW-7] dialled %s', async (_, { customerId }: { customerId?: 'hers' }) => {
    const input = { customerId: customerId === undefined ? null : nobodyAsked.customer.id };
    expect(await dial(input)).toEqual(fail('call-refused-by-law', 'consent'));
    expect(placed()).toBe(0);
    expect(desk.refused).toMatchObject({
      customerName: 'Hélène Vasseur',
      rule: 'consent',
      article: 'L223-1',
      mayServe: true,
      again: { command: 'call.dial', input: { number, ...input } },
    });
    expect((await dial({ ...input, purpose: 'service' })).ok).toBe(true);
    expect(placed()).toBe(1);
    expect(desk.refused).toBeNull();
  });

  it('[LAW-7] from a cart that was left, whatever is said of it: and nobody takes it', async () => {
    const callbackId = randomUUID();
    desk.callbacks.set(callbackId, { kind: 'cart' });
    const answer = await dial({ callbackId, purpose: 'service' });
    expect(answer).toEqual(fail('call-refused-by-law', 'consent'));
    expect(desk.refused?.mayServe).toBe(false);
    expect([placed(), desk.taken]).toEqual([0, []]);
  });

  it.each(['consult', 'transfer'] as const)('[LAW-7] by %s to another number', async (way) => {
    const callId = await talking();
    const before = placed();
    const target = { callId, number, name: null };
    expect(await desk.lineDesk[way](target)).toEqual(fail('call-refused-by-law', 'consent'));
    expect(desk.refused).toMatchObject({ again: { command: `call.${way}`, input: target } });
    expect([placed(), desk.shown[0]?.transfer]).toEqual([before, null]);
    expect((await desk.lineDesk[way]({ ...target, purpose: 'service' })).ok).toBe(true);
  });

  it('[LAW-7] by a role-play that is not on the training line', async () => {
    expect((await dial({ simulated: true })).ok).toBe(false);
    expect(placed()).toBe(0);
  });

  it('[LAW-7] not without its evidence, when it sells', async () => {
    desk.people = [{ ...nobodyAsked, consents: [consent()] }];
    desk.diskFails = true;
    expect(await dial()).toEqual(fail('journal-unwritable'));
    expect(placed()).toBe(0);
  });
});

describe('[LAW-8] what the gate lets through', () => {
  it.each(['6002', '112', '3939'])(
    '[LAW-8] %s: a colleague, an emergency, a service of the network',
    async (short) => {
      expect((await dial({ number: short })).ok).toBe(true);
      expect([placed(), desk.decisions]).toEqual([1, []]);
    },
  );

  it('[LAW-8] a promised call, an open case and an answer to her serve without a question', async () => {
    const callbackId = randomUUID();
    desk.callbacks.set(callbackId, { kind: 'callback' });
    expect((await dial({ callbackId })).ok).toBe(true);
    const wrote = sampleInteraction({
      customerId: nobodyAsked.customer.id,
      direction: 'inbound',
      startedAt: daysAgo(3),
    });
    desk.people = [{ ...nobodyAsked, interactions: [wrote] }];
    expect((await dial()).ok).toBe(true);
    desk.people = new DeskUnderFaults().people;
    expect((await dial()).ok).toBe(true);
    expect(desk.decisions.map(({ purpose, saidBy }) => [purpose, saidBy])).toEqual([
      ['service', 'callback'],
      ['service', 'history'],
      ['service', 'history'],
    ]);
  });

  it('[LAW-8] asking a number outside that is no customer’s', async () => {
    const callId = await talking();
    desk.people = [];
    expect((await desk.lineDesk.consult({ callId, number, name: null })).ok).toBe(true);
    expect(desk.decisions).toMatchObject([
      { way: 'consult', purpose: 'service', customerId: null },
    ]);
  });

  it('[LAW-8] but a number that nobody knows is asked about when it is dialled', async () => {
    desk.people = [];
    expect((await dial()).ok).toBe(false);
    expect(desk.refused).toMatchObject({ customerName: null, mayServe: true });
    expect((await dial({ purpose: 'service' })).ok).toBe(true);
  });

  it('[LAW-8] a call that sells, with a consent, until the fourth attempt of anyone', async () => {
    const consents = [consent()];
    const tried = [callOut(9), callOut(6, 'commercial'), callOut(2)];
    desk.people = [{ ...nobodyAsked, consents, interactions: [...tried, callOut(1, 'service')] }];
    expect((await dial({ purpose: 'commercial' })).ok).toBe(true);
    desk.people = [{ ...nobodyAsked, consents, interactions: [...tried, callOut(1)] }];
    expect(await dial()).toEqual(fail('call-refused-by-law', 'pressure'));
    expect(desk.refused).toMatchObject({
      rule: 'pressure',
      allowedFrom: '2026-11-26T09:00:00.000Z',
    });
  });

  it('[LAW-8] of several people with one number the strictest answer counts', async () => {
    const opposed = { ...sampleBundle(), consents: [consent({ status: 'opposed' })] };
    desk.people = [{ ...nobodyAsked, consents: [consent()] }, opposed];
    expect(await dial()).toEqual(fail('call-refused-by-law', 'opposition'));
    expect(desk.decisions.at(-1)?.customerId).toBe(opposed.customer.id);
  });

  it('[LAW-14] what she said in a call: refused for sixty days, opposed until she consents anew', async () => {
    const words = { fr: 'x', en: 'x' };
    const [known] = desk.reference.dispositions;
    if (known === undefined) throw new Error('no disposition');
    desk.reference.dispositions = [
      { ...known, code: 'refus', label: words, refusesOffer: true },
      { ...known, code: 'stop', label: words, opposesCalls: true },
    ];
    const said = (dispositionCode: string, days: number) => ({
      ...callOut(days, 'service'),
      dispositionCode,
    });
    const answerAfter = async (code: string, days: number, consentedDays: number) => {
      const consents = [consent({ givenAt: daysAgo(consentedDays) })];
      desk.people = [{ ...nobodyAsked, consents, interactions: [said(code, days)] }];
      const answer = await dial();
      return answer.ok ? 'allowed' : answer.error.detail;
    };
    expect(await answerAfter('refus', 60, 90)).toBe('refusal-silence');
    expect(await answerAfter('refus', 61, 90)).toBe('allowed');
    expect(await answerAfter('stop', 300, 310)).toBe('opposition');
    expect(await answerAfter('stop', 300, 299)).toBe('allowed');
  });

  it('[LAW-8] what an administrator has switched off, and nothing else', async () => {
    desk.reference.lawSwitchedOff = ['consent'];
    desk.people = [nobodyAsked];
    expect((await dial()).ok).toBe(true);
    desk.people = [{ ...nobodyAsked, consents: [consent({ status: 'opposed' })] }];
    expect(await dial()).toEqual(fail('call-refused-by-law', 'opposition'));
  });

  it('[LAW-10] [LAW-19] until its end, without the hub too, and the evidence names it', async () => {
    desk.people = [nobodyAsked];
    const consentOff = (ms: number) => [{ rule: 'consent', until: daysAgo(-ms / 86_400_000) }];
    desk.reference.lawSwitches = consentOff(60_000);
    expect((await dial()).ok).toBe(true);
    expect(desk.decisions.at(-1)).toMatchObject({ allowed: true, waived: ['consent'] });
    desk.reference.lawSwitches = consentOff(-1);
    expect(await dial()).toEqual(fail('call-refused-by-law', 'consent'));
    expect(desk.decisions.at(-1)).toMatchObject({ allowed: false, waived: [] });
  });
});

describe('what is known of her beside her consents', () => {
  const contract = {
    brandId: 'kerdoual',
    reference: 'C-77',
    object: 'entretien de la chaudière',
    since: daysAgo(400).slice(0, 10),
    until: null as string | null,
  };
  const her = (calling: CustomerBundle['customer']['calling'], consents: Consent[] = []) => {
    desk.people = [{ ...nobodyAsked, consents, customer: { ...nobodyAsked.customer, calling } }];
  };
  const campaign = { id: randomUUID(), name: 'Entretien', scriptId: null, offerRelated: true };
  const answer = async (change: Parameters<typeof dial>[0] = {}) => {
    const said = await dial({ purpose: 'commercial', ...change });
    return said.ok ? 'allowed' : said.error.detail;
  };

  it('[LAW-16] a contract that runs stands for a consent, in the campaigns whose offer relates to it', async () => {
    her({ contracts: [contract], keptApart: [] });
    expect(await answer({ campaign })).toBe('allowed');
    expect(desk.decisions.at(-1)?.campaignId).toBe(campaign.id);
    expect(await answer({ campaign: { ...campaign, offerRelated: false } })).toBe('consent');
    expect(await answer()).toBe('consent');
    her({ contracts: [{ ...contract, until: daysAgo(1).slice(0, 10) }], keptApart: [] });
    expect(await answer({ campaign })).toBe('consent');
    her({ contracts: [{ ...contract, brandId: 'other' }], keptApart: [] });
    expect(await answer({ campaign })).toBe('consent');
  });

  it('[LAW-17] in a control group she gets no call that sells until its last day is over', async () => {
    const apart = (until: string, brandId = 'kerdoual') => ({
      contracts: [],
      keptApart: [{ brandId, campaignId: campaign.id, until }],
    });
    her(apart(daysAgo(0).slice(0, 10)), [consent()]);
    expect(await answer()).toBe('control-group');
    expect(await answer({ campaign })).toBe('control-group');
    expect(await answer({ purpose: 'service' })).toBe('allowed');
    her(apart(daysAgo(1).slice(0, 10)), [consent()]);
    expect(await answer()).toBe('allowed');
    her(apart(daysAgo(0).slice(0, 10), 'other'), [consent()]);
    expect(await answer()).toBe('allowed');
  });
});

it('[LAW-9] the evidence names who was called by an id, and the facts by a digest, and no number', async () => {
  desk.people = [{ ...nobodyAsked, consents: [consent()] }];
  await dial();
  const [kept] = desk.decisions;
  expect(kept).toMatchObject({
    customerId: nobodyAsked.customer.id,
    purpose: 'commercial',
    saidBy: 'nobody',
    allowed: true,
    rule: null,
    way: 'dial',
  });
  expect(kept?.factsDigest).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(kept)).not.toContain('639984117');
});
