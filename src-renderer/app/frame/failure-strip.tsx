/** The last thing that did not work, in words, until it is closed or something else is done. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useScreen, useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import styles from './frame.module.css';

export const FailureStrip = () => {
  const { t } = useText();
  const { screen } = useServices();
  const failure = useScreen((state) => state.failure);
  return (
    <div role="alert">
      {failure === null ? null : (
        <div className={styles['failure']}>
          <Icon name="alert" />
          <span>{t(`error.${failure.code}`)}</span>
          <Button
            size="small"
            look="ghost"
            icon="close"
            onClick={() => screen.setState({ failure: null })}
          >
            {t('common.close')}
          </Button>
        </div>
      )}
    </div>
  );
};
