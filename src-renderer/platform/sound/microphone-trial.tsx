/** Says a sentence, hears it back, and reads what to make of it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useEffect } from 'react';
import { LevelMeter } from './level-meter.tsx';
import styles from './microphone-trial.module.css';

const css = styleNames(styles);

export const MicrophoneTrial = () => {
  const { t } = useText();
  const request = useRequest();
  const test = useSlice('soundTest');
  const state = test?.state ?? 'idle';
  const verdict = test?.verdict ?? null;
  useEffect(() => () => void request('sound.listen', { on: false }), [request]);
  return (
    <div className={css('trial')}>
      <div className={css('row')}>
        <LevelMeter />
        <p role="status" className={css('said', verdict === 'good' && 'good')}>
          {state === 'recording' || state === 'playing' ? t(`sound.state.${state}`) : null}
          {state !== 'recording' && state !== 'playing' && verdict !== null ? (
            <>
              <Icon name={verdict === 'good' ? 'check' : 'alert'} size={15} />
              {t(`sound.verdict.${verdict}`)}
            </>
          ) : null}
        </p>
      </div>
      <div className={css('row')}>
        <Button
          size="small"
          blocked={state === 'recording' || state === 'playing' ? t('sound.busy') : undefined}
          onClick={() => void request('sound.hear-back', {})}
        >
          {t('sound.hearBack')}
        </Button>
        <Button
          size="small"
          aria-pressed={state === 'listening'}
          onClick={() => void request('sound.listen', { on: state !== 'listening' })}
        >
          {t('sound.showLevel')}
        </Button>
        <Button size="small" onClick={() => void request('sound.play', { use: 'speaker' })}>
          {t('sound.playSpeaker')}
        </Button>
        <Button size="small" onClick={() => void request('sound.play', { use: 'ringer' })}>
          {t('sound.playRinger')}
        </Button>
      </div>
    </div>
  );
};
