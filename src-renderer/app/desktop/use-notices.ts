/** What happened while she looked elsewhere: a call missed, a callback due. A click opens it. */
import { useCallbacks } from '@renderer/features/day/use-callbacks.ts';
import { alertWords, unanswered } from '@renderer/features/lead-alerts/worst-alert.ts';
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { callerName } from '@renderer/platform/i18n/caller-name.ts';
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { type Services, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import { isPromise } from '@shared/domain/callback/callback.ts';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';

/** After that a promise is late, and told on the day's screen. */
const dueWithinMs = 5 * 60_000;
const calmMs = 10_000;

/** `missed:<customer>` opens the customer where there is one; everything else the day. */
const missedId = (customerId: string | null, workId: string): string =>
  customerId === null ? `missed-call:${workId}` : `missed:${customerId}`;

export const openNotice = ({ screen, client }: Services, id: string): void => {
  if (!id.startsWith('missed:')) {
    screen.setState({ screen: id.startsWith('alert:') ? 'board' : 'day' });
    return;
  }
  const customerId = id.slice('missed:'.length);
  void client.request('customer.open', { customerId });
  screen.setState({ screen: 'customers', customerId });
};

/** Nothing comes between her and the first ten seconds of a call. */
const mayDisturb = (calls: readonly CallView[], now: number): boolean =>
  !calls.some(
    ({ answeredAt, phase }) =>
      phase === 'ringing' || (answeredAt !== null && now - Date.parse(answeredAt) < calmMs),
  );

const useMissed = (): void => {
  const { engine, desktop } = useServices();
  const { t } = useText();
  const brands = useBrands();
  const missed = useStore(engine, (state) => state.missed);
  const told = useRef(missed.count);
  useEffect(() => {
    if (missed.count === told.current) return;
    told.current = missed.count;
    const { work } = missed;
    if (work === null || document.hasFocus()) return;
    const brand = brands.find(({ id }) => id === work.brandId)?.name ?? '';
    const name = callerName(work.customerName || work.numberDisplay, t);
    desktop.notify({
      id: missedId(work.customerId, work.id),
      kind: 'call-missed',
      title: t('desktop.notice.missed', { name }).slice(0, 200),
      body: [brand, work.numberDisplay].filter(Boolean).join(' · '),
    });
  }, [missed, brands, desktop, t]);
};

const useDue = (): void => {
  const { desktop } = useServices();
  const { t, language } = useText();
  const callbacks = useCallbacks();
  const calls = useSlice('calls');
  const now = useMinute();
  const told = useRef(new Set<string>());
  useEffect(() => {
    if (document.hasFocus() || !mayDisturb(calls ?? [], now)) return;
    for (const { id, kind, dueAt, customerName, reason } of callbacks ?? []) {
      // Of a call that nobody took she was told when it was missed.
      if (!isPromise(kind)) continue;
      const key = `${id} ${dueAt}`;
      const lateMs = now - Date.parse(dueAt);
      if (lateMs < 0 || lateMs > dueWithinMs || told.current.has(key)) continue;
      told.current.add(key);
      const values = { name: customerName, time: formatTime(dueAt, language) };
      desktop.notify({
        id: `due:${id}`,
        kind: 'callback-due',
        title: t('desktop.notice.due', values).slice(0, 200),
        body: reason.slice(0, 200),
      });
    }
  }, [callbacks, calls, now, desktop, t, language]);
};

/** Each alert once, and once more when it has gone further to her. */
const useAlerts = (): void => {
  const { desktop } = useServices();
  const { t } = useText();
  const alerts = useSlice('alerts')?.open;
  const calls = useSlice('calls');
  const now = useMinute();
  const told = useRef(new Set<string>());
  useEffect(() => {
    if (document.hasFocus() || !mayDisturb(calls ?? [], now)) return;
    for (const alert of unanswered(alerts ?? [])) {
      const key = `${alert.id} ${alert.escalatedAt ?? ''}`;
      if (told.current.has(key)) continue;
      told.current.add(key);
      const title = alertWords(alert, t).slice(0, 200);
      desktop.notify({ id: `alert:${alert.id}`, kind: 'lead-alert', title, body: alert.teamName });
    }
  }, [alerts, calls, now, desktop, t]);
};

export const useNotices = (): void => {
  useAlerts();
  useMissed();
  useDue();
};
