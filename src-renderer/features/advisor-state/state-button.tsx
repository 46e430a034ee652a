/** Her state, always explained, and the menu to change it. During a call the choice is for after. */
import { Menu } from '@mantine/core';
import { pauseReasons } from '@renderer/platform/advisor/pause-words.ts';
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import { explainState, stateIcons, stateWord } from './explain-state.ts';
import styles from './state-button.module.css';

const css = styleNames(styles);

const Explained = ({ advisor }: { readonly advisor: Slices['advisor'] }) => {
  const { t, language } = useText();
  const now = useSecond();
  const { since, length, cause } = explainState(advisor, now, t, language);
  return (
    <small>
      {since} · <span className="figures">{length}</span>
      <span className={css('cause')}> · {cause}</span>
    </small>
  );
};

const StateChoices = () => {
  const { t } = useText();
  const request = useRequest();
  const choose = (state: 'ready' | 'do-not-disturb' | 'pause' | 'offline', reason: string | null) =>
    void request('advisor.choose', { state, reason });
  return (
    <Menu.Dropdown>
      <Menu.Item leftSection={<Icon name="ready" />} onClick={() => choose('ready', null)}>
        {t('state.ready')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="quiet" />}
        aria-label={t('state.do-not-disturb')}
        aria-description={t('state.quietHint')}
        onClick={() => choose('do-not-disturb', null)}
      >
        {t('state.do-not-disturb')}
        <small className={css('hint')}>{t('state.quietHint')}</small>
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t('state.pauseMenu')}</Menu.Label>
      {pauseReasons.map((reason) => (
        <Menu.Item
          key={reason}
          leftSection={<Icon name="pause" />}
          onClick={() => choose('pause', reason)}
        >
          {t(`state.pauseReason.${reason}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<Icon name="offline" />} onClick={() => choose('offline', null)}>
        {t('state.offline')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="lock" />}
        rightSection={<KeyCaps keys={['Ctrl', 'L']} />}
        onClick={() => void request('session.lock', {})}
      >
        {t('state.lock')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="user" />}
        onClick={() => void request('session.sign-out', {})}
      >
        {t('state.signOut')}
      </Menu.Item>
    </Menu.Dropdown>
  );
};

export const StateButton = () => {
  const { t } = useText();
  const advisor = useSlice('advisor');
  if (advisor === undefined) return null;
  return (
    <Menu position="bottom-start" width={280} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button type="button" className={css('state', advisor.state)}>
          <span className={css('icon')}>
            <Icon name={stateIcons[advisor.state]} size={20} />
          </span>
          <span className={css('words')}>
            <span className="sr-only">{t('state.label')}</span>
            <b>{stateWord(advisor, t)}</b>
            <Explained advisor={advisor} />
          </span>
          <Icon name="chevron-down" size={16} />
        </button>
      </Menu.Target>
      <StateChoices />
    </Menu>
  );
};
