/** The channel map over all customers, as in its mock-up. */
import type { ChannelMap } from '@shared/contracts/http/channel-map.ts';
import { camille } from '../component/support/organisation.ts';
import { quiet } from '../component/support/slices.ts';
import type { GalleryState } from './parts.ts';

export const sampleMap: ChannelMap = {
  contacts: 7662,
  customers: 1864,
  flows: [
    { from: 'chat', to: 'phone', count: 198, medianMs: 240_000 },
    { from: 'web', to: 'phone', count: 112, medianMs: 900_000 },
    { from: 'email', to: 'phone', count: 124, medianMs: 61_200_000 },
    { from: 'web', to: 'chat', count: 58, medianMs: 300_000 },
    { from: 'chat', to: null, count: 41, medianMs: null },
    { from: 'email', to: null, count: 24, medianMs: null },
    { from: 'phone', to: 'email', count: 31, medianMs: 1_200_000 },
    { from: 'sms', to: 'phone', count: 22, medianMs: 600_000 },
    { from: 'post', to: 'phone', count: 18, medianMs: 70_000_000 },
  ],
  wants: [
    { channel: 'email', want: 1323, allowed: 840, yearDelta: 3 },
    { channel: 'phone', want: 1081, allowed: 745, yearDelta: -2 },
    { channel: 'store', want: 857, allowed: 857, yearDelta: 0 },
    { channel: 'web', want: 820, allowed: 820, yearDelta: 6 },
    { channel: 'sms', want: 727, allowed: 310, yearDelta: 1 },
    { channel: 'chat', want: 410, allowed: 410, yearDelta: null },
  ],
  classes: [
    { kind: 'multichannel', customers: 858, valueCents: 27_800, staying: 0.86, breaksPer100: 9.4 },
    {
      kind: 'single-channel',
      customers: 764,
      valueCents: 21_200,
      staying: 0.68,
      breaksPer100: 3.1,
    },
    {
      kind: 'attached-to-person',
      customers: 242,
      valueCents: 34_100,
      staying: 0.91,
      breaksPer100: 2.2,
    },
    { kind: 'too-few', customers: 41, valueCents: 9_000, staying: 0.2, breaksPer100: null },
  ],
};

const lead = {
  slices: { session: { ...quiet.session, user: { ...camille, role: 'team-lead' as const } } },
  now: '11:44:06',
  screen: 'channel-map' as const,
};

export const mapStates: { readonly [name: string]: GalleryState } = {
  'channel-map': { ...lead, map: sampleMap },
  'channel-map-offline': lead,
};
