/** GET /v1/favourites: an advisor's own, oldest star first, with today's names and extensions. */
import { z } from 'zod';
import { favouriteSchema } from '../../domain/favourite/favourite.ts';

export const favouritesSchema = z.object({ favourites: z.array(favouriteSchema).max(500) });
