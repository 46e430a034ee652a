/** The same customers twice: as pages of the hub's first load, and as documents of CouchDB. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { packedPageHead } from '@shared/contracts/sync/packed-page.ts';
import { personAt } from './crowd.ts';

/** As a desktop asks for them. */
const perPage = 200;
/** Three each on average: most have more of them, some fewer. */
const interactionsAtMost = (index: number): number => 3 + (index % 2);

export type Document = {
  readonly _id: string;
  readonly _rev: string;
  readonly [field: string]: unknown;
};
export type LoadCrowd = {
  /** Answers of GET /v1/sync/bootstrap, in order. */
  readonly pages: readonly Buffer[];
  /** The same in the form that is kept. */
  readonly packedPages: readonly Buffer[];
  readonly documents: readonly Document[];
  readonly interactions: number;
};

const documentOf = (kind: string, row: { readonly id: string }): Document => ({
  ...row,
  _id: row.id,
  _rev: `1-${createHash('md5').update(row.id).digest('hex')}`,
  kind,
});

const pageOf = (bundles: readonly string[], total: number, next: string | null): Buffer =>
  Buffer.from(
    `{"bundles":[\n${bundles.join(',\n')}\n],"cursor":"bench","total":${total},"reference":null,` +
      `"looseCallbacks":[],"next":${JSON.stringify(next)},"protocols":{"oldest":1,"newest":2}}`,
  );

/** @param documentsOf how many of the customers there are as documents too, with their exchanges */
export const makeLoadCrowd = (customers: number, documentsOf: number): LoadCrowd => {
  const documents: Document[] = [];
  const rows: { readonly id: string; readonly text: string }[] = [];
  let interactions = 0;
  for (let index = 0; index < customers; index += 1) {
    const bundle = personAt(index, interactionsAtMost(index));
    interactions += bundle.interactions.length;
    rows.push({ id: bundle.customer.id, text: JSON.stringify(bundle) });
    if (index >= documentsOf) continue;
    documents.push(documentOf('customer', bundle.customer));
    for (const row of bundle.interactions) documents.push(documentOf('interaction', row));
  }
  // A page is a stretch of ids: who is not on it is not the hub's any more.
  rows.sort((one, other) => (one.id < other.id ? -1 : 1));
  const pages: Buffer[] = [];
  const packedPages: Buffer[] = [];
  for (let from = 0; from < rows.length; from += perPage) {
    const part = rows.slice(from, from + perPage);
    const next = from + perPage >= rows.length ? null : (part.at(-1)?.id ?? null);
    const page = pageOf(
      part.map(({ text }) => text),
      customers,
      next,
    );
    pages.push(page);
    packedPages.push(
      Buffer.concat([Buffer.from(packedPageHead(next)), gzipSync(page, { level: 2 })]),
    );
  }
  return { pages, packedPages, documents, interactions };
};
