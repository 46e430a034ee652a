/** What was measured of the speech of the mock-up: two versions, a trial with three arms, one advisor. */
import type { Coaching, SpeechMeasures } from '@shared/contracts/http/speech-measures.ts';
import { meanOf, rateOf } from '@shared/domain/script/measure/intervals.ts';
import { camille, id } from './organisation.ts';
import { eleonore } from './speeches.ts';

const version = (number: number, calls: number): SpeechMeasures['versions'][number] => ({
  version: number,
  calls,
  reached: rateOf(Math.round(calls * 0.62), calls),
  resolved: rateOf(Math.round(calls * 0.86), calls),
  repeated: rateOf(4, 40),
  satisfaction: meanOf(412, 412 * 4.3, 412 * (4.3 * 4.3 + 1)),
  minutes: meanOf(calls, calls * 4.2, calls * 19),
  steps: [
    {
      stepId: 'accueil',
      title: 'Accueil',
      reached: rateOf(calls, calls),
      seconds: meanOf(calls, calls * 11, calls * 130),
      readingSeconds: 9,
      passages: ['opening'],
      skipped: rateOf(Math.round(calls * 0.1), calls),
      answers: [{ choiceId: 'oui', label: 'Il accepte', share: rateOf(190, 412) }],
    },
  ],
  edges: [],
  objections: [{ id: 'cher', label: 'C’est cher', met: rateOf(60, 412), overcome: rateOf(9, 31) }],
});
export const measures: SpeechMeasures = {
  scriptId: 'reclamation-livraison',
  from: '2026-08-05T00:00:00.000Z',
  to: '2026-11-05T00:00:00.000Z',
  versions: [version(8, 38), version(7, 412)],
  experiments: [
    {
      id: id(950),
      name: 'Plus court',
      outcome: 'reached',
      from: '2026-10-01T00:00:00.000Z',
      until: null,
      stoppedAt: null,
      plannedPerArm: 400,
      arms: [
        {
          ...{ id: 'actuel', version: 7, share: 50, customers: 402 },
          ...{
            rate: rateOf(200, 400),
            satisfaction: meanOf(318, 318 * 4.1, 318 * 17.9),
            verdict: null,
            difference: null,
          },
        },
        {
          ...{ id: 'court', version: 8, share: 30, customers: 210 },
          ...{
            rate: rateOf(140, 210),
            satisfaction: meanOf(61, 61 * 4.4, 61 * 20),
            verdict: 'too-few',
            difference: null,
          },
        },
        {
          ...{ id: 'long', version: 9, share: 20, customers: 401 },
          ...{
            rate: rateOf(260, 400),
            satisfaction: meanOf(327, 327 * 4.5, 327 * 21),
            verdict: 'ahead',
          },
          difference: { difference: 0.15, low: 0.07, high: 0.226 },
        },
      ],
    },
  ],
};
export const figures: Coaching = {
  userId: camille.id,
  from: '2026-08-05T00:00:00.000Z',
  to: '2026-11-05T00:00:00.000Z',
  speeches: [
    {
      ...{ scriptId: 'reclamation-livraison', name: 'Réclamation livraison', calls: 120 },
      ...{ skipped: rateOf(6, 240), minutes: meanOf(120, 500, 2200), reached: rateOf(80, 120) },
    },
  ],
  looks: [{ by: eleonore.id, at: '2026-11-04T09:00:00.000Z' }],
};
