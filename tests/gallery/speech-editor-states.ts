/** The speech editor as in its mock-up: the list, the graph, the words of a step, read only, no hub. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { quiet } from '../component/support/slices.ts';
import {
  eleonore,
  largeSpeech,
  saidVersion,
  speechAnswers,
  versionOf,
} from '../component/support/speeches.ts';
import type { GalleryState } from './parts.ts';

const answers = speechAnswers as unknown as Readonly<Record<string, () => unknown>>;
const state = (
  press?: string,
  more: Readonly<Record<string, () => unknown>> = {},
): GalleryState => ({
  now: '11:48:10',
  slices: { session: { ...quiet.session, user: eleonore } },
  screen: 'speeches',
  answers: { ...answers, ...more },
  ...(press === undefined ? {} : { press, awaits: '.react-flow__node' }),
});
const readOnly = {
  'speeches.versions': () =>
    succeed({ versions: [versionOf({ may: [] }), saidVersion], writes: false }),
};

export const speechEditorStates: { readonly [name: string]: GalleryState } = {
  'speech-list': state(),
  'speech-list-none': state(undefined, {
    'speeches.versions': () => succeed({ versions: [], writes: true }),
  }),
  'speech-list-offline': state(undefined, { 'speeches.versions': () => fail('hub-unreachable') }),
  'speech-editor': state('Réclamation livraison'),
  'speech-editor-large': state('Réclamation livraison', {
    'speeches.content': () => succeed(largeSpeech(2_000)),
  }),
  'speech-editor-read-only': state('Réclamation livraison', readOnly),
};
