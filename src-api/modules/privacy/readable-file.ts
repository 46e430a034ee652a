/** The file that a person can read without any program but a browser: plain HTML, in French. */
import type { PersonalData } from '@shared/contracts/http/privacy.ts';

const titles: Readonly<Record<string, string>> = {
  customers: 'Identité et coordonnées',
  customer_phones: 'Numéros de téléphone',
  customer_relations: 'Relations avec les marques',
  customer_history: 'Corrections de la fiche',
  consents: 'Accords et oppositions',
  cases: 'Dossiers',
  interactions: 'Échanges',
  interaction_revisions: 'Versions antérieures des échanges',
  practice_calls: 'Appels d’entraînement',
  callbacks: 'Rappels et rendez-vous',
  orders: 'Commandes',
  carts: 'Paniers',
  customer_contacts: 'Contacts d’entreprises',
  ivr_inputs: 'Saisies au serveur vocal',
  grants: 'Gestes et accords commerciaux',
  deadlines: 'Promesses de réponse en cours',
  hook_events: 'Messages reçus d’autres systèmes',
  external_facts: 'Faits transmis par d’autres systèmes',
  external_references: 'Références dans d’autres systèmes',
  webhook_deliveries: 'Messages envoyés à d’autres systèmes',
  mentions: 'Mentions dans des messages reçus',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const shown = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–';
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value));
};

const rowOf = (row: Readonly<Record<string, unknown>>): string =>
  `<dl>${Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${shown(value)}</dd>`)
    .join('')}</dl>`;

const style =
  'body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'dl{display:grid;grid-template-columns:14rem 1fr;gap:2px 12px;border-top:1px solid #ccc;padding:8px 0}' +
  'dt{color:#555}dd{margin:0;overflow-wrap:anywhere}';

export const readableFile = (data: PersonalData): string => {
  const sections = data.sections
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ name, rows }) =>
        `<h2>${escaped(titles[name] ?? name)} (${rows.length})</h2>${rows.map(rowOf).join('')}`,
    );
  const seen = data.seenBy.map(
    ({ at, who, what }) =>
      `<li>${escaped(at)} : ${escaped(who ?? 'un système')}, ${escaped(what)}</li>`,
  );
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Vos données</title>
<style>${style}</style><h1>Vos données personnelles</h1>
<p>Établi le ${escaped(data.madeAt)} en réponse à une demande d’accès (RGPD, article 15).
Aucun enregistrement sonore n’est conservé.</p>
${sections.join('\n')}<h2>Qui a consulté vos données</h2><ul>${seen.join('')}</ul></html>`;
};
