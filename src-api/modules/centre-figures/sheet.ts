/** Figures of the centre as a table, with what is told of them on the screen; times in seconds. */
import type { SheetCell, SheetRow } from '@api/sheets/cell.ts';
import type { CentreAnswer } from '@shared/contracts/http/centre-figures.ts';
import type { CentreFigures } from '@shared/domain/centre/figures.ts';

type Language = 'fr' | 'en';
type Column = {
  readonly fr: string;
  readonly en: string;
  readonly of: (figures: CentreFigures) => number | null;
};

const states: readonly Column[] = [
  { fr: 'disponible_s', en: 'ready_s', of: ({ states: it }) => it?.readyS ?? null },
  { fr: 'en_appel_s', en: 'in_calls_s', of: ({ states: it }) => it?.busyS ?? null },
  { fr: 'etat_post_appel_s', en: 'state_wrap_up_s', of: ({ states: it }) => it?.wrapUpS ?? null },
  {
    fr: 'ne_pas_deranger_s',
    en: 'do_not_disturb_s',
    of: ({ states: it }) => it?.doNotDisturbS ?? null,
  },
  { fr: 'retrait_s', en: 'pause_s', of: ({ states: it }) => it?.pauseS ?? null },
  { fr: 'connecté_s', en: 'signed_in_s', of: ({ states: it }) => it?.signedInS ?? null },
  { fr: 'occupation', en: 'occupancy', of: ({ states: it }) => it?.occupancy ?? null },
];

const handling: readonly Column[] = [
  { fr: 'appels_traités', en: 'calls_handled', of: (it) => it.handling.handled },
  { fr: 'dont_reçus', en: 'of_them_in', of: (it) => it.handling.cameIn },
  { fr: 'communication_s', en: 'talk_s', of: (it) => it.handling.talkS },
  { fr: 'garde_s', en: 'hold_s', of: (it) => it.handling.holdS },
  { fr: 'post_appel_s', en: 'wrap_up_s', of: (it) => it.handling.wrapUpS },
  { fr: 'traitement_s', en: 'handling_s', of: (it) => it.handling.handlingS },
  { fr: 'dmt_s', en: 'aht_s', of: (it) => it.handling.averageHandlingS },
  { fr: 'transferts', en: 'transfers', of: (it) => it.transfers.all },
  { fr: 'transferts_directs', en: 'blind', of: (it) => it.transfers.blind },
  { fr: 'transferts_accompagnés', en: 'attended', of: (it) => it.transfers.attended },
  { fr: 'transferts_sans_précision', en: 'not_said', of: (it) => it.transfers.unsaid },
];

const contacts: readonly Column[] = [
  { fr: 'contacts_clients', en: 'customer_contacts', of: (it) => it.contacts.contacts },
  { fr: 'réitérations', en: 'repeats', of: (it) => it.contacts.repeats },
  { fr: 'résolus_premier_contact', en: 'settled_at_first', of: (it) => it.contacts.settled },
  { fr: 'premiers_contacts_jugés', en: 'first_contacts_known', of: (it) => it.contacts.known },
  { fr: 'pas_encore_connus', en: 'not_known_yet', of: (it) => it.contacts.pending },
  {
    fr: 'résolution_premier_contact',
    en: 'first_contact_resolution',
    of: (it) => it.contacts.firstContactResolution,
  },
];

const queues: readonly Column[] = [
  { fr: 'pris_en_file', en: 'taken_from_queues', of: (it) => it.fromQueues.taken },
  { fr: 'dont_à_temps', en: 'of_them_in_time', of: (it) => it.fromQueues.inTime },
  { fr: 'files_postes_s', en: 'queues_by_desktops_s', of: (it) => it.fromQueues.talkS },
  { fr: 'files_commutateur_s', en: 'queues_by_switch_s', of: (it) => it.queue?.talkS ?? null },
  { fr: 'appels_entrés', en: 'calls_entered', of: (it) => it.queue?.offered ?? null },
  { fr: 'appels_pris', en: 'calls_taken', of: (it) => it.queue?.taken ?? null },
  { fr: 'pris_à_temps', en: 'taken_in_time', of: (it) => it.queue?.inTime ?? null },
  { fr: 'abandons', en: 'abandoned', of: (it) => it.queue?.abandoned ?? null },
  { fr: 'taux_de_prise', en: 'service_level', of: (it) => it.queue?.serviceLevel ?? null },
  { fr: 'attente_moyenne_s', en: 'average_wait_s', of: (it) => it.queue?.averageWaitS ?? null },
  { fr: 'campagnes_aboutis', en: 'campaigns_reached', of: (it) => it.goals?.reached ?? null },
  { fr: 'campagnes_objectifs', en: 'campaigns_goals', of: (it) => it.goals?.won ?? null },
  { fr: 'conversion', en: 'conversion', of: (it) => it.goals?.conversion ?? null },
];

const columns = [...states, ...handling, ...contacts, ...queues];
const heads = {
  fr: ['du', 'au', 'par', 'clé', 'nom'],
  en: ['from', 'to', 'by', 'key', 'name'],
} as const;
const whole = { fr: 'ensemble', en: 'all' } as const;

/** Whole numbers as they are, others to four places, as the language writes them. */
const written = (value: number | null, language: Language): SheetCell => {
  if (value === null || Number.isInteger(value)) return value;
  const text = String(Math.round(value * 10_000) / 10_000);
  return language === 'fr' ? text.replace('.', ',') : text;
};

/** The last line is of all of them. */
export const sheetOf = (
  { from, to, by, rows, total }: CentreAnswer,
  language: Language,
): SheetRow[] => {
  const line = (key: string | null, name: string | null, figures: CentreFigures): SheetRow => [
    ...[from, to, by, key, name],
    ...columns.map(({ of }) => written(of(figures), language)),
  ];
  return [
    [...heads[language], ...columns.map((column) => column[language])],
    ...rows.map(({ key, label, figures }) => line(key, label, figures)),
    line(null, whole[language], total),
  ];
};
