/** What a person may ask for: her data as files, its restriction, its erasure. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { saveFile } from '@renderer/platform/save-file.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { CustomerPicker, type PickedCustomer } from './customer-picker.tsx';
import { Confirm } from './dialogs.tsx';
import { Sheet } from './loaded.tsx';
import { useAdministration } from './use-administration.tsx';

const css = styleNames(styles);
const types = { html: 'text/html', json: 'application/json' } as const;
type Asking = 'restrict' | 'lift' | 'erase';

const useDeeds = ({ customerId }: PickedCustomer, said: (words: string) => void) => {
  const { t } = useText();
  const { act, ask } = useAdministration();
  const deed = async (asking: Asking, reason: string) => {
    const done =
      asking === 'erase'
        ? await act('admin.erase', { customerId, reason })
        : await act('admin.restrict', { customerId, reason: asking === 'lift' ? null : reason });
    if (done.ok) said(t(`admin.privacy.done.${asking}`));
  };
  const handOut = async (form: 'html' | 'json') => {
    const got = await ask('admin.personal-data', { customerId, form });
    if (!got.ok) return said(t(`error.${got.error.code}`));
    saveFile(`donnees-personnelles-${customerId}.${form}`, types[form], got.value.text);
    said(t('admin.privacy.handedOut'));
  };
  return { deed, handOut };
};

const Rights = ({
  customer,
  onDone,
}: {
  readonly customer: PickedCustomer;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [words, setWords] = useState('');
  const { deed, handOut } = useDeeds(customer, setWords);
  const { name } = customer;
  return (
    <div className={css('rights')}>
      <h3>{name}</h3>
      <p className={css('acts')}>
        <Button icon="file" onClick={() => void handOut('html')}>
          {t('admin.privacy.readable')}
        </Button>
        <Button icon="file" onClick={() => void handOut('json')}>
          {t('admin.privacy.machine')}
        </Button>
        <Button icon="lock" onClick={() => setAsking('restrict')}>
          {t('admin.privacy.restrict')}
        </Button>
        <Button onClick={() => setAsking('lift')}>{t('admin.privacy.lift')}</Button>
        <Button look="danger" icon="close" onClick={() => setAsking('erase')}>
          {t('admin.privacy.erase')}
        </Button>
      </p>
      <p role="status">{words}</p>
      {asking === null ? null : (
        <Confirm
          title={t(`admin.privacy.ask.${asking}`, { name })}
          what={t(`admin.privacy.what.${asking}`)}
          yes={t(`admin.privacy.${asking}`)}
          {...(asking === 'lift' ? {} : { reason: t('admin.reason') })}
          onYes={async (reason) => {
            await deed(asking, reason);
            onDone();
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
};

export const PrivacySheet = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useText();
  const [customer, setCustomer] = useState<PickedCustomer | null>(null);
  return (
    <Sheet wide title={t('admin.privacy.title')}>
      <CustomerPicker onPick={setCustomer} />
      {customer === null ? null : (
        <Rights key={customer.customerId} customer={customer} onDone={onDone} />
      )}
    </Sheet>
  );
};
