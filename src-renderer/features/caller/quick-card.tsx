/** A new customer in a few fields, during the talk; the number is filled in. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { type FormEvent, useRef, useState } from 'react';
import styles from './caller.module.css';

const css = styleNames(styles);

const civilities = ['mme', 'm', 'none'] as const;
const emptyCard = {
  civility: 'none' as (typeof civilities)[number],
  firstName: '',
  lastName: '',
  email: '',
};
type Card = typeof emptyCard;

const TextField = ({
  name,
  card,
  type,
  required,
  onChange,
}: {
  readonly name: 'firstName' | 'lastName' | 'email';
  readonly card: Card;
  readonly type: 'text' | 'email';
  readonly required?: boolean;
  readonly onChange: (card: Card) => void;
}) => {
  const { t } = useText();
  return (
    <label className={css(name === 'email' && 'wide')}>
      {t(`caller.card.${name}`)}
      <input
        type={type}
        required={required}
        maxLength={type === 'email' ? 200 : 80}
        autoComplete="off"
        value={card[name]}
        onChange={(event) => onChange({ ...card, [name]: event.currentTarget.value })}
      />
    </label>
  );
};

const CivilityField = ({
  card,
  onChange,
}: {
  readonly card: Card;
  readonly onChange: (card: Card) => void;
}) => {
  const { t } = useText();
  return (
    <fieldset className={css('civility', 'wide')}>
      <legend>{t('caller.card.civility')}</legend>
      {civilities.map((civility) => (
        <label key={civility}>
          <input
            type="radio"
            name="civility"
            checked={card.civility === civility}
            onChange={() => onChange({ ...card, civility })}
          />
          {t(`caller.card.civilities.${civility}`)}
        </label>
      ))}
    </fieldset>
  );
};

export const QuickCard = ({ work }: { readonly work: WorkItem }) => {
  const { t } = useText();
  const request = useRequest();
  const form = useRef<HTMLFormElement>(null);
  const [card, setCard] = useState(emptyCard);
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const { email, ...name } = card;
    await request('work.create-customer', {
      workId: work.id,
      ...name,
      email: email.trim() || null,
    });
    setSending(false);
  };
  useKeys(
    work.phase === 'wrap-up'
      ? []
      : [
          {
            key: 'Enter',
            modifier: 'ctrl',
            whileTyping: 'works',
            act: () => form.current?.requestSubmit(),
          },
        ],
  );
  return (
    <form
      ref={form}
      className={css('card')}
      onSubmit={(event) => void submit(event)}
      aria-label={t('caller.card.title')}
    >
      <header>
        <h2>{t('caller.card.title')}</h2>
        <span>{t('caller.card.hint')}</span>
      </header>
      <div className={css('grid')}>
        <CivilityField card={card} onChange={setCard} />
        <TextField name="lastName" type="text" required card={card} onChange={setCard} />
        <TextField name="firstName" type="text" card={card} onChange={setCard} />
        <TextField name="email" type="email" card={card} onChange={setCard} />
        <label className={css('wide')}>
          {t('caller.card.phone')}
          <input
            type="text"
            readOnly
            value={work.number === null ? t('call.numberHidden') : work.numberDisplay}
          />
        </label>
      </div>
      <footer>
        <span>{t('caller.card.without')}</span>
        <Button
          type="submit"
          look="brand"
          {...(work.phase === 'wrap-up' ? {} : { keys: ['Ctrl', '↵'] })}
        >
          {t('caller.card.create')}
        </Button>
      </footer>
    </form>
  );
};
