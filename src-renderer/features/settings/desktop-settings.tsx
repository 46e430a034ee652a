/** How the program sits on this desktop: with the session, in the tray, under which keys. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { nameHotkeys } from '@renderer/platform/keys/hotkey-names.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type Hotkey, hotkeys } from '@shared/contracts/ipc/bridge.ts';
import type { DesktopChange, DesktopSettingsView } from '@shared/contracts/ipc/desktop.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useEffect, useState } from 'react';
import { HotkeyField } from './hotkey-field.tsx';
import styles from './settings.module.css';

const css = styleNames(styles);
const switches = ['autostart', 'closeToTray', 'callLinks'] as const;

type Refusal = { readonly code: ErrorCode; readonly about: string };

const Switch = ({
  label,
  hint,
  on,
  trouble,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
  readonly trouble: string | null;
  readonly onChange: (on: boolean) => void;
}) => (
  <label className={css('switch')}>
    <input
      type="checkbox"
      checked={on}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>
      {label}
      <small>{hint}</small>
      {trouble === null ? null : (
        <small className={css('trouble')} role="alert">
          {trouble}
        </small>
      )}
    </span>
  </label>
);

const useDesktopSettings = () => {
  const { desktop } = useServices();
  const [view, setView] = useState<DesktopSettingsView | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    void desktop.settings().then((answer) => {
      if (answer.ok) setView(answer.value);
    });
  }, [desktop]);
  const change = async (about: string, wanted: DesktopChange) => {
    const answer = await desktop.change(wanted);
    setRefusal(answer.ok ? null : { code: answer.error.code, about });
    if (!answer.ok) return;
    setView(answer.value);
    nameHotkeys(answer.value.settings.hotkeys);
  };
  return { view, refusal, change };
};

export const DesktopSettings = () => {
  const { t } = useText();
  const { view, refusal, change } = useDesktopSettings();
  if (view === null) return null;
  const { settings, refused } = view;
  const troubleOf = (about: string): string | null =>
    refusal?.about === about ? t(`error.${refusal.code}`) : null;
  const keyTrouble = (key: Hotkey): string | null =>
    troubleOf(key) ?? (refused.includes(key) ? t('desktop.settings.held') : null);
  return (
    <section className={css('sheet', 'beside')}>
      <h2>{t('desktop.settings.title')}</h2>
      {switches.map((name) => (
        <Switch
          key={name}
          label={t(`desktop.settings.${name}`)}
          hint={t(`desktop.settings.hint.${name}`)}
          on={settings[name]}
          trouble={troubleOf(name)}
          onChange={(on) => void change(name, { [name]: on })}
        />
      ))}
      <h3>{t('desktop.settings.keys')}</h3>
      <p>{t('desktop.settings.keysHint')}</p>
      {hotkeys.map((key) => (
        <HotkeyField
          key={key}
          label={t(`desktop.settings.key.${key}`)}
          value={settings.hotkeys[key]}
          trouble={keyTrouble(key)}
          onChange={(value) => void change(key, { hotkeys: { ...settings.hotkeys, [key]: value } })}
        />
      ))}
    </section>
  );
};
