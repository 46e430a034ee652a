/** The speech editor as in its mock-up: the list, the graph, the words of a step, read only, no hub. */
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { camille, id } from '../component/support/organisation.ts';
import { quiet } from '../component/support/slices.ts';
import {
  complaint,
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
const remark = {
  id: id(401),
  stepId: 'solution',
  parentId: null,
  by: camille.id,
  at: '2026-11-04T10:00:00.000Z',
  text: 'Trop long au téléphone : elle attend la solution.',
  resolvedBy: null,
  resolvedAt: null,
};
const readOnly = {
  'speeches.versions': () =>
    succeed({ versions: [versionOf({ may: [] }), saidVersion], writes: false }),
};

const editing = (...presses: readonly RegExp[]): GalleryState => ({
  ...state('Réclamation livraison'),
  presses,
});
const long =
  'Réclamation pour livraison incomplète ou endommagée, anticonstitutionnellement prolongée';
const longWords = {
  ...complaint,
  name: long,
  places: { sav: { x: 420, y: 372 } },
  steps: complaint.steps.map((step) => ({
    ...step,
    title: `${step.title}, ${long}`.slice(0, 80),
    text: { default: `${step.text.default} ${long}. ${long}.` },
  })),
  objections: complaint.objections.map((one) => ({ ...one, label: `${one.label} ${long}` })),
};

const onWay = (more: Partial<ScriptVersion>): GalleryState => ({
  ...state('Réclamation livraison', {
    'speeches.versions': () => succeed({ versions: [versionOf(more), saidVersion], writes: true }),
    'speeches.comments': () => succeed({ comments: [remark] }),
    'speeches.events': () => succeed({ events: [] }),
    'speeches.experiments': () => succeed({ experiments: [] }),
  }),
  presses: [/^(?:Relecture|Review)/],
});

export const speechEditorStates: { readonly [name: string]: GalleryState } = {
  'speech-list': state(),
  'speech-list-none': state(undefined, {
    'speeches.versions': () => succeed({ versions: [], writes: true }),
  }),
  'speech-list-loading': state(undefined, {
    'speeches.versions': () => new Promise(() => undefined),
  }),
  'speech-new': { ...state(), presses: [/^(?:Nouveau discours|New speech)/] },
  'speech-list-offline': state(undefined, { 'speeches.versions': () => fail('hub-unreachable') }),
  'speech-editor': state('Réclamation livraison'),
  'speech-editor-large': state('Réclamation livraison', {
    'speeches.content': () => succeed(largeSpeech(2_000)),
  }),
  'speech-editor-words': editing(/^Solution/, /^(?:Texte|Text)/),
  'speech-editor-opens': editing(/^(?:Appel reçu|Inbound call)/),
  'speech-editor-objection': editing(/Je veux un geste/),
  'speech-editor-difference': editing(/^(?:Différences|Differences)/),
  'speech-editor-review': {
    ...state('Réclamation livraison', {
      'speeches.comments': () => succeed({ comments: [remark] }),
      'speeches.events': () => succeed({ events: [] }),
      'speeches.experiments': () => succeed({ experiments: [] }),
    }),
    presses: [/^(?:Relecture|Review)/],
  },
  'speech-editor-refused': onWay({
    reason:
      'La promesse de 48 heures ne tient pas en août : dire « au plus tôt », et relire avec le SAV.',
  }),
  'speech-editor-to-approve': onWay({ status: 'in-review', may: ['approve', 'refuse'] }),
  'speech-editor-to-publish': {
    ...onWay({ status: 'approved', may: ['publish', 'withdraw'] }),
    presses: [/^(?:Relecture|Review)/, /^(?:Publier|Publish)/],
  },
  'speech-editor-offline': {
    ...editing(/^Solution/, /^(?:Texte|Text)/),
    slices: {
      session: { ...quiet.session, user: eleonore },
      sync: { ...quiet.sync, hub: 'offline' },
    },
  },
  'speech-editor-play': editing(/^(?:Jouer l’appel|Play the call)/),
  'speech-editor-long': state('Réclamation livraison', {
    'speeches.content': () => succeed(longWords),
  }),
  'speech-editor-read-only': state('Réclamation livraison', readOnly),
};
