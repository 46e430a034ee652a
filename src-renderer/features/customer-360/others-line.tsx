/** Which colleagues have this customer on screen now: two who act at once would undo each other. */
import { afterPaint } from '@renderer/platform/clock/after-paint.ts';
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type Viewers, viewingEveryMs } from '@shared/contracts/http/viewers.ts';
import { useEffect, useState } from 'react';
import styles from './customer.module.css';

const css = styleNames(styles);

const nobody: Viewers['others'] = [];

/** Says that she is here while the card stands, and learns who else is. */
const useOthers = (customerId: string): Viewers['others'] => {
  const { client } = useServices();
  const [others, setOthers] = useState<Viewers['others']>(nobody);
  useEffect(() => {
    let current = true;
    const tell = async () => {
      const answer = await client.request('customer.view', { customerId, viewing: true });
      const now = answer.ok ? answer.value.others : nobody;
      if (current) setOthers((before) => (now.length + before.length === 0 ? before : now));
    };
    const stop = afterPaint(() => void tell());
    const timer = setInterval(() => void tell(), viewingEveryMs);
    return () => {
      current = false;
      stop();
      clearInterval(timer);
      void client.request('customer.view', { customerId, viewing: false });
    };
  }, [client, customerId]);
  return others;
};

export const OthersLine = ({ customerId }: { readonly customerId: string }) => {
  const { t, language } = useText();
  const others = useOthers(customerId);
  if (others.length === 0) return null;
  return (
    <p className={css('fact')} role="status">
      <Icon name="customers" />
      {t('c360.others', {
        count: others.length,
        names: new Intl.ListFormat(language).format(others.map(({ name }) => name)),
        time: formatTime(others[0]?.since ?? '', language),
      })}
    </p>
  );
};
