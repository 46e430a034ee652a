/** Where the articles stand, and since when as they are applied here. */
export const code = (article: string): { readonly article: string; readonly source: string } => ({
  article,
  source: `Code du travail, art. ${article}`,
});

/** Loi n° 2016-1088 du 8 août 2016, art. 8: the chapter on working time as it is numbered today. */
export const since2016 = '2016-08-10';
/** Ordonnance n° 2007-329 du 12 mars 2007: the code as it is numbered today. */
export const since2008 = '2008-05-01';
/** Loi n° 2018-771 du 5 septembre 2018, art. 13: those under eighteen. */
export const since2019 = '2019-01-01';

export const always = { article: '', source: '', since: '0001-01-01' } as const;
