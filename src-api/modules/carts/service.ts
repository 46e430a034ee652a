/** Carts of the user's brands. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { CartView } from '@shared/contracts/http/carts.ts';
import type { User } from '@shared/domain/user/user.ts';
import { findCarts } from './repository.ts';

export const listCarts = (
  hub: HubDependencies,
  user: User,
  query: { readonly customerId?: string | undefined; readonly limit: number },
): Promise<CartView[]> => findCarts(hub.database.db, user.brandIds, query);
