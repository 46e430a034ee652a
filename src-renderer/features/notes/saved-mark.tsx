/** Where what she typed in this call is. */
import { SavedLine } from '@renderer/platform/saved/saved-line.tsx';
import { useDraft } from '@renderer/platform/store/services.tsx';
import type { WorkItem } from '@shared/contracts/engine/views.ts';

export const SavedMark = ({ work }: { readonly work: WorkItem }) => {
  const { error, saved, savedAt } = useDraft(work);
  return <SavedLine error={error} saved={saved} savedAt={savedAt} />;
};
