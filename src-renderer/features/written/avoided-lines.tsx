/** Under the words: which of them the brand avoids, and what it says instead (WRITE-15). */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Avoided } from './use-avoided.ts';
import styles from './written.module.css';

const css = styleNames(styles);

export const AvoidedLines = ({ avoided }: { readonly avoided: readonly Avoided[] }) => {
  const { t } = useText();
  return (
    <ul className={css('avoided')} aria-live="polite" aria-label={t('write.avoided.list')}>
      {avoided.map(({ found, instead, severity }) => (
        <li key={found} className={css(severity === 'block' && 'blocks')}>
          <Icon name={severity === 'block' ? 'alert' : 'chat'} size={14} />
          <span>
            {t(`write.avoided.${severity}`, { found })}
            {instead === undefined ? null : ` ${t('write.avoided.instead', { instead })}`}
          </span>
        </li>
      ))}
    </ul>
  );
};
