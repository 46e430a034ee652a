/** Why a file cannot be read, and what to do, in words. */
import type { ImportLanguage } from './problem-words.ts';
import type { UnreadableCode } from './progress.ts';

const words: { readonly [code in UnreadableCode]: readonly [fr: string, en: string] } = {
  'file-empty': ['Le fichier est vide.', 'The file is empty.'],
  'header-only': [
    'Le fichier n’a qu’une ligne de titres : aucune fiche à importer.',
    'The file has headers only: there is nothing to import.',
  ],
  'header-missing': [
    'La première ligne n’est pas une ligne de titres. Ajoutez les noms de colonnes (Nom, Téléphone…).',
    'The first line holds no headers. Add the names of the columns (Last name, Phone…).',
  ],
  'not-a-table': [
    'Ce n’est ni un CSV ni un classeur XLSX. Enregistrez le tableau sous l’un de ces formats.',
    'This is neither CSV nor an XLSX workbook. Save the table as one of the two.',
  ],
  'file-locked': [
    'Le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe.',
    'The workbook is protected by a password. Save it without one.',
  ],
  'file-old-excel': [
    'C’est un ancien classeur Excel (.xls). Enregistrez-le au format .xlsx.',
    'This is an old Excel workbook (.xls). Save it as .xlsx.',
  ],
  'file-broken': [
    'Le classeur est abîmé. Ouvrez-le, enregistrez-le à nouveau, puis renvoyez-le.',
    'The workbook is damaged. Open it, save it again and send it once more.',
  ],
  'quote-open': [
    'Un guillemet (") est ouvert et jamais refermé : tout ce qui le suit serait une seule cellule. Fermez-le ou retirez-le, puis renvoyez le fichier.',
    'A quote (") is opened and never closed: all that follows it would be one cell. Close it or take it out, and send the file again.',
  ],
  'file-swells': [
    'Le classeur devient trop gros une fois décompressé. Enregistrez le tableau en CSV.',
    'The workbook grows too large when unpacked. Save the table as CSV.',
  ],
  'sheet-unknown': [
    'Le classeur n’a pas de feuille de ce nom. Renvoyez-le avec le nom d’une de ses feuilles, ou sans nom.',
    'The workbook has no sheet of this name. Send it again with the name of one of its sheets, or without.',
  ],
  'too-many-lines': [
    'Plus de 200 000 lignes. Partagez le fichier en plusieurs.',
    'More than 200,000 lines. Split the file.',
  ],
  'too-many-columns': [
    'Plus de 200 colonnes. Retirez celles qui ne servent pas.',
    'More than 200 columns. Take out those that are not needed.',
  ],
};

export const unreadableInWords = (code: UnreadableCode, language: ImportLanguage): string =>
  words[code][language === 'fr' ? 0 : 1];
