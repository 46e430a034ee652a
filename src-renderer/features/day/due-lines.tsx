/**
 * Whom she promised to call now: said over every screen from a minute before, until the call is made or she
 * puts it off by some minutes. The day's own list says it there.
 */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatDelay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { callbackIcons } from '@renderer/ui/parts/callback-icons.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type Callback, isPromise } from '@shared/domain/callback/callback.ts';
import { displayFrench } from '@shared/domain/number/display-french.ts';
import { useState } from 'react';
import { useStore } from 'zustand';
import styles from './due-lines.module.css';
import { useCallbacks } from './use-callbacks.ts';

const css = styleNames(styles);
const leadMs = 60_000;
const putOffMs = 10 * 60_000;
const linesAtMost = 2;

const DueLine = ({
  callback,
  talking,
  onPutOff,
}: {
  readonly callback: Callback;
  readonly talking: boolean;
  readonly onPutOff: () => void;
}) => {
  const { t, language } = useText();
  const request = useRequest();
  const now = useMinute();
  const brand = useBrand(callback.brandId);
  const name = callback.customerName || (displayFrench(callback.number) ?? callback.number);
  const time = formatTime(callback.dueAt, language);
  const lateMs = now - Date.parse(callback.dueAt);
  const { number, brandId, customerId, id: callbackId } = callback;
  return (
    <section
      className={css('line', lateMs > 0 && 'late')}
      aria-label={t('day.promised', { name, time })}
    >
      <Icon name={callbackIcons[callback.kind]} size={16} />
      <b>{t('day.promisedAt', { time })}</b>
      <BrandMark brand={brand} size="small" />
      <b>{name}</b>
      <span className={css('why')}>{callback.reason}</span>
      <i />
      {lateMs < leadMs ? null : (
        <span className={css('why')}>{t('day.late', { time: formatDelay(lateMs, t) })}</span>
      )}
      <Button size="small" look="ghost" onClick={onPutOff}>
        {t('day.inTenMinutes')}
      </Button>
      {talking ? null : (
        <Button
          size="small"
          icon="phone"
          onClick={() => void request('call.dial', { number, brandId, customerId, callbackId })}
        >
          {t('day.call')}
        </Button>
      )}
    </section>
  );
};

export const DueLines = ({ talking }: { readonly talking: boolean }) => {
  const { screen } = useServices();
  const onDay = useStore(screen, (state) => state.screen === 'day');
  const own = useSlice('session')?.user?.id;
  const now = useMinute();
  const callbacks = useCallbacks() ?? [];
  const [putOff, setPutOff] = useState<Readonly<Record<string, number>>>({});
  if (onDay) return null;
  const due = callbacks.filter(
    ({ id, kind, advisorId, dueAt }) =>
      isPromise(kind) &&
      advisorId === own &&
      Date.parse(dueAt) <= now + leadMs &&
      (putOff[id] ?? 0) <= now,
  );
  return due
    .slice(0, talking ? 1 : linesAtMost)
    .map((callback) => (
      <DueLine
        key={callback.id}
        callback={callback}
        talking={talking}
        onPutOff={() => setPutOff({ ...putOff, [callback.id]: now + putOffMs })}
      />
    ));
};
