/** What the desktop around the window asks, and how it is set. */
import { usualDesktop } from '../component/support/fake-desktop.ts';
import { id } from '../component/support/organisation.ts';
import { talkingCall, talkingWork } from '../component/support/slices.ts';
import { type GalleryState, saved, talkingDraft } from './parts.ts';

export const desktopStates: { readonly [name: string]: GalleryState } = {
  'call-asked': {
    now: '11:44:06',
    slices: {},
    question: {
      kind: 'call',
      number: '+33639984117',
      display: '06 39 98 41 17',
      numberKind: 'mobile',
      source: 'link',
    },
  },
  'call-asked-costly': {
    now: '11:44:06',
    slices: {},
    question: {
      kind: 'call',
      number: '+33899700123',
      display: '0 899 70 01 23',
      numberKind: 'premium',
      source: 'selection',
    },
  },
  'call-refused': {
    now: '11:44:06',
    slices: {
      refusedCall: {
        id: id(81),
        again: {
          command: 'call.dial',
          input: { number: '+33639984117', brandId: null, customerId: null, callbackId: null },
        },
        numberDisplay: '06 39 98 41 17',
        customerName: 'Hélène Vasseur',
        purpose: 'commercial',
        mayServe: true,
        rule: 'pressure',
        reason: 'too-many-attempts',
        article: 'D223-9',
        source: 'Code de la consommation, art. D223-9',
        allowedFrom: '2026-11-26T09:00:00.000Z',
      },
    },
  },
  'close-asked': {
    now: '11:48:23',
    slices: { calls: [talkingCall()], work: [talkingWork({ draft: talkingDraft, ...saved })] },
    question: { kind: 'close' },
  },
  'settings-keys-held': {
    now: '08:56:00',
    screen: 'settings',
    slices: {},
    desktop: {
      settings: {
        ...usualDesktop.settings,
        autostart: true,
        hotkeys: { ...usualDesktop.settings.hotkeys, hold: null, mute: 'Ctrl+Shift+M' },
      },
      refused: ['hang-up'],
    },
  },
};
