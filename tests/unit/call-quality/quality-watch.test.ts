import { sampleOf } from '@renderer/engine/telephony/media/read-sample.ts';
import { callQualitySchema, type SoundAlarm } from '@shared/domain/call-quality/call-quality.ts';
import {
  delayImpairment,
  lossImpairment,
  meanOpinionScore,
  transmissionRating,
} from '@shared/domain/call-quality/e-model.ts';
import { QualityWatch } from '@shared/domain/call-quality/quality-watch.ts';
import { callFactsSchema } from '@shared/domain/interaction/interaction.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Half,
  halfLater,
  nothingCounted,
  quietRoom,
  speech,
} from '../../support/desk/media-samples.ts';

type Step = Half & { readonly muted?: boolean; readonly held?: boolean };

const talk = { muted: false, held: false };
/** The watch after these half seconds, and what it said after each. */
const follow = (steps: readonly Step[]) => {
  const watch = new QualityWatch();
  let sample = nothingCounted;
  watch.take(sample, talk);
  const said: (SoundAlarm | null)[] = [];
  for (const { muted = false, held = false, ...half } of steps) {
    sample = halfLater(sample, half);
    watch.take(sample, { muted, held });
    said.push(watch.live.alarm);
  }
  return { watch, said };
};
const times = (count: number, step: Step = {}): Step[] => Array.from({ length: count }, () => step);
/** Seconds from the beginning of the trouble until it is said. */
const saidAfter = (before: readonly Step[], trouble: Step): number => {
  const { said } = follow([...before, ...times(20, trouble)]);
  const at = said.slice(before.length).findIndex((alarm) => alarm !== null);
  return at === -1 ? Number.POSITIVE_INFINITY : (at + 1) / 2;
};

describe('the E-model', () => {
  it.each([
    [0, 0, 93.2, 4.41],
    [150, 0, 89.6, 4.32],
    [400, 0, 59.1, 3.04],
    [50, 2, 85.0, 4.19],
    [50, 5, 76.2, 3.87],
    [50, 20, 49.9, 2.57],
  ])(
    '[AUDIO-9] %d ms and %d percent of loss rate %d, heard as %d',
    (delayMs, lossPercent, r, mos) => {
      expect(transmissionRating({ delayMs, lossPercent })).toBeCloseTo(r, 0);
      expect(meanOpinionScore({ delayMs, lossPercent })).toBeCloseTo(mos, 1);
    },
  );

  it('[AUDIO-9] the impairments are those of the recommendation', () => {
    expect(delayImpairment(177.3)).toBeCloseTo(4.26, 2);
    expect(delayImpairment(277.3)).toBeCloseTo(17.66, 2);
    expect(lossImpairment(25.1)).toBe(47.5);
  });

  it('[AUDIO-9] the score never leaves its scale and never rises with delay or loss', () => {
    const delay = fc.double({ min: 0, max: 5_000, noNaN: true });
    const loss = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(delay, loss, delay, loss, (delayMs, lossPercent, moreMs, morePercent) => {
        const score = meanOpinionScore({ delayMs, lossPercent });
        expect(score).toBeGreaterThanOrEqual(1);
        expect(score).toBeLessThanOrEqual(4.5);
        const worse = meanOpinionScore({
          delayMs: delayMs + moreMs,
          lossPercent: Math.min(100, lossPercent + morePercent),
        });
        expect(worse).toBeLessThanOrEqual(score + 1e-9);
      }),
    );
  });
});

describe('the reason', () => {
  it.each([
    ['loss-in', { received: 23, lost: 2 }],
    ['loss-out', { farLost: 3 }],
    ['jitter', { jitterMs: 60 }],
    ['delay', { roundTripMs: 500 }],
  ] as const)('[AUDIO-10] %s is named, and no more once it is over', (reason, half) => {
    const { watch } = follow(times(6, half));
    expect(watch.live.reason).toBe(reason);
    expect(follow([...times(6, half), ...times(12)]).watch.live.reason).toBeNull();
  });

  it('[AUDIO-10] a good line has a score above 4 and no reason', () => {
    const { watch } = follow(times(8));
    expect(watch.mos).toBeGreaterThan(4);
    expect(watch.live).toEqual({ reason: null, alarm: null, network: 'unknown' });
  });

  it('[AUDIO-11] what is kept is the whole call, with its worst moment', () => {
    const { watch } = follow([...times(40), ...times(8, { received: 15, lost: 10 }), ...times(40)]);
    const summary = callQualitySchema.parse(watch.summary);
    expect(summary).toMatchObject({ reason: 'loss-in', roundTripMs: 20, jitterMs: 2 });
    expect(summary.lossPercent).toBeCloseTo((100 * 80) / (80 * 25 + 8 * 25), 1);
    expect(summary.lowestMos).toBeLessThan(summary.mos - 0.8);
    expect(new QualityWatch().summary).toBeNull();
  });

  it('[AUDIO-11] whatever is counted, what is kept fits its schema', () => {
    const total = fc.nat(100_000);
    const wild = fc.record({
      received: total,
      lost: total,
      sent: total,
      farLost: total,
      heard: fc.double({ min: 0, max: 1, noNaN: true }),
      spoken: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      jitterMs: fc.double({ min: 0, max: 9_000, noNaN: true }),
      roundTripMs: fc.option(fc.double({ min: 0, max: 9_000, noNaN: true })),
      held: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 30 }), (steps) => {
        const { summary } = follow(steps).watch;
        if (summary !== null) callQualitySchema.parse(summary);
      }),
    );
  });

  it('[AUDIO-11] counters that begin anew, after a new connection, are not taken for loss', () => {
    const watch = new QualityWatch();
    let sample = nothingCounted;
    for (let at = 0; at < 8; at += 1) {
      watch.take(sample, talk);
      sample = halfLater(sample, { lost: 25 });
    }
    sample = { ...nothingCounted, at: sample.at + 500 };
    for (let at = 0; at < 8; at += 1) {
      watch.take(sample, talk);
      sample = halfLater(sample);
    }
    expect(watch.summary?.lossPercent).toBe(33.33);
    expect(watch.live.alarm).toBeNull();
  });
});

it('[AUDIO-11] a call without its quality, from an older desktop, is understood as before', () => {
  const facts = {
    callUid: null,
    customerNumber: null,
    numberHidden: false,
    calledNumber: null,
    answeredAt: null,
    endedBy: null,
    failure: null,
    sipStatus: null,
    heldMs: 0,
    training: false,
  };
  const known = callFactsSchema.parse(facts);
  expect(known.quality).toBeUndefined();
  const { summary } = follow(times(4)).watch;
  expect(callFactsSchema.parse({ ...facts, quality: summary }).quality).toEqual(summary);
});

describe('somebody is not heard', () => {
  it('[AUDIO-12] no packet comes: said within three seconds, from the first moment or later', () => {
    const nothing = { received: 0, heard: 0 };
    expect(saidAfter([], nothing)).toBeLessThanOrEqual(2.5);
    expect(saidAfter(times(30), nothing)).toBeLessThanOrEqual(2.5);
    expect(follow(times(6, nothing)).watch.live.alarm).toBe('nothing-received');
    expect(follow([...times(6, nothing), {}]).watch.live.alarm).toBeNull();
  });

  it('[AUDIO-12] nothing goes out: said within three seconds', () => {
    expect(saidAfter(times(10), { sent: 0 })).toBeLessThanOrEqual(2.5);
    expect(follow(times(6, { sent: 0 })).watch.live.alarm).toBe('nothing-sent');
  });

  it('[AUDIO-12] on hold, here or by the far end, nothing is expected', () => {
    const nothing = { received: 0, sent: 0, heard: 0, spoken: 0 };
    expect(saidAfter(times(4), { ...nothing, held: true })).toBe(Number.POSITIVE_INFINITY);
    const away = { ...nothing, receives: false, sends: false };
    expect(saidAfter(times(4), away)).toBe(Number.POSITIVE_INFINITY);
  });

  it('[AUDIO-13] a dead microphone is said within three seconds, a muted or a quiet one is not', () => {
    expect(saidAfter(times(10), { spoken: 0 })).toBeLessThanOrEqual(2.5);
    expect(saidAfter(times(10), { spoken: null })).toBeLessThanOrEqual(2.5);
    expect(follow(times(6, { spoken: 0 })).watch.live.alarm).toBe('microphone-silent');
    expect(saidAfter([], { spoken: 0, muted: true })).toBe(Number.POSITIVE_INFINITY);
    expect(saidAfter([], { spoken: quietRoom })).toBe(Number.POSITIVE_INFINITY);
  });

  it('[AUDIO-14] a far end never heard is said within three seconds, one that was heard after eight', () => {
    expect(saidAfter([], { heard: 0 })).toBeLessThanOrEqual(2.5);
    const after = saidAfter(times(4, { heard: speech }), { heard: 0 });
    expect(after).toBeGreaterThanOrEqual(8);
    expect(after).toBeLessThanOrEqual(9);
  });

  it('[AUDIO-12] in any talk, an alarm stands exactly while its trouble lasts long enough', () => {
    const step = fc.record({ received: fc.constantFrom(0, 25), held: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { said } = follow(steps);
        let lasts = 0;
        steps.forEach(({ received, held }, at) => {
          lasts = received === 0 && !held ? lasts + 0.5 : 0;
          expect(said[at] === 'nothing-received').toBe(lasts >= 2);
        });
      }),
    );
  });
});

it('[AUDIO-10] the totals are read from the statistics of the connection', () => {
  const sample = sampleOf(
    [
      { type: 'inbound-rtp', kind: 'audio', packetsReceived: 100, packetsLost: 3, jitter: 0.004 },
      { type: 'outbound-rtp', kind: 'audio', packetsSent: 99 },
      { type: 'remote-inbound-rtp', kind: 'audio', packetsLost: 7, roundTripTime: 0.05 },
      { type: 'media-source', kind: 'audio', totalAudioEnergy: 0.25 },
      { type: 'candidate-pair', nominated: true, localCandidateId: 'L', currentRoundTripTime: 0.2 },
      { type: 'local-candidate', id: 'L', address: '192.0.2.10' },
    ],
    { receives: true, sends: true },
    5,
  );
  expect(sample).toMatchObject({
    receivedPackets: 100,
    lostPackets: 3,
    jitterMs: 4,
    sentPackets: 99,
    farLostPackets: 7,
    roundTripMs: 50,
    spokenEnergy: 0.25,
    localAddress: '192.0.2.10',
  });
  expect(sampleOf([], { receives: false, sends: false }, 5)).toMatchObject({
    spokenEnergy: null,
    farLostPackets: null,
    roundTripMs: null,
    localAddress: null,
  });
});
