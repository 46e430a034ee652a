/** The customer that is looked at in the results, read beside them without leaving what she does. */
import { formatShortDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { KnownCustomer } from '@renderer/platform/store/engine-store.ts';
import { useOffline, useServices } from '@renderer/platform/store/services.tsx';
import { useViewing } from '@renderer/platform/store/use-viewing.ts';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import { useEffect, useState } from 'react';
import styles from './reading-pane.module.css';

const css = styleNames(styles);
const exchangesAtMost = 4;

/** Opened as on a screen of her own: what this desktop lacks is fetched. */
const useRead = (customerId: string): KnownCustomer | 'unknown' | null => {
  const { client, screen } = useServices();
  const [read, setRead] = useState<KnownCustomer | 'unknown' | null>(null);
  useEffect(() => {
    let current = true;
    setRead(null);
    void client.request('customer.open', { customerId }).then((answer) => {
      if (current) setRead(answer.ok && answer.value !== null ? answer.value : 'unknown');
    });
    return () => {
      current = false;
      // One customer at a time is kept up to date: the one on the screen behind, again.
      const behind = screen.getState();
      if (behind.screen === 'customers' && behind.customerId !== null)
        void client.request('customer.open', { customerId: behind.customerId });
    };
  }, [client, screen, customerId]);
  return read;
};

const Exchange = ({ one }: { readonly one: Interaction }) => {
  const { t, language } = useText();
  return (
    <li className={css('exchange')}>
      <Icon name={one.channel} size={16} />
      <span>
        <b>{t(`entry.${one.channel}.${one.direction}`)}</b>
        <small>{one.customerWords ?? one.summary ?? one.notes.at(-1)?.text ?? one.title}</small>
      </span>
      <time dateTime={one.startedAt}>{formatShortDay(one.startedAt, language)}</time>
    </li>
  );
};

const Read = ({ known: { bundle, freshAt } }: { readonly known: KnownCustomer }) => {
  const { t, language } = useText();
  const offline = useOffline();
  const { customer, cases, interactions } = bundle;
  const open = cases.find(({ status }) => status === 'open' || status === 'waiting');
  return (
    <>
      <ul className={css('numbers')}>
        {customer.phones.map(({ e164 }) => (
          <li key={e164}>
            <Icon name="phone" size={16} />
            <span className="figures">{displayNumber(e164)}</span>
          </li>
        ))}
        {customer.emails.map((email) => (
          <li key={email}>
            <Icon name="email" size={16} />
            <span>{email}</span>
          </li>
        ))}
      </ul>
      {open === undefined ? (
        <p className={css('quiet')}>{t('finder.reading.noCase')}</p>
      ) : (
        <p className={css('case')}>
          <Tag tone={open.kind === 'complaint' ? 'danger' : 'plain'} icon="flag">
            {t(`case.${open.kind}.${open.status}`)}
          </Tag>
          <span>{open.reference}</span>
          <b>{open.title}</b>
        </p>
      )}
      <h3>{t('finder.reading.last')}</h3>
      {interactions.length === 0 ? (
        <p className={css('quiet')}>{t('finder.reading.none')}</p>
      ) : null}
      <ul>
        {interactions.slice(0, exchangesAtMost).map((one) => (
          <Exchange key={one.id} one={one} />
        ))}
      </ul>
      {offline ? (
        <p className={css('quiet')}>
          {t('thread.freshAt', { time: formatTime(freshAt, language) })}
        </p>
      ) : null}
    </>
  );
};

export const ReadingPane = ({
  customerId,
  name,
}: {
  readonly customerId: string;
  readonly name: string;
}) => {
  const { t } = useText();
  const offline = useOffline();
  const read = useRead(customerId);
  // What she reads here she has seen: who saw whom has no gap.
  useViewing(customerId);
  return (
    <section
      className={css('pane')}
      aria-label={t('finder.reading.label', { name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys
      tabIndex={0}
    >
      <h2>{name}</h2>
      {read === null ? <LoadingLines label={t('common.loading')} /> : null}
      {read === 'unknown' ? (
        <EmptyState
          icon="user-unknown"
          title={t('customers.unknown')}
          detail={t(offline ? 'customers.unknownOffline' : 'customers.unknownAsked')}
        />
      ) : null}
      {read === null || read === 'unknown' ? null : <Read known={read} />}
    </section>
  );
};
