/** Where what she typed is, as the engine answered: on this disk, in memory only, not at all. */
import { formatSecond } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { Kept } from '@renderer/platform/store/draft-keeper.ts';
import { useOffline } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './saved-line.module.css';

const css = styleNames(styles);

export const SavedLine = ({
  error,
  saved,
  savedAt,
}: Pick<Kept<unknown>, 'error' | 'saved' | 'savedAt'>) => {
  const { t, language } = useText();
  const offline = useOffline();
  if (error !== null)
    return (
      <span className={css('saved', 'lost')} role="alert">
        <Icon name="alert" size={14} />
        {t(`error.${error}`)}
      </span>
    );
  if (savedAt === null || saved === 'none') return null;
  const time = formatSecond(savedAt, language);
  if (saved === 'memory')
    return (
      <span className={css('saved', 'lost')} role="alert">
        <Icon name="alert" size={14} />
        {t('saved.memory', { time })}
      </span>
    );
  return (
    <span className={css('saved', offline && 'here')}>
      <Icon name={offline ? 'cloud-off' : 'check'} size={14} />
      {offline ? t('saved.here', { time }) : t('saved.disk', { time })}
    </span>
  );
};
