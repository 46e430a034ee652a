/** How to reach the person, and whether one may; each consent opens its proof. */
import { Popover } from '@mantine/core';
import { useHourEnd, useMinute } from '@renderer/platform/clock/use-now.ts';
import { DialButton } from '@renderer/platform/dial/dial-button.tsx';
import { formatDate, formatFullDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { ChannelConsent, ConsentState } from '@shared/domain/customer/consent-status.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { useMemo } from 'react';
import { AppetenceMark } from './appetence-mark.tsx';
import { ClassLine } from './class-line.tsx';
import styles from './consent-table.module.css';
import { CopyButton } from './copy-button.tsx';
import { LawLine } from './law-line.tsx';
import { reachRows, wantedChannels } from './reach-rows.ts';

const css = styleNames(styles);

const icons: { readonly [state in Exclude<ConsentState, 'not-needed'>]: IconName } = {
  given: 'check',
  expiring: 'clock',
  expired: 'clock',
  limited: 'limited',
  opposed: 'opposed',
  'never-asked': 'help',
};

const ConsentWord = ({ one }: { readonly one: ChannelConsent }) => {
  const { t, language } = useText();
  const until = one.consent?.until;
  if (one.state === 'given' && until) return <>{formatDate(until, language)}</>;
  return <>{t(`c360.consent.${one.state}`)}</>;
};

const Proof = ({ one }: { readonly one: ChannelConsent }) => {
  const { t, language } = useText();
  const { consent } = one;
  if (consent === null) return <p>{t('c360.proof.neverAsked')}</p>;
  return (
    <dl className={css('proof')}>
      <dt>{t('c360.proof.decision')}</dt>
      <dd>{t(`c360.consent.${one.state}`)}</dd>
      <dt>{t('c360.proof.purpose')}</dt>
      <dd>{consent.purpose}</dd>
      <dt>{t('c360.proof.givenAt')}</dt>
      <dd>{formatFullDay(consent.givenAt, language)}</dd>
      {consent.until === null ? null : (
        <>
          <dt>{t('c360.proof.until')}</dt>
          <dd>{formatFullDay(consent.until, language)}</dd>
        </>
      )}
      <dt>{t('c360.proof.proof')}</dt>
      <dd>{consent.proof}</dd>
    </dl>
  );
};

const ConsentChip = ({ one }: { readonly one: ChannelConsent }) => {
  const { t } = useText();
  if (one.state === 'not-needed') return <span />;
  const channel = t(`channel.${one.channel}`);
  return (
    <Popover position="bottom-end" width={320} withinPortal transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <button type="button" className={css('chip', one.state)}>
          <span className="sr-only">{t('c360.consent.open', { channel })}</span>
          <span>
            <ConsentWord one={one} />
          </span>
          <Icon name={icons[one.state]} size={15} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <h3>{t('c360.proof.title', { channel })}</h3>
        <Proof one={one} />
      </Popover.Dropdown>
    </Popover>
  );
};

const Values = ({
  customer,
  one,
  brandId,
}: {
  readonly customer: Customer;
  readonly one: ChannelConsent;
  readonly brandId: string;
}) => {
  if (one.channel === 'phone')
    return customer.phones.map(({ e164 }) => (
      <DialButton key={e164} e164={e164} customerId={customer.id} brandId={brandId} />
    ));
  if (one.channel === 'email')
    return customer.emails.map((email) => <CopyButton key={email} text={email} />);
  if (one.channel === 'post' && customer.address !== null) {
    const { lines, postcode, commune } = customer.address;
    return <CopyButton text={[...lines, `${postcode} ${commune}`].join(', ')} />;
  }
  return null;
};

export const ConsentTable = ({
  bundle,
  brandId,
  values = 'act',
}: {
  readonly bundle: CustomerBundle;
  readonly brandId: string;
  /** `none`: who only looks calls and writes to nobody from here. */
  readonly values?: 'act' | 'none';
}) => {
  const { t } = useText();
  const now = useMinute();
  const hour = useHourEnd();
  const { interactions } = bundle;
  const wanted = useMemo(
    () => wantedChannels(interactions, brandId, hour),
    [interactions, brandId, hour],
  );
  return (
    <section className={css('table')} aria-label={t('c360.reach')}>
      <div className={css('head')} aria-hidden="true">
        <span>{t('c360.reach')}</span>
        <span>{t('c360.consentHead')}</span>
      </div>
      <ClassLine bundle={bundle} brandId={brandId} />
      <ul>
        {reachRows(bundle, brandId, wanted, now).map((one) => (
          <li key={one.channel} className={css('row')}>
            <Icon name={one.channel} size={16} />
            <span className={css('channel')}>{t(`channel.${one.channel}`)}</span>
            {one.appetence === null ? <span /> : <AppetenceMark appetence={one.appetence} />}
            <ConsentChip one={one} />
            {values === 'none' ? null : (
              <span className={css('values')}>
                <Values customer={bundle.customer} one={one} brandId={brandId} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <LawLine bundle={bundle} brandId={brandId} />
    </section>
  );
};
