/** Whom the signed-in person has starred. */

import type { HubDependencies } from '@api/hub-app.ts';
import type { Favourite } from '@shared/domain/favourite/favourite.ts';
import { favouritesOf } from './repository.ts';

export const ownFavourites = (hub: HubDependencies, userId: string): Promise<Favourite[]> =>
  favouritesOf(hub.database.db, userId);
