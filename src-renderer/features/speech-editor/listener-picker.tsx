/** Chooses who hears the preview. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import { useEffect, useId, useState } from 'react';
import { inventedIds } from './invented.ts';
import styles from './speech-editor.module.css';
import { type Listener, useListener } from './use-listener.ts';

const css = styleNames(styles);
const shownAtMost = 5;
const real = 'real';

const RealCustomers = ({ onPick }: { readonly onPick: (listener: Listener) => void }) => {
  const { t } = useText();
  const { client } = useServices();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly CustomerHit[]>([]);
  useEffect(() => {
    let current = true;
    if (text.trim().length < 2) setHits([]);
    else
      void client
        .request('customer.search', { text: text.trim(), limit: shownAtMost })
        .then((got) => current && setHits(got.ok ? got.value : []));
    return () => {
      current = false;
    };
  }, [client, text]);
  return (
    <div className={css('field')}>
      <input
        type="search"
        aria-label={t('speechEditor.searchCustomer')}
        placeholder={t('speechEditor.searchCustomer')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={css('hits')}>
        {hits.map(({ customerId, name, place }) => (
          <li key={customerId}>
            <button type="button" onClick={() => onPick({ kind: 'real', customerId, name })}>
              <b>{name}</b> {place}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};

export const ListenerPicker = () => {
  const { t } = useText();
  const id = useId();
  const { listener, listen } = useListener();
  const [searching, setSearching] = useState(false);
  const choose = (value: string) => {
    const invented = inventedIds.find((one) => one === value);
    setSearching(value === real);
    if (invented !== undefined) listen({ kind: 'invented', id: invented });
  };
  return (
    <div className={css('listener')}>
      <label htmlFor={id}>{t('speechEditor.heardBy')}</label>
      <select
        id={id}
        value={listener.kind === 'invented' && !searching ? listener.id : real}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {inventedIds.map((one) => (
          <option key={one} value={one}>
            {t(`speechEditor.invented.${one}`)}
          </option>
        ))}
        <option value={real}>
          {listener.kind === 'real' ? listener.name : t('speechEditor.realCustomer')}
        </option>
      </select>
      {searching ? (
        <RealCustomers
          onPick={(picked) => {
            setSearching(false);
            listen(picked);
          }}
        />
      ) : null}
    </div>
  );
};
