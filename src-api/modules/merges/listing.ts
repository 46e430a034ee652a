/** Who was merged, for those who may undo it. */
import type { HubDependencies } from '@api/hub-app.ts';
import { findCards } from '@api/modules/customers/repository.ts';
import type { mergesSchema } from '@shared/contracts/http/duplicates.ts';
import { nameOf } from '@shared/domain/customer/name-of.ts';
import type { User } from '@shared/domain/user/user.ts';
import type { z } from 'zod';
import { latestMerges } from './lineage-repository.ts';

export const listMerges = async (
  { database: { db } }: HubDependencies,
  user: User,
  limit: number,
): Promise<z.infer<typeof mergesSchema>> => {
  const found = await latestMerges(db, user.brandIds, limit);
  const ids = found.flatMap(({ survivorId, absorbedId }) => [survivorId, absorbedId]);
  const cards = await findCards(db, [...new Set(ids)]);
  const called = (id: string) => {
    const card = cards.get(id);
    return { id, name: card === undefined ? '' : nameOf(card) };
  };
  const merges = found.map(({ survivorId, absorbedId, ...merge }) => ({
    ...merge,
    survivor: called(survivorId),
    absorbed: called(absorbedId),
  }));
  return { merges };
};
