/** « : the mark of the program, and of what is said. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import styles from './call-bar.module.css';

export const Logo = () => {
  const { t } = useText();
  return (
    <div className={styles['logo']}>
      <svg
        width="30"
        height="24"
        viewBox="0 0 30 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        role="img"
        aria-label={t('app.name')}
      >
        <path d="M12 4 4 12l8 8M23 4l-8 8 8 8" />
      </svg>
    </div>
  );
};
