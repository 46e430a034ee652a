/** Diaries of representatives, an hour that is booked in a call, and the sequence of a campaign. */
import type { FreeHours } from '@shared/contracts/engine/diaries.ts';
import type { OfferedSlot } from '@shared/contracts/http/diaries.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { appointment } from '../component/support/booking.ts';
import { diaryAnswers, erwan, figures, outlook, sandrine } from '../component/support/diaries.ts';
import { at } from '../component/support/helene.ts';
import { id } from '../component/support/organisation.ts';
import { draft, managing, planningAnswers } from '../component/support/planning.ts';
import { quiet, talkingCall, talkingWork } from '../component/support/slices.ts';
import type { GalleryState } from './parts.ts';

const state = (more: Partial<GalleryState> = {}): GalleryState => ({
  now: '17:12:04',
  slices: managing,
  screen: 'diaries',
  answers: diaryAnswers as never,
  ...more,
});

const slot = (local: string, of: typeof erwan): OfferedSlot => ({
  representativeId: of.id,
  representativeName: of.settings.name,
  startsAt: at(local),
  endsAt: new Date(Date.parse(at(local)) + 3_600_000).toISOString(),
  travelMinutes: 15,
  zone: 'Europe/Paris',
});
const quarters = ['00', '15', '30', '45'];
const morning = [9, 10, 11].flatMap((hour) =>
  quarters.map((minute) => slot(`2026-11-09T${String(hour).padStart(2, '0')}:${minute}:00`, erwan)),
);
const hours: FreeHours = {
  proposed: [
    morning[0] as OfferedSlot,
    slot('2026-11-09T14:00:00', sandrine),
    slot('2026-11-10T10:00:00', erwan),
  ],
  slots: [...morning, slot('2026-11-10T10:00:00', erwan)],
  because: null,
  appointments: [],
  known: true,
};
const talking = { calls: [talkingCall()], work: [talkingWork()] };
const booking = (offered: FreeHours, slices: GalleryState['slices'] = talking): GalleryState => ({
  now: '11:48:04',
  slices,
  answers: { 'diaries.hours': () => succeed(offered) } as never,
  presses: [/Prendre un rendez-vous|Book an appointment/],
});
const nothing = { ...hours, proposed: [], slots: [], known: false };
const sequence = {
  lettersWithoutConsent: false,
  steps: [
    {
      id: 'lettre',
      kind: 'letter',
      afterDays: 0,
      days: 'calendar',
      when: 'always',
      channel: 'post',
      templateId: null,
    },
    {
      id: 'appel',
      kind: 'call',
      afterDays: 4,
      days: 'working',
      when: 'always',
      channel: 'email',
      templateId: null,
    },
    {
      id: 'visite',
      kind: 'appointment',
      afterDays: 0,
      days: 'calendar',
      when: 'always',
      channel: 'email',
      templateId: null,
    },
    {
      id: 'rappel',
      kind: 'reminder',
      afterDays: 1,
      days: 'calendar',
      when: 'always',
      channel: 'sms',
      templateId: null,
    },
  ],
};

/** Outside of a call, on her card. */
const onCard = (offered: FreeHours): GalleryState => ({
  now: '11:48:04',
  slices: {},
  screen: 'customers',
  answers: { 'diaries.hours': () => succeed(offered) } as never,
  awaits: 'section:has(> h2:text-matches("^(Rendez-vous|Appointments)$"))',
});
const coming = { ...hours, appointments: [appointment(at('2026-11-06T10:15:00'))] };

const square =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR42mNgqNiAFTEMLQkAYiRfAavVC3QAAAAASUVORK5CYII=';
const invitation = {
  id: id(7400),
  revision: 3,
  template: {
    brandId: draft.settings.brandId,
    name: 'Invitation au bilan',
    channel: 'post',
    subject: 'Votre bilan d’isolation, sans engagement',
    body: '{{customer.formalName}},\n\nNos conseillers seront à {{customer.commune}} en décembre.',
    sender: ['Solvenne Énergie', '12 quai de la Fosse', '44000 Nantes'],
    signature: 'Élodie Cœur',
    signatureTitle: 'Directrice de la relation client',
    signatureImage: null,
    logo: square,
    footer: 'Solvenne SA au capital de 1 200 000 € · RCS Nantes 412 555 777',
  },
};
const offer = {
  id: id(7401),
  revision: 1,
  template: {
    ...invitation.template,
    name: 'Offre d’hiver',
    channel: 'sms',
    subject: '',
    body: '{{brand.name}} : être bien isolé, c’est 30 % de chauffage en moins. Bilan gratuit à {{customer.commune}}.',
  },
};
const [letterStep, ...laterSteps] = sequence.steps;
const sequenceStates = (steps: readonly object[], more: Partial<GalleryState>): GalleryState => ({
  now: '17:12:04',
  slices: managing,
  screen: 'campaigns',
  answers: {
    ...planningAnswers,
    'planning.campaigns': () =>
      succeed({
        campaigns: [
          { ...draft, settings: { ...draft.settings, sequence: { ...sequence, steps } } },
        ],
      }),
    'letters.list': () => succeed({ templates: [invitation, offer] }),
  } as never,
  presses: [/^(Continuer|Go on)$/, /^(Lettre et discours|Letter and speech)/],
  shows: 'h2:has-text("Séquence"), h2:has-text("Sequence")',
  ...more,
});

export const diaryStates: { readonly [name: string]: GalleryState } = {
  'appointments-card': onCard(coming),
  'appointments-card-away': onCard({ ...coming, known: false }),
  'appointments-card-none': onCard(hours),
  'appointment-moved': { ...onCard(coming), presses: [/^(Déplacer|Move)/] },
  'appointment-cancelled': { ...onCard(coming), presses: [/^(Annuler|Cancel) (le|the)/] },
  'diaries-figures': state({
    answers: { ...diaryAnswers, 'diaries.figures': () => succeed(figures) } as never,
    presses: [/^(Bilan|Results)$/],
  }),
  diaries: state(),
  'diaries-form': state({ presses: [/^(Zone et durées|Area and durations)$/] }),
  'diaries-leaving': state({
    answers: {
      ...diaryAnswers,
      'diaries.calendars': () =>
        succeed({ calendars: [{ ...outlook, kind: 'caldav', name: 'Agenda', appointments: 3 }] }),
    } as never,
    presses: [/^(Zone et durées|Area and durations)$/, /^(Retirer|Take away|Remove)$/],
  }),
  'diaries-empty': state({
    answers: { 'diaries.representatives': () => succeed({ representatives: [] }) } as never,
  }),
  'diaries-offline': state({
    slices: { ...managing, sync: { ...quiet.sync, hub: 'offline' as const } },
    answers: { 'diaries.representatives': () => fail('hub-unreachable') } as never,
  }),
  booking: booking(hours),
  'booking-without-hub': booking(nothing, {
    ...talking,
    sync: { ...quiet.sync, hub: 'offline' as const },
  }),
  sequence: sequenceStates(sequence.steps, {}),
  'letter-look': sequenceStates([{ ...letterStep, templateId: invitation.id }, ...laterSteps], {
    presses: [
      /^(Continuer|Go on)$/,
      /^(Lettre et discours|Letter and speech)/,
      /^(Modifier le modèle|Change the template)/,
    ],
    shows: 'legend:has-text("Présentation"), legend:has-text("How the letter")',
  }),
  'sms-template': sequenceStates(
    [{ ...letterStep, id: 'sms', kind: 'sms', templateId: offer.id }, ...laterSteps],
    {
      presses: [
        /^(Continuer|Go on)$/,
        /^(Lettre et discours|Letter and speech)/,
        /^(Modifier le modèle|Change the template)/,
      ],
    },
  ),
};
