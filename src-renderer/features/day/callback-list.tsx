/** Whom she promised to call: arrows choose, Enter calls. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import {
  formatDelay,
  formatEuros,
  formatShortDay,
  formatTime,
  isSameDay,
} from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { colleagueName, useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { BrandScope } from '@renderer/ui/parts/brand-scope.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { callbackIcons } from '@renderer/ui/parts/callback-icons.ts';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type Callback, isPromise } from '@shared/domain/callback/callback.ts';
import { notPutThrough } from '@shared/domain/interaction/interaction.ts';
import { displayFrench } from '@shared/domain/number/display-french.ts';
import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './day.module.css';
import { useCallbacks } from './use-callbacks.ts';

const css = styleNames(styles);
const soonMs = 15 * 60_000;

const DueIn = ({ dueAt, now }: { readonly dueAt: string; readonly now: number }) => {
  const { t } = useText();
  const leftMs = Date.parse(dueAt) - now;
  if (leftMs < 0)
    return (
      <Tag tone="danger" icon="alert">
        {t('day.late', { time: formatDelay(-leftMs, t) })}
      </Tag>
    );
  const words = t('day.dueIn', { time: formatDelay(leftMs, t) });
  if (leftMs > soonMs) return <span className={css('due')}>{words}</span>;
  return (
    <Tag tone="warn" icon="clock">
      {words}
    </Tag>
  );
};

/** A cart has no hour that was promised, but one after which a call makes no sense. */
const TimeLeft = ({ callback, now }: { readonly callback: Callback; readonly now: number }) => {
  const { t } = useText();
  if (callback.expiresAt == null) return <DueIn dueAt={callback.dueAt} now={now} />;
  const leftMs = Date.parse(callback.expiresAt) - now;
  return (
    <Tag tone={leftMs > soonMs ? 'plain' : 'warn'} icon="hourglass">
      {t('day.cartLeft', { time: formatDelay(Math.max(0, leftMs), t) })}
    </Tag>
  );
};

/** What the call is about. */
const useWords = (callback: Callback): string => {
  const { t, language } = useText();
  const { kind, reason, amountCents } = callback;
  if (kind === 'cart') {
    const amount = formatEuros(amountCents ?? 0, language);
    return [t('day.cart', { amount }), reason].filter(Boolean).join(' · ');
  }
  if (isPromise(kind)) return reason;
  return reason === notPutThrough ? t('day.notPutThrough') : t(`day.${kind}`);
};

const Row = ({
  callback,
  selected,
  onCall,
}: {
  readonly callback: Callback;
  readonly selected: boolean;
  readonly onCall: () => void;
}) => {
  const { t, language } = useText();
  const now = useMinute();
  const brand = useBrand(callback.brandId);
  const reference = useSlice('reference');
  const own = useSlice('session')?.user?.id;
  const owner =
    callback.advisorId === own
      ? t('day.yours')
      : (colleagueName(reference, callback.advisorId) ?? t('day.anyone'));
  const words = useWords(callback);
  const day = isSameDay(callback.dueAt, now) ? '' : formatShortDay(callback.dueAt, language);
  return (
    <>
      <time dateTime={callback.dueAt}>
        {day === '' ? formatTime(callback.dueAt, language) : day}
      </time>
      <BrandMark brand={brand} />
      <span className={css('channel')}>
        <Icon name={callbackIcons[callback.kind]} />
      </span>
      <div className={css('promise')}>
        <b>{callback.customerName || (displayFrench(callback.number) ?? callback.number)}</b>
        <p>{[words, owner].filter(Boolean).join(' · ')}</p>
      </div>
      <TimeLeft callback={callback} now={now} />
      {selected ? (
        <BrandScope brand={brand}>
          <Button look="brand" icon="phone" keys={['↵']} tabIndex={-1} onClick={onCall}>
            {t('day.call')}
          </Button>
        </BrandScope>
      ) : null}
    </>
  );
};

const CallbackRows = ({ callbacks }: { readonly callbacks: readonly Callback[] }) => {
  const { t } = useText();
  const request = useRequest();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const chosen = Math.min(at, callbacks.length - 1);
  const call = (callback: Callback) =>
    void request('call.dial', {
      number: callback.number,
      brandId: callback.brandId,
      customerId: callback.customerId,
      callbackId: callback.id,
    });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    const here = callbacks[chosen];
    if (event.key === 'Enter' && here !== undefined) call(here);
    else if (step === 0) return;
    event.preventDefault();
    const next = Math.min(Math.max(chosen + step, 0), callbacks.length - 1);
    setAt(next);
    list.current?.querySelectorAll<HTMLElement>('[data-row]')[next]?.focus();
  };
  return (
    <ul ref={list} aria-label={t('day.callbacks')} onKeyDown={onKeyDown}>
      {callbacks.map((callback, index) => (
        <li
          key={callback.id}
          data-row
          tabIndex={index === chosen ? 0 : -1}
          aria-current={index === chosen}
          className={css('row', index === chosen && 'selected')}
          onFocus={() => setAt(index)}
        >
          <Row callback={callback} selected={index === chosen} onCall={() => call(callback)} />
        </li>
      ))}
    </ul>
  );
};

export const CallbackList = () => {
  const { t } = useText();
  const known = useCallbacks();
  const loading = useSlice('sync')?.initialLoad != null;
  // During the first load none yet is not none: promises come with the customers they were made to.
  const callbacks = known?.length === 0 && loading ? null : known;
  return (
    <section className={css('sheet', 'list')} aria-labelledby="day-callbacks">
      <div className={css('listHead')}>
        <h2 id="day-callbacks">{t('day.callbacks')}</h2>
        {callbacks === null ? null : <span>{t('day.promises', { count: callbacks.length })}</span>}
        <i />
        {callbacks?.length ? (
          <span className={css('hint')}>
            <KeyCaps keys={['↑', '↓']} /> {t('day.choose')} <KeyCaps keys={['↵']} />{' '}
            {t('day.callHint')}
          </span>
        ) : null}
      </div>
      {callbacks === null ? <LoadingLines label={t('common.loading')} /> : null}
      {callbacks?.length === 0 ? (
        <EmptyState icon="phone" title={t('day.empty')} detail={t('day.emptyDetail')} />
      ) : null}
      {callbacks !== null && callbacks.length > 0 ? <CallbackRows callbacks={callbacks} /> : null}
    </section>
  );
};
