/** The forecast of a day: under way, to come, unknown, away. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { managing } from '../component/support/planning.ts';
import { quiet } from '../component/support/slices.ts';
import { staffingAnswers, thursday } from '../component/support/staffing.ts';
import type { GalleryState } from './parts.ts';

const state = (more: Partial<GalleryState> = {}): GalleryState => ({
  now: '11:48:06',
  slices: managing,
  screen: 'forecast',
  answers: staffingAnswers as never,
  ...more,
});
const short = { total: null, quarters: [], error: null, history: { days: 3, from: '2026-11-02' } };

export const staffingStates: { readonly [name: string]: GalleryState } = {
  forecast: state(),
  'forecast-tomorrow': state({ presses: [/^(Lendemain|Day after)/] }),
  'forecast-unknown': state({
    answers: { 'staffing.day': () => succeed(thursday(short)) } as never,
  }),
  'forecast-offline': state({
    slices: { ...managing, sync: { ...quiet.sync, hub: 'offline' as const } },
    answers: { 'staffing.day': () => fail('hub-unreachable') } as never,
  }),
};
