/** « Mesures » as a brand manager, a lead and an advisor see it. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { camille } from '../component/support/organisation.ts';
import { quiet } from '../component/support/slices.ts';
import { figures, measures } from '../component/support/speech-measures.ts';
import { eleonore, saidVersion, speechAnswers, versionOf } from '../component/support/speeches.ts';
import type { GalleryState } from './parts.ts';

const answers: Readonly<Record<string, () => unknown>> = {
  'speeches.versions': () => succeed({ versions: [saidVersion], writes: false }),
  'speeches.measures': () => succeed(measures),
  'speeches.coaching': () => succeed(figures),
};
const state = (
  user: typeof camille | typeof eleonore,
  more: typeof answers = {},
): GalleryState => ({
  now: '11:48:10',
  slices: { session: { ...quiet.session, user } },
  screen: 'speech-measures',
  answers: { ...answers, ...more },
});

export const speechMeasuresStates: { readonly [name: string]: GalleryState } = {
  'speech-measures': state(eleonore),
  'speech-measures-advisor': state(camille),
  'speech-measures-offline': state(eleonore, {
    'speeches.measures': () => fail('hub-unreachable'),
  }),
  'speech-way': {
    now: '11:48:10',
    slices: { session: { ...quiet.session, user: eleonore } },
    screen: 'speeches',
    press: 'Réclamation livraison',
    answers: {
      ...(speechAnswers as unknown as typeof answers),
      'speeches.versions': () =>
        succeed({
          versions: [versionOf({ status: 'approved', may: ['publish', 'withdraw'] }), saidVersion],
          writes: true,
        }),
      'speeches.measures': () => succeed(measures),
      'speeches.experiments': () => succeed({ experiments: [] }),
      'speeches.comments': () => succeed({ comments: [] }),
      'speeches.events': () => succeed({ events: [] }),
    },
  },
};
