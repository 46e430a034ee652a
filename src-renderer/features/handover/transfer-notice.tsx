/** How handing over goes, above what she reads; a failed one stays until she closes it or tries again. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import { useEffect, useState } from 'react';
import styles from './handover.module.css';

const css = styleNames(styles);

export const TransferNotice = ({
  call,
  asking,
}: {
  readonly call: CallView;
  /** While she asks somebody the way to try again is on the sheet beneath. */
  readonly asking: boolean;
}) => {
  const { t } = useText();
  const { screen } = useServices();
  const [read, setRead] = useState(false);
  const failed = call.transfer?.stage === 'failed';
  // The next try is news again.
  useEffect(() => {
    if (!failed) setRead(false);
  }, [failed]);
  if (call.transfer === null) return null;
  const { to, stage, failure, parking } = call.transfer;
  if (failed && read) return null;
  if (!failed)
    return (
      <p className={css('notice')} role="status">
        {t(parking === true ? 'handover.parking' : `handover.stage.${stage}`, { name: to })}
      </p>
    );
  return (
    <div className={css('notice', 'failed')} role="alert">
      <span>
        {t(parking === true ? 'handover.notParked' : 'handover.failed', {
          name: to,
          customer: call.title,
        })}{' '}
        {failure === null ? null : <b>{t(`error.${failure}`)}</b>}
      </span>
      {asking || parking === true ? null : (
        <Button
          size="small"
          keys={['F6']}
          aria-keyshortcuts="F6"
          onClick={() => screen.setState({ overlay: 'transfer' })}
        >
          {t('handover.again')}
        </Button>
      )}
      <Button size="small" look="ghost" onClick={() => setRead(true)}>
        {t('common.close')}
      </Button>
    </div>
  );
};
