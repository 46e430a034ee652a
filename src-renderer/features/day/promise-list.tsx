/** Whom a promise of an answer was made to, most urgent first; and what advisors ask of their lead. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatDelay, formatEuros, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { colleagueName, useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { AskedGrant, RunningDeadline } from '@shared/contracts/http/promises.ts';
import styles from './day.module.css';
import { usePromises } from './use-promises.ts';

const css = styleNames(styles);
const shownAtMost = 6;

const TimeLeft = ({ one, now }: { readonly one: RunningDeadline; readonly now: number }) => {
  const { t } = useText();
  const leftMs = Date.parse(one.dueAt) - now;
  if (leftMs <= 0)
    return (
      <Tag tone="danger" icon="alert">
        {t('promise.late', { time: formatDelay(-leftMs, t) })}
      </Tag>
    );
  const words = t('promise.left', { time: formatDelay(leftMs, t) });
  if (Date.parse(one.escalateAt) > now) return <span className={css('due')}>{words}</span>;
  return (
    <Tag tone="warn" icon="clock">
      {words}
    </Tag>
  );
};

const DeadlineRow = ({ one, now }: { readonly one: RunningDeadline; readonly now: number }) => {
  const { t, language } = useText();
  const { screen } = useServices();
  const request = useRequest();
  const brand = useBrand(one.brandId);
  const channel = t(`channel.${one.channel}`);
  const time = formatDelay(now - Date.parse(one.openedAt), t);
  const { phone } = one;
  return (
    <li className={css('row')}>
      <time dateTime={one.dueAt}>{formatTime(one.dueAt, language)}</time>
      <BrandMark brand={brand} />
      <span className={css('channel')}>
        <Icon name={one.channel} />
      </span>
      <div className={css('promise')}>
        <button
          type="button"
          title={t('promise.open')}
          onClick={() => screen.setState({ screen: 'customers', customerId: one.customerId })}
        >
          <b>{one.customerName}</b>
        </button>
        <p>{t('promise.tried', { channel, time })}</p>
      </div>
      <TimeLeft one={one} now={now} />
      {phone === null ? null : (
        <Button
          size="small"
          icon="phone"
          aria-label={`${t('promise.call')} ${one.customerName}`}
          onClick={() =>
            void request('call.dial', {
              number: phone,
              brandId: one.brandId,
              customerId: one.customerId,
              callbackId: null,
            })
          }
        >
          {t('promise.call')}
        </Button>
      )}
    </li>
  );
};

const AskedRow = ({ one, again }: { readonly one: AskedGrant; readonly again: () => void }) => {
  const { t, language } = useText();
  const request = useRequest();
  const reference = useSlice('reference');
  const brand = useBrand(one.brandId);
  const kind = t(`grant.kind.${one.kind}`);
  const what = one.kind === 'exchange' ? kind : `${kind} ${formatEuros(one.amountCents, language)}`;
  const decide = async (approve: boolean) => {
    await request('grants.decide', { grantId: one.id, approve });
    again();
  };
  return (
    <li className={css('row')}>
      <time dateTime={one.at}>{formatTime(one.at, language)}</time>
      <BrandMark brand={brand} />
      <span className={css('channel')}>
        <Icon name="grant" />
      </span>
      <div className={css('promise')}>
        <b>{one.customerName}</b>
        <p>{t('promise.askedBy', { name: colleagueName(reference, one.byId) ?? '', what })}</p>
      </div>
      <Button size="small" onClick={() => void decide(false)}>
        {t('promise.deny')}
      </Button>
      <Button size="small" look="primary" onClick={() => void decide(true)}>
        {t('promise.approve')}
      </Button>
    </li>
  );
};

export const PromiseList = () => {
  const { t } = useText();
  const now = useMinute();
  const { promises, again } = usePromises();
  if (promises === null) return null;
  const { deadlines, asked, known } = promises;
  if (known && deadlines.length + asked.length === 0) return null;
  return (
    <>
      {asked.length === 0 ? null : (
        <section className={css('sheet', 'promises')} aria-labelledby="day-asked">
          <div className={css('listHead')}>
            <h2 id="day-asked">{t('promise.asked')}</h2>
            <span>{asked.length}</span>
          </div>
          <ul>
            {asked.map((one) => (
              <AskedRow key={one.id} one={one} again={again} />
            ))}
          </ul>
        </section>
      )}
      <section className={css('sheet', 'promises')} aria-labelledby="day-deadlines">
        <div className={css('listHead')}>
          <h2 id="day-deadlines">{t('promise.list')}</h2>
          {known ? <span>{deadlines.length}</span> : null}
          <i />
          <span className={css('hint')}>
            {known ? t('promise.listHint') : t('promise.unknown')}
          </span>
        </div>
        <ul>
          {deadlines.slice(0, shownAtMost).map((one) => (
            <DeadlineRow key={`${one.customerId} ${one.brandId}`} one={one} now={now} />
          ))}
        </ul>
      </section>
    </>
  );
};
