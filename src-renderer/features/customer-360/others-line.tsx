/** Which colleagues have this customer on screen now: two who act at once would undo each other. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useViewing } from '@renderer/platform/store/use-viewing.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './customer.module.css';

const css = styleNames(styles);

export const OthersLine = ({ customerId }: { readonly customerId: string }) => {
  const { t, language } = useText();
  const others = useViewing(customerId);
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
