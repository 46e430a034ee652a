/** Desktops that the hub has not heard for too long: their copies are destroyed before anyone opens them. */
import { isExpired } from '@shared/domain/desktop/expiry.ts';
import type { Vaults } from './vaults.ts';

/** @returns whether any was: then the database goes as well. */
export const shredExpired = (vaults: Vaults, now: number): boolean => {
  const expired = vaults.list().filter(({ heard }) => isExpired(heard, now));
  for (const { userId } of expired) vaults.shred(userId, 'expired');
  return expired.length > 0;
};
