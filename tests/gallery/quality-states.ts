/** Recorded calls: to hear, assessed, answered, none yet, hub away. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { camille } from '../component/support/organisation.ts';
import {
  assessment,
  calibrated,
  heard,
  leading,
  qualityAnswers,
} from '../component/support/quality.ts';
import { quiet } from '../component/support/slices.ts';
import type { GalleryState } from './parts.ts';

const state = (answers: object = {}, more: Partial<GalleryState> = {}): GalleryState => ({
  now: '15:22:10',
  slices: leading,
  screen: 'quality',
  answers: { ...qualityAnswers(), ...answers } as never,
  ...more,
});
const open = { presses: [/Camille Roussel/] };
const reply = 'L’agenda ramait, j’aurais dû le dire. D’accord pour 1.';
const whole = { ...assessment().marks, next: 2 as const };
const long =
  'Réclamation pour une livraison incomplète, deuxième relance, avec demande de remboursement';

export const qualityStates: { readonly [name: string]: GalleryState } = {
  'quality-to-hear': state(),
  quality: state({}, open),
  'quality-answered': state(
    qualityAnswers([assessment({ state: 'answered', marks: whole, reply })]),
    open,
  ),
  'quality-own': state(qualityAnswers([assessment({ state: 'sent', marks: whole })]), {
    slices: { session: { ...quiet.session, user: camille } },
    ...open,
  }),
  'quality-grids': state({}, { presses: [/^(Grilles|Grids)/] }),
  'quality-grid-editor': state({}, { presses: [/^(Grilles|Grids)/, /^(Préparer|Prepare)/] }),
  'quality-calibrations': state({}, { presses: [/^(Étalonnage|Calibration)/] }),
  'quality-calibration': state(qualityAnswers([calibrated()]), {
    presses: [/^(Étalonnage|Calibration)/, /Camille Roussel/],
  }),
  'quality-plan': state(qualityAnswers([assessment({ state: 'answered', marks: whole, reply })]), {
    presses: [/Camille Roussel/, /^(Préparer la suite|Plan what)/],
  }),
  'quality-none': state({ 'recording.list': () => succeed({ recordings: [] }) }),
  'quality-offline': state(
    { 'recording.list': () => fail('hub-unreachable') },
    { slices: { ...leading, sync: { ...quiet.sync, hub: 'offline' as const } } },
  ),
  'quality-long': state({
    'recording.list': () =>
      succeed({
        recordings: [
          { ...heard, title: long, customerName: 'Société des Transports maritimes de la Rade' },
        ],
      }),
  }),
};
