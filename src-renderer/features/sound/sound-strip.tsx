/** Under the bar while one of two people is not heard: who it is, and what to try. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { audibleCall } from '@renderer/platform/store/focused-work.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { useCalls } from '@renderer/platform/store/use-focused-work.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './sound-strip.module.css';

const css = styleNames(styles);

/** A training call has nobody at the other end to be worried about. */
export const SoundStrip = () => {
  const { t } = useText();
  const { screen } = useServices();
  const call = audibleCall(useCalls());
  const alarm = call?.phase === 'talking' && !call.training ? call.quality.alarm : null;
  return (
    <div role="alert">
      {alarm === null ? null : (
        <div className={css('strip', alarm === 'far-end-silent' && 'calm')}>
          <Icon name={alarm === 'microphone-silent' ? 'microphone-off' : 'alert'} />
          <span>
            <b>{t(`sound.alarm.${alarm}`)}</b> {t(`sound.try.${alarm}`)}
          </span>
          <Button size="small" look="ghost" onClick={() => screen.setState({ screen: 'settings' })}>
            {t('sound.devices')}
          </Button>
        </div>
      )}
    </div>
  );
};
