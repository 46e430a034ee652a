/** Sound, looks and language of this desktop; each choice holds at once. */

import { chooseLanguage, languageStore } from '@renderer/platform/i18n/language-choice.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { chooseTheme, themeChoices, themeStore } from '@renderer/ui/theme/theme-choice.ts';
import { useId } from 'react';
import { useStore } from 'zustand';
import { DesktopSettings } from './desktop-settings.tsx';
import styles from './settings.module.css';
import { SoundSettings } from './sound-settings.tsx';

const css = styleNames(styles);

const DeviceSelect = ({ use }: { readonly use: 'microphone' | 'speaker' | 'ringer' }) => {
  const { t } = useText();
  const id = useId();
  const request = useRequest();
  const devices = useSlice('devices');
  const known = (use === 'microphone' ? devices?.inputs : devices?.outputs) ?? [];
  const chosen = devices?.[`${use}Id`] ?? '';
  const gone = chosen !== '' && !known.some((device) => device.id === chosen);
  return (
    <div className={css('field')}>
      <label htmlFor={id}>{t(`settings.device.${use}`)}</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) =>
          void request('devices.choose', { use, deviceId: event.currentTarget.value })
        }
      >
        {known.some((device) => device.id === '') ? null : (
          <option value="">{t('status.defaultDevice')}</option>
        )}
        {gone ? <option value={chosen}>{t('settings.unplugged')}</option> : null}
        {known.map((device) => (
          <option key={device.id} value={device.id}>
            {device.label || t('status.defaultDevice')}
          </option>
        ))}
      </select>
    </div>
  );
};

const Segments = <T extends string>({
  legend,
  options,
  value,
  onChange,
}: {
  readonly legend: string;
  readonly options: readonly { readonly id: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) => {
  const name = useId();
  return (
    <fieldset className={css('segments')}>
      <legend>{legend}</legend>
      <div>
        {options.map((option) => (
          <label key={option.id} className={css(option.id === value && 'on')}>
            <input
              type="radio"
              name={name}
              checked={option.id === value}
              onChange={() => onChange(option.id)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

export const SettingsScreen = () => {
  const { t } = useText();
  const theme = useStore(themeStore, (state) => state.choice);
  const language = useStore(languageStore, (state) => state.chosen);
  const session = useSlice('session');
  return (
    <main className={css('screen')}>
      <h1>{t('rail.settings')}</h1>
      <section className={css('sheet')}>
        <h2>{t('settings.sound')}</h2>
        <DeviceSelect use="microphone" />
        <DeviceSelect use="speaker" />
        <DeviceSelect use="ringer" />
        <SoundSettings />
      </section>
      <section className={css('sheet')}>
        <h2>{t('settings.looks')}</h2>
        <Segments
          legend={t('settings.theme')}
          options={themeChoices.map((id) => ({ id, label: t(`settings.themes.${id}`) }))}
          value={theme}
          onChange={chooseTheme}
        />
        <Segments
          legend={t('settings.language')}
          options={[
            { id: 'account' as const, label: t('settings.languages.account') },
            { id: 'fr' as const, label: 'Français' },
            { id: 'en' as const, label: 'English' },
          ]}
          value={language ?? 'account'}
          onChange={(id) => chooseLanguage(id === 'account' ? null : id)}
        />
      </section>
      <DesktopSettings />
      <section className={css('sheet')}>
        <h2>{t('settings.data')}</h2>
        <p>{t(`settings.protection.${session?.protection ?? 'session'}`)}</p>
      </section>
    </main>
  );
};
