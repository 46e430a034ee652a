/** The speech in the call with what a step may hold besides its sentence. */
import type { Script } from '@shared/domain/script/script.ts';
import { richReference, richSpeech } from '../component/support/rich-speech.ts';
import { quiet, talkingCall, talkingWork } from '../component/support/slices.ts';
import { type GalleryState, saved, talkingDraft } from './parts.ts';

const at = (stepId: string, path: readonly string[], rest: object = {}): GalleryState => ({
  now: '11:48:23',
  slices: {
    reference: richReference,
    calls: [talkingCall()],
    work: [
      talkingWork({
        script: { id: richSpeech.id, version: richSpeech.version },
        draft: {
          ...talkingDraft,
          speech: {
            scriptId: richSpeech.id,
            version: richSpeech.version,
            stepId,
            path: [...path],
            choices: {},
            fields: {},
            objections: [],
            ...rest,
          },
        },
        ...saved,
      }),
    ],
  },
});

const long =
  'Je comprends tout à fait votre agacement, Madame, et je vous présente les excuses de toute notre maison pour cette livraison incomplète, endommagée, et annoncée trois fois';
const longSpeech: Script = {
  ...richSpeech,
  name: 'Suite de la réclamation pour livraison incomplète ou endommagée',
  steps: richSpeech.steps.map((step) => ({
    ...step,
    title: `${step.title} de la livraison du mobilier de jardin`.slice(0, 80),
    text: { default: `${long} : ${step.text.default} ${long}.` },
    ...(step.advice === undefined ? {} : { advice: `${step.advice} ${long}.` }),
    fields: step.fields.map((field) => ({
      ...field,
      label: `${field.label}, ${long}`.slice(0, 120),
    })),
    choices: step.choices.map((one) => ({ ...one, label: `${one.label}, ${long}`.slice(0, 120) })),
  })),
  objections: richSpeech.objections.map((one) => ({
    ...one,
    label: `${one.label}, et personne ne m’a jamais rappelée malgré toutes vos promesses`.slice(
      0,
      120,
    ),
    answer: { default: `${long} : ${one.answer.default}` },
  })),
};
const longReference = {
  ...richReference,
  scripts: [longSpeech, ...richReference.scripts.slice(1)],
};
const longAt = (...given: Parameters<typeof at>): GalleryState => {
  const one = at(...given);
  return { ...one, slices: { ...one.slices, reference: longReference } };
};
const takenOver: GalleryState = {
  ...at('accueil', []),
  slices: {
    ...at('accueil', []).slices,
    work: (at('accueil', []).slices.work ?? []).map((one) => ({ ...one, takenOver: true })),
    sync: { ...quiet.sync, hub: 'offline' },
  },
};

export const speechStates: { readonly [name: string]: GalleryState } = {
  'speech-passage': at('accueil', []),
  'speech-consent': at('accord', ['accueil'], { fields: { 'accord.sms': 'yes' } }),
  'speech-action': at('rappel', ['accueil', 'accord']),
  'speech-plan': { ...at('accord', ['accueil']), press: 'Accord SMS' },
  'speech-objection': { ...at('rappel', ['accueil', 'accord']), press: 'déjà dit' },
  'speech-taken-over': takenOver,
  'speech-long-passage': longAt('accueil', []),
  'speech-long-consent': longAt('accord', ['accueil']),
  'speech-long-plan': { ...longAt('accord', ['accueil']), press: 'Accord SMS' },
  'speech-long-objection': { ...longAt('rappel', ['accueil', 'accord']), press: 'déjà dit' },
  'speech-end': at('fin', ['accueil', 'accord', 'rappel']),
};
