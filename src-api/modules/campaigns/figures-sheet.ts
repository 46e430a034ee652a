/** Figures of all campaigns as a table, with what is told of them on the screen. */
import type { SheetRow } from '@api/sheets/cell.ts';
import type { AllFigures, ResultRow } from '@shared/contracts/http/call-figures.ts';

type Language = 'fr' | 'en';

const heads: { readonly [language in Language]: readonly string[] } = {
  fr: [
    'du',
    'au',
    'par',
    'clé',
    'nom',
    'marque',
    'personnes_appelées',
    'personnes_jointes',
    'appels',
    'contacts',
    'buts_atteints',
    'rendez-vous_pris',
    'rendez-vous_tenus',
    'rendez-vous_non_tenus',
    'rendez-vous_annulés',
    'ventes',
    'secondes',
    'coût_eur',
    'coût_contact_eur',
    'coût_but_eur',
    'coût_rendez-vous_eur',
    'coût_vente_eur',
    'visite_sans_appel_eur',
  ],
  en: [
    'from',
    'to',
    'by',
    'key',
    'name',
    'brand',
    'people_called',
    'people_reached',
    'calls',
    'contacts',
    'goals',
    'appointments_made',
    'appointments_kept',
    'appointments_not_kept',
    'appointments_cancelled',
    'sales',
    'seconds',
    'cost_eur',
    'cost_contact_eur',
    'cost_goal_eur',
    'cost_appointment_eur',
    'cost_sale_eur',
    'visit_without_call_eur',
  ],
};
const whole = { fr: 'ensemble', en: 'all' } as const;

const lineOf = (
  { from, to, by }: AllFigures,
  row: ResultRow,
  label: string,
  language: Language,
): SheetRow => {
  const euros = (cents: number | null): string | null => {
    if (cents === null) return null;
    const text = (cents / 100).toFixed(2);
    return language === 'fr' ? text.replace('.', ',') : text;
  };
  const { made, kept, notKept, cancelled } = row.appointments;
  const { people, peopleReached, attempts, reached, successes, sales, seconds } = row;
  return [
    ...[from, to, by, row.key, label, row.brandId],
    ...[people, peopleReached, attempts, reached, successes],
    ...[made, kept, notKept, cancelled, sales, seconds],
    ...[row.cents, row.centsPerContact, row.centsPerSuccess, row.centsPerAppointment].map(euros),
    ...[row.centsPerSale, row.visitCents].map(euros),
  ];
};

/** The last line is of all of them. */
export const sheetOf = (figures: AllFigures, language: Language): SheetRow[] => [
  heads[language],
  ...figures.rows.map((row) => lineOf(figures, row, row.label ?? '', language)),
  lineOf(figures, figures.total, whole[language], language),
];
