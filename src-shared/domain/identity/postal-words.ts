/** Abbreviations of the French postal norm (NF Z10-011) written out, and communes that were renamed. */

const abbreviations = {
  avenue: 'av ave',
  boulevard: 'bd bld bvd boul blvd',
  place: 'pl',
  chemin: 'ch che chem',
  allee: 'all',
  allees: 'alls',
  impasse: 'imp',
  square: 'sq',
  route: 'rte',
  rue: 'r',
  quai: 'qu q',
  faubourg: 'fg fbg',
  residence: 'res',
  batiment: 'bat bt',
  appartement: 'appt apt appart app',
  lotissement: 'lot',
  cours: 'crs',
  passage: 'pass psg',
  hameau: 'ham',
  esplanade: 'esp',
  promenade: 'prom',
  sentier: 'sen',
  villa: 'vla',
  zone: 'zn',
  'zone artisanale': 'za',
  'zone industrielle': 'zi',
  'zone commerciale': 'zc',
  'zone amenagement concerte': 'zac',
  saint: 'st',
  sainte: 'ste',
  general: 'gal gen',
  marechal: 'mal',
  commandant: 'cdt',
  capitaine: 'cap',
  colonel: 'col',
  president: 'pdt',
  docteur: 'dr',
  professeur: 'pr prof',
  etage: 'etg',
  escalier: 'esc',
  immeuble: 'imm',
  sur: 's',
} as const;

export const streetWords: ReadonlyMap<string, string> = new Map(
  Object.entries(abbreviations).flatMap(([whole, short]) => [
    [whole, whole] as const,
    ...short.split(' ').map((word) => [word, whole] as const),
  ]),
);

/** Old names that are still on letters; the others are told by their INSEE code. */
export const communeNames: Readonly<Record<string, string>> = {
  'chalons sur marne': 'chalons en champagne',
  'cherbourg octeville': 'cherbourg en cotentin',
  cherbourg: 'cherbourg en cotentin',
  'saint denis reunion': 'saint denis',
  evry: 'evry courcouronnes',
  'boulogne sur seine': 'boulogne billancourt',
};
