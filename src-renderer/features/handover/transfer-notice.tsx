/** How handing over goes, above what she reads; a failed one stays until the next try. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import styles from './handover.module.css';

const css = styleNames(styles);

export const TransferNotice = ({ call }: { readonly call: CallView }) => {
  const { t } = useText();
  const { screen } = useServices();
  if (call.transfer === null) return null;
  const { to, stage, failure } = call.transfer;
  if (stage !== 'failed')
    return (
      <p className={css('notice')} role="status">
        {t(`handover.stage.${stage}`, { name: to })}
      </p>
    );
  return (
    <div className={css('notice', 'failed')} role="alert">
      <b>{t('handover.failed', { name: to, customer: call.title })}</b>
      <span>{failure === null ? '' : t(`error.${failure}`)}</span>
      <Button
        size="small"
        keys={['F6']}
        aria-keyshortcuts="F6"
        onClick={() => screen.setState({ overlay: 'transfer' })}
      >
        {t('handover.again')}
      </Button>
    </div>
  );
};
