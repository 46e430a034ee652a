/** The article on which four rules stand. */
export const d2239 = {
  article: 'D223-9',
  source: 'Code de la consommation, art. D223-9 (décret n° 2022-1313 du 13 octobre 2022, art. 1)',
} as const;
