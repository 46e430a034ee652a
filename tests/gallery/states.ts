/** Each state of the program that a picture is taken of, as the engine would deliver it. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { colleagues } from '../component/support/colleagues.ts';
import { listing } from '../component/support/duplicates.ts';
import { FakeEngine } from '../component/support/fake-engine.ts';
import { callbacks, helene, heleneBundle } from '../component/support/helene.ts';
import { slicesWith } from '../component/support/slices.ts';
import { administrationStates } from './administration-states.ts';
import { boardStates } from './board-states.ts';
import { callStates } from './call-states.ts';
import { campaignStates } from './campaign-states.ts';
import { desktopStates } from './desktop-states.ts';
import { diaryStates } from './diary-states.ts';
import { figuresStates } from './figures-states.ts';
import { finderStates } from './finder-states.ts';
import { guardStates } from './guard-states.ts';
import { handoverStates } from './handover-states.ts';
import { importStates } from './import-states.ts';
import { knowledgeStates } from './knowledge-states.ts';
import { leadCallStates } from './lead-call-states.ts';
import { longStates } from './long-states.ts';
import { mapStates } from './map-states.ts';
import { otherStates } from './other-states.ts';
import type { GalleryState } from './parts.ts';
import { planningStates } from './planning-states.ts';
import { promiseStates } from './promise-states.ts';
import { qualityStates } from './quality-states.ts';
import { recordingStates } from './recording-states.ts';
import { speechEditorStates } from './speech-editor-states.ts';
import { speechMeasuresStates } from './speech-measures-states.ts';
import { speechStates } from './speech-states.ts';
import { staffingStates } from './staffing-states.ts';
import { teamStates } from './team-states.ts';
import { known, trainingStates } from './training-states.ts';
import { writtenStates } from './written-states.ts';

export const states: { readonly [name: string]: GalleryState } = {
  ...callStates,
  ...campaignStates,
  ...planningStates,
  ...figuresStates,
  ...boardStates,
  ...leadCallStates,
  ...staffingStates,
  ...recordingStates,
  ...qualityStates,
  ...diaryStates,
  ...desktopStates,
  ...handoverStates,
  ...otherStates,
  ...trainingStates,
  ...teamStates,
  ...promiseStates,
  ...mapStates,
  ...speechEditorStates,
  ...speechMeasuresStates,
  ...administrationStates,
  ...guardStates,
  ...importStates,
  ...finderStates,
  ...knowledgeStates,
  ...writtenStates,
  ...longStates,
  ...speechStates,
};

const noPromises = { deadlines: [], asked: [], known: true };

export const engineOf = (state: GalleryState): FakeEngine =>
  new FakeEngine(slicesWith(state.slices), state.bundles ?? [heleneBundle], {
    'colleagues.list': () => ({
      ok: true,
      value: { colleagues: [...colleagues], known: state.slices.sync?.hub !== 'offline' },
    }),
    'training.list': () => ({ ok: true, value: known }),
    'callbacks.list': () => ({ ok: true, value: callbacks }),
    'measures.channel-map': () =>
      state.map === undefined ? fail('hub-unreachable') : succeed(state.map),
    'imports.list': () =>
      state.imports?.views
        ? succeed({ imports: [...state.imports.views] })
        : fail('hub-unreachable'),
    'imports.see': ({ importId }) => {
      const view = state.imports?.views?.find(({ id }) => id === importId);
      return view === undefined ? fail('not-found') : succeed(view);
    },
    'imports.lines': ({ status }) => {
      const lines = status === 'doubt' ? state.imports?.doubtful : state.imports?.refused;
      return lines === undefined ? fail('hub-unreachable') : succeed(lines);
    },
    'imports.kept': () =>
      succeed({
        kept: [
          {
            line: 406,
            entity: 'customer',
            customerId: null,
            name: 'Lise Ottmann',
            because: 'worked-on',
          },
        ],
      }),
    'promises.list': () => ({ ok: true, value: state.promises ?? noPromises }),
    'duplicates.list': () => ({ ok: true, value: listing }),
    'outbox.list': () => ({ ok: true, value: [...(state.outbox ?? [])] }),
    'customer.search': () => ({
      ok: true,
      value: [
        {
          customerId: helene,
          name: 'Hélène Vasseur',
          place: 'Brest',
          phone: '06 39 98 41 17',
          vip: true,
          brandIds: ['kerdoual'],
          because: null,
        },
      ],
    }),
    ...state.answers,
  });
