/** /v1/team-calls: calls that wait for whoever of the team takes them. */
import { z } from 'zod';
import { teamCallSchema } from '../../domain/team-call/team-call.ts';

export const teamCallsSchema = z.object({ calls: z.array(teamCallSchema).max(200) });

/** POST: the hub chooses a free one of the places, its own clock says since when. */
export const teamCallOfferSchema = teamCallSchema
  .omit({ place: true, byId: true, byName: true, since: true, until: true })
  .extend({
    places: z.array(teamCallSchema.shape.place).min(1).max(100),
    lastsS: z.number().int().min(1).max(3600),
  });
export type TeamCallOffer = z.infer<typeof teamCallOfferSchema>;
