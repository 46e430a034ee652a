/** What other systems last said of a customer: sealed beside her, and gone with her. */
import type { OutsideView } from '@shared/contracts/http/connectors.ts';
import type { Cipher } from './cipher.ts';
import type { Rows } from './rows.ts';
import { outsideKey, type Tables } from './tables.ts';

export type OutsideNews = {
  readonly customerId: string;
  readonly brandId: string;
  readonly cards: readonly OutsideView[];
  /** `all`: other cards of the brand are there no more. */
  readonly told: 'all' | 'some';
};
type Kept = Readonly<Record<string, readonly OutsideView[]>>;

const merged = (before: readonly OutsideView[], { cards, told }: OutsideNews): OutsideView[] => {
  if (told === 'all') return [...cards];
  const named = new Set(cards.map(({ connectorId }) => connectorId));
  return [...before.filter(({ connectorId }) => !named.has(connectorId)), ...cards];
};

const readKept = async (tables: Tables, cipher: Cipher, customerId: string): Promise<Kept> => {
  const row = await tables.kept.get(outsideKey(customerId));
  // Parsed when it came in, and authenticated by the seal; a damaged row is as none.
  return row === undefined
    ? {}
    : cipher.unseal(row.body).then(
        (kept) => kept as Kept,
        () => ({}),
      );
};

export const readOutside = async (
  tables: Tables,
  cipher: Cipher,
  { customerId, brandId }: Pick<OutsideNews, 'customerId' | 'brandId'>,
): Promise<readonly OutsideView[]> => (await readKept(tables, cipher, customerId))[brandId] ?? [];

/** Nothing of a customer who is not in the cache: she may have been erased meanwhile. */
export const writeOutside = async (
  tables: Tables,
  cipher: Cipher,
  rows: Rows,
  news: OutsideNews,
): Promise<void> => {
  if (!(await rows.here([news.customerId])).has(news.customerId)) return;
  const kept = await readKept(tables, cipher, news.customerId);
  const now: Kept = { ...kept, [news.brandId]: merged(kept[news.brandId] ?? [], news) };
  await tables.kept.put({ key: outsideKey(news.customerId), body: await cipher.seal(now) });
};
