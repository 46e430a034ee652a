/** The speech of a call at the desktop: chosen while it rings, kept from the answer on. */
import { randomUUID } from 'node:crypto';
import { spokenOf, unlessTakenBack, withSpeech } from '@renderer/engine/work/choose-words.ts';
import { emptyDraft, interactionOf, newWork } from '@renderer/engine/work/new-work.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import { expect, it } from 'vitest';
import { sampleBundle, sampleNow, sampleReference } from '../../support/desk/samples.ts';

const speech = (change: Partial<Script>): Script =>
  scriptSchema.parse({
    id: 'accueil',
    version: 1,
    brandId: 'kerdoual',
    name: 'Accueil',
    locale: 'fr',
    direction: 'inbound',
    reasonCodes: [],
    publishedAt: '2026-01-01T00:00:00.000Z',
    opening: { default: 'Bonjour' },
    openingUnknown: { default: 'Bonjour' },
    firstStep: 'un',
    steps: [{ id: 'un', title: 'Un', text: { default: 'Un' } }],
    objections: [],
    ...change,
  });
const segments = ['vip', 'new', 'standard', 'loyal', 'premium'] as const;
const everyone = { numbers: [], campaigns: [], queues: [], languages: [], hours: [] };
const general = speech({});
const known = speech({ id: 'connu', opensWhen: { ...everyone, segments: [...segments] } });
const noel = speech({ id: 'noel', opensWhen: { ...everyone, segments: [], campaigns: ['noel'] } });
const reference = sampleReference({ scripts: [general, known, noel] });
const { customer } = sampleBundle();

const ringing = (campaign?: string): WorkRecord =>
  newWork({
    id: randomUUID(),
    brandId: 'kerdoual',
    direction: 'inbound',
    number: '+33639984117',
    numberDisplay: '06 39 98 41 17',
    calledLabel: null,
    callbackId: null,
    startedAt: new Date(sampleNow).toISOString(),
    training: false,
    facts: {
      callUid: null,
      numberHidden: false,
      calledNumber: null,
      queue: null,
      ...(campaign === undefined ? {} : { campaign }),
    },
  });
const choosing = { reference, nowMs: sampleNow, customer: null };
const talking = (work: WorkRecord): WorkRecord => ({
  ...work,
  phase: 'talking',
  answeredAt: work.startedAt,
});

it('[CHOICE-13] as more becomes known while it rings, the speech follows; from the answer on it stays', () => {
  const unknown = withSpeech(ringing(), choosing);
  expect(unknown.script).toEqual({ id: 'accueil', version: 1, firstStep: 'un' });
  const found = withSpeech(unknown, { ...choosing, customer });
  expect(found.script?.id).toBe('connu');
  expect(found.scriptBecause).toContainEqual({ by: 'brand', value: 'kerdoual' });
  expect(withSpeech(talking(unknown), { ...choosing, customer }).script?.id).toBe('accueil');
  const newer = sampleReference({ scripts: [speech({ version: 2 })] });
  const later = { ...choosing, reference: newer };
  expect(withSpeech(talking(unknown), later).script?.version).toBe(1);
  expect(withSpeech(unknown, later).script?.version).toBe(2);
});

it('[CHOICE-14] the campaign that the switch names opens its speech', () => {
  expect(withSpeech(ringing('noel'), { ...choosing, customer }).script?.id).toBe('noel');
});

it('[CHOICE-15] a speech that was shown and not walked counts, with the arm that chose it', () => {
  const experiment = { id: 'e1', arm: 'b' };
  const work = { ...talking(withSpeech(ringing(), choosing)), experiment };
  const record = spokenOf(work);
  expect(record).toMatchObject({ scriptId: 'accueil', version: 1, stepId: 'un', experiment });
  expect(interactionOf(work, randomUUID()).speech).toEqual(record);
  if (record === null) throw new Error('the speech is kept');
  const walked = { ...record, stepId: 'deux', path: ['un'], experiment: null };
  const draft = { ...emptyDraft, speech: walked };
  expect(spokenOf({ ...work, draft })).toEqual({ ...walked, experiment });
  expect(spokenOf(withSpeech(ringing(), choosing))).toBeNull();
});

it('[CHOICE-19] a version that was withdrawn while it rang is said to nobody: another is chosen at the answer', () => {
  const work = withSpeech(ringing('noel'), choosing);
  expect(work.script?.id).toBe('noel');
  expect(unlessTakenBack(work, choosing)).toBe(work);
  const after = sampleReference({ scripts: [general], retiredScripts: [noel] });
  expect(unlessTakenBack(work, { ...choosing, reference: after }).script?.id).toBe('accueil');
  const nothing = sampleReference({ scripts: [], retiredScripts: [noel] });
  expect(unlessTakenBack(work, { ...choosing, reference: nothing }).script).toBeNull();
});

it('[CAMP-32] a call of a campaign opens its speech, and is recorded as the campaign’s', () => {
  const sold = speech({ id: 'bilan', direction: 'outbound', reasonCodes: ['isolation'] });
  const plain = speech({ id: 'sortant', direction: 'outbound' });
  const campaignId = randomUUID();
  const work = (facts: Partial<WorkRecord['facts']>): WorkRecord => {
    const begun = ringing('Bilan isolation');
    return { ...begun, direction: 'outbound', facts: { ...begun.facts, ...facts } };
  };
  const choosing = {
    reference: sampleReference({ scripts: [sold, plain] }),
    nowMs: sampleNow,
    customer,
  };
  const chosen = withSpeech(work({ campaignId, campaignScript: 'bilan' }), choosing);
  expect(chosen.script?.id).toBe('bilan');
  expect(chosen.scriptBecause).toContainEqual({ by: 'campaign', value: 'Bilan isolation' });
  expect(interactionOf(chosen, randomUUID()).campaignId).toBe(campaignId);
  expect(withSpeech(work({ campaignId }), choosing).script?.id).toBe('sortant');
  // Taken back meanwhile: what the brand says otherwise.
  expect(withSpeech(work({ campaignScript: 'gone' }), choosing).script?.id).toBe('sortant');
});
