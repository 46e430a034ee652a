/** What one lead may see of a seat: a call for a brand that is not hers is a call, and no more. */
import { isLedBy, type LeadScope } from '@api/modules/lead/lead-scope.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';

export const shownSeat = (scope: LeadScope, seat: Seat): Seat | null => {
  if (!isLedBy(scope, seat)) return null;
  const call = seat.now?.call;
  if (call == null || call.brandId === null || scope.brandIds.has(call.brandId)) return seat;
  const bare = { ...call, callUid: null, brandId: null, queue: null, campaign: null };
  const hidden = { ...bare, customerId: null, speech: null };
  return { ...seat, value: null, now: seat.now && { ...seat.now, call: hidden, hand: null } };
};
