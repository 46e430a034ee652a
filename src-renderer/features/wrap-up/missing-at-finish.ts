/** What the brand obliges her to fill before the wrap-up may end. Pure. */
import type { WorkDraft } from '@shared/contracts/engine/views.ts';
import type { Brand } from '@shared/domain/brand/brand.ts';

export const missingAtFinish = (
  brand: Brand | null,
  draft: WorkDraft,
): 'disposition' | 'reason' | null => {
  if (brand?.reasonRequired === true && draft.reasonCode === null) return 'reason';
  if (brand?.dispositionRequired === true && draft.dispositionCode === null) return 'disposition';
  return null;
};
