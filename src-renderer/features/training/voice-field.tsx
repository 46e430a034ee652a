/** A sentence in the team lead's own voice: recorded, heard, given up. Without one it is read. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { PlaySound } from '@shared/domain/role-play/role-play.ts';
import { useState } from 'react';
import styles from './form.module.css';

const css = styleNames(styles);

export const VoiceField = ({
  sound,
  brandId,
  onChange,
}: {
  readonly sound: PlaySound | null;
  readonly brandId: string;
  readonly onChange: (sound: PlaySound | null) => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const [recording, setRecording] = useState(false);
  const begin = async () => setRecording((await request('training.record', {})).ok);
  const end = async () => {
    setRecording(false);
    const kept = await request('training.keep-recording', { brandId });
    if (kept.ok) onChange({ kind: 'recorded', soundId: kept.value.soundId });
  };
  return (
    <div className={css('voice')}>
      <Icon name={sound === null ? 'microphone-off' : 'speaker'} size={16} />
      <span role="status">
        {recording
          ? t('playForm.recording')
          : t(sound === null ? 'playForm.noVoice' : `playForm.voice.${sound.kind}`)}
      </span>
      {recording ? (
        <Button size="small" look="danger" icon="microphone" onClick={() => void end()}>
          {t('playForm.endRecording')}
        </Button>
      ) : (
        <Button size="small" icon="microphone" onClick={() => void begin()}>
          {t('playForm.record')}
        </Button>
      )}
      {sound === null || recording ? null : (
        <Button
          size="small"
          look="ghost"
          icon="speaker"
          onClick={() => void request('training.hear', { sound })}
        >
          {t('playForm.hear')}
        </Button>
      )}
    </div>
  );
};
