/** The window has no frame of its own: its three buttons are here. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import styles from './call-bar.module.css';

const buttons = [
  { action: 'minimize', icon: 'minimize', size: 15 },
  { action: 'toggle-maximize', icon: 'maximize', size: 12 },
  { action: 'close', icon: 'close', size: 16 },
] as const satisfies readonly { action: string; icon: IconName; size: number }[];

export const WindowButtons = () => {
  const { t } = useText();
  const { controlWindow } = useServices();
  return (
    <div className={styles['window']}>
      {buttons.map(({ action, icon, size }) => (
        <button
          key={action}
          type="button"
          aria-label={t(`window.${action}`)}
          onClick={() => controlWindow(action)}
        >
          <Icon name={icon} size={size} />
        </button>
      ))}
    </div>
  );
};
