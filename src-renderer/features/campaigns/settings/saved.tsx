/** When it was kept at the hub, why not, and what to do when somebody else was first. */
import { formatSecond } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from '../campaigns.module.css';
import type { SettingsDesk } from './use-settings.ts';

const css = styleNames(styles);

export const Saved = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t, language } = useText();
  const { savedAtMs, wrong, code } = desk;
  if (wrong !== null)
    return (
      <span className={css('unsaved')} role="status">
        <Icon name="alert" size={16} />
        {t('planning.saved.wrong', { field: t(`planning.field.${wrong}`) })}
      </span>
    );
  if (code !== null)
    return (
      <span className={css('unsaved')} role="status">
        <Icon name="cloud-off" size={16} />
        {t('planning.saved.waits')}
      </span>
    );
  return (
    <span className={css('saved')} role="status">
      {savedAtMs === null ? null : (
        <>
          <Icon name="check" size={16} />
          {t('planning.saved.at', { time: formatSecond(savedAtMs, language) })}
        </>
      )}
    </span>
  );
};

export const Conflict = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  if (desk.theirs === null) return null;
  return (
    <div className={css('conflict')} role="alert">
      <Icon name="two-values" size={18} />
      <p>{t('planning.conflict.what')}</p>
      <Button size="small" onClick={desk.takeTheirs}>
        {t('planning.conflict.theirs')}
      </Button>
      <Button size="small" onClick={desk.keepMine}>
        {t('planning.conflict.mine')}
      </Button>
    </div>
  );
};
