/** Before the board is there, or where it is not to be seen. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { ShownBoard } from '@renderer/platform/lead-board/use-lead-board.ts';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';

export const BoardWaiting = ({ status }: Pick<ShownBoard, 'status'>) => {
  const { t } = useText();
  if (status === 'lost' || status === 'refused')
    return (
      <EmptyState
        icon={status === 'lost' ? 'cloud-off' : 'lock'}
        title={t(status === 'lost' ? 'error.hub-unreachable' : 'error.role-not-allowed')}
        detail={t(status === 'lost' ? 'board.comesBack' : 'board.forLeads')}
      />
    );
  return <LoadingLines label={t('common.loading')} />;
};
