/** The player: Space plays, the arrows go five seconds, M marks a place. */
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { HeardRecording } from '@shared/contracts/http/recordings.ts';
import { measureTalk } from '@shared/domain/recording/waveform.ts';
import { useMemo } from 'react';
import styles from './quality.module.css';
import { rates, type Sound } from './use-sound.ts';
import { Waveform } from './waveform.tsx';

const css = styleNames(styles);
const jumpMs = 5000;
const percent = (share: number): number => Math.round(share * 100);

export const Player = ({
  of,
  sound,
  marksMs,
  onMark,
}: {
  readonly of: HeardRecording;
  readonly sound: Sound;
  readonly marksMs: readonly number[];
  readonly onMark: (ms: number) => void;
}) => {
  const { t } = useText();
  const { atMs, playing, rate, toggle, seek, setRate } = sound;
  const { peaks, pauses, advisorName } = of;
  const talk = useMemo(() => (peaks === null ? null : measureTalk(peaks, pauses)), [peaks, pauses]);
  useKeys([
    { key: 'Space', whileTyping: 'rests', act: toggle },
    { key: 'ArrowLeft', whileTyping: 'rests', act: () => seek(atMs - jumpMs) },
    { key: 'ArrowRight', whileTyping: 'rests', act: () => seek(atMs + jumpMs) },
    { key: 'm', whileTyping: 'rests', act: () => onMark(Math.round(atMs)) },
  ]);
  return (
    <section className={css('card', 'player')} aria-label={t('assess.player')}>
      <header>
        <button type="button" className={css('play')} aria-keyshortcuts="Space" onClick={toggle}>
          <Icon name={playing ? 'held' : 'resume'} size={20} />
          <span className="sr-only">{t(playing ? 'assess.stop' : 'assess.play')}</span>
        </button>
        <b className={css('time')}>{formatTimer(atMs, 'wide')}</b>
        <span>{t('assess.of', { length: formatTimer(of.durationMs ?? 0, 'wide') })}</span>
        <i />
        <fieldset className={css('rates')} aria-label={t('assess.rate')}>
          {rates.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === rate}
              onClick={() => setRate(one)}
            >
              {String(one).replace('.', t('assess.point'))}
            </button>
          ))}
        </fieldset>
        <span className={css('keys')}>
          <KeyCaps keys={[t('assess.space')]} /> {t('assess.play')} <KeyCaps keys={['←', '→']} /> 5
          s <KeyCaps keys={['M']} /> {t('assess.mark')}
        </span>
      </header>
      {peaks === null || talk === null ? (
        <p>{t('assess.noWave')}</p>
      ) : (
        <>
          <Waveform
            of={of}
            peaks={peaks}
            silences={talk.silences}
            atMs={atMs}
            marksMs={marksMs}
            onSeek={seek}
          />
          <footer>
            <span className={css('legend', 'isOurs')}>
              {t('assess.share', {
                who: advisorName.split(' ')[0] ?? '',
                share: percent(talk.advisor),
              })}
            </span>
            <span className={css('legend', 'isHers')}>
              {t('assess.share', { who: t('assess.customer'), share: percent(talk.customer) })}
            </span>
            <span className={css('legend', 'isSilence')}>
              {t('assess.share', { who: t('assess.silenceWord'), share: percent(talk.silence) })}
            </span>
            <i />
            <span>{t('assess.overlaps', { count: talk.overlaps })}</span>
          </footer>
        </>
      )}
    </section>
  );
};
