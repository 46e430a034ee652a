import { finishMutations } from '@renderer/engine/work/finish-work.ts';
import { newWork } from '@renderer/engine/work/new-work.ts';
import { type Filling, filledDraft } from '@renderer/platform/store/filled-draft.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import { type MutationBody, mutationBodySchema } from '@shared/contracts/sync/mutation.ts';
import { advanceSpeech, chooseAnswer, keepField, startSpeech } from '@shared/domain/script/run.ts';
import { keepAsked } from '@shared/domain/script/trace.ts';
import { describe, expect, it } from 'vitest';
import { sampleBundle } from '../../support/desk/samples.ts';
import { madeSpeech } from '../script/made-speech.ts';

const { customer } = sampleBundle();
const at = '2026-11-05T09:00:00.000Z';
const id = (end: number): string => `0191c0de-0000-7000-8000-0000000000${end}`;

const script = madeSpeech([
  {
    id: 'ask',
    fields: [
      { id: 'mail', label: 'E-mail', type: 'email', fills: 'customer.email' },
      { id: 'phone', label: 'Autre numéro', type: 'phone', fills: 'customer.phone' },
      { id: 'wish', label: 'Souhait', type: 'text', fills: 'note' },
      { id: 'day', label: 'Jour', type: 'date' },
      {
        id: 'ok',
        label: 'Accord',
        type: 'consent',
        consent: {
          channel: 'sms',
          purpose: 'alertes',
          wording: { default: 'Voulez-vous nos alertes ?' },
          months: 6,
          onRefusal: 'opposed',
        },
      },
    ],
    choices: [{ id: 'go', label: 'Oui', next: 'call', dispositionCode: 'accepted' }],
  },
  {
    id: 'call',
    kind: 'do',
    action: { type: 'callback', when: 'ask.day', inHours: 2, assignee: 'me', reason: 'Suite' },
    next: 'case',
  },
  {
    id: 'case',
    kind: 'do',
    action: { type: 'open-case', kind: 'complaint', title: 'Panne', detail: 'dite au téléphone' },
    next: 'paper',
  },
  {
    id: 'paper',
    kind: 'do',
    action: { type: 'send-document', name: 'Conditions', channel: 'email' },
  },
]);
const filling: Filling = { script, nowMs: Date.parse(at), plain: (words) => words };
const start = startSpeech(script);
const done = (...steps: readonly string[]) => Object.fromEntries(steps.map((step) => [step, at]));

const work = (speech: typeof start | null): WorkRecord => {
  const made = newWork({
    id: id(11),
    brandId: 'kerdoual',
    direction: 'outbound',
    number: '+33639984117',
    numberDisplay: '',
    calledLabel: null,
    callbackId: null,
    startedAt: at,
    training: false,
    facts: { callUid: null, numberHidden: false, calledNumber: null, queue: null },
  });
  return { ...made, customerId: customer.id, answeredAt: at, draft: { ...made.draft, speech } };
};
const leaving = (one: WorkRecord, known: typeof customer | null = customer): MutationBody[] => {
  const made = finishMutations(one, {
    brand: undefined,
    reasons: [],
    dispositions: [],
    advisorId: id(13),
    now: at,
    newId: () => id(14),
    script,
    customer: known,
  });
  if (!made.ok) throw new Error(made.error.code);
  return made.value.map((body) => mutationBodySchema.parse(body));
};
const payloadOf = <K extends MutationBody['kind']>(bodies: readonly MutationBody[], kind: K) =>
  bodies.filter((one): one is Extract<MutationBody, { kind: K }> => one.kind === kind);

describe('what the walk fills in', () => {
  const draft = { ...work(null).draft };

  it('[SPEECH-18] the qualification follows the answers, until she chose another', () => {
    const chosen = chooseAnswer(script, start, 'go', {});
    const filled = filledDraft(draft, start, chosen, filling);
    expect(filled.dispositionCode).toBe('accepted');
    expect(filledDraft(filled, chosen, start, filling).dispositionCode).toBeNull();
    const own = { ...filled, dispositionCode: 'hers' };
    expect(filledDraft(own, chosen, start, filling).dispositionCode).toBe('hers');
  });

  it('[SPEECH-18] a callback is set for the day that was answered, else for the hours of its step', () => {
    const asked = { ...start, done: done('call') };
    const filled = filledDraft(draft, start, asked, filling);
    expect(filled.callback).toEqual({
      dueAt: '2026-11-05T11:00:00.000Z',
      assignee: 'me',
      reason: 'Suite',
    });
    const dated = keepField(script, asked, 'day', '2026-12-24');
    const day = filledDraft(filled, asked, dated, filling).callback?.dueAt ?? '';
    expect(new Date(day).toDateString()).toBe(new Date(2026, 11, 24).toDateString());
  });

  it('[SPEECH-18] a case that she wrote herself stays hers; one that the speech opened is taken back with it', () => {
    const asked = { ...start, done: done('case') };
    const filled = filledDraft(draft, start, asked, filling);
    expect(filled.case).toEqual({
      mode: 'open',
      kind: 'complaint',
      title: 'Panne',
      detail: 'dite au téléphone',
    });
    expect(filledDraft(filled, asked, start, filling).case).toBeNull();
    const own = { ...draft, case: { ...filled.case, title: 'à elle' } as typeof filled.case };
    expect(filledDraft(own, start, asked, filling).case).toBe(own.case);
  });
});

describe('what leaves when the wrap-up is finished', () => {
  const answered = (fields: Record<string, string>) =>
    Object.entries(fields).reduce(
      (record, [field, value]) => keepField(script, record, field, value),
      start,
    );

  it('[SPEECH-19] a consent with the exact words of its question, for the months it was asked for', () => {
    const asked = { words: 'Voulez-vous nos alertes ?', at, language: 'fr' } as const;
    const yes = keepAsked(answered({ ok: 'yes' }), 'ask.ok', asked);
    const [given] = payloadOf(leaving(work(yes)), 'consent.record');
    expect(given?.payload).toMatchObject({
      customerId: customer.id,
      channel: 'sms',
      status: 'given',
      purpose: 'alertes',
      givenAt: at,
      until: '2027-05-05T09:00:00.000Z',
    });
    expect(given?.payload.proof).toContain('demo v1, ask: yes — Voulez-vous nos alertes ?');
    const [opposed] = payloadOf(leaving(work(answered({ ok: 'no' }))), 'consent.record');
    expect(opposed?.payload).toMatchObject({ status: 'opposed', until: null });
    expect(payloadOf(leaving(work(start)), 'consent.record')).toEqual([]);
  });

  it('[SPEECH-19] a consent of a day that its last month does not have ends on the last day of it', () => {
    const asked = { words: '?', at: '2026-08-31T09:00:00.000Z', language: 'fr' } as const;
    const yes = keepAsked(answered({ ok: 'yes' }), 'ask.ok', asked);
    const [given] = payloadOf(leaving(work(yes)), 'consent.record');
    expect(given?.payload.until).toBe('2027-02-28T09:00:00.000Z');
  });

  it('[SPEECH-20] what she said of herself corrects her card; what is no address or number is noted', () => {
    const bodies = leaving(
      work(answered({ mail: 'Neuve@exemple.fr', phone: 'le même', wish: 'un rappel le soir' })),
    );
    const [change] = payloadOf(bodies, 'customer.change');
    expect(change?.payload.change).toEqual({ emails: ['Neuve@exemple.fr', ...customer.emails] });
    expect(change?.payload.base).toEqual({ emails: customer.emails });
    const [wrapUp] = payloadOf(bodies, 'interaction.wrap-up');
    expect(wrapUp?.payload.notes.map(({ text }) => text)).toEqual([
      'Souhait : un rappel le soir',
      'Autre numéro : le même',
    ]);
  });

  it('[SPEECH-20] an answer that is on her card already changes nothing', () => {
    const [mail = ''] = customer.emails;
    const known = answered({ mail: mail.toUpperCase() });
    expect(payloadOf(leaving(work(known)), 'customer.change')).toEqual([]);
  });

  it('[SPEECH-20] with nobody’s card at hand the answers are notes, and nothing is lost', () => {
    const bodies = leaving(work(answered({ mail: 'a@exemple.fr' })), null);
    const [wrapUp] = payloadOf(bodies, 'interaction.wrap-up');
    expect(wrapUp?.payload.notes.map(({ text }) => text)).toEqual(['E-mail : a@exemple.fr']);
  });

  it('[SPEECH-21] a document that she promised is an exchange of its own, for whoever sends it', () => {
    const [paper] = payloadOf(
      leaving(work({ ...start, done: done('paper') })),
      'interaction.record',
    );
    expect(paper?.payload).toMatchObject({
      channel: 'email',
      direction: 'outbound',
      title: 'Conditions',
      customerId: customer.id,
    });
    const walked = advanceSpeech(script, start, {});
    expect(payloadOf(leaving(work(walked)), 'interaction.record')).toEqual([]);
  });

  it('[SPEECH-19] [SPEECH-20] a practice call leaves neither consent nor change', () => {
    const yes = answered({ ok: 'yes', mail: 'a@exemple.fr' });
    const kinds = leaving({ ...work(yes), training: true }).map(({ kind }) => kind);
    expect(kinds).toEqual(['interaction.wrap-up']);
  });
});
