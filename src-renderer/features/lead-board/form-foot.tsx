/** Below what a lead decides beside the floor: keep it, or leave it as it was. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './board.module.css';

const css = styleNames(styles);

export const FormFoot = ({
  onSave,
  onLeave,
}: {
  readonly onSave: () => Promise<void>;
  readonly onLeave: () => void;
}) => {
  const { t } = useText();
  return (
    <div className={css('orders')}>
      <Button look="primary" onClick={() => void onSave()}>
        {t('board.threshold.save')}
      </Button>
      <Button look="ghost" onClick={onLeave}>
        {t('board.order.leave')}
      </Button>
    </div>
  );
};
