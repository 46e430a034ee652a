/** Asking, handing over and talking three together, as pictured. */
import { sarah } from '../component/support/colleagues.ts';
import { at } from '../component/support/helene.ts';
import { callId, callWith, quiet, talkingCall, talkingWork } from '../component/support/slices.ts';
import { type GalleryState, saved, talkingDraft } from './parts.ts';

const work = [talkingWork({ draft: talkingDraft, ...saved })];
const line = { ...quiet.line, training: false };
const held = talkingCall({ hold: 'held', heldSince: at('2026-11-05T11:50:11') });
const consult = {
  ...sarah,
  direction: 'outbound' as const,
  number: null,
  numberDisplay: '6011',
  calledLabel: null,
  consultFor: callId,
  startedAt: at('2026-11-05T11:50:11'),
};

const ringsAt = at('2026-11-05T11:50:11');
const ofColleague = { number: null, numberDisplay: '6011', calledLabel: null };

export const handoverStates: { readonly [name: string]: GalleryState } = {
  transfer: {
    now: '11:50:58',
    overlay: 'transfer',
    slices: { calls: [talkingCall()], work, line },
  },
  'transfer-offline': {
    now: '11:50:58',
    overlay: 'transfer',
    slices: { calls: [talkingCall()], work, line, sync: { ...quiet.sync, hub: 'offline' } },
  },
  'transfer-failed': {
    now: '11:51:40',
    slices: {
      calls: [
        talkingCall({ transfer: { to: 'Sarah Klein', stage: 'failed', failure: 'call-busy' } }),
      ],
      work,
      line,
    },
  },
  asking: {
    now: '11:50:58',
    slices: {
      calls: [
        held,
        callWith({ ...consult, phase: 'talking', answeredAt: at('2026-11-05T11:50:20') }),
      ],
      work,
      line,
    },
  },
  'asking-rings': {
    now: '11:50:16',
    slices: { calls: [held, callWith({ ...consult, phase: 'ringing' })], work, line },
  },
  'three-way': {
    now: '11:51:54',
    overlay: 'leave',
    slices: {
      calls: [
        talkingCall({ bridgedWith: sarah.id }),
        callWith({
          ...consult,
          phase: 'talking',
          answeredAt: at('2026-11-05T11:50:20'),
          bridgedWith: callId,
        }),
      ],
      work,
      line,
    },
  },
  'colleague-calls': {
    now: '11:50:16',
    slices: {
      calls: [callWith({ ...ofColleague, title: 'Sarah Klein', startedAt: ringsAt })],
      work: [
        talkingWork({
          ...ofColleague,
          phase: 'ringing',
          match: { status: 'colleague' },
          customerId: null,
          customerName: 'Sarah Klein',
          answeredAt: null,
          startedAt: ringsAt,
          likelyReasons: [],
        }),
      ],
      line,
    },
  },
};
