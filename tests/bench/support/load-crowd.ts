/** The same customers twice: as pages of the hub's first load, and as documents of CouchDB. */
import { createHash } from 'node:crypto';
import { packInParts } from '@api/plugins/packing.ts';
import { type PagePart, packedPageHead, pageTexts } from '@shared/contracts/sync/packed-page.ts';
import { personAt } from './crowd.ts';

/** As a desktop asks for them. */
const perPage = 200;
const customersInPart = 20;
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

type Row = ReturnType<typeof personAt>;

/** As the hub sends it: packed in parts, and beside it the same text unpacked. */
const pageOf = async (bundles: readonly Row[], total: number, next: string | null) => {
  const others = { cursor: 'bench', total, reference: null, looseCallbacks: [], next };
  const page = { bundles, ...others, protocols: { oldest: 1, newest: 2 } };
  const texts = pageTexts(page, customersInPart);
  const { bytes, lengths } = await packInParts(texts.map(({ text }) => text));
  const parts = texts.map(({ count }, at): PagePart => [count, lengths[at] ?? 0]);
  return {
    plain: Buffer.from(texts.map(({ text }) => text).join('')),
    packed: Buffer.concat([Buffer.from(packedPageHead(next, parts)), bytes]),
  };
};

/** @param documentsOf how many of the customers there are as documents too, with their exchanges */
export const makeLoadCrowd = async (customers: number, documentsOf: number): Promise<LoadCrowd> => {
  const documents: Document[] = [];
  const rows: Row[] = [];
  let interactions = 0;
  for (let index = 0; index < customers; index += 1) {
    const bundle = personAt(index, interactionsAtMost(index));
    interactions += bundle.interactions.length;
    rows.push(bundle);
    if (index >= documentsOf) continue;
    documents.push(documentOf('customer', bundle.customer));
    for (const row of bundle.interactions) documents.push(documentOf('interaction', row));
  }
  // A page is a stretch of ids: who is not on it is not the hub's any more.
  rows.sort((one, other) => (one.customer.id < other.customer.id ? -1 : 1));
  const pages: Buffer[] = [];
  const packedPages: Buffer[] = [];
  for (let from = 0; from < rows.length; from += perPage) {
    const part = rows.slice(from, from + perPage);
    const next = from + perPage >= rows.length ? null : (part.at(-1)?.customer.id ?? null);
    const { plain, packed } = await pageOf(part, customers, next);
    pages.push(plain);
    packedPages.push(packed);
  }
  return { pages, packedPages, documents, interactions };
};
