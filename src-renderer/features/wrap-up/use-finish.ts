/** Ctrl+Enter: ends the wrap-up, or says and shows what the brand still wants. */

import { newerDraft } from '@renderer/platform/store/draft-keeper.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { missingAtFinish } from './missing-at-finish.ts';

/** Ids of the fields to go to when something is missing. */
export const fieldIds = { disposition: 'wrap-up-disposition', reason: 'wrap-up-reason' } as const;

export const useFinish = (work: WorkItem): (() => void) => {
  const request = useRequest();
  const brand = useBrand(work.brandId);
  const { drafts, screen } = useServices();
  return () => {
    const { draft } = newerDraft(work, drafts.store.getState()[work.id]);
    const missing = missingAtFinish(brand, draft);
    if (missing === null) {
      void request('work.finish', { workId: work.id });
      return;
    }
    screen.setState({ failure: { code: `${missing}-missing`, detail: undefined } });
    document.getElementById(fieldIds[missing])?.focus();
  };
};
