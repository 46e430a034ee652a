/** Promises of an answer on the day of who keeps them. */
import { at, helene } from '../component/support/helene.ts';
import { camille, id } from '../component/support/organisation.ts';
import { talkingCall, talkingWork } from '../component/support/slices.ts';
import { type GalleryState, saved, talkingDraft } from './parts.ts';

const deadline = (number: number, customerName: string, times: readonly [string, string]) => ({
  customerId: id(6000 + number),
  customerName,
  phone: '+33639984117',
  brandId: number % 2 === 0 ? 'kerdoual' : 'lorvane',
  interactionId: id(6100 + number),
  channel: (['email', 'chat', 'phone'] as const)[number % 3] ?? 'email',
  openedAt: at(`2026-11-05T${times[0]}`),
  dueAt: at(`2026-11-05T${times[1]}`),
  escalateAt: at('2026-11-05T11:30:00'),
  promisedMinutes: 240,
  vip: true,
});

const talking = {
  now: '11:48:23',
  slices: { calls: [talkingCall()], work: [talkingWork({ draft: talkingDraft, ...saved })] },
};

export const promiseStates: { readonly [name: string]: GalleryState } = {
  'grant-form': { ...talking, press: 'Vous pouvez accorder' },
  'commune-on-map': { ...talking, press: 'Brest' },
  'day-promises': {
    now: '11:44:06',
    slices: {},
    promises: {
      known: true,
      deadlines: [
        deadline(0, 'Étienne Marchal', ['07:30:00', '11:30:00']),
        deadline(1, 'Hélène Vasseur', ['08:42:00', '12:42:00']),
        deadline(2, 'Société Le Bihan et fils, menuiserie', ['09:50:00', '13:50:00']),
      ],
      asked: [
        {
          id: id(6200),
          customerId: helene,
          customerName: 'Hélène Vasseur',
          brandId: 'kerdoual',
          interactionId: null,
          caseId: null,
          kind: 'gesture',
          amountCents: 25_000,
          reasonCode: null,
          note: '',
          status: 'asked',
          byId: camille.id,
          at: at('2026-11-05T11:40:00'),
          decidedById: null,
          decidedAt: null,
        },
      ],
    },
  },
};
