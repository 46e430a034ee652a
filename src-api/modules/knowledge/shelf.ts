/**
 * Published articles as this instance searches them: read again when the stamp of the brands says that
 * something changed, so that every instance answers alike.
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { ArticleIndex } from '@shared/domain/article/article-index.ts';
import { stampOf } from './held-repository.ts';
import { findPublished } from './repository.ts';

type Db = HubDependencies['database']['db'];
type Shelved = { readonly stamp: string; readonly index: ArticleIndex };

/** By brand: a brand's change leaves the others as they are. */
export type Shelf = (db: Db, brandId: string) => Promise<ArticleIndex>;

export const makeShelf = (): Shelf => {
  const shelved = new Map<string, Promise<Shelved>>();
  const fill = async (db: Db, brandId: string, stamp: string): Promise<Shelved> => {
    const index = new ArticleIndex();
    index.put(await findPublished(db, [brandId]));
    return { stamp, index };
  };
  return async (db, brandId) => {
    const stamp = await stampOf(db, [brandId]);
    const known = await shelved.get(brandId)?.catch(() => undefined);
    if (known?.stamp === stamp) return known.index;
    const filled = fill(db, brandId, stamp);
    shelved.set(brandId, filled);
    return (await filled).index;
  };
};
