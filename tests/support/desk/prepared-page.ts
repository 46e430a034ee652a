/** A page of the first load made ready as the engine has it made; fails when it is none. */
import type { Cache } from '@renderer/cache/cache.ts';
import type { PreparedPage } from '@renderer/cache/prepare-page.ts';

export const preparedPage = async (cache: Cache, bytes: ArrayBuffer): Promise<PreparedPage> => {
  const page = await cache.prepare(bytes);
  if (page === null) throw new Error('no page of a load');
  return page;
};
