/** How loud, what is done to her voice, and whether the headset's buttons are known. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { MicrophoneTrial } from '@renderer/platform/sound/microphone-trial.tsx';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useId } from 'react';
import styles from './settings.module.css';

const css = styleNames(styles);

const LoudnessSlider = ({ use }: { readonly use: 'speaker' | 'ringer' }) => {
  const { t } = useText();
  const id = useId();
  const request = useRequest();
  const loudness = Math.round((useSlice('devices')?.loudness[use] ?? 1) * 100);
  return (
    <div className={css('field')}>
      <label htmlFor={id}>{t(`settings.loudness.${use}`)}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={loudness}
        aria-valuetext={`${loudness} %`}
        onChange={(event) =>
          void request('devices.set-loudness', {
            use,
            loudness: Number(event.currentTarget.value) / 100,
          })
        }
      />
    </div>
  );
};

const processingKinds = ['echoCancellation', 'noiseSuppression', 'autoGainControl'] as const;

const Processing = () => {
  const { t } = useText();
  const request = useRequest();
  const processing = useSlice('devices')?.processing;
  if (processing === undefined) return null;
  return (
    <fieldset className={css('boxes')}>
      <legend>{t('settings.voice')}</legend>
      {processingKinds.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={processing[kind]}
            onChange={(event) =>
              void request('devices.set-processing', {
                ...processing,
                [kind]: event.currentTarget.checked,
              })
            }
          />
          {t(`settings.processing.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
};

const HeadsetButtons = () => {
  const { t } = useText();
  const headsets = useSlice('headsets') ?? [];
  return (
    <p>
      {headsets.length === 0
        ? t('settings.noHeadset')
        : t('settings.headset', { name: headsets.map(({ name }) => name).join(', ') })}
    </p>
  );
};

export const SoundSettings = () => (
  <>
    <LoudnessSlider use="speaker" />
    <LoudnessSlider use="ringer" />
    <Processing />
    <MicrophoneTrial />
    <HeadsetButtons />
  </>
);
