/** A company's contacts, or the company that a person speaks for: a click opens, another one calls. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Customer, CustomerLink } from '@shared/domain/customer/customer.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import { type ReactNode, useState } from 'react';
import { ContactForm } from './contact-form.tsx';
import styles from './link-list.module.css';

const css = styleNames(styles);

const LinkRow = ({
  link,
  brandId,
  onChange,
}: {
  readonly link: CustomerLink;
  readonly brandId: string;
  /** Null on a person's card: contacts are the company's. */
  readonly onChange: (() => void) | null;
}) => {
  const { t, language } = useText();
  const request = useRequest();
  const { screen } = useServices();
  const { name, customerId, directLine, until } = link;
  const gone = until === null ? null : t('links.left', { day: formatShortDay(until, language) });
  return (
    <li className={css('row')}>
      <button
        type="button"
        className={css('open')}
        aria-label={t('links.open', { name })}
        onClick={() => screen.setState({ screen: 'customers', customerId })}
      >
        <b>{name}</b>
        <small>{[link.function, gone].filter(Boolean).join(' · ')}</small>
      </button>
      {directLine === null || gone !== null ? null : (
        <button
          type="button"
          className={css('call')}
          aria-label={t('links.call', { name, number: displayNumber(directLine) })}
          onClick={() =>
            void request('call.dial', {
              number: directLine,
              brandId,
              customerId: link.as === 'contact' ? customerId : null,
              callbackId: null,
            })
          }
        >
          <Icon name="phone" />
          {displayNumber(directLine)}
        </button>
      )}
      {onChange === null ? null : (
        <button
          type="button"
          className={css('call')}
          aria-label={t('links.changeOf', { name })}
          onClick={onChange}
        >
          <Icon name="pencil" />
        </button>
      )}
    </li>
  );
};

const Frame = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={css('links')} aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

export const LinkList = ({
  customer,
  brandId,
}: {
  readonly customer: Customer;
  readonly brandId: string;
}) => {
  const { t } = useText();
  const [open, setOpen] = useState<CustomerLink | 'new' | null>(null);
  const links = customer.links ?? [];
  const isCompany = customer.kind === 'company';
  if (links.length === 0 && !isCompany) return null;
  return (
    <Frame title={t(isCompany ? 'links.contacts' : 'links.companies')}>
      <ul>
        {links.map((link) => (
          <LinkRow
            key={link.id}
            link={link}
            brandId={brandId}
            onChange={isCompany ? () => setOpen(link) : null}
          />
        ))}
      </ul>
      {isCompany ? (
        <button type="button" className={css('call')} onClick={() => setOpen('new')}>
          <Icon name="plus" />
          {t('links.add')}
        </button>
      ) : null}
      {open === null ? null : (
        <ContactForm
          company={customer}
          of={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Frame>
  );
};
