/** A contact of a company: who, function, direct line, dates; removing asks back. */
import { useModal } from '@renderer/platform/dialog/use-modal.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useOffline, useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Customer, CustomerLink } from '@shared/domain/customer/customer.ts';
import { useId, useState } from 'react';
import { type ContactDraft, draftOf, readDraft } from './contact-draft.ts';
import styles from './contact-form.module.css';
import { PersonChoice } from './person-choice.tsx';

const css = styleNames(styles);

type Props = {
  readonly company: Customer;
  /** Null: a new one. */
  readonly of: CustomerLink | null;
  readonly onClose: () => void;
};

const useContactForm = ({ company, of, onClose }: Props) => {
  const request = useRequest();
  const [draft, setDraft] = useState<ContactDraft>(draftOf(of));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const ids = { companyId: company.id, contactId: of?.id ?? null };
  return {
    draft,
    wrong,
    set: (change: Partial<ContactDraft>) => setDraft((now) => ({ ...now, ...change })),
    save: async () => {
      const read = readDraft(draft);
      setWrong(read.ok ? new Set() : read.wrong);
      if (!read.ok) return;
      const done = await request('contacts.save', { ...ids, contact: read.contact });
      if (done.ok) onClose();
    },
    remove: async () => {
      if (of === null) return;
      const done = await request('contacts.remove', { companyId: company.id, contactId: of.id });
      if (done.ok) onClose();
    },
  };
};
type Form = ReturnType<typeof useContactForm>;

const Field = ({
  form: { draft, wrong, set },
  name,
  type = 'text',
}: {
  readonly form: Form;
  readonly name: 'function' | 'directLine' | 'since' | 'until';
  readonly type?: 'text' | 'date' | 'tel';
}) => {
  const { t } = useText();
  const id = useId();
  const isWrong = wrong.has(name);
  return (
    <div className={css('field', isWrong && 'wrong')}>
      <label htmlFor={id}>{t(`links.field.${name}`)}</label>
      <input
        id={id}
        type={type}
        value={draft[name]}
        aria-invalid={isWrong}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
      />
      <small id={`${id}-wrong`}>{isWrong ? t(`links.wrong.${name}`) : ''}</small>
    </div>
  );
};

const Remove = ({
  form,
  blocked,
}: {
  readonly form: Form;
  readonly blocked: string | undefined;
}) => {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button blocked={blocked} onClick={() => setAsking(true)}>
        {t('links.remove')}
      </Button>
    );
  }
  return (
    <>
      <p role="alert">{t('links.askRemove')}</p>
      <Button look="danger" onClick={() => void form.remove()}>
        {t('links.yesRemove')}
      </Button>
    </>
  );
};

export const ContactForm = (props: Props) => {
  const { of, company, onClose } = props;
  const { t } = useText();
  const id = useId();
  const form = useContactForm(props);
  const modal = useModal(onClose);
  const blocked = useOffline() ? t('links.offline') : undefined;
  return (
    <dialog {...modal} className={css('dialog')} aria-labelledby={id}>
      <h2 id={id}>{of?.name ?? t('links.newAt', { company: company.companyName ?? '' })}</h2>
      {blocked === undefined ? null : <p role="status">{blocked}</p>}
      {of === null ? (
        <PersonChoice draft={form.draft} wrong={form.wrong} onChange={form.set} />
      ) : null}
      <Field form={form} name="function" />
      <Field form={form} name="directLine" type="tel" />
      <div className={css('pair')}>
        <Field form={form} name="since" type="date" />
        <Field form={form} name="until" type="date" />
      </div>
      <footer>
        {of === null ? null : <Remove form={form} blocked={blocked} />}
        <Button keys={[t('key.escape')]} onClick={onClose}>
          {t('links.cancel')}
        </Button>
        <Button look="primary" blocked={blocked} onClick={() => void form.save()}>
          {t('links.save')}
        </Button>
      </footer>
    </dialog>
  );
};
