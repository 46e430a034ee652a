/** The speech in the call with what a step may hold besides its sentence. */
import { richReference, richSpeech } from '../component/support/rich-speech.ts';
import { talkingCall, talkingWork } from '../component/support/slices.ts';
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

export const speechStates: { readonly [name: string]: GalleryState } = {
  'speech-passage': at('accueil', []),
  'speech-consent': at('accord', ['accueil'], { fields: { 'accord.sms': 'yes' } }),
  'speech-action': at('rappel', ['accueil', 'accord']),
  'speech-plan': { ...at('accord', ['accueil']), press: 'Accord SMS' },
  'speech-objection': { ...at('rappel', ['accueil', 'accord']), press: 'déjà dit' },
  'speech-end': at('fin', ['accueil', 'accord', 'rappel']),
};
