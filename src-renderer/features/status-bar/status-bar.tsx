/** The state of the data, the line and the sound, always true; off-line it says what is kept here. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatFullDay, formatLength, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import {
  useConnected,
  useOffline,
  useParked,
  useServices,
  useSlice,
} from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { isFarWrong } from '@shared/domain/time/clock-offset.ts';
import styles from './status-bar.module.css';

const css = styleNames(styles);

const Sending = () => {
  const { t, language } = useText();
  const sync = useSlice('sync');
  const connected = useConnected();
  if (!connected) return <span className={css('bad')}>{t('status.engineAway')}</span>;
  if (sync === undefined) return <span>{t('status.starting')}</span>;
  if (sync.storageError !== null)
    return (
      <span className={css('bad')} role="alert" title={t(`error.${sync.storageError}`)}>
        <Icon name="alert" size={15} />
        {t(`error.${sync.storageError}`)}
      </span>
    );
  if (sync.protocol === 'desktop-too-old')
    return (
      <span className={css('bad')} role="alert">
        <Icon name="alert" size={15} />
        {t('error.desktop-too-old')}
      </span>
    );
  if (sync.hub === 'offline')
    return (
      <span className={css('away')}>
        <Icon name="cloud-off" size={15} />
        <span>
          <b>{t('status.offlineSince', { time: formatTime(sync.since, language) })}</b>
          {sync.waiting === 0
            ? t('status.nothingWaits')
            : t('status.keptHere', { count: sync.waiting })}
        </span>
      </span>
    );
  if (sync.initialLoad !== null)
    return (
      <span>
        <Icon name="database" size={15} />
        {t('status.loading', { done: sync.initialLoad.done, total: sync.initialLoad.total })}
      </span>
    );
  const sent = sync.lastSentAt ?? sync.freshAt;
  return (
    <span>
      <Icon name={sync.waiting > 0 ? 'cloud-up' : 'cloud-sent'} size={15} />
      {sync.waiting > 0 ? t('status.sending', { count: sync.waiting }) : t('status.allSent')}
      {sent === null ? null : ` · ${formatTime(sent, language)}`}
      {sync.newerKept > 0 ? ` · ${t('status.newerKept', { count: sync.newerKept })}` : null}
      {sync.protocol === 'hub-older' ? ` · ${t('status.hubOlder')}` : null}
    </span>
  );
};

const Parked = () => {
  const { t } = useText();
  const { screen } = useServices();
  const parked = useParked();
  if (parked === 0) return null;
  return (
    <button
      type="button"
      className={css('parked')}
      onClick={() => screen.setState({ screen: 'outbox' })}
    >
      <Icon name="alert" size={15} />
      {t('status.parked', { count: parked })}
    </button>
  );
};

const LineWord = () => {
  const { t } = useText();
  const line = useSlice('line');
  if (line === undefined) return null;
  const ready = line.status === 'registered';
  const word = ready && line.training ? t('status.line.training') : t(`status.line.${line.status}`);
  return (
    <span className={css(!ready && line.status !== 'off' && 'away')}>
      <Icon name={ready ? 'phone' : 'offline'} size={15} />
      {line.error === null || ready ? word : `${word} : ${t(`error.${line.error}`)}`}
    </span>
  );
};

const AudioWord = () => {
  const { t } = useText();
  const devices = useSlice('devices');
  if (devices === undefined) return null;
  const chosen = devices.inputs.find((one) => one.id === devices.microphoneId);
  const word =
    devices.error === null
      ? chosen?.label || t('status.defaultMicrophone')
      : t(`error.${devices.error}`);
  return (
    <span className={css('audio', devices.error !== null && 'bad')}>
      <Icon name="headset" size={15} />
      <span>{word}</span>
    </span>
  );
};

const KeyHelp = () => {
  const { t } = useText();
  const { screen } = useServices();
  return (
    <button
      type="button"
      className={css('help')}
      onClick={() => screen.setState({ overlay: 'keys' })}
    >
      <KeyCaps keys={['F1']} />
      {t('status.keys')}
    </button>
  );
};

/** Her clock is far wrong: what is shown and recorded goes by the hub's. */
const WrongClock = () => {
  const { t } = useText();
  const correction = useSlice('session')?.clockCorrectionMs ?? 0;
  if (!isFarWrong(correction)) return null;
  const time = formatLength(Math.abs(correction), t);
  return (
    <span className={css('bad')} role="status">
      <Icon name="alert" size={15} />
      {t(correction < 0 ? 'status.clockAhead' : 'status.clockBehind', { time })}
    </span>
  );
};

export const StatusBar = () => {
  const { language } = useText();
  const offline = useOffline();
  const now = useMinute();
  return (
    <footer className={css('status', offline && 'off')}>
      <Sending />
      <Parked />
      <LineWord />
      <AudioWord />
      <WrongClock />
      <i />
      <KeyHelp />
      <time className={css('clock')}>
        {formatFullDay(now, language)} · {formatTime(now, language)}
      </time>
    </footer>
  );
};
