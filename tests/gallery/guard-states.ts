/** The desktop locked, expired, wiped, copied from elsewhere, and with a clock that is wrong. */
import { callWith, quiet } from '../component/support/slices.ts';
import type { GalleryState } from './parts.ts';

const locked = { ...quiet.session, status: 'locked' as const };
const out = { ...quiet.session, status: 'signed-out' as const, user: null };
const unnamed = callWith({ title: '', number: null, numberDisplay: '', phase: 'ringing' });

export const guardStates: { readonly [name: string]: GalleryState } = {
  locked: { now: '12:20:00', slices: { session: locked } },
  'locked-ringing': {
    now: '12:20:00',
    slices: { session: locked, calls: [unnamed], sync: { ...quiet.sync, waiting: 2 } },
  },
  'locked-refused': {
    now: '12:20:00',
    slices: { session: { ...locked, error: 'sign-in-refused' } },
  },
  'sign-in-expired': { now: '08:52:00', slices: { session: { ...out, error: 'cache-expired' } } },
  'sign-in-wiped': { now: '08:52:00', slices: { session: { ...out, error: 'device-wiped' } } },
  'sign-in-copied': { now: '08:52:00', slices: { session: { ...out, error: 'profile-copied' } } },
  'wrong-clock': {
    now: '11:44:06',
    slices: { session: { ...quiet.session, clockCorrectionMs: -7_380_000 } },
  },
  'cache-full': {
    now: '11:44:06',
    slices: { sync: { ...quiet.sync, storageError: 'cache-full' } },
  },
};
