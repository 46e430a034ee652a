/** Lines of a file of customers who are all somebody else. */
const syllables = 'ar be cor dan el fer gui hel ir jo ker lan mor nev or pen qui ros sal ter'.split(
  ' ',
);
const firstNames = 'Gilles Anne Lena Ewen Yann Soizic Malo Paul Jeanne Marie Karim Nora'.split(' ');
const at = <T>(list: readonly T[], place: number): T => list[place % list.length] as T;
const lastName = (n: number): string =>
  [n, n * 7 + 3, n * 13 + 5]
    .map((place) => at(syllables, place))
    .join('')
    .toUpperCase();

export const importHeader = ['NOM', 'PRENOM', 'TEL', 'MAIL', 'ADRESSE', 'CP', 'VILLE'];
export const importLine = (n: number): string[] => [
  lastName(n),
  at(firstNames, Math.floor(n / 17)),
  `07${String(n).padStart(8, '0')}`,
  n % 2 === 0 ? `personne.${n}@exemple.fr` : '',
  `${1 + (n % 180)} rue ${at(syllables, Math.floor(n / 180))}${at(syllables, Math.floor(n / 3600))}`,
  String(1_000 + ((n * 37) % 94_000)).padStart(5, '0'),
  'BOURG',
];
