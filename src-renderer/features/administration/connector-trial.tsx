/** Asks a system about one customer, and shows what came: whether advisors may see it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Connector, OutsideView } from '@shared/contracts/http/connectors.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { CustomerPicker, type PickedCustomer } from './customer-picker.tsx';
import { Dialog } from './dialogs.tsx';
import { useAdministration } from './use-administration.tsx';

const css = styleNames(styles);

const Outcome = ({ view }: { readonly view: OutsideView }) => {
  const { t } = useText();
  const { failure, rows, wrongAt } = view;
  return (
    <div role="status">
      {failure === null ? (
        <p>{t('admin.connector.worked', { count: rows?.length ?? 0 })}</p>
      ) : (
        <p className={css('bad')}>
          {t(`outside.failure.${failure}`, {
            name: view.name,
            ms: view.timeLimitMs,
            status: view.status ?? '',
            time: '',
          })}
        </p>
      )}
      {wrongAt === null ? null : <p className={css('bad')}>{wrongAt}</p>}
      {failure === null ? <pre className={css('body')}>{JSON.stringify(rows, null, 2)}</pre> : null}
    </div>
  );
};

export const ConnectorTrial = ({
  of,
  onClose,
}: {
  readonly of: Connector;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const { ask } = useAdministration();
  const [view, setView] = useState<OutsideView | string | null>(null);
  const attempt = async ({ customerId }: PickedCustomer) => {
    setView(null);
    const got = await ask('admin.try-connector', { connectorId: of.id, customerId });
    setView(got.ok ? got.value : t(`error.${got.error.code}`));
  };
  return (
    <Dialog title={t('admin.connector.tryOf', { name: of.name })} onClose={onClose}>
      <CustomerPicker onPick={(customer) => void attempt(customer)} />
      {typeof view === 'string' ? <p className={css('bad')}>{view}</p> : null}
      {view === null || typeof view === 'string' ? null : <Outcome view={view} />}
    </Dialog>
  );
};
