/** Chooses a customer by name, number, e-mail, commune: as the search of this desktop finds them. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import { useEffect, useState } from 'react';
import styles from './administration.module.css';
import { TextField } from './fields.tsx';

const css = styleNames(styles);
const shownAtMost = 6;

export type PickedCustomer = Pick<CustomerHit, 'customerId' | 'name' | 'place'>;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id is taken as it is: a restricted customer is in no search. */
const useHits = (text: string): readonly PickedCustomer[] => {
  const { client } = useServices();
  const [hits, setHits] = useState<readonly PickedCustomer[]>([]);
  useEffect(() => {
    let current = true;
    const asked = text.trim();
    if (uuid.test(asked)) {
      setHits([{ customerId: asked.toLowerCase(), name: asked, place: null }]);
    } else if (asked.length < 2) setHits([]);
    else {
      void client.request('customer.search', { text: asked, limit: shownAtMost }).then((got) => {
        if (current) setHits(got.ok ? got.value : []);
      });
    }
    return () => {
      current = false;
    };
  }, [client, text]);
  return hits;
};

export const CustomerPicker = ({
  onPick,
}: {
  readonly onPick: (customer: PickedCustomer) => void;
}) => {
  const { t } = useText();
  const [text, setText] = useState('');
  const hits = useHits(text);
  return (
    <div>
      <TextField
        label={t('admin.customer.which')}
        hint={t('admin.customer.hint')}
        value={text}
        onChange={setText}
      />
      <ul className={css('hits')} aria-label={t('admin.customer.found')}>
        {hits.map((hit) => (
          <li key={hit.customerId}>
            <button type="button" onClick={() => onPick(hit)}>
              <b>{hit.name}</b>
              {hit.place === null ? null : <span>{hit.place}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
