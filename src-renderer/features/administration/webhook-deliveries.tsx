/** What a subscriber was told, waits for, or never took; what nobody took is told again. */
import { formatDate, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Subscription } from '@shared/contracts/http/webhooks.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { Dialog } from './dialogs.tsx';
import { Loaded } from './loaded.tsx';
import { useAdministration, useHub } from './use-administration.tsx';

const css = styleNames(styles);

export const WebhookDeliveries = ({
  of,
  onClose,
}: {
  readonly of: Subscription;
  readonly onClose: () => void;
}) => {
  const { t, language } = useText();
  const { act } = useAdministration();
  const [status, setStatus] = useState<'dead' | 'waiting' | 'delivered'>('dead');
  const { known, reload } = useHub('admin.deliveries', { subscriptionId: of.id, status });
  const again = async (ids: string[]) => {
    await act('admin.redeliver', { subscriptionId: of.id, ids });
    await reload();
  };
  return (
    <Dialog title={t('admin.webhook.deliveriesOf', { url: of.url })} onClose={onClose}>
      <p className={css('acts')}>
        {(['dead', 'waiting', 'delivered'] as const).map((one) => (
          <Button
            key={one}
            size="small"
            aria-pressed={one === status}
            look={one === status ? 'primary' : 'plain'}
            onClick={() => setStatus(one)}
          >
            {t(`admin.webhook.status.${one}`)}
          </Button>
        ))}
      </p>
      <Loaded of={known}>
        {({ deliveries }) =>
          deliveries.length === 0 ? (
            <EmptyState icon="check" title={t('admin.webhook.noDeliveries')} />
          ) : (
            <>
              <table className={css('table')}>
                <tbody>
                  {deliveries.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">
                        {one.event}
                        <small>{one.entityId}</small>
                      </th>
                      <td>{`${formatDate(one.at, language)} ${formatTime(one.at, language)}`}</td>
                      <td>
                        {t('admin.webhook.attempts', { count: one.attempts })}
                        {one.failure === null ? null : (
                          <small className={css('bad')}>{one.failure}</small>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {status === 'dead' ? (
                <footer>
                  <Button onClick={() => void again(deliveries.map(({ id }) => id))}>
                    {t('admin.webhook.redeliver', { count: deliveries.length })}
                  </Button>
                </footer>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Dialog>
  );
};
