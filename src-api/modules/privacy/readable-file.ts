/** The file that a person can read without any program but a browser: plain HTML, in French. */
import type { PersonalData } from '@shared/contracts/http/privacy.ts';
import { labelOf, shownValue } from './readable-words.ts';
import { sectionTitles } from './section-titles.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const rowOf = (row: Readonly<Record<string, unknown>>): string =>
  `<dl>${Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(
      ([name, value]) =>
        `<dt>${escaped(labelOf(name))}</dt><dd>${escaped(shownValue(name, value))}</dd>`,
    )
    .join('')}</dl>`;

/** What somebody did with her data, as the journal calls it. */
const deeds: Readonly<Record<string, string>> = {
  read: 'a lu votre fiche',
  viewed: 'a ouvert votre fiche',
  'looked-up': 'a cherché votre fiche',
  'handed-out': 'a établi ce relevé',
  merged: 'a fusionné des fiches',
  parted: 'a séparé des fiches',
  restricted: 'a limité le traitement',
  unrestricted: 'a levé la limitation',
};

const style =
  'body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'dl{display:grid;grid-template-columns:14rem 1fr;gap:2px 12px;border-top:1px solid #ccc;padding:8px 0}' +
  'dt{color:#555}dd{margin:0;overflow-wrap:anywhere}';

export const readableFile = (data: PersonalData): string => {
  const sections = data.sections
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ name, rows }) =>
        `<h2>${escaped(sectionTitles[name] ?? name)} (${rows.length})</h2>${rows.map(rowOf).join('')}`,
    );
  const seen = data.seenBy.map(
    ({ at, who, what }) =>
      `<li>${escaped(shownValue('at', at))} : ${escaped(who ?? 'un système')}, ${escaped(deeds[what] ?? what)}</li>`,
  );
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Vos données</title>
<style>${style}</style><h1>Vos données personnelles</h1>
<p>Établi le ${escaped(shownValue('at', data.madeAt))} en réponse à une demande d’accès (RGPD, article 15).
Aucun enregistrement sonore n’est conservé. Les heures sont celles de Paris ; le fichier pour machine
contient les mêmes données telles qu’elles sont enregistrées.</p>
${sections.join('\n')}<h2>Qui a consulté vos données</h2><ul>${seen.join('')}</ul></html>`;
};
