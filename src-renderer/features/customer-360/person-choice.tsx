/** Who the contact is: somebody who has a card, found as it is typed, or a new person. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import { useEffect, useId, useState } from 'react';
import type { ContactDraft } from './contact-draft.ts';
import styles from './contact-form.module.css';

const css = styleNames(styles);
const shownAtMost = 4;

type Props = {
  readonly draft: ContactDraft;
  readonly wrong: ReadonlySet<string>;
  readonly onChange: (change: Partial<ContactDraft>) => void;
};

const useHits = (text: string): readonly CustomerHit[] => {
  const { client } = useServices();
  const [hits, setHits] = useState<readonly CustomerHit[]>([]);
  useEffect(() => {
    let current = true;
    if (text.trim().length < 2) setHits([]);
    else {
      void client.request('customer.search', { text, limit: shownAtMost }).then((got) => {
        if (current) setHits(got.ok ? got.value : []);
      });
    }
    return () => {
      current = false;
    };
  }, [client, text]);
  return hits;
};

const Text = ({
  name,
  draft,
  wrong,
  onChange,
}: Props & { readonly name: 'firstName' | 'lastName' | 'email' }) => {
  const { t } = useText();
  const id = useId();
  const isWrong = wrong.has(name);
  return (
    <div className={css('field', isWrong && 'wrong')}>
      <label htmlFor={id}>{t(`links.field.${name}`)}</label>
      <input
        id={id}
        value={draft[name]}
        aria-invalid={isWrong}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      />
      <small id={`${id}-wrong`}>{isWrong ? t(`links.wrong.${name}`) : ''}</small>
    </div>
  );
};

export const PersonChoice = (props: Props) => {
  const { draft, onChange } = props;
  const { t } = useText();
  const name = `${draft.firstName} ${draft.lastName}`.trim();
  const hits = useHits(draft.personId === null ? name : '');
  if (draft.personId !== null) {
    return (
      <p className={css('chosen')}>
        <b>{draft.personName}</b>
        <Button size="small" onClick={() => onChange({ personId: null, personName: '' })}>
          {t('links.another')}
        </Button>
      </p>
    );
  }
  return (
    <>
      <div className={css('pair')}>
        <Text {...props} name="firstName" />
        <Text {...props} name="lastName" />
      </div>
      {hits.length === 0 ? null : (
        <ul className={css('hits')} aria-label={t('links.known')}>
          {hits.map((hit) => (
            <li key={hit.customerId}>
              <button
                type="button"
                onClick={() => onChange({ personId: hit.customerId, personName: hit.name })}
              >
                <b>{hit.name}</b>
                {hit.place === null ? null : <span>{hit.place}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Text {...props} name="email" />
    </>
  );
};
